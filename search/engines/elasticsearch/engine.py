"""The engine: what is asked of the server, and how its answer is read."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from elasticsearch import Elasticsearch

from content import visibility
from outbox.services import LaterError
from search.counting import ELSEWHERE, TOTAL
from search.engines.asking import AskingEngine, Found, Question
from search.engines.base import SearchRequest, SearchResponse
from search.engines.breaker import Breaker
from search.engines.elasticsearch.client import (
    FAILURES,
    Configuration,
    client_of,
    configuration,
)
from search.engines.elasticsearch.documents import parts_of
from search.engines.elasticsearch.hidden import TooLateError, hidden_pages
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.question import MOST_VERSIONS, VERSIONS_AT_ONCE, Asked
from search.engines.elasticsearch.writing import NotWrittenError, Writer
from search.facets import CONTENT_LANGUAGE, LOCALE, TEXT_LANGUAGE
from search.models import Document

# Rarity is that of all indices: those of some languages hold a few pages only.
SEARCH = {"search_type": "dfs_query_then_fetch", "allow_partial_search_results": False}


class ElasticsearchEngine(AskingEngine):
    """The index on the server of a configuration."""

    name = "elasticsearch"

    def __init__(self, config: Configuration):
        self.config = config
        # The groups of texts that were met: what they add is counted with the first request.
        self._groups: frozenset[str] = frozenset()
        self._lock = threading.Lock()
        self._reading = Breaker("Elasticsearch, asked,")
        self._writing = Breaker("Elasticsearch, written to,")

    @cached_property
    def client(self) -> Elasticsearch:
        """The client; `SetUpError` if there can be none."""
        return client_of(self.config)

    @cached_property
    def indices(self) -> Indices:
        return Indices(self.client, self.config)

    @cached_property
    def writer(self) -> Writer:
        return Writer(self.client, self.indices)

    def try_to_search(
        self, request: SearchRequest, rules: visibility.Rules
    ) -> SearchResponse | None:
        """Return the answer, or None when the server gives none in time."""
        if not self._reading.lets_pass():
            return None
        try:
            answer = self.search(request, rules)
        except (*FAILURES, TooLateError) as error:
            self._reading.failed(error)
            return None
        self._reading.succeeded()
        return answer

    def follow(self, page_ids: list[int]) -> None:
        """Write pages as they are now, and take out those that nobody may read.

        `outbox.services.LaterError` if it is to be done again.
        """
        if not self._writing.lets_pass():
            raise LaterError("The server has failed a moment ago.")
        try:
            self.writer.follow(page_ids)
        except FAILURES as error:
            self._writing.failed(error)
            raise LaterError(f"{type(error).__name__}: {error}") from error
        except NotWrittenError as error:
            if len(error.reasons) == len(page_ids):
                self._writing.failed(error)
            reasons = {str(page_id): reason for page_id, reason in error.reasons.items()}
            raise LaterError(str(error), reasons) from error
        self._writing.succeeded()

    def count(self) -> int:
        """Return how many pages are searched."""
        self.refresh()
        return self.client.options(request_timeout=30).count(index=self.config.prefix)["count"]

    def refresh(self) -> None:
        """Let what was written be found at once, as tests want it."""
        self.indices.refresh()

    def put(self, documents: list[Document]) -> None:
        self.writer.put(documents)

    def remove(self, page_ids: list[int]) -> None:
        self.writer.remove(page_ids)

    def found(self, question: Question) -> Found:
        asked = self.asked(question)
        answer = self._ask(asked.body())
        counts = self._counts(asked, answer)
        page_ids = [int(hit["_id"]) for hit in answer["hits"]["hits"]]
        return Found(counts, page_ids)

    def total(self, question: Question) -> int:
        return self._ask(self.asked(question).counting())["hits"]["total"]["value"]

    def asked(self, question: Question) -> Asked:
        """Return a question with all that the server must know beside it."""
        hidden = hidden_pages(question.scope.rules)
        only = None
        if question.scope.once:
            only = self._one_version_each(Asked(question, hidden))
        groups = self._groups if question.scope.locale_id is not None else ()
        return Asked(question, hidden, tuple(sorted(groups)), only)

    def _ask(self, body: dict) -> dict:
        return self.client.search(index=self.config.prefix, **SEARCH, body=body)

    def _one_version_each(self, asked: Asked) -> tuple[int, ...]:
        """Return the page that stands for all versions of each page that has the words."""
        chosen: dict[str, tuple[int, int]] = {}
        for hit in self._versions(asked):
            version = {name: values[0] for name, values in hit["fields"].items()}
            key = version["translation_key"]
            place = (_distance(version, asked.scope.reader_locale_id), int(hit["_id"]))
            chosen[key] = min(chosen.get(key, place), place)
        return tuple(page_id for _distance, page_id in chosen.values())

    def _versions(self, asked: Asked) -> Iterator[dict]:
        """Yield the versions that have the words, the oldest `MOST_VERSIONS` of them."""
        last = 0
        for _request in range(0, MOST_VERSIONS, VERSIONS_AT_ONCE):
            hits = self._ask(asked.versions(last))["hits"]["hits"]
            yield from hits
            if len(hits) < VERSIONS_AT_ONCE:
                return
            last = int(hits[-1]["_id"])

    def _counts(self, asked: Asked, answer: dict) -> dict[str, Counter]:
        aggs = answer["aggregations"]
        counts: dict[str, Counter] = defaultdict(Counter)
        counts[TOTAL][""] = answer["hits"]["total"]["value"]
        request = asked.question.request
        for name in request.counted - {LOCALE}:
            holder = aggs[f"facet.{name}"] if name in asked.scope.filters else aggs["shown"]
            counts[name] = _counter(holder[name])
        if LOCALE in request.counted:
            counts[LOCALE] = _by_language(asked, _counter(aggs[f"facet.{LOCALE}"][LOCALE]))
        counts[ELSEWHERE] = self._left_out(asked, aggs)
        return counts

    def _left_out(self, asked: Asked, aggs: dict) -> Counter:
        """Return how many pages each group adds to those that are shown."""
        if "outside" not in aggs:
            return Counter()
        outside = _counter(aggs["outside"]["group"])
        unknown = outside.keys() - set(asked.groups)
        if unknown and asked.scope.locale_id is not None:
            with self._lock:
                self._groups |= unknown
            more = Asked(asked.question, asked.hidden, tuple(sorted(unknown)), asked.only)
            body = {"query": more.matching(by_date=True), "size": 0, "aggs": more.left_out()}
            aggs = aggs | self._ask(body)["aggregations"]
        counts: Counter = Counter()
        for group, most in outside.items():
            added = most
            if f"with.{group}" in aggs:
                shown = aggs["without"]["versions"]["value"]
                added = aggs[f"with.{group}"]["versions"]["value"] - shown
            if added > 0:
                counts[parts_of(group)] = min(added, most)
        return counts


def _counter(agg: dict) -> Counter:
    return Counter({bucket["key"]: bucket["doc_count"] for bucket in agg["buckets"]})


def _by_language(asked: Asked, counts: Counter) -> Counter:
    """Return counts with the language of each open locale for its id."""
    homes = asked.scope.rules.homes
    found = {home.language: counts[str(home.locale_id)] for home in homes}
    return Counter({language: pages for language, pages in found.items() if pages})


def _distance(version: dict, reader_locale_id: int) -> int:
    """Return how far a version is from its reader, as `Selection` orders them."""
    if version["locale"] == str(reader_locale_id):
        return 0
    return 1 if version[TEXT_LANGUAGE] == version[CONTENT_LANGUAGE] else 2


def current() -> ElasticsearchEngine:
    """Return the engine of the settings, which must name a server."""
    return _engine_of(configuration())


@cache
def _engine_of(config: Configuration) -> ElasticsearchEngine:
    return ElasticsearchEngine(config)
