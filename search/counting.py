"""Count a list, its facets and what it leaves out, all in one query.

Documents are read once for the whole and all columns, once for all facets: what is counted of
the same documents is counted together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, CharField, Count, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast

from content.models import CoalitionFamily, Territory, Theme
from search.facets import FAMILY, TERRITORY, THEME
from search.models import Facet

VOCABULARIES = {THEME: Theme, TERRITORY: Territory, FAMILY: CoalitionFamily}
COLUMNS = ("kind", "text_language", "year")
TOTAL = "total"
ELSEWHERE = "elsewhere"
_NOTHING = Value("", output_field=CharField())
_YEAR = Cast("year", CharField())
_LOCALE = Cast("locale_id", CharField())


@dataclass(frozen=True)
class Counting:
    """Some documents, and what is counted of them.

    `names` holds `TOTAL`, columns of the catalogue and facets; or `ELSEWHERE` alone, which
    counts by language of the text and locale.
    """

    documents: QuerySet
    names: frozenset[str]

    def queries(self) -> list[tuple[QuerySet, Callable]]:
        """Return the queries that count it, each with the reader of its rows.

        A row is three values as text and a number of documents. A reader takes the values and
        returns pairs of a name and a value.
        """
        documents = self.documents.order_by()
        if ELSEWHERE in self.names:
            rows = documents.annotate(in_locale=_LOCALE, nothing=_NOTHING)
            return [(_grouped(rows, "text_language", "in_locale", "nothing"), _as_elsewhere)]
        queries = []
        if self.names & {TOTAL, *COLUMNS}:
            rows = documents.annotate(year_text=_YEAR)
            queries.append((_grouped(rows, "kind", "text_language", "year_text"), self._as_columns))
        if facets := self.names - {TOTAL, *COLUMNS}:
            rows = Facet.objects.filter(facet__in=facets, document_id__in=documents.values("pk"))
            rows = rows.annotate(nothing=_NOTHING)
            queries.append((_grouped(rows, "facet", "value", "nothing"), _as_facet))
        return queries

    def _as_columns(self, *values: str) -> list[tuple]:
        named = zip((TOTAL, *COLUMNS), ("", *values), strict=True)
        return [(name, value) for name, value in named if name in self.names]


def _as_facet(facet: str, value: str, _nothing: str) -> list[tuple]:
    return [(facet, value)]


def _as_elsewhere(language: str, locale_id: str, _nothing: str) -> list[tuple]:
    return [(ELSEWHERE, (language, int(locale_id)))]


def _grouped(rows: QuerySet, *columns: str) -> QuerySet:
    return rows.values_list(*columns).annotate(pages=Count("pk"))


def count_together(countings: list[Counting]) -> dict[str, Counter]:
    """Return the counts by name and value; a value that has none is absent.

    The value of `TOTAL` is "", those of `ELSEWHERE` are pairs of a language and a locale id.
    """
    queries = [query for counting in countings for query in counting.queries()]
    readers = [reader for _query, reader in queries]
    first, *others = [
        query.annotate(place=Value(place)) for place, (query, _reader) in enumerate(queries)
    ]
    counts: dict[str, Counter] = defaultdict(Counter)
    # The model's own order would be asked of the union, whose columns do not hold it.
    for *values, pages, place in first.union(*others, all=True).order_by():
        for name, value in readers[place](*values):
            counts[name][value] += pages
    return counts


def own_language_first(locale_id: int):
    """Return an ordering that puts rows of `locale_id` before those of other languages."""
    return Case(When(locale_id=locale_id, then=0), default=1, output_field=IntegerField())


@dataclass(frozen=True)
class TermLabel:
    """What a filter shows of a vocabulary term."""

    name: str
    slug: str


def terms_by_slug(slugs: dict[str, str], locale_id: int) -> dict[str, tuple[str, str]]:
    """Return for each facet the (translation key, name) of the live term at its slug: one query.

    The term of the reader's language when there is one, else the first of any language; a facet
    whose slug is unknown is absent.
    """
    queries = [
        VOCABULARIES[facet]
        .objects.filter(slug=slug, live=True)
        .order_by()
        .annotate(facet=Value(facet))
        .values_list("facet", "translation_key", "locale_id", "name")
        for facet, slug in slugs.items()
    ]
    if not queries:
        return {}
    rows = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
    terms: dict[str, tuple[str, str]] = {}
    for facet, key, _locale_id, name in sorted(rows, key=lambda row: row[2] != locale_id):
        terms.setdefault(facet, (str(key), name))
    return terms


def terms_by_key(keys_by_facet: dict[str, Counter], locale_id: int) -> dict[str, TermLabel]:
    """Return the live terms of some vocabularies by translation key, as text: one query.

    The term of the reader's language when there is one, else the first of any language.
    """
    queries = [
        VOCABULARIES[facet]
        .objects.filter(translation_key__in=list(keys), live=True)
        .order_by()
        .values_list("translation_key", "locale_id", "name", "slug")
        for facet, keys in keys_by_facet.items()
        if keys
    ]
    if not queries:
        return {}
    rows = queries[0].union(*queries[1:], all=True).order_by() if len(queries) > 1 else queries[0]
    terms: dict[str, TermLabel] = {}
    for key, _locale_id, name, slug in sorted(rows, key=lambda row: row[1] != locale_id):
        terms.setdefault(str(key), TermLabel(name=name, slug=slug))
    return terms
