"""What both database engines share: everything but the syntax of a question and the score.

The words are found in the index, the rest in the catalogue: filters, visibility and counts are
those of every other list (`search.selection`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Substr

from content import visibility
from search import indexing
from search.counting import ELSEWHERE, TOTAL
from search.engines.base import DATE, Hit, SearchRequest, SearchResponse
from search.engines.loosening import (
    FEW,
    MOST,
    NOTHING,
    OTHER,
    Attempt,
    looser,
    strict,
)
from search.highlighting import Highlighter
from search.languages import GRAMMARS, primary
from search.models import Document, FullText, IndexTerm
from search.query import Query, parse
from search.selection import Selection

WEIGHTS = {"title": 10.0, "summary": 4.0, "headings": 3.0, "body": 1.0}
# The part of a text in which a passage is looked for, in characters.
PASSAGE_SOURCE = 20_000
# How many recent pages are offered when nothing answers.
RECENT = 5


@dataclass(frozen=True)
class Frequencies:
    """In how many documents each token of a question is, and how many documents there are."""

    total: int = 0
    documents: dict[str, int] = field(default_factory=dict)

    def get(self, token: str, default: int = 0) -> int:
        return self.documents.get(token, default)

    def __contains__(self, token: str) -> bool:
        return self.documents.get(token, 0) > 0


class DatabaseEngine:
    """The index of the database that holds the pages."""

    name = ""

    def compiled(self, expression) -> str:
        """Return an expression in the syntax of the database."""
        raise NotImplementedError

    def ranked(
        self, expression, condition: Callable[[str], Q], frequencies: Frequencies
    ) -> QuerySet:
        """Return the rows of `FullText` that answer, annotated with a `score`, high for the best.

        `condition` gives the condition on their documents, reached through a prefix.
        """
        raise NotImplementedError

    def put(self, documents: list[Document]) -> None:
        indexing.put(documents)

    def remove(self, page_ids: list[int]) -> None:
        indexing.remove(page_ids)

    def search(self, request: SearchRequest, rules: visibility.Rules) -> SearchResponse:
        languages = _languages(request.locale)
        query = parse(request.q, languages)
        frequencies = frequencies_of(query)
        known = frequencies.__contains__
        home = rules.home(request.locale)
        everywhere = Selection(rules=rules, locale_id=None, filters=request.filters)
        own = replace(everywhere, locale_id=home.locale_id if home else 0)

        attempt = strict(query, known)
        selection = self._asking(attempt, query, own)
        counts = selection.counts(set(request.counted))
        total, suggestion = counts[TOTAL][""], ""
        first = attempt
        if query and total < (FEW if len(query.terms) >= FEW else 1):
            for other in looser(query, known, languages):
                found = self._asking(other, query, own).total()
                if found <= total:
                    continue
                suggestion = suggestion or other.mended
                # What has every word is not given up for a guess, nor drowned in what has one.
                if not total or other.level == MOST:
                    attempt, total = other, found
                    break
            if not total:
                attempt, own = self._elsewhere(first, query, everywhere, own)
            if attempt is not first:
                selection = self._asking(attempt, query, own)
                if attempt.level == NOTHING:
                    counts = defaultdict(Counter)
                else:
                    counts = selection.counts(set(request.counted))
        page_ids = self._page_of(selection, request, (first, attempt), frequencies)
        return SearchResponse(
            hits=_hits(page_ids, rules, Highlighter(attempt.expression)),
            total=counts[TOTAL][""],
            facets={name: counts[name] for name in request.counted},
            elsewhere=counts[ELSEWHERE],
            query=query.text,
            level=attempt.level,
            suggestion=suggestion,
            engine=self.name,
        )

    def _asking(self, attempt: Attempt, query: Query, selection: Selection) -> Selection:
        """Return the selection of what an attempt finds; of everything without a question."""
        if attempt.expression is not None:
            answers = self.compiled(attempt.expression)
            matching = FullText.objects.filter(content__answers=answers)
        elif query and attempt.level != NOTHING:
            matching = FullText.objects.none()
        else:
            return selection
        return replace(selection, matching=matching.values("document_id"))

    def _elsewhere(self, first: Attempt, query: Query, everywhere: Selection, own: Selection):
        """Return the attempt in any language, one version a page, and its selection; or nothing.

        What is left when nothing answers is the newest pages of the language.
        """
        if first.expression is not None and everywhere.rules.homes:
            attempt = replace(first, level=OTHER)
            found = self._asking(attempt, query, everywhere)
            if found.total():
                return attempt, replace(everywhere, once=True)
        return Attempt(NOTHING, None), replace(own, filters={})

    def _page_of(self, selection, request, attempts, frequencies) -> list[int]:
        """Return the ids of the documents on the page asked for, in their order.

        `attempts` are the strict one, whose answers come first, and the one that answers.
        """
        first, attempt = attempts
        start = (request.page - 1) * request.page_size
        end = start + request.page_size
        if attempt.expression is None:
            # After a question that found nothing, some recent pages, and no second page of them.
            end = min(end, RECENT) if attempt.level == NOTHING else end
            documents = selection.public().order_by("-dated", "-page_id")
            return list(documents.values_list("pk", flat=True)[start:end])
        ranked = self.ranked(attempt.expression, selection.public_condition, frequencies)
        newest = (F("document__dated").desc(), F("document_id").desc())
        order = newest if request.sort == DATE else (F("score").desc(), *newest)
        if attempt.level == MOST and first.expression is not None:
            whole = FullText.objects.filter(content__answers=self.compiled(first.expression))
            order = (Case(When(pk__in=whole.values("pk"), then=0), default=1), *order)
        return list(ranked.order_by(*order).values_list("document_id", flat=True)[start:end])


def _languages(locale: str) -> tuple[str, ...]:
    """Return the languages in which a question is understood, that of its address first."""
    return tuple(dict.fromkeys((primary(locale), *GRAMMARS)))


def frequencies_of(query: Query) -> Frequencies:
    """Return how frequent each token of a question is in the index, in one query."""
    if not query:
        return Frequencies()
    rows = IndexTerm.objects.filter(token__in=[indexing.EVERY_DOCUMENT, *query.tokens])
    found = dict(rows.values_list("token", "documents"))
    return Frequencies(found.pop(indexing.EVERY_DOCUMENT, 0), found)


def _hits(page_ids: list[int], rules: visibility.Rules, highlighter: Highlighter) -> list[Hit]:
    """Return the documents to show in their order, checked again as anybody's to see."""
    documents = Document.objects.public(rules).filter(pk__in=page_ids)
    documents = documents.annotate(passage=Substr("words__text", 1, PASSAGE_SOURCE))
    found = {document.pk: document for document in documents}
    return [highlighter.hit(found[page_id]) for page_id in page_ids if page_id in found]
