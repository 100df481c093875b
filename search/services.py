"""Write the catalogue: one row for each published page that is not an alias."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page

from content.sections import sections_of
from outbox import services as outbox
from search import indexing, topics
from search.facets import facet_values, subject_words
from search.models import Document, DocumentText, Facet

# After so many pages a rebuild says how far it is.
REPORTED = 100


def is_catalogued(page: Page) -> bool:
    """Return whether pages like this one have a row: live, not an alias, of a mapped type."""
    return page.live and page.alias_of_id is None and hasattr(page, "search_mapping")


@transaction.atomic
def put(page: Page, follow: bool = True) -> Document | None:
    """Write the row of the specific `page` and return it; remove it if it has none.

    Without `follow` the index is left to a rebuild, which reads every row.
    """
    if not is_catalogued(page):
        remove(page.pk)
        return None
    document, _created = Document.objects.update_or_create(page_id=page.pk, defaults=_row(page))
    DocumentText.objects.update_or_create(document=document, defaults=words_of(page))
    document.facets.all().delete()
    Facet.objects.bulk_create(
        Facet(document=document, facet=facet, value=value)
        for facet, value in sorted(facet_values(page))
    )
    if follow:
        outbox.post(topics.INDEX, page.pk)
    return document


@transaction.atomic
def remove(page_id: int) -> None:
    """Remove the row of a page, if there is one, and what the database has indexed of it.

    The index does not wait for the outbox here: by cascade, its frequencies would stay as they are.
    """
    lock_documents([page_id])
    indexing.remove([page_id])
    outbox.post(topics.INDEX, page_id)
    Document.objects.filter(page_id=page_id).delete()


def rebuild(pages=None, report: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Make the catalogue anew from the pages and return how many rows it has.

    Rows whose page is gone, unpublished or an alias are removed. Without `pages` it is that of all
    of them, whose index is to be made anew next. Each page is read when its row is written:
    others are edited meanwhile. `report` is told how many pages are done, and of how many.
    """
    everything = pages is None
    wanted = Page.objects.filter(live=True, depth__gt=1) if everything else pages
    page_ids = dict.fromkeys(wanted.order_by("pk").values_list("pk", flat=True))
    if everything:
        page_ids |= dict.fromkeys(Document.objects.values_list("pk", flat=True))
    rows = 0
    for done, page_id in enumerate(page_ids, start=1):
        rows += put_again(page_id, follow=not everything)
        if done % REPORTED == 0 or done == len(page_ids):
            report(done, len(page_ids))
    return rows


@transaction.atomic
def put_again(page_id: int, follow: bool = True) -> bool:
    """Write the row of a page as it is, while nobody changes it; return whether it has one."""
    page = Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
    if page is None:
        remove(page_id)
        return False
    return put(page.specific, follow) is not None


def lock_documents(page_ids: list[int]) -> None:
    """Keep rows of the catalogue as they are until the transaction ends, for this one to change.

    On SQLite each transaction that writes has the whole database to itself.
    """
    rows = Document.objects.filter(pk__in=page_ids).order_by("pk").select_for_update()
    list(rows.values_list("pk", flat=True))


def words_of(page: Page) -> dict[str, str]:
    """Return the plain words of a specific page, by column of `DocumentText`."""
    sections = sections_of(getattr(page, "body", None), levels=("h2", "h3", "h4"))
    return {
        "text": page.plain_text,
        "headings": page.names.mask("\n".join(section.title for section in sections)),
        "subjects": page.names.mask("\n".join(subject_words(page))),
    }


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
