"""Write the catalogue: one row for each published page that is not an alias."""

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page

from content.folding import without_accents
from search.facets import facet_values
from search.models import Document, DocumentText, Facet


def is_catalogued(page: Page) -> bool:
    """Return whether pages like this one have a row: live, not an alias, of a mapped type."""
    return page.live and page.alias_of_id is None and hasattr(page, "search_mapping")


@transaction.atomic
def put(page: Page) -> Document | None:
    """Write the row of the specific `page` and return it; remove it if it has none."""
    if not is_catalogued(page):
        remove(page.pk)
        return None
    row, text = _row(page), page.plain_text
    document, _created = Document.objects.update_or_create(page_id=page.pk, defaults=row)
    DocumentText.objects.update_or_create(
        document=document,
        defaults={"text": text, "folded": without_accents(f"{row['title']} {text}")},
    )
    document.facets.all().delete()
    Facet.objects.bulk_create(
        Facet(document=document, facet=facet, value=value)
        for facet, value in sorted(facet_values(page))
    )
    return document


def remove(page_id: int) -> None:
    """Remove the row of a page, if there is one."""
    Document.objects.filter(page_id=page_id).delete()


def rebuild(pages=None) -> int:
    """Make the catalogue anew from the pages and return how many rows it has.

    Rows whose page is gone, unpublished or an alias are removed.
    """
    kept = set()
    for page in (pages or Page.objects.filter(live=True, depth__gt=1)).specific().iterator():
        if put(page):
            kept.add(page.pk)
    stale = set(Document.objects.values_list("pk", flat=True)) - kept if pages is None else ()
    for page_id in stale:
        remove(page_id)
    return len(kept)


def _row(page: Page) -> dict:
    mapping, mask = page.search_mapping, page.names.mask
    day = _date_of(page)
    # Facts are words: they are written in the language of the version that they describe.
    with translation.override(page.locale.language_code):
        facts = [mask(str(fact)) for fact in getattr(page, mapping.facts)()]
    return {
        "locale_id": page.locale_id,
        "translation_key": page.translation_key,
        "kind": mapping.kind,
        "family": mapping.family,
        "listed": mapping.listed,
        "in_menu": page.show_in_menus,
        "title": mask(page.title),
        "summary": mask(page.summary),
        "facts": facts,
        "image_id": page.listing_image_id,
        "text_language": page.text_language,
        "content_language": page.content_language,
        "dated": day,
        "year": day.year,
    }


def _date_of(page: Page):
    """Return the day by which a page is ordered: its own date, else its first publication."""
    own = getattr(page, page.search_mapping.date, None) if page.search_mapping.date else None
    return own or timezone.localdate(page.first_published_at or timezone.now())
