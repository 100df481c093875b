"""SQLite: an FTS5 table over the tokens, ranked by BM25.

The table has no text of its own: it reads `search_indexedtext`, and triggers keep it in step
(migration 0003), so that a deletion by cascade reaches it too.
"""

from django.db.models import F, FloatField, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In
from django.db.models.sql.datastructures import Join

from search.engines.asking import IN_TITLE, WEIGHTS
from search.engines.database import DatabaseEngine
from search.expressions import AllOf, AnyOf, Phrase, SomeOf, Token, Without
from search.indexing import COLUMNS
from search.models import FullText

_WEIGHTS = ", ".join(str(WEIGHTS[column]) for column in COLUMNS)
_TITLE = ", ".join(str(WEIGHTS[column] if column == "title" else 0) for column in COLUMNS)
# High for the best: the server's own is low.
_SCORE = f'-bm25("search_fulltext", {_WEIGHTS}) - {IN_TITLE} * bm25("search_fulltext", {_TITLE})'


class SqliteEngine(DatabaseEngine):
    name = "sqlite"

    def compiled(self, expression) -> str:
        match expression:
            case Token(text, prefix):
                return f'"{text}"*' if prefix else f'"{text}"'
            case Phrase(tokens):
                return f'"{" ".join(tokens)}"'
            case AllOf(parts):
                return f"({' AND '.join(map(self.compiled, parts))})"
            case AnyOf(parts):
                return f"({' OR '.join(map(self.compiled, parts))})"
            case SomeOf():
                return self.compiled(expression.spelled_out)
            case Without(wanted, excluded):
                return f"({self.compiled(wanted)} NOT {self.compiled(excluded)})"
        raise TypeError(expression)

    def ranked(self, expression, candidates, frequencies):
        found = FullText.objects.filter(content__answers=self.compiled(expression))
        # A sum, so that words lead: of a list of ids, SQLite would ask the words of each id.
        found = found.filter(In(F("document_id") + Value(0), candidates.ids))
        score = RawSQL(_SCORE, [], output_field=FloatField())  # noqa: S611
        return _from_words(found.annotate(score=score, dated=F("document__dated")))

    def titled(self, expression):
        words = f"title : {self.compiled(expression)}"
        return FullText.objects.filter(content__answers=words)

    def titles(self, beginnings, condition):
        words = " AND ".join(f'"{token}"*' for token in beginnings)
        found = FullText.objects.filter(content__answers=f"title : ({words})")
        return _from_words(found.filter(condition("document__")))


def _from_words(found: QuerySet) -> QuerySet:
    """Return a query that goes from the words to the documents.

    Left to choose, SQLite asks the index of each document.
    """
    for join in found.query.alias_map.values():
        if isinstance(join, Join):
            join.join_type = "CROSS JOIN"
    return found
