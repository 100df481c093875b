"""A question as the server reads it: one request for the answers of a page and for all counts.

What a visitor typed is in it as tokens only. Visibility is asked again of every document, whatever
the index still holds: the language open, no page above hidden, not expired.
"""

from dataclasses import dataclass, field

from search.counting import COLUMNS
from search.engines.asking import IN_TITLE, WEIGHTS, Question
from search.engines.base import DATE, WINDOW
from search.expressions import AllOf, AnyOf, Phrase, SomeOf, Token, Without
from search.facets import CONTENT_LANGUAGE, LOCALE, TEXT_LANGUAGE
from search.selection import Selection

FIELDS = [f"{name}^{weight:g}" for name, weight in WEIGHTS.items()]
# More values than any facet has.
MOST_VALUES = 10_000
MOST_GROUPS = 200
# What has every word comes before all else: more than any score.
WHOLE_FIRST = 100_000
# Up to about so many pages, versions of one page are counted once without error.
EXACT_UP_TO = 20_000
# How many versions one request gives, and how many there may be in all: a filter names the chosen
# ones, and the server takes 65,536 names at most.
VERSIONS_AT_ONCE = 10_000
MOST_VERSIONS = 60_000
NEWEST = [{"dated": "desc"}, {"page": "desc"}]


def compiled(expression) -> dict:
    """Return an expression as a query, scored by BM25 over the parts of a page as one text.

    A word in a title says more beside, by the BM25 of titles.
    """
    match expression:
        case Token(text, False):
            anywhere = {"combined_fields": {"query": text, "fields": FIELDS}}
            title = {"match": {"title": {"query": text, "boost": IN_TITLE}}}
            return {"bool": {"must": [anywhere], "should": [title]}}
        case Token(text, True):
            beginnings = [
                {"prefix": {name: {"value": text, "boost": weight}}}
                for name, weight in WEIGHTS.items()
            ]
            return {"dis_max": {"queries": beginnings}}
        case Phrase(tokens):
            wanted = {"query": " ".join(tokens), "type": "phrase", "fields": FIELDS}
            return {"multi_match": wanted}
        case AllOf(parts):
            return {"bool": {"must": [compiled(part) for part in parts]}}
        case AnyOf(parts):
            return {"bool": {"should": [compiled(part) for part in parts]}}
        case SomeOf(parts, least):
            some = [compiled(part) for part in parts]
            return {"bool": {"should": some, "minimum_should_match": least}}
        case Without(wanted, excluded):
            return {"bool": {"must": [compiled(wanted)], "must_not": [compiled(excluded)]}}
    raise TypeError(expression)


@dataclass(frozen=True)
class Asked:
    """A question to the server.

    `hidden` are pages that hide themselves and all below them; `groups` the texts of one language
    in one locale that may have to be counted beside those of the scope; `only` the pages that
    stand for all versions of a page, if one of each is wanted.
    """

    question: Question
    hidden: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    only: tuple[int, ...] | None = None
    scope: Selection = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "scope", self.question.scope)

    def body(self) -> dict:
        """Return the whole request."""
        request = self.question.request
        start = (request.page - 1) * request.page_size
        size = max(0, min(request.page_size, WINDOW - start))
        by_date = request.sort == DATE or self.question.attempt.expression is None
        scored = not by_date or self.question.whole_first is not None
        return {
            "query": self.matching(by_date),
            "post_filter": _all(self.chosen()),
            "from": start if size else 0,
            "size": size,
            "sort": [*(["_score"] if scored else []), *NEWEST],
            "track_total_hits": True,
            "_source": False,
            "aggs": self.counts(),
        }

    def versions(self, after: int = 0) -> dict:
        """Return the request for the versions among which one stands for each page.

        They have the language of text that is asked for: by the other filters they are alike.
        `VERSIONS_AT_ONCE` of them come, by page id, from the one next to `after` on.
        """
        language = self.scope.filters.get(TEXT_LANGUAGE)
        alike = [_has(TEXT_LANGUAGE, language)] if language else []
        return {
            "query": _all([self.matching(by_date=True), *alike]),
            "size": VERSIONS_AT_ONCE,
            "sort": [{"page": "asc"}],
            "search_after": [after],
            "track_total_hits": False,
            "_source": False,
            "docvalue_fields": ["translation_key", "locale", TEXT_LANGUAGE, CONTENT_LANGUAGE],
        }

    def counting(self) -> dict:
        """Return the request that only counts."""
        return {
            "query": _all([self.matching(by_date=True), *self.chosen()]),
            "size": 0,
            "track_total_hits": True,
        }

    def matching(self, by_date: bool = False) -> dict:
        """Return the query of what answers in any open language, facets set aside."""
        expression, whole = self.question.attempt.expression, self.question.whole_first
        words = [compiled(expression)] if expression is not None else []
        query = {
            "filter": [*self.public(), *(words if by_date else [])],
            "must": [] if by_date else words,
            "must_not": self.not_public(),
        }
        if whole is not None:
            first = {"constant_score": {"filter": compiled(whole), "boost": WHOLE_FIRST}}
            query["should"] = [first]
        return {"bool": query}

    def public(self) -> list[dict]:
        """Return the conditions of what anybody may see."""
        rules = self.scope.rules
        conditions = [
            {"term": {"listed": True}},
            {"terms": {"locale": [str(one) for one in rules.open_locales]}},
        ]
        if self.scope.kinds:
            conditions.append({"terms": {"kind": list(self.scope.kinds)}})
        conditions += [_has(*one) for one in self.scope.fixed.items()]
        if self.only is not None:
            conditions.append({"terms": {"page": list(self.only)}})
        return conditions

    def not_public(self) -> list[dict]:
        """Return the conditions of what is hidden though the index may still hold it."""
        expired = {"range": {"expires": {"lte": self.scope.rules.now.isoformat()}}}
        hidden = [{"terms": {"ancestors": list(self.hidden)}}] if self.hidden else []
        return [expired, *hidden]

    def chosen(self, without: str = "", in_locale: bool = True) -> list[dict]:
        """Return the conditions of the locale and of the filters, `without` one of these."""
        conditions = [
            _has(name, value) for name, value in self.scope.filters.items() if name != without
        ]
        if in_locale and self.scope.locale_id is not None:
            conditions.append({"term": {"locale": str(self.scope.locale_id)}})
        return conditions

    def counts(self) -> dict:
        """Return the aggregations: the values of facets, and what the locale leaves out."""
        counted, filters = set(self.question.request.counted) - {LOCALE}, self.scope.filters
        shown = {name: _values(name) for name in sorted(counted - filters.keys())}
        aggs = {"shown": {"filter": _all(self.chosen()), "aggs": shown}}
        for name in sorted(counted & filters.keys()):
            conditions = _all(self.chosen(without=name))
            aggs[f"facet.{name}"] = {"filter": conditions, "aggs": {name: _values(name)}}
        if LOCALE in self.question.request.counted:
            anywhere = _all(self.chosen(in_locale=False))
            aggs[f"facet.{LOCALE}"] = {"filter": anywhere, "aggs": {LOCALE: _values(LOCALE)}}
        return aggs | self.left_out()

    def left_out(self) -> dict:
        """Return the aggregations of what the locale leaves out.

        A page of another locale is left out unless a version of it is shown: of each group, what it
        adds to the versions that are shown is counted. None where nothing can be left out.
        """
        if len(self.scope.rules.open_locales) < 2 and TEXT_LANGUAGE not in self.scope.filters:
            return {}
        outside = self.chosen(TEXT_LANGUAGE, in_locale=False)
        groups = {"terms": {"field": "group", "size": MOST_GROUPS}}
        unshown = {"bool": {"filter": outside, "must_not": [_all(self.chosen())]}}
        aggs = {"outside": {"filter": unshown, "aggs": {"group": groups}}}
        if self.groups:
            aggs["without"] = {"filter": _all(self.chosen()), "aggs": {"versions": _versions()}}
        for group in self.groups:
            own = _all([*outside, {"term": {"group": group}}])
            either = {"bool": {"should": [_all(self.chosen()), own]}}
            aggs[f"with.{group}"] = {"filter": either, "aggs": {"versions": _versions()}}
        return aggs


def _has(name: str, value: str) -> dict:
    return {"term": {_field(name): value}}


def _field(name: str) -> str:
    return name if name in {*COLUMNS, LOCALE} else f"facet.{name}"


def _values(name: str) -> dict:
    return {"terms": {"field": _field(name), "size": MOST_VALUES}}


def _versions() -> dict:
    return {"cardinality": {"field": "translation_key", "precision_threshold": EXACT_UP_TO}}


def _all(conditions: list[dict]) -> dict:
    return {"bool": {"filter": conditions}}
