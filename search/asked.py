"""Count what visitors search, for editors: which questions, how often, whether they found anything.

A count is a month, a language and the words: nothing tells who asked. Questions that look like an
address, a telephone number or an identifier are not counted, nor is what is asked again by a
reload.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from content import visitors
from content.gathering import Gathered
from search import analysis
from search.engines.loosening import NOTHING, OTHER
from search.models import AskedQuestion
from search.query import clean
from search.results import Results

MONTHS_KEPT = 13
# A question that one visitor alone has asked is forgotten once its month and the next are over.
MONTHS_KEPT_ALONE = 1
LONGEST_QUESTION = 60
LONGEST_WORD = 30
MOST_WORDS = 8
# The numbers of pages that are told apart.
STEPS = (100, 20, 4, 1)
_PERSONAL = re.compile(
    r"@|://|\bwww\.|\d{6}|(?:\d[ .()/+-]*){9}|(?:\d\d[ .-]){3}\d\d"
    r"|\d\s*(?:bis|ter)?,?\s+(?:[\w’'-]+\s+)?(?:rue|avenue|av|boulevard|bd|place|chemin|impasse"
    r"|all[ée]e|quai|route|street|st|road|rd|lane|drive|square)\b",
    re.IGNORECASE,
)
_RELOAD = re.compile(r"no-cache|max-age=0\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """A question as it is counted: its words in lower case, and the key of all its spellings."""

    question: str
    key: str


@dataclass(frozen=True)
class Count:
    """What is to be added for one question; `pages` is the last number of pages, rounded down."""

    question: str
    pages: int
    asked: int = 1
    unanswered: int = 0

    def and_then(self, later: "Count") -> "Count":
        return replace(
            later,
            asked=self.asked + later.asked,
            unanswered=self.unanswered + later.unanswered,
        )


def readable(typed: str, language: str) -> Asked | None:
    """Return a question as it may be counted; None if it is empty or may say who somebody is."""
    text = clean(typed)
    words = [word.text for word in analysis.words(text)]
    question = " ".join(words).lower()
    atoms = (atom for word in words for atom in analysis.forms(word, language).atoms)
    key = " ".join(atoms)
    too_long = len(text) > LONGEST_QUESTION or len(words) > MOST_WORDS
    if too_long or not key or any(len(word) > LONGEST_WORD for word in words):
        return None
    return None if _PERSONAL.search(text) else Asked(question[:80], key[:150])


def note(request, found: Results) -> None:
    """Count the question of a page of results, once a visitor and day; nothing is written here.

    Only the first page without filter or order is counted, for people and not for robots.
    """
    question = readable(found.asked.q, found.asked.locale) if _counts(request, found) else None
    if question is None:
        return
    language, answer = found.asked.locale, found.answer
    unanswered = answer.level in {NOTHING, OTHER} or not answer.total
    pages = 0 if unanswered else next(step for step in STEPS if answer.total >= step)
    if visitors.is_first_today(request, "asked", language, question.key):
        count = Count(question.question, pages, unanswered=int(unanswered))
        gathered.add((timezone.localdate().replace(day=1), language, question.key), count)


def _counts(request, found: Results) -> bool:
    chosen = found.choice.values or request.GET.get("sort") or found.asked.page > 1
    again = chosen or _RELOAD.search(request.headers.get("Cache-Control", ""))
    return request.method == "GET" and not (again or visitors.is_machine(request))


def _store(counts: dict[tuple[date, str, str], Count]) -> int:
    # In one order for all, so that two writers never wait for each other.
    rows = [
        value
        for (month, language, key), count in sorted(counts.items())
        for value in (
            *(month, language, key),
            *(count.question, count.asked, count.unanswered, count.pages),
        )
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_askedquestion"  # noqa: S608
            " (month, language, key, question, asked, unanswered, pages) VALUES "
            + ", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(counts))
            + " ON CONFLICT (month, language, key) DO UPDATE SET"
            " asked = search_askedquestion.asked + excluded.asked,"
            " unanswered = search_askedquestion.unanswered + excluded.unanswered,"
            " pages = excluded.pages",
            rows,
        )
    return len(counts)


gathered = Gathered(_store, Count.and_then)


def purge() -> int:
    """Forget what is kept no more and return how many rows that was."""
    this_month = timezone.localdate().replace(day=1)
    old = Q(month__lt=months_before(this_month, MONTHS_KEPT))
    alone = Q(asked=1, month__lt=months_before(this_month, MONTHS_KEPT_ALONE))
    return AskedQuestion.objects.filter(old | alone).delete()[0]


def months_before(month: date, count: int) -> date:
    """Return the first day of the month that is `count` months before `month`."""
    months = month.year * 12 + month.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
