"""Fill an open portal with the pages of a corpus and index them, on the database or beside it."""

import time
from collections import Counter
from datetime import UTC, datetime
from functools import cache

from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from benchmarks.insertion import BATCH, Insertion
from benchmarks.search.corpus import FACETS, Draft, drafts, term_key
from content.models import Licence, Territory, Theme
from search import indexing, sync
from search.analysis import tokens
from search.models import Document, DocumentText, Facet, IndexedText
from stories.models import StoryIndexPage, StoryPage

LANGUAGE = "fr"
# The largest corpus that is indexed as a rebuild does it, to see how fast that is.
REBUILT_UP_TO = 10_000


class Corpus(Insertion):
    """Story pages that have a title, a summary and nothing else; their words are known already."""

    def __init__(self):
        super().__init__()
        self.locale = Locale.objects.get(language_code=LANGUAGE)
        self.parent = StoryIndexPage.objects.get(locale=self.locale)
        self.licence = Licence.objects.filter(locale=self.locale).first()

    def put(self, draft: Draft) -> None:
        page = StoryPage(
            title=draft.title,
            slug=f"document-{draft.number}",
            summary=draft.summary,
            locale=self.locale,
            licence=self.licence,
            content_language=LANGUAGE,
            text_language=LANGUAGE,
            live=True,
        )
        page.draft = draft
        noon = datetime(draft.day.year, draft.day.month, draft.day.day, 12, tzinfo=UTC)
        self.add(page, self.parent, noon)

    def _write_rows(self) -> None:
        """Write no row: the pages have none."""

    def _write_catalogue(self) -> None:
        pages = self.waiting
        Document.objects.bulk_create([_document(page) for page in pages], batch_size=BATCH)
        words = [DocumentText(document_id=page.pk, text=page.draft.text) for page in pages]
        DocumentText.objects.bulk_create(words, batch_size=BATCH)
        facets = [
            Facet(document_id=page.pk, facet=facet, value=value)
            for page in pages
            for facet, value in page.draft.facets
        ]
        Facet.objects.bulk_create(facets, batch_size=BATCH)

    def _index(self) -> None:
        """Index nothing yet: `index` does, in one of two ways."""


def _document(page: StoryPage) -> Document:
    draft = page.draft
    return Document(
        page_id=page.pk,
        locale_id=page.locale_id,
        translation_key=page.translation_key,
        kind=draft.kind,
        family="field",
        title=page.title,
        summary=page.summary,
        text_language=LANGUAGE,
        content_language=LANGUAGE,
        dated=draft.day,
        year=draft.day.year,
    )


def fill(count: int) -> float | None:
    """Insert `count` pages with their rows of the catalogue, and index them.

    Returns how many were indexed a second, None where they were written without the portal's own
    indexing, as those of a large corpus are.
    """
    _terms()
    corpus = Corpus()
    for draft in drafts(count):
        corpus.put(draft)
    corpus.finish()
    if count > REBUILT_UP_TO:
        index_quickly(count)
        return None
    start = time.perf_counter()
    sync.everything()
    return count / (time.perf_counter() - start)


def index_quickly(count: int) -> None:
    """Write the same index as `sync.everything`, each word analysed once."""
    pages = StoryPage.objects.order_by("pk").values_list("pk", flat=True)
    frequencies: Counter = Counter()
    rows = []
    for page_id, draft in zip(pages.iterator(), drafts(count), strict=True):
        row = IndexedText(document_id=page_id, **tokens_of(draft))
        frequencies.update(indexing.counted(row))
        rows.append(row)
        if len(rows) == BATCH:
            IndexedText.objects.bulk_create(rows)
            rows = []
    IndexedText.objects.bulk_create(rows)
    indexing.count(frequencies)


def tokens_of(draft: Draft) -> dict[str, str]:
    """Return what is indexed of a draft, by column."""
    return {
        "title": _tokens(draft.title),
        "summary": _tokens(draft.summary),
        "headings": "",
        "body": _tokens(draft.text),
    }


def _tokens(text: str) -> str:
    """Return what `search.analysis.tokens` does of a text that holds no compound."""
    found = [_tokens_of_word(word) for word in text.rstrip(".").split()]
    return " ".join(
        filter(None, (*(stem for stem, _exact in found), *(one for _stem, one in found)))
    )


@cache
def _tokens_of_word(word: str) -> tuple[str, str]:
    *stem, exact = tokens(word, LANGUAGE).split()
    return " ".join(stem), exact


def index_as_stock(count: int) -> None:
    """Put the pages into Wagtail's own search index."""
    backend = get_search_backend()
    pages = StoryPage.objects.order_by("pk")
    for start in range(0, count, BATCH):
        backend.add_bulk(StoryPage, list(pages[start : start + BATCH]))


def _terms() -> None:
    """Make the vocabulary terms that the facets name."""
    locale = Locale.objects.get(language_code=LANGUAGE)
    for model, facet in ((Theme, "theme"), (Territory, "territory")):
        model.objects.bulk_create(
            model(
                name=f"{facet} {number}",
                slug=f"{facet}-{number}",
                locale=locale,
                translation_key=term_key(facet, number),
            )
            for number in range(FACETS[facet][0])
        )
