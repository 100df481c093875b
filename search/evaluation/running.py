"""Ask every engine that can be reached, and the baseline in the same run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from elasticsearch.helpers import BulkIndexError

from search.engines.elasticsearch.client import FAILURES
from search.evaluation import scratch
from search.evaluation.baseline import ask_baseline
from search.evaluation.collection import Collection
from search.evaluation.measures import Answer

BASELINE = "baseline"
ENGINES = (*scratch.PLACES, BASELINE)


@dataclass(frozen=True)
class Run:
    """The answers of each engine by question id, and why the others were not asked."""

    answers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)


def run(
    collection: Collection,
    engines: Iterable[str] = ENGINES,
    say: Callable[[str], None] = lambda line: None,
) -> Run:
    """Return what the engines answer; one that does not is named with the reason."""
    found = Run()
    for engine in engines:
        say(f"{engine}:")
        try:
            ask = _ask_baseline if engine == BASELINE else scratch.ask
            found.answers[engine] = ask(engine, collection)
        except scratch.Unreachable as error:
            found.absent[engine] = str(error)
            say(f"  not measured: {error}")
    return found


def _ask_baseline(_name: str, collection: Collection) -> dict[str, Answer]:
    config, client = scratch.search_server()
    try:
        return ask_baseline(client, config.prefix, collection)
    except (*FAILURES, BulkIndexError) as error:
        raise scratch.Unreachable(f"Elasticsearch has refused: {error}") from error
