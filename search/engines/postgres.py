"""PostgreSQL: a generated vector over the tokens with a GIN index.

No extension and no dictionary of the server is used: the tokens are ready (`search.analysis`), so
that no installation needs a superuser and both databases find the same pages. The server's own
rank knows nothing of how rare a word is: each word's is multiplied by that.
"""

import math

from django.db.models import F, FloatField, Func, TextField, Value
from django.db.models.expressions import RawSQL

from search.engines.asking import WEIGHTS
from search.engines.database import DatabaseEngine
from search.expressions import AllOf, AnyOf, Phrase, SomeOf, Token, Without, leaves_of, tokens_of
from search.indexing import COLUMNS
from search.models import FullText, IndexedText

# In the server's order: D, C, B, A; the heaviest is 1.
_WEIGHTS = [WEIGHTS[column] / max(WEIGHTS.values()) for column in reversed(COLUMNS)]
# Divide by 1 + the logarithm of the length.
_BY_LENGTH = 1


class PostgresEngine(DatabaseEngine):
    name = "postgresql"

    def compiled(self, expression) -> str:
        match expression:
            case Token(text, prefix):
                return f"'{text}':*" if prefix else f"'{text}'"
            case Phrase(tokens):
                return f"({' <-> '.join(self.compiled(Token(token)) for token in tokens)})"
            case AllOf(parts):
                return f"({' & '.join(map(self.compiled, parts))})"
            case AnyOf(parts):
                return f"({' | '.join(map(self.compiled, parts))})"
            case SomeOf():
                return self.compiled(expression.spelled_out)
            case Without(wanted, excluded):
                return f"({self.compiled(wanted)} & !{self.compiled(excluded)})"
        raise TypeError(expression)

    def ranked(self, expression, candidates, frequencies):
        found = FullText.objects.filter(document_id__in=candidates.ids)
        score = Value(0.0, output_field=FloatField())
        for part in dict.fromkeys(leaves_of(expression)):
            counts = [frequencies.get(token, 0) for token in tokens_of(part)]
            rarity = math.log(1 + frequencies.total / max(1, *counts, 0))
            score = score + rarity * Func(
                RawSQL("%s::float4[]", [_WEIGHTS]),
                F("content"),
                RawSQL("%s::tsquery", [self.compiled(part)]),
                Value(_BY_LENGTH),
                function="ts_rank",
                output_field=FloatField(),
            )
        return found.annotate(score=score)

    def titled(self, expression):
        # As the index of titles has them (migration 0007).
        words = Func(
            F("title"),
            template="to_tsvector('simple'::regconfig, %(expressions)s)",
            output_field=TextField(),
        )
        titles = IndexedText.objects.annotate(title_words=words)
        return titles.filter(title_words__answers=self.compiled(expression))

    def titles(self, beginnings, condition):
        # The title has the weight A in the vector.
        words = " & ".join(f"'{token}':*A" for token in beginnings)
        return FullText.objects.filter(content__answers=words).filter(condition("document__"))
