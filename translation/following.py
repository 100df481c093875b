"""Following a translation that was written as an ordinary page: its texts become segments.

From then on its freshness is known, and its texts serve the memory.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from translation import freshness, restart
from translation.permissions import may_edit, may_read_source


@transaction.atomic
def follow(page: Page, source: Page, user) -> Translation:
    """Make `page` the followed translation of `source`, with the texts that it has; return it.

    `source` is what was translated, perhaps an earlier state of the page than the one that is
    live; a published page says what it says on the day of its last publication. Raises
    `PermissionDenied`.
    """
    is_version = page.translation_key == source.translation_key and page.pk != source.pk
    if not is_version or not may_edit(user, page) or not may_read_source(user, source):
        raise PermissionDenied
    given, _made = TranslationSource.update_or_create_from_instance(source)
    translation, made = Translation.objects.get_or_create(
        source=given, target_locale=page.locale, defaults={"enabled": False}
    )
    if made:
        restart.take_in(page, user, with_same=True)
        Translation.objects.filter(pk=translation.pk).update(enabled=True)
        translation.enabled = True
    if made and page.live:
        freshness.note_publication(page, page.last_published_at)
    return translation
