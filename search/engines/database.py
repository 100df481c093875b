"""What both database engines share: everything but the syntax of a question and the score.

The words are found in the index, the rest in the catalogue: filters, visibility and counts are
those of every other list (`search.selection`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr

from content import visibility
from search import indexing
from search.counting import ELSEWHERE, TOTAL
from search.engines.base import DATE, Hit, SearchRequest, SearchResponse
from search.expressions import Token, Without, all_of, any_of, known_part
from search.highlighting import Highlighter
from search.languages import GRAMMARS, primary
from search.models import Document, FullText, IndexTerm
from search.query import Query, Term, parse
from search.selection import Selection

COLUMNS = ("title", "summary", "headings", "body")
WEIGHTS = {"title": 10.0, "summary": 4.0, "headings": 3.0, "body": 1.0}
# The part of a text in which a passage is looked for, in characters.
PASSAGE_SOURCE = 20_000
SHORTEST_BEGINNING = 3


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
        expression = _every_word(query, frequencies)
        selection = self._selection(request, rules, query, expression)
        counts = selection.counts(set(request.counted))
        page_ids = self._page_of(selection, request, expression, frequencies)
        return SearchResponse(
            hits=_hits(page_ids, rules, Highlighter(expression)),
            total=counts[TOTAL][""],
            facets={name: counts[name] for name in request.counted},
            elsewhere=counts[ELSEWHERE],
            query=query.text,
            engine=self.name,
        )

    def _selection(self, request, rules, query: Query, expression) -> Selection:
        home = rules.home(request.locale)
        matching = None
        if expression is not None:
            answers = self.compiled(expression)
            matching = FullText.objects.filter(content__answers=answers).values("document_id")
        elif query:
            matching = FullText.objects.none().values("document_id")
        return Selection(
            rules=rules,
            locale_id=home.locale_id if home else 0,
            filters=request.filters,
            matching=matching,
        )

    def _page_of(self, selection, request, expression, frequencies) -> list[int]:
        """Return the ids of the documents on the page asked for, in their order."""
        start = (request.page - 1) * request.page_size
        end = start + request.page_size
        if expression is None:
            documents = selection.public().order_by("-dated", "-page_id")
            return list(documents.values_list("pk", flat=True)[start:end])
        ranked = self.ranked(expression, selection.public_condition, frequencies)
        newest = (F("document__dated").desc(), F("document_id").desc())
        order = newest if request.sort == DATE else (F("score").desc(), *newest)
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


def _every_word(query: Query, frequencies: Frequencies):
    """Return the expression that demands every word; None if no page can have one of them."""
    wanted = [answerable(term, frequencies) for term in query.terms]
    if not wanted or None in wanted:
        return None
    excluded = [known_part(term.expression, frequencies.__contains__) for term in query.excluded]
    refused = any_of(filter(None, excluded))
    return Without(all_of(wanted), refused) if refused else all_of(wanted)


def answerable(term: Term, frequencies: Frequencies):
    """Return the expression of a term as far as the index has its words, or None.

    A word that no page has is taken for the beginning of one.
    """
    known = known_part(term.expression, frequencies.__contains__)
    if known is None and not term.phrase and len(term.written) >= SHORTEST_BEGINNING:
        return Token(term.token, prefix=True)
    return known


def _hits(page_ids: list[int], rules: visibility.Rules, highlighter: Highlighter) -> list[Hit]:
    """Return the documents to show in their order, checked again as anybody's to see."""
    documents = Document.objects.public(rules).filter(pk__in=page_ids)
    documents = documents.annotate(passage=Substr("words__text", 1, PASSAGE_SOURCE))
    found = {document.pk: document for document in documents}
    return [highlighter.hit(found[page_id]) for page_id in page_ids if page_id in found]
