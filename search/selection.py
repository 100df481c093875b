"""Which documents a list or an answer is made of, and what is counted of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from content import visibility
from search.counting import COLUMNS, ELSEWHERE, TOTAL, Counting, count_together
from search.models import Document, Facet


@dataclass(frozen=True)
class Selection:
    """The listed documents of one locale that have some facet values; of any open one if None.

    `kinds` limits it to some kinds, `fixed` and `filters` to values by facet, `matching` to the
    documents of a query of ids. `once` leaves one version of each page, the oldest that matches.
    """

    rules: visibility.Rules
    locale_id: int | None
    kinds: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    matching: QuerySet | None = None
    once: bool = False

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
        return wanted & ~Exists(self._versions_before(prefix)) if self.once else wanted

    def _versions_before(self, prefix: str) -> QuerySet:
        """Return the versions of a document reached through `prefix` that stand in its place."""
        versions = Document.objects.filter(self.rules.filter("page__"), listed=True)
        return versions.filter(
            translation_key=OuterRef(f"{prefix}translation_key"),
            pk__lt=OuterRef(f"{prefix}pk"),
            pk__in=self.matching,
        )

    def public_condition(self, prefix: str = "") -> Q:
        """Return the condition for documents that anybody may see, in this selection."""
        return self.condition(prefix) & self.rules.filter(f"{prefix}page__")

    def documents(self, without: str = "", in_locale: bool = True) -> QuerySet:
        """Return the documents, whether anybody may see them or not."""
        documents = Document.objects.filter(self.condition("", without, in_locale))
        return documents if self.matching is None else documents.filter(pk__in=self.matching)

    def public(self) -> QuerySet:
        """Return the documents that anybody may see, with their pages."""
        return self.documents().public(self.rules)

    def total(self) -> int:
        """Return how many pages anybody may see in this selection."""
        return self._counted(self.documents()).count()

    def counts(self, facets: set[str]) -> dict[str, Counter]:
        """Return the total, the values of `facets` and what the locale leaves out: one query.

        The values of a facet in force are counted as if nothing had been chosen of it.
        """
        shown = self.documents()
        unchosen = facets - self.filters.keys()
        countings = [Counting(self._counted(shown), frozenset({TOTAL, *unchosen}))]
        for name in sorted(facets & self.filters.keys()):
            countings.append(Counting(self._counted(self.documents(name)), frozenset({name})))
        left_out = self._counted(self.documents("text_language", in_locale=False)).exclude(
            translation_key__in=shown.order_by().values("translation_key")
        )
        return count_together([*countings, Counting(left_out, frozenset({ELSEWHERE}))])

    def _counted(self, documents: QuerySet) -> QuerySet:
        """Return `documents` as they are counted: without the pages that something hides.

        Those are few and found by themselves. Joining the page of each document to ask it
        makes counts many times slower.
        """
        hidden = self.rules.hidden_pages().values("pk")
        return documents.filter(locale_id__in=self.rules.open_locales).exclude(pk__in=hidden)


def _has(name: str, value: str, prefix: str) -> Q:
    if name in COLUMNS:
        return Q(**{f"{prefix}{name}": value})
    rows = Facet.objects.filter(facet=name, value=value)
    return Q(**{f"{prefix}pk__in": rows.values("document_id")})
