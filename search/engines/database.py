"""What both database engines share: everything but the syntax of a question and the score.

The words are found in the index, the rest in the catalogue: filters, visibility and counts are
those of every other list (`search.selection`).
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.lookups import Exact

from search import indexing
from search.counting import SHOWN
from search.engines.asking import AskingEngine, Found, Frequencies, Question
from search.engines.base import DATE
from search.expressions import any_of, leaves_of, tokens_of
from search.models import Document, FullText
from search.selection import Selection
from search.sharing import Shared, rows_of, sql_of

# How many of the pages that answer are ranked: it takes long to read all the words of a page.
RANKED = 1_000
NEWEST = ("-dated", "-page_id")


class DatabaseEngine(AskingEngine):
    """The index of the database that holds the pages."""

    @abstractmethod
    def compiled(self, expression) -> str:
        """Return an expression in the syntax of the database."""

    @abstractmethod
    def ranked(self, expression, candidates: Shared, frequencies: Frequencies) -> QuerySet:
        """Return the rows of `FullText` of some documents that answer, annotated with a `score`.

        It is high for the best.
        """

    @abstractmethod
    def titled(self, expression) -> QuerySet:
        """Return the rows of `FullText` whose title answers an expression."""

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
        expression = question.attempt.expression
        if expression is None:
            ids = _page_of(question.scope.public().order_by(*NEWEST), question)
            counts = question.scope.counts(set(question.request.counted), ids)
        else:
            counts = self._answer(question, expression)
        return Found(counts, list(counts.pop(SHOWN, ())))

    def _answer(self, question: Question, expression) -> dict[str, Counter]:
        """Return the counts of what answers an expression, and the ids that are shown of it."""
        selection, sets = self._sets(question, expression)
        shown = sets[-1]
        ids, candidates = self._in_order(shown, question)
        shared = (*sets, *candidates)
        return selection.counts(set(question.request.counted), ids, shown, shared)

    def total(self, question: Question) -> int:
        expression = question.attempt.expression
        if expression is None:
            return question.scope.total()
        _selection, sets = self._sets(question, expression)
        [(total, _place)] = rows_of([sets[-1].size], sets)
        return total

    def _sets(self, question: Question, expression) -> tuple[Selection, tuple[Shared, ...]]:
        """Return the selection of what answers, and its sets: the last are those that are shown."""
        words = Shared.of("search_words", self._answering(expression))
        many = max(map(question.frequencies.get, tokens_of(expression)), default=0) > RANKED
        selection = replace(question.scope, matching=_among(words, many)).sharing()
        sets = (words, selection.unfiltered, selection.shown())
        return selection, tuple(dict.fromkeys(sets))

    def _answering(self, expression) -> QuerySet:
        return FullText.objects.filter(content__answers=self.compiled(expression))

    def _in_order(self, shown: Shared, question: Question) -> tuple[QuerySet, tuple[Shared, ...]]:
        """Return the query of the ids on the page asked for, in their order, and what it names.

        All that are shown are ranked up to `RANKED` of them. Of more, those are that have words of
        the question in their title, and the latest of the others; what is left follows them.
        """
        request, expression = question.request, question.attempt.expression
        whole = question.whole_first
        whole = [] if whole is None else [self._answering(whole)]
        documents = Document.objects.filter(pk__in=shown.ids)
        if request.sort == DATE:
            order = (*map(_first, whole), *NEWEST)
            return _page_of(documents.order_by(*order), question), ()
        likely = [*whole, self.titled(any_of(leaves_of(expression)))]
        ranked = RANKED // request.page_size * request.page_size
        if request.page * request.page_size > ranked:
            order = (*map(_first, likely), "-page_id")
            return _page_of(documents.order_by(*order), question), ()
        candidates = _best_of(shown, likely, ranked)
        found = self.ranked(expression, candidates, question.frequencies)
        newest = (F("document__dated").desc(), F("document_id").desc())
        order = (*map(_first, whole), F("score").desc(), *newest)
        return _page_of(found.order_by(*order), question), (candidates,)


def _among(documents: Shared, many: bool) -> Q:
    """Return the condition for documents of a set; of `many`, for each of the others to be read.

    A database that goes from the ids to the rows reads them one by one.
    """
    among = Q(pk__in=documents.ids)
    return Q(Exact(Case(When(among, then=1), default=0), 1)) if many else among


def _best_of(documents: Shared, likely: list[QuerySet], most: int) -> Shared:
    """Return the ids that are ranked: those of the first query first, then the latest."""
    order, parameters = [], []
    for found in likely:
        sql, given = sql_of(found.values("pk"))
        order.append(f"CASE WHEN document_id IN ({sql}) THEN 0 ELSE 1 END")
        parameters += given
    ids = f"SELECT document_id FROM {documents.name}"  # noqa: S608
    ordered = f"{ids} ORDER BY {', '.join((*order, 'document_id DESC'))} LIMIT {most}"
    return Shared("search_candidates", ordered, tuple(parameters))


def _first(found: QuerySet) -> Case:
    """Return the order that puts documents of these rows before all others."""
    return Case(When(pk__in=found.values("pk"), then=0), default=1)


def _page_of(rows: QuerySet, question: Question) -> QuerySet:
    """Return the ids of the page that is asked for, of rows in their order."""
    request = question.request
    start = (request.page - 1) * request.page_size
    return rows.values_list("pk", flat=True)[start : start + request.page_size]
