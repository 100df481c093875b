"""What all engines share: how a question is read, and how it is asked again when it finds little.

An engine finds, ranks and counts what answers one `Question`; which questions are asked, in which
order, and what is shown of the answer, is the same for all.
"""

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from django.db.models.functions import Substr

from content import visibility
from search.counting import ELSEWHERE, ESTIMATED, TOTAL
from search.engines.base import DATE, EVERY_VERSION, Hit, SearchRequest, SearchResponse
from search.engines.loosening import (
    ANY,
    EVERY,
    FEW,
    MENDED,
    MOST,
    NOTHING,
    OTHER,
    Attempt,
    looser,
    respelled,
    strict,
)
from search.highlighting import Highlighter
from search.models import Document
from search.query import Query
from search.questions import Frequencies, languages_of, understood
from search.selection import Selection

# How much more a word says in a part of a page than in its text, for every engine.
WEIGHTS = {"title": 10.0, "summary": 4.0, "headings": 3.0, "body": 1.0}
# What a word in a title adds to its score, as a share of what it scores there alone. In one score
# of all parts a title weighs hardly more than a few mentions in a text.
IN_TITLE = 0.4
# The part of a text in which a passage is looked for, in characters.
PASSAGE_SOURCE = 20_000
# How many recent pages are offered when nothing answers.
RECENT = 5
# A page of answers: with fewer, what has some of the words joins them.
ENOUGH = 10
# A page with every word passes one, not two, of those that say more with some of the words.
AHEAD = 1.5
WHOLE = {EVERY, MENDED, MOST}


@dataclass(frozen=True)
class Question:
    """One attempt to answer a request, among the documents of `scope`.

    Without an expression every document of the scope answers. `first` is the attempt that demands
    every word: what answers it comes first where most of the words are enough.
    """

    request: SearchRequest
    attempt: Attempt
    first: Attempt
    scope: Selection
    frequencies: Frequencies

    @property
    def whole_first(self):
        """The expression whose answers come before all others, or None."""
        return self.first.expression if self.attempt.level == MOST else None


@dataclass(frozen=True)
class Found:
    """What answers a question: its counts, as `Selection.counts` gives them, and its pages.

    `page_ids` are those of the page asked for, in their order.
    """

    counts: dict[str, Counter]
    page_ids: list[int]

    @property
    def total(self) -> int:
        return self.counts[TOTAL][""]


class AskingEngine(ABC):
    """An engine that asks strictly first, then less so."""

    name = ""

    @abstractmethod
    def found(self, question: Question) -> Found:
        """Return what answers: public pages only."""

    @abstractmethod
    def total(self, question: Question) -> int:
        """Return how many pages answer."""

    def search(self, request: SearchRequest, rules: visibility.Rules) -> SearchResponse:
        query, frequencies = understood(request)
        first = strict(query, frequencies.__contains__)
        question = Question(request, first, first, scope_of(request, rules), frequencies)
        answerable = first.expression is not None or not query
        found = self.found(question) if answerable else _nothing()
        suggestion = ""
        if query and found.total < (FEW if len(query.terms) >= FEW else 1):
            question, found, suggestion = self._loosened(question, found, query)
        attempt = question.attempt
        hits = _hits(found.page_ids, rules, Highlighter(attempt.expression))
        return SearchResponse(
            hits=hits,
            listed=self._listed(hits, question, found, query),
            total=found.total,
            facets={name: found.counts[name] for name in request.counted},
            elsewhere=found.counts[ELSEWHERE],
            estimated=frozenset(found.counts[ESTIMATED]),
            query=query.text,
            level=attempt.level,
            suggestion=suggestion,
            engine=self.name,
        )

    def _loosened(
        self, question: Question, found: Found, query: Query
    ) -> tuple[Question, Found, str]:
        """Return the question to answer instead, what answers it, and what to suggest."""
        suggestion, known = "", question.frequencies.__contains__
        languages = languages_of(question.request.locale)
        for attempt in looser(query, known, languages):
            other = replace(question, attempt=attempt)
            if self.total(other) <= found.total:
                continue
            suggestion = suggestion or attempt.mended
            # What has every word is not given up for a guess, nor drowned in what has one.
            if not found.total or attempt.level == MOST:
                return other, self.found(other), suggestion
        if found.total:
            return question, found, suggestion
        near = respelled(query, known, languages) if question.first.expression else None
        if near:
            other = replace(question, attempt=near)
            answer = self.found(other)
            if answer.total:
                return other, answer, near.mended
        return *self._elsewhere(question, found), suggestion

    def _listed(
        self, hits: list[Hit], question: Question, answer: Found, query: Query
    ) -> list[Hit]:
        """Return the hits of an answer, best first, with pages that have some of the words if few.

        A title that names one of the words may say more than a long text that has all of them
        somewhere: the order is that of any of the words, a page with every word a little ahead.
        Those with some are beside the answer: neither its total nor its facets count them.
        """
        loosest = self._loosest(question, answer, query)
        if loosest is None:
            return hits
        order = self.found(loosest).page_ids
        others = [page_id for page_id in order if page_id not in answer.page_ids]
        highlighter = Highlighter(loosest.attempt.expression)
        more = _hits(others[: ENOUGH - answer.total], question.scope.rules, highlighter)
        places = {page_id: place for place, page_id in enumerate(order)}
        return sorted(
            [*hits, *(replace(hit, partial=True) for hit in more)],
            key=lambda hit: places.get(hit.document.pk, len(places)) - AHEAD * (not hit.partial),
        )

    def _loosest(self, question: Question, answer: Found, query: Query) -> Question | None:
        """Return the question for pages with any of the words, None where none are wanted.

        A list in the order of dates has none, since what answers would be lost among them.
        """
        request, total = question.request, answer.total
        if not 0 < total < ENOUGH or len(query.terms) < 2 or question.attempt.level not in WHOLE:
            return None
        if request.page > 1 or request.page_size < total or request.sort == DATE:
            return None
        languages, known = languages_of(request.locale), question.frequencies.__contains__
        *_stricter, loosest = (None, *looser(query, known, languages))
        if loosest is None or loosest.level != ANY:
            return None
        uncounted = replace(request, counted=frozenset(), page_size=ENOUGH + total)
        return replace(question, attempt=loosest, request=uncounted)

    def _elsewhere(self, question: Question, found: Found) -> tuple[Question, Found]:
        """Return the question in any language, one version a page, and what answers it.

        What is left when nothing answers is the newest pages of the language; the counts then
        stay those of `found`, which say what the question finds without each of its filters.
        """
        if question.first.expression is not None and question.scope.rules.homes:
            attempt = replace(question.first, level=OTHER)
            everywhere = replace(question.scope, locale_id=None, once=True)
            other = replace(question, attempt=attempt, scope=everywhere)
            elsewhere = self.found(other)
            if elsewhere.total:
                return other, elsewhere
        nothing = replace(question, attempt=Attempt(NOTHING, None))
        return nothing, replace(found, page_ids=_recent(question.scope, question.request))


def scope_of(request: SearchRequest, rules: visibility.Rules) -> Selection:
    """Return the documents among which a request is answered."""
    scope = Selection(
        rules=rules,
        locale_id=None,
        filters=request.filters,
        reader_locale_id=_locale_id(rules, request.locale),
    )
    if request.version == EVERY_VERSION:
        return replace(scope, once=True)
    return replace(scope, locale_id=_locale_id(rules, request.version or request.locale))


def _locale_id(rules: visibility.Rules, language: str) -> int:
    """Return the locale of an open language, 0 (which none has) for another."""
    home = rules.home(language)
    return home.locale_id if home else 0


def _nothing() -> Found:
    return Found(defaultdict(Counter), [])


def _recent(scope: Selection, request: SearchRequest) -> list[int]:
    """Return the ids of some recent pages; there is no second page of them."""
    documents = replace(scope, filters={}).public().order_by("-dated", "-page_id")
    start = (request.page - 1) * request.page_size
    end = min(start + request.page_size, RECENT)
    return list(documents.values_list("pk", flat=True)[start:end]) if start < end else []


def _hits(page_ids: list[int], rules: visibility.Rules, highlighter: Highlighter) -> list[Hit]:
    """Return the documents to show in their order, checked again as anybody's to see."""
    documents = Document.objects.public(rules).filter(pk__in=page_ids)
    documents = documents.annotate(passage=Substr("words__text", 1, PASSAGE_SOURCE))
    found = {document.pk: document for document in documents}
    return [highlighter.hit(found[page_id]) for page_id in page_ids if page_id in found]
