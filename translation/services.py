"""Beginning a translation, and counting what readers ask for."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from translation import prefilling
from translation.models import TranslationRequest
from translation.permissions import covers, may_add, may_read_source, target_parent


class ParentMissing(Exception):
    """The page above has no translation yet, hence the new one has no place."""

    def __init__(self, parent: Page):
        self.parent = parent
        super().__init__(parent.title)


@transaction.atomic
def begin(page: Page, locale: Locale, user) -> Translation:
    """Make the draft of a translation of `page`; return it, or the one that was begun before.

    What the memory knows is filled in, for whoever may read the memory.
    The source has to be public or the user's to edit, since its words are copied. Raises
    `PermissionDenied`, and `ParentMissing`.
    """
    if page.alias_of_id or locale.pk == page.locale_id or not may_read_source(user, page):
        raise PermissionDenied
    if target_parent(page, locale) is None:
        raise ParentMissing(page.get_parent())
    if not may_add(user, page, locale):
        raise PermissionDenied
    existing = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=locale, enabled=True
    ).first()
    if existing:
        return existing
    if Page.objects.filter(translation_key=page.translation_key, locale=locale).exists():
        raise PermissionDenied
    translate_object(page, [locale], user=user)
    translation = Translation.objects.get(
        source__object_id=page.translation_key,
        source__locale=page.locale_id,
        target_locale=locale,
    )
    if covers(user, locale):
        prefilling.from_memory(translation, user)
    return translation


@transaction.atomic
def ask(page: Page, locale: Locale) -> None:
    """Count a reader who would like to read `page` in a language; nothing is kept about them."""
    request, _made = TranslationRequest.objects.get_or_create(
        translation_key=page.translation_key, locale=locale
    )
    TranslationRequest.objects.filter(pk=request.pk).update(
        count=F("count") + 1, last_asked_at=timezone.now()
    )
