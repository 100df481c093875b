"""Ask the same questions on each engine, in rounds, and keep the milliseconds of each answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from benchmarks.figures import WARM_UP, Times, WrongAnswer
from benchmarks.search.corpus import PHRASE, term_key
from benchmarks.search.filling import LANGUAGE
from search import api
from search.engines.base import SearchRequest

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


# What readers have typed of a word that few, or many, titles have.
TYPED = {"suggestions, 1 %": "compo", "suggestions, 50 %": "quar"}


@dataclass
class Answers(Times):
    """The milliseconds of each answer to one question, and how many pages it found."""

    found: int = 0

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


def ask_portal(question: Question, times: Answers, repeat: int) -> None:
    """Time the portal's search."""
    asked = question.request()

    def answer() -> int:
        response = api.search(asked)
        if response.degraded:
            raise WrongAnswer(f"{question.name}: the search server did not answer.")
        return response.total

    times.ask(answer, repeat)


def suggest(figures, size: int, repeat: int) -> None:
    """Time the suggestions for what is being typed, as the search page asks for them."""
    client = Client(SERVER_NAME="localhost")
    with override(LANGUAGE):
        address = reverse("search_suggestions")
    for name, typed in TYPED.items():

        def answer(typed: str = typed) -> int:
            return len(client.get(address, {"q": typed}).json()["suggestions"])

        figures[name][size]["portal"].ask(answer, repeat)


def ask_stock(question: Question, times: Answers) -> None:
    """Time the first page of Wagtail's own search, with its count, as a project would ask it."""
    pages = Page.objects.live().public().filter(locale=Locale.objects.get(language_code=LANGUAGE))

    def answer() -> int:
        results = pages.search(question.q, operator="and")
        list(results[:20])
        return results.count()

    times.ask(answer, 1, warm_up=0)
    if times.p50 < STOCK_LONGEST * 1000:
        times.ask(answer, STOCK_REPEAT - 1, warm_up=0)
