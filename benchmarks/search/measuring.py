"""Ask the same questions on each engine, in rounds, and keep the milliseconds of each answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from wagtail.models import Locale, Page

from benchmarks.measuring import percentile
from benchmarks.search.corpus import PHRASE, term_key
from benchmarks.search.filling import LANGUAGE
from search import api
from search.engines.base import SearchRequest

WARM_UP = 2
# Stock search takes many seconds for a common word: it is asked this many times only.
STOCK_REPEAT = 3
STOCK_LONGEST = 60.0
FACETED = frozenset({"theme", "territory", "year"})


@dataclass(frozen=True)
class Question:
    """What is asked; `stock` says whether Wagtail's own search can be asked the same."""

    name: str
    q: str
    filters: tuple[tuple[str, str], ...] = ()
    counted: frozenset[str] = frozenset()
    stock: bool = True

    def request(self) -> SearchRequest:
        return SearchRequest(self.q, LANGUAGE, dict(self.filters), counted=self.counted)


QUESTIONS = (
    Question("rare", "glaneuse"),
    Question("1 %", "compost"),
    Question("10 %", "rivière"),
    Question("50 %", "quartier"),
    Question("two words", "quartier rivière"),
    Question("phrase", f'"{PHRASE}"', stock=False),
    Question("three facets", "rivière", (("theme", term_key("theme", 0)),), FACETED, stock=False),
    Question("three facets, 50 %", "quartier", (), FACETED, stock=False),
)


class WrongAnswer(Exception):
    """A question was not answered as it should; its times would mean nothing."""


@dataclass
class Times:
    """The milliseconds of each answer to one question, and how many pages it found."""

    found: int = 0
    times: list[float] = field(default_factory=list)

    def ask(self, answer: Callable[[], int], repeat: int, warm_up: int = WARM_UP) -> None:
        """Time `answer`, which returns how many pages it found; `WrongAnswer` if none."""
        for _number in range(warm_up):
            answer()
        for _number in range(repeat):
            start = time.perf_counter()
            self.found = answer()
            self.times.append((time.perf_counter() - start) * 1000)
        if not self.found:
            raise WrongAnswer("Nothing was found.")

    @property
    def p50(self) -> float:
        return percentile(self.times, 50)

    @property
    def p95(self) -> float:
        return percentile(self.times, 95)


def ask_portal(question: Question, times: Times, repeat: int) -> None:
    """Time the portal's search."""
    asked = question.request()

    def answer() -> int:
        response = api.search(asked)
        if response.degraded:
            raise WrongAnswer(f"{question.name}: the search server did not answer.")
        return response.total

    times.ask(answer, repeat)


def ask_stock(question: Question, times: Times) -> None:
    """Time the first page of Wagtail's own search, with its count, as a project would ask it."""
    pages = Page.objects.live().public().filter(locale=Locale.objects.get(language_code=LANGUAGE))

    def answer() -> int:
        results = pages.search(question.q, operator="and")
        list(results[:20])
        return results.count()

    start = time.perf_counter()
    answer()
    if time.perf_counter() - start < STOCK_LONGEST:
        times.ask(answer, STOCK_REPEAT, warm_up=0)
