"""The words and the addresses of facet values that have a name of their own: vocabulary terms,
tags and coalitions.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Left

from content import visibility
from content.models import CoalitionFamily, Tag, Territory, Theme
from search.facets import COALITION, FAMILY, LONGEST_VALUE, TAG, TERRITORY, THEME
from search.models import Document

VOCABULARIES = {THEME: Theme, TERRITORY: Territory, FAMILY: CoalitionFamily}
NAMED = frozenset({*VOCABULARIES, TAG, COALITION})
_COLUMNS = ("of_facet", "key", "in_locale", "word", "address")


@dataclass(frozen=True)
class Label:
    """What a filter shows of a value: its name, the slug that stands for it in an address."""

    name: str
    slug: str


def labels_by_slug(
    slugs: dict[str, str], locale_id: int, rules: visibility.Rules
) -> dict[str, tuple[str, str]]:
    """Return for each named facet the (stored value, name) of what is at its slug: one query.

    A term is live and a coalition public; that of the reader's language when there is one, else
    the first of any language. A facet whose slug is unknown is absent.
    """
    rows = _read(
        [_rows(facet, rules).filter(address=slug) for facet, slug in slugs.items()], locale_id
    )
    found: dict[str, tuple[str, str]] = {}
    for facet, value, name, _slug in rows:
        found.setdefault(facet, (value, name))
    return found


def labels_by_value(
    values: dict[str, list[str]], locale_id: int, rules: visibility.Rules
) -> dict[tuple[str, str], Label]:
    """Return by (facet, stored value) the labels of some values of named facets: one query.

    What is no longer live or public has none.
    """
    queries = [_having(_rows(facet, rules), facet, some) for facet, some in values.items() if some]
    found: dict[tuple[str, str], Label] = {}
    for facet, value, name, slug in _read(queries, locale_id):
        found.setdefault((facet, value), Label(name=name, slug=slug))
    return found


def _rows(facet: str, rules: visibility.Rules) -> QuerySet:
    """Return what has the names of a facet, annotated with `_COLUMNS`."""
    if facet == TAG:
        # A tag that was merged away stands for the one that took it in.
        rows = Tag.objects.annotate(
            key=Left(Coalesce("replaced_by__folded", "folded"), LONGEST_VALUE),
            in_locale=Value(None, output_field=BigIntegerField()),
            word=Coalesce("replaced_by__name", "name"),
            address=F("slug"),
        )
    elif facet == COALITION:
        rows = Document.objects.filter(rules.filter("page__"), kind=COALITION).annotate(
            key=Cast("translation_key", CharField()),
            in_locale=F("locale_id"),
            word=F("title"),
            address=F("page__slug"),
        )
    else:
        rows = VOCABULARIES[facet].objects.filter(live=True)
        rows = rows.annotate(
            key=Cast("translation_key", CharField()),
            in_locale=F("locale_id"),
            word=F("name"),
            address=F("slug"),
        )
    return rows.annotate(of_facet=Value(facet)).order_by()


def _having(rows: QuerySet, facet: str, values: list[str]) -> QuerySet:
    if facet != TAG:
        return rows.filter(translation_key__in=values)
    condition = Q(folded__in=values)
    for value in values:
        if len(value) == LONGEST_VALUE:
            condition |= Q(folded__startswith=value)
    return rows.filter(condition, replaced_by=None)


def _read(queries: list[QuerySet], locale_id: int) -> list[tuple[str, str, str, str]]:
    """Return (facet, value, name, slug) of all rows, those of the reader's language first."""
    if not queries:
        return []
    first, *others = [query.values_list(*_COLUMNS) for query in queries]
    rows = first.union(*others, all=True).order_by() if others else first
    return [
        (facet, key if facet == TAG else str(UUID(key)), name, slug)
        for facet, key, _in, name, slug in sorted(rows, key=lambda row: row[2] != locale_id)
    ]
