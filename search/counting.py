"""Count a list, its facets and what it leaves out, all in one query."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast, Concat

from content.models import CoalitionFamily, Territory, Theme
from search.facets import FAMILY, TERRITORY, THEME
from search.models import Facet

VOCABULARIES = {THEME: Theme, TERRITORY: Territory, FAMILY: CoalitionFamily}
COLUMNS = {"kind", "text_language", "year"}


@dataclass(frozen=True)
class Counting:
    """One thing to count over some documents.

    By a `column` of the catalogue, by facet values when there is none, by language and locale
    with `by_language`, and as a whole when the name is "total".
    """

    name: str
    documents: QuerySet
    column: str = ""
    by_language: bool = False

    def rows(self) -> QuerySet:
        """Return the query of (name, value, count), values as text."""
        documents = self.documents.order_by()
        if self.name == "total":
            counted = documents.annotate(value=Value("", output_field=CharField()))
            return self._grouped(counted, "pk")
        if self.by_language:
            value = Concat("text_language", Value(" "), Cast("locale_id", CharField()))
            return self._grouped(documents.annotate(value=value), "translation_key")
        if self.column:
            value = Cast(self.column, CharField())
            return self._grouped(documents.annotate(value=value), "pk")
        facets = Facet.objects.filter(facet=self.name, document_id__in=documents.values("pk"))
        return (
            facets.annotate(name=Value(self.name, output_field=CharField()))
            .values_list("name", "value")
            .annotate(pages=Count("document_id"))
        )

    def _grouped(self, documents: QuerySet, counted: str) -> QuerySet:
        return (
            documents.annotate(name=Value(self.name, output_field=CharField()))
            .values_list("name", "value")
            .annotate(pages=Count(counted, distinct=self.by_language))
        )


def count_together(countings: list[Counting]) -> dict[str, Counter]:
    """Return the counts by name and value; a value that has none is absent."""
    first, *others = [counting.rows() for counting in countings]
    counts: dict[str, Counter] = defaultdict(Counter)
    # The model's own order would be asked of the union, whose columns do not hold it.
    for name, value, pages in first.union(*others, all=True).order_by():
        counts[name][value] = pages
    return counts


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
