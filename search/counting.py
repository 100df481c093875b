"""Count a list, its facets and what it leaves out, and choose a page of it, all in one query.

Documents are read once for the whole and all columns, once for all facets: what is counted of
the same documents is counted together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    Count,
    IntegerField,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from wagtail.models import Locale

from search.facets import CONTENT_LANGUAGE, LOCALE, TEXT_LANGUAGE
from search.models import Facet
from search.sharing import Shared, rows_of, sql_of, step_of

COLUMNS = ("kind", TEXT_LANGUAGE, CONTENT_LANGUAGE, "year")
TOTAL = "total"
ELSEWHERE = "elsewhere"
# The ids of the pages that are shown, in their order.
SHOWN = "shown"
# The facets whose counts are estimated, and how many documents each counted one stands for.
ESTIMATED = "estimated"
_NOTHING = Value("", output_field=CharField())
_YEAR = Cast("year", CharField())
_LOCALE = Cast("locale_id", CharField())
# How many values a row of a count has, for the rows of all to be of one width.
_WIDTH = len(COLUMNS)


@dataclass(frozen=True)
class Counting:
    """Some documents, and what is counted of them.

    `names` holds `TOTAL`, columns of the catalogue and facets; or `LOCALE` alone, which counts
    by locale id; or `ELSEWHERE` alone, which counts by language of the text and locale id.
    Documents that are `shared` need no query of their own, save to count these two; of a large
    set of them, facets are estimated from a sample.
    """

    documents: QuerySet | None
    names: frozenset[str]
    shared: Shared | None = None

    def queries(self) -> list[tuple[tuple[str, tuple], Callable]]:
        """Return the queries that count it, each with the reader of its rows.

        A query is SQL and its parameters. A row is four values as text and a number of documents.
        A reader takes the values and returns pairs of a name and a value.
        """
        if ELSEWHERE in self.names:
            rows = self.documents.order_by().annotate(in_locale=_LOCALE)
            return [(_grouped(rows, TEXT_LANGUAGE, "in_locale"), _as_elsewhere)]
        if LOCALE in self.names:
            rows = self.documents.order_by().annotate(in_locale=_LOCALE)
            return [(_grouped(rows, "in_locale"), _as_locale)]
        queries = []
        facets = self.names - {TOTAL, *COLUMNS}
        if self.shared is not None:
            queries.append((self.shared.counted_by(*COLUMNS), self._as_columns))
        elif facets != self.names:
            rows = self.documents.order_by().annotate(year_text=_YEAR)
            columns = ("kind", TEXT_LANGUAGE, CONTENT_LANGUAGE, "year_text")
            queries.append((_grouped(rows, *columns), self._as_columns))
        if facets:
            shared = self.shared
            ids = self.documents.order_by().values("pk") if shared is None else shared.sample
            rows = Facet.objects.filter(facet__in=facets, document_id__in=ids)
            queries.append((_grouped(rows, "facet", "value"), _as_facet))
        return queries

    def _as_columns(self, *values: str) -> list[tuple]:
        named = zip((TOTAL, *COLUMNS), ("", *values), strict=True)
        estimated = self.names - {TOTAL, *COLUMNS} if self.shared is not None else ()
        return [
            *((name, value) for name, value in named if name in self.names),
            *((ESTIMATED, name) for name in estimated),
        ]


class _Ids(Subquery):
    """The ids that a query of nothing else gives, in its order, with commas between."""

    output_field = CharField()
    template = "(WITH shown(id) AS (%(subquery)s) SELECT group_concat(id) FROM shown)"

    def as_postgresql(self, compiler, connection):
        """Return the SQL for a server that joins texts by another name."""
        template = "array_to_string(ARRAY(%(subquery)s), ',')"
        return self.as_sql(compiler, connection, template=template)


def _shown(ids: QuerySet) -> tuple[tuple[str, tuple], Callable]:
    """Return a query of one row that holds the ids of a query, and its reader."""
    nothing = [f"nothing_{place}" for place in range(1, _WIDTH)]
    # Any table of which one row is always there.
    one = Locale.objects.filter(pk=Locale.objects.order_by("pk").values("pk")[:1])
    one = one.order_by().annotate(ids=_Ids(ids), **dict.fromkeys(nothing, _NOTHING))
    rows = one.values_list("ids", *nothing).annotate(pages=Value(1))
    return sql_of(rows), _as_shown


def _as_shown(ids: str | None, *_nothing: str) -> list[tuple]:
    return [(SHOWN, int(one)) for one in ids.split(",")] if ids else []


def _as_facet(facet: str, value: str, *_nothing: str) -> list[tuple]:
    return [(facet, value)]


def _as_locale(locale_id: str, *_nothing: str) -> list[tuple]:
    return [(LOCALE, int(locale_id))]


def _as_elsewhere(language: str, locale_id: str, *_nothing: str) -> list[tuple]:
    return [(ELSEWHERE, (language, int(locale_id)))]


def _grouped(rows: QuerySet, *columns: str) -> tuple[str, tuple]:
    nothing = [f"nothing_{place}" for place in range(len(columns), _WIDTH)]
    rows = rows.annotate(**dict.fromkeys(nothing, _NOTHING))
    counted = rows.values_list(*columns, *nothing).annotate(pages=Count("pk"))
    return sql_of(counted)


def count_together(
    countings: list[Counting],
    shown: QuerySet | None = None,
    shared: tuple[Shared, ...] = (),
) -> dict[str, Counter]:
    """Return the counts by name and value; a value that has none is absent.

    The value of `TOTAL` is "", those of `LOCALE` are locale ids, those of `ELSEWHERE` pairs of a
    language and a locale id, those of `SHOWN` the ids of the query `shown` in its order, those of
    `ESTIMATED` facets. `shared` are the sets that any of these queries names.
    """
    queries = [query for counting in countings for query in counting.queries()]
    if shown is not None:
        queries.append(_shown(shown))
    readers = [reader for _query, reader in queries]
    counts: dict[str, Counter] = defaultdict(Counter)
    for *values, pages, place in rows_of([query for query, _reader in queries], shared):
        for name, value in readers[place](*values):
            counts[name][value] += pages
    return _scaled(counts)


def _scaled(counts: dict[str, Counter]) -> dict[str, Counter]:
    """Return counts, those of a sample for the whole, with how many each document stands for."""
    steps = {name: step_of(size) for name, size in counts.pop(ESTIMATED, Counter()).items()}
    counts[ESTIMATED] = Counter({name: step for name, step in steps.items() if step > 1})
    for name, step in counts[ESTIMATED].items():
        counts[name] = Counter({value: pages * step for value, pages in counts[name].items()})
    return counts


def own_language_first(locale_id: int):
    """Return an ordering that puts rows of `locale_id` before those of other languages."""
    return Case(When(locale_id=locale_id, then=0), default=1, output_field=IntegerField())
