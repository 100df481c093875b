"""Which documents a list or an answer is made of, and what is counted of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.lookups import Exact

from content import visibility
from search.counting import COLUMNS, ELSEWHERE, TOTAL, Counting, count_together
from search.facets import LOCALE, TEXT_LANGUAGE
from search.models import Document, Facet
from search.sharing import Shared, sql_of

# What tells the versions of a page apart: its key, and how far each is from its reader.
_VERSION = ("translation_key", "distance")


@dataclass(frozen=True)
class Selection:
    """The listed documents of one locale that have some facet values; of any open one if None.

    `kinds` limits it to some kinds, `fixed` and `filters` to values by facet, `matching` to the
    documents of some ids. `once` leaves one version of each page: of those that match, that
    of the reader's locale, else the original, else the oldest.

    `unfiltered` are the documents that it would have without `filters`, where they are a set of
    the query that counts (`sharing`).
    """

    rules: visibility.Rules
    locale_id: int | None
    kinds: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    matching: Q | None = None
    once: bool = False
    reader_locale_id: int = 0
    unfiltered: Shared | None = None

    def condition(self, prefix: str = "", without: str = "", in_locale: bool = True) -> Q:
        """Return the condition for documents reached through `prefix`, `matching` set aside.

        `without` names a filter that is left out.
        """
        wanted = Q(**{f"{prefix}listed": True})
        if in_locale and self.locale_id is not None:
            wanted &= Q(**{f"{prefix}locale_id": self.locale_id})
        if self.kinds:
            wanted &= Q(**{f"{prefix}kind__in": self.kinds})
        values = {name: value for name, value in self.filters.items() if name != without}
        for name, value in (*self.fixed.items(), *values.items()):
            wanted &= _has(name, value, prefix)
        if self.once:
            wanted &= ~Exists(self._better_versions(prefix, without, in_locale))
        return wanted

    def _better_versions(self, prefix: str, without: str, in_locale: bool) -> QuerySet:
        """Return the versions of a document reached through `prefix` that stand in its place."""
        all_versions = replace(self, once=False)
        versions = all_versions.documents(without, in_locale).public(self.rules)
        own = self._distance(F)
        its = self._distance(lambda name: OuterRef(f"{prefix}{name}"))
        return versions.annotate(own_distance=own, its_distance=its).filter(
            Q(own_distance__lt=F("its_distance"))
            | Q(own_distance=F("its_distance"), pk__lt=OuterRef(f"{prefix}pk")),
            translation_key=OuterRef(f"{prefix}translation_key"),
        )

    def _distance(self, column) -> Case:
        """Return how far a version is from its reader: 0, 1 for an original, 2."""
        return Case(
            When(Exact(column("locale_id"), Value(self.reader_locale_id)), then=0),
            When(Exact(column("text_language"), column("content_language")), then=1),
            default=2,
            output_field=IntegerField(),
        )

    def public_condition(self, prefix: str = "") -> Q:
        """Return the condition for documents that anybody may see, in this selection."""
        return self.condition(prefix) & self.rules.filter(f"{prefix}page__")

    def documents(self, without: str = "", in_locale: bool = True) -> QuerySet:
        """Return the documents, whether anybody may see them or not."""
        documents = Document.objects.filter(self.condition("", without, in_locale))
        return documents if self.matching is None else documents.filter(self.matching)

    def public(self) -> QuerySet:
        """Return the documents that anybody may see, with their pages."""
        return self.documents().public(self.rules)

    def total(self) -> int:
        """Return how many pages anybody may see in this selection."""
        return self.counted().count()

    def counted(self) -> QuerySet:
        """Return the documents as they are counted, without their pages."""
        return self._unhidden(self.documents())

    def sharing(self) -> "Selection":
        """Return this selection with the documents before `filters` as a set, made once.

        With `once` these are all versions: which of them stands for a page depends on the filters.
        """
        documents = replace(self, filters={}, once=False).counted()
        columns = COLUMNS
        if self.once:
            documents = documents.annotate(distance=self._distance(F))
            columns = (*COLUMNS, *_VERSION)
        return replace(self, unfiltered=Shared.of("search_unfiltered", documents, *columns))

    def shown(self, name: str = "search_shown", without: str = "") -> Shared:
        """Return the documents as they are counted, as a set, where their words are shared.

        `without` names a filter that is left out.
        """
        wanted = [value for value in self.filters.items() if value[0] != without]
        conditions = [_having(*value) for value in wanted]
        return self.unfiltered.having(name, conditions, _VERSION if self.once else None)

    def counts(
        self,
        facets: set[str],
        ids: QuerySet | None = None,
        shown: Shared | None = None,
        shared: tuple[Shared, ...] = (),
    ) -> dict[str, Counter]:
        """Return the total, the values of `facets` and what the locale leaves out: one query.

        The values of a facet in force are counted as if nothing had been chosen of it, those of
        `LOCALE` (codes of open languages) whatever the locale of the selection. `SHOWN` has what
        the query `ids` gives, in its order.

        `shown` are the documents of this selection, as `shown` gives them; it is one of `shared`,
        the sets that the selection and `ids` name. With them, the facets of very many documents are
        `ESTIMATED`.
        """
        countings = list(self._countings(facets, shown))
        sets = (one.shared for one in countings if one.shared is not None)
        every = tuple(dict.fromkeys((*shared, *sets)))
        return self._by_language(count_together(countings, ids, every))

    def _countings(self, facets: set[str], shown: Shared | None) -> Iterator[Counting]:
        unchosen = facets - self.filters.keys() - {LOCALE}
        documents = self.counted() if shown is None else None
        yield Counting(documents, frozenset({TOTAL, *unchosen}), shown)
        for name in sorted(facets & self.filters.keys()):
            if shown is None:
                yield Counting(self._unhidden(self.documents(name)), frozenset({name}))
            else:
                yield Counting(None, frozenset({name}), self.shown(_without(name), name))
        # Where any version may stand for a page, only their language leaves pages out.
        if not self.once or TEXT_LANGUAGE in self.filters:
            yield self._left_out(shown)
        if LOCALE in facets:
            everywhere = replace(self, locale_id=None, once=False)
            yield Counting(everywhere.counted(), frozenset({LOCALE}))

    def _left_out(self, shown: Shared | None) -> Counting:
        """Return the documents of other locales and languages of which no version is shown."""
        if self.once and shown is not None:
            versions = self.shown(_without(TEXT_LANGUAGE), TEXT_LANGUAGE)
            others = Document.objects.filter(pk__in=versions.ids)
            others = others.exclude(translation_key__in=shown.column("translation_key"))
            return Counting(others, frozenset({ELSEWHERE}), versions)
        documents = self.documents(TEXT_LANGUAGE, in_locale=False)
        locales = self.rules.open_locales
        if TEXT_LANGUAGE not in self.filters:
            # Those of the own locale are shown, which need not be asked of each of them.
            locales = tuple(one for one in locales if one != self.locale_id)
        keys = self.documents().order_by().values("translation_key")
        others = self._unhidden(documents, locales).exclude(translation_key__in=keys)
        return Counting(others, frozenset({ELSEWHERE}))

    def _by_language(self, counts: dict[str, Counter]) -> dict[str, Counter]:
        """Return counts with the language of each open locale for its id."""
        languages = {home.locale_id: home.language for home in self.rules.homes}
        found = counts.pop(LOCALE, Counter())
        counts[LOCALE] = Counter({languages[key]: pages for key, pages in found.items()})
        return counts

    def _unhidden(self, documents: QuerySet, locales: tuple[int, ...] | None = None) -> QuerySet:
        """Return those of `documents` in open locales, or some, without what something hides.

        Hidden pages are few and found by themselves. Joining the page of each document to ask it
        makes counts many times slower.
        """
        hidden = self.rules.hidden_pages().values("pk")
        locales = self.rules.open_locales if locales is None else locales
        return documents.filter(locale_id__in=locales).exclude(pk__in=hidden)


def _without(name: str) -> str:
    """Return the name of the set of the documents that no value of a facet limits."""
    return f"search_without_{name}"


def _having(name: str, value: str) -> tuple[str, tuple]:
    """Return the condition for the documents of a set that have a value: SQL and parameters."""
    if name in COLUMNS:
        return f"{name} = %s", (Document._meta.get_field(name).get_prep_value(value),)
    sql, parameters = sql_of(_rows_of(name, value).order_by().values_list("document_id"))
    return f"document_id IN ({sql})", parameters


def _rows_of(name: str, value: str) -> QuerySet:
    return Facet.objects.filter(facet=name, value=value)


def _has(name: str, value: str, prefix: str) -> Q:
    if name in COLUMNS:
        return Q(**{f"{prefix}{name}": value})
    rows = _rows_of(name, value)
    if prefix:
        # Words lead to these documents. Of a list of ids, SQLite would ask the words of each id.
        return Q(Exists(rows.filter(document_id=OuterRef(f"{prefix}pk"))))
    return Q(pk__in=rows.values("document_id"))
