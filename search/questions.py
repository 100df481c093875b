"""The question of a request as every engine understands it: its words, languages and synonyms."""

from dataclasses import dataclass, field

from django.db.models import Value

from search import indexing, synonyms
from search.engines.base import SearchRequest
from search.languages import GRAMMARS, primary
from search.models import IndexTerm, Synonym
from search.query import Query, parse

# The synonyms of each language when this process last read them.
_rules: dict[str, frozenset[synonyms.Rule]] = {}


@dataclass(frozen=True)
class Frequencies:
    """In how many documents each token of a question is, and how many documents there are."""

    total: int = 0
    documents: dict[str, int] = field(default_factory=dict)

    def get(self, token: str, default: int = 0) -> int:
        return self.documents.get(token, default)

    def __contains__(self, token: str) -> bool:
        return self.documents.get(token, 0) > 0


def languages_of(locale: str) -> tuple[str, ...]:
    """Return the languages in which a question is understood, that of its address first."""
    return tuple(dict.fromkeys((primary(locale), *GRAMMARS)))


def understood(request: SearchRequest) -> tuple[Query, Frequencies]:
    """Return what a request asks, and how frequent each token of it is in the index.

    One query tells both, as long as the synonyms of the language are what they were when this
    process last read them; else the question is read again with what they are now.
    """
    languages = languages_of(request.locale)
    plain = parse(request.q, languages)
    if not plain:
        return plain, Frequencies()
    rules = _rules.get(request.locale, frozenset())
    while True:
        query = synonyms.expanded(plain, rules, languages[0]) if request.synonyms else plain
        frequencies, current = _frequencies_and_rules(query, request.locale)
        if current == rules:
            return query, frequencies
        rules = _rules[request.locale] = current


def _frequencies_and_rules(query: Query, locale: str):
    terms = IndexTerm.objects.filter(token__in=[indexing.EVERY_DOCUMENT, *query.tokens])
    words = Synonym.objects.as_text(locale).annotate(documents=Value(0), is_rule=Value(True))
    rows = terms.annotate(is_rule=Value(False)).values_list("token", "documents", "is_rule")
    rows = rows.union(words.values_list("text", "documents", "is_rule"), all=True)
    documents, rules = {}, set()
    for text, count, is_rule in rows.order_by():
        if is_rule:
            rules.add(synonyms.rule_of(text))
        else:
            documents[text] = count
    total = documents.pop(indexing.EVERY_DOCUMENT, 0)
    return Frequencies(total, documents), frozenset(rules)
