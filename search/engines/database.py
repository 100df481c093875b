"""What both database engines share: everything but the syntax of a question and the score.

The words are found in the index, the rest in the catalogue: filters, visibility and counts are
those of every other list (`search.selection`).
"""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace

from django.db.models import Case, F, Q, QuerySet, When

from search import indexing
from search.counting import SHOWN
from search.engines.asking import AskingEngine, Found, Frequencies, Question
from search.engines.base import DATE
from search.models import Document, FullText
from search.selection import Selection


class DatabaseEngine(AskingEngine):
    """The index of the database that holds the pages."""

    @abstractmethod
    def compiled(self, expression) -> str:
        """Return an expression in the syntax of the database."""

    @abstractmethod
    def ranked(
        self, expression, condition: Callable[[str], Q], frequencies: Frequencies
    ) -> QuerySet:
        """Return the rows of `FullText` that answer, annotated with a `score`, high for the best.

        `condition` gives the condition on their documents, reached through a prefix.
        """

    @abstractmethod
    def titles(self, beginnings: list[str], condition: Callable[[str], Q]) -> QuerySet:
        """Return the rows of `FullText` whose title has words that begin with each of these tokens.

        `condition` gives the condition on their documents, reached through a prefix.
        """

    def put(self, documents: list[Document]) -> None:
        indexing.put(documents)

    def remove(self, page_ids: list[int]) -> None:
        indexing.remove(page_ids)

    def found(self, question: Question) -> Found:
        selection = self._selection(question)
        ids = self._page_of(selection, question)
        counts = selection.counts(set(question.request.counted), ids)
        return Found(counts, list(counts.pop(SHOWN, ())))

    def total(self, question: Question) -> int:
        return self._selection(question).total()

    def _answering(self, expression) -> QuerySet:
        return FullText.objects.filter(content__answers=self.compiled(expression))

    def _selection(self, question: Question) -> Selection:
        """Return the documents that answer; all those of the scope without an expression."""
        expression = question.attempt.expression
        if expression is None:
            return question.scope
        return replace(question.scope, matching=self._answering(expression).values("document_id"))

    def _page_of(self, selection: Selection, question: Question) -> QuerySet:
        """Return the query of the ids of the documents on the page asked for, in their order."""
        request, expression = question.request, question.attempt.expression
        start = (request.page - 1) * request.page_size
        end = start + request.page_size
        if expression is None:
            documents = selection.public().order_by("-dated", "-page_id")
            return documents.values_list("pk", flat=True)[start:end]
        ranked = self.ranked(expression, selection.public_condition, question.frequencies)
        newest = (F("document__dated").desc(), F("document_id").desc())
        order = newest if request.sort == DATE else (F("score").desc(), *newest)
        if question.whole_first is not None:
            whole = self._answering(question.whole_first)
            order = (Case(When(pk__in=whole.values("pk"), then=0), default=1), *order)
        return ranked.order_by(*order).values_list("document_id", flat=True)[start:end]
