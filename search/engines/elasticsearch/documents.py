"""What the server holds of a page: the tokens of its words, and what it is chosen by."""

import json
from hashlib import sha256

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from search import indexing
from search.counting import COLUMNS
from search.languages import primary
from search.models import Document, IndexedText

# The texts of languages that have no code of two or three letters.
OTHER_TEXTS = "und"


def index_language(text_language: str) -> str:
    """Return the language by which the index of texts in `text_language` is named."""
    language = primary(text_language)
    usable = language.isascii() and language.isalpha() and 2 <= len(language) <= 3
    return language if usable else OTHER_TEXTS


def sources(documents: list[Document]) -> list[dict]:
    """Return what is written of each document, in their order: three queries for all."""
    prefetch_related_objects(documents, "page", "facets")
    rows = IndexedText.objects.in_bulk([document.pk for document in documents])
    ancestors = _ancestors({document.page.path for document in documents})
    return [
        _source(
            document,
            rows.get(document.pk) or indexing.indexed(document),
            ancestors[document.page.path],
        )
        for document in documents
    ]


def _source(document: Document, row: IndexedText, ancestors: list[int]) -> dict:
    facets: dict[str, list[str]] = {}
    for one in sorted(document.facets.all(), key=lambda facet: (facet.facet, facet.value)):
        facets.setdefault(one.facet, []).append(one.value)
    page = document.page
    source = {
        **{column: getattr(row, column) for column in indexing.COLUMNS},
        **{column: str(getattr(document, column)) for column in COLUMNS},
        "page": document.pk,
        "locale": str(document.locale_id),
        "group": group_of(document.locale_id, document.text_language),
        "translation_key": str(document.translation_key),
        "ancestors": ancestors,
        "listed": document.listed,
        "dated": document.dated.isoformat(),
        "facet": facets,
    }
    if page.expire_at:
        source["expires"] = page.expire_at.isoformat()
    return {**source, "digest": _digest(source)}


def group_of(locale_id: int, text_language: str) -> str:
    """Return what stands for the texts of one language in one locale."""
    return f"{locale_id}:{text_language}"


def parts_of(group: str) -> tuple[str, int]:
    """Return the text language and the locale id of a group."""
    locale_id, _colon, language = group.partition(":")
    return language, int(locale_id)


def _digest(source: dict) -> str:
    return sha256(json.dumps(source, sort_keys=True).encode()).hexdigest()[:20]


def _ancestors(paths: set[str]) -> dict[str, list[int]]:
    """Return by tree path the ids of the page there and of those above it: one query."""
    step = Page.steplen
    above = {
        path: [path[:end] for end in range(step, len(path) + 1, step)] for path in sorted(paths)
    }
    every = {one for chain in above.values() for one in chain}
    ids = dict(Page.objects.filter(path__in=every).order_by().values_list("path", "pk"))
    return {path: [ids[one] for one in chain if one in ids] for path, chain in above.items()}
