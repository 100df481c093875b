"""The indices on the server: one a language of texts, made in generations and read by aliases.

`portal` leads to all that is searched; `portal-fr` to the index of French texts among them,
`portal-fr-next` to the one that a rebuild fills, `portal-fr-previous` to the one before. An index
is named by its generation, `portal-fr-20261122183000123456`, which all languages share.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from elasticsearch import BadRequestError, Elasticsearch

from search.counting import COLUMNS
from search.engines.asking import WEIGHTS
from search.engines.elasticsearch.client import WRITE_PROBE, Configuration

NEXT, PREVIOUS = "next", "previous"
# What a deletion leaves behind holds back older writes for so long: longer than a batch takes.
REMEMBER_DELETIONS = "10m"
_KEYWORD = {"type": "keyword"}
_WORDS = {"type": "text", "analyzer": "whitespace"}
MAPPING = {
    "dynamic": "strict",
    # What is searched is never read again: the words shown are those of the database.
    "_source": {"excludes": [*WEIGHTS]},
    "dynamic_templates": [{"facets": {"path_match": "facet.*", "mapping": _KEYWORD}}],
    "properties": {
        **dict.fromkeys(WEIGHTS, _WORDS),
        **dict.fromkeys(COLUMNS, _KEYWORD),
        "page": {"type": "long"},
        "locale": _KEYWORD,
        "group": _KEYWORD,
        "translation_key": _KEYWORD,
        "ancestors": {"type": "long"},
        "listed": {"type": "boolean"},
        "dated": {"type": "date"},
        "expires": {"type": "date"},
        "digest": {"type": "keyword", "index": False},
        "facet": {"type": "object", "dynamic": True},
    },
}


class GenerationError(Exception):
    """There is no such generation of indices any more, or there never was."""


@dataclass(frozen=True)
class State:
    """Which index serves each language: searched, being filled, kept from before.

    `orphans` are indices of ours that no alias leads to.
    """

    live: dict[str, str] = field(default_factory=dict)
    next: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[dict[str, str], ...]:
        """The sets of indices that must hold what is searched, now or after a rebuild."""
        return tuple(indices for indices in (self.live, self.next) if indices)


class Indices:
    """The indices of one configuration."""

    def __init__(self, client: Elasticsearch, config: Configuration):
        self.config = config
        self.client = client.options(request_timeout=WRITE_PROBE)
        self._slow = client.options(request_timeout=30)
        self._name = re.compile(rf"{re.escape(config.prefix)}-([a-z]{{2,3}})-(\d{{20}})")

    def state(self) -> State:
        """Return what there is, in one question."""
        found = self.client.indices.get_alias(index=f"{self.config.prefix}-*")
        state, orphans = State(), []
        for index, about in sorted(found.items()):
            named = self._name.fullmatch(index)
            if not named:
                continue
            language, aliases = named[1], about["aliases"].keys()
            if self._alias(language) in aliases:
                state.live[language] = index
            elif self._alias(language, NEXT) in aliases:
                state.next[language] = index
            elif self._alias(language, PREVIOUS) in aliases:
                state.previous[language] = index
            else:
                orphans.append(index)
        return State(state.live, state.next, state.previous, tuple(orphans))

    def begin(self, languages: set[str]) -> dict[str, str]:
        """Make the indices of a new generation, to be filled, and return them by language."""
        self.forget(self.state().next.values())
        generation = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
        return {
            language: self._create(language, generation, NEXT) for language in sorted(languages)
        }

    def add(self, language: str, beside: dict[str, str], role: str = "") -> str:
        """Make the index of one more language in the generation of `beside`; return its name."""
        generation = max(index[-20:] for index in beside.values())
        return self._create(language, generation, role)

    def finish(self, filled: dict[str, str]) -> None:
        """Let the indices that a rebuild has filled take the place of those that are searched.

        `GenerationError` if they are not what is being filled any more: another rebuild has begun.
        """
        state = self.state()
        if not filled.items() <= state.next.items():
            raise GenerationError("Another rebuild has begun meanwhile; this one stops.")
        for index in state.next.values():
            self._slow.indices.put_settings(index=index, settings=self._settings())
            self._slow.indices.refresh(index=index)
        self._swap(state.next, state, NEXT)
        self.forget([*state.previous.values(), *state.orphans])

    def go_back(self) -> None:
        """Search the indices from before the last rebuild again.

        `GenerationError` if there are none.
        """
        state = self.state()
        if not state.previous:
            raise GenerationError("There is no index from before the last rebuild.")
        self._swap(state.previous, state, PREVIOUS)

    def forget(self, indices) -> None:
        """Delete indices."""
        for index in indices:
            self._slow.indices.delete(index=index, ignore_unavailable=True)

    def refresh(self) -> None:
        """Let what was written be found at once."""
        self._slow.indices.refresh(index=f"{self.config.prefix}-*")

    def _swap(self, coming: dict[str, str], state: State, role: str) -> None:
        actions = []
        for language, index in coming.items():
            actions += [
                {"remove": {"index": index, "alias": self._alias(language, role)}},
                {"add": {"index": index, "alias": self._alias(language)}},
                {"add": {"index": index, "alias": self.config.prefix}},
            ]
        for language, index in state.live.items():
            actions += [
                {"remove": {"index": index, "alias": self._alias(language)}},
                {"remove": {"index": index, "alias": self.config.prefix}},
                {"add": {"index": index, "alias": self._alias(language, PREVIOUS)}},
            ]
        if role != PREVIOUS:
            actions += [
                {"remove": {"index": index, "alias": self._alias(language, PREVIOUS)}}
                for language, index in state.previous.items()
            ]
        self._slow.indices.update_aliases(actions=actions)

    def _create(self, language: str, generation: str, role: str) -> str:
        index = f"{self.config.prefix}-{language}-{generation}"
        aliases = [self._alias(language, role)] + ([] if role else [self.config.prefix])
        settings = {
            **self._settings(),
            "number_of_shards": self.config.shards,
            "gc_deletes": REMEMBER_DELETIONS,
        }
        if role == NEXT:
            # Nothing reads it yet: copies and refreshes wait until it is full.
            settings |= {"auto_expand_replicas": False, "number_of_replicas": 0}
            settings |= {"refresh_interval": "-1"}
        try:
            self._slow.indices.create(
                index=index,
                settings=settings,
                mappings=MAPPING,
                aliases={alias: {} for alias in aliases},
            )
        except BadRequestError as error:
            # Another worker was faster.
            if error.error != "resource_already_exists_exception":
                raise
        return index

    def _settings(self) -> dict:
        replicas = self.config.replicas
        expanding = "-" in replicas
        return {
            "refresh_interval": self.config.refresh,
            "auto_expand_replicas": replicas if expanding else False,
            **({} if expanding else {"number_of_replicas": int(replicas)}),
        }

    def _alias(self, language: str, role: str = "") -> str:
        return "-".join(filter(None, (self.config.prefix, language, role)))
