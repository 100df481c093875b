"""What readers are told of a translated page, and how they ask for one that is missing."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from content import visibility
from content.slots import fill
from content.versions import Version, tell, version_of
from search.translations import translated_urls
from translation.models import TranslationStatus


@tell
def version(page) -> Version | None:
    """Return what is known of a page that translators follow. One query."""
    status = (
        TranslationStatus.objects.filter(
            translation__source__object_id=page.translation_key,
            translation__target_locale=page.locale_id,
            translation__enabled=True,
        )
        .select_related("translation__source__locale")
        .first()
    )
    if status is None:
        return None
    return Version(
        source_language=status.translation.source.locale.language_code,
        translated_at=status.published_at,
        source_changed_at=status.stale_since,
        foreign_blocks=frozenset(status.untranslated),
        translators=tuple(status.translators),
        origin=status.origin,
    )


@fill("page.version")
def freshness_notice(request, page) -> str:
    """Say when the page was translated, by whom, and whether its original has changed since."""
    found = version_of(page)
    if found is None or found.translated_at is None:
        return ""
    context = {
        "version": found,
        "source_url": translated_urls(request).get(found.source_language, ""),
    }
    return render_to_string("translation/version.html", context, request=request)


@fill("page.untranslated")
def way_to_ask(request, page) -> str:
    """Lead to the small page on which a reader asks for the translation."""
    if not visibility.is_public(page, visibility.rules_for(request)):
        return ""
    context = {"url": reverse("ask_for_translation", args=[page.pk])}
    return render_to_string("translation/way_to_ask.html", context, request=request)


@fill("site.footer")
def way_to_glossary(request, page) -> str:
    """Lead from every page to what its words mean."""
    return format_html('<li><a href="{}">{}</a></li>', reverse("glossary"), _("Glossary"))
