"""Count what visitors search, for editors: which questions, how often, whether they found anything.

A count is a month, a language and the words: nothing tells who asked. Questions that look like an
address, a telephone number or an identifier are not counted, nor is what is asked again by a
reload. Counts wait in memory and are written together by a thread of their own, so that no visitor
waits for it; what the database refuses is tried again.
"""

import atexit
import hashlib
import logging
import re
import secrets
import threading
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db import Error, connection
from django.db.models import Q
from django.utils import timezone

from search import analysis
from search.engines.loosening import NOTHING, OTHER
from search.models import AskedQuestion
from search.query import clean
from search.results import Results

logger = logging.getLogger("search")

MONTHS_KEPT = 13
# A question that one visitor alone has asked is forgotten once its month and the next are over.
MONTHS_KEPT_ALONE = 1
LONGEST_QUESTION = 60
LONGEST_WORD = 30
MOST_WORDS = 8
MOST_PENDING = 1000
MOST_SEEN = 20_000
# The numbers of pages that are told apart.
STEPS = (100, 20, 4, 1)
_VISITOR = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE")
_PERSONAL = re.compile(
    r"@|://|\bwww\.|\d{6}|(?:\d[ .()/+-]*){9}|(?:\d\d[ .-]){3}\d\d"
    r"|\d\s*(?:bis|ter)?,?\s+(?:[\w’'-]+\s+)?(?:rue|avenue|av|boulevard|bd|place|chemin|impasse"
    r"|all[ée]e|quai|route|street|st|road|rd|lane|drive|square)\b",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"bot\b|bot[/_ -]|crawl|spider|slurp|archiver|preview|monitor|curl|wget|python|java/|httpclient"
    r"|headless|lighthouse",
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


class Seen:
    """Who has asked what today, as hashes with a salt that is drawn each day and never written."""

    def __init__(self):
        self._day = None
        self._salt = b""
        self._digests: set[bytes] = set()

    def first(self, *facts: str) -> bool:
        """Return whether these facts come for the first time today in this process."""
        if self._day != timezone.localdate() or len(self._digests) >= MOST_SEEN:
            self._day, self._salt = timezone.localdate(), secrets.token_bytes(32)
            self._digests = set()
        text = "\0".join(facts).encode("utf-8", "replace")
        digest = hashlib.blake2b(text, key=self._salt, digest_size=12).digest()
        new = digest not in self._digests
        self._digests.add(digest)
        return new


_lock = threading.Lock()
_pending: dict[tuple[date, str, str], Count] = {}
_seen = Seen()
_timer: threading.Timer | None = None


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
    visitor = [request.META.get(name, "") for name in _VISITOR]
    with _lock:
        if _seen.first(language, question.key, *visitor):
            count = Count(question.question, pages, unanswered=int(unanswered))
            _add((timezone.localdate().replace(day=1), language, question.key), count)
            _write_later()


def _counts(request, found: Results) -> bool:
    chosen = found.choice.values or request.GET.get("sort") or found.asked.page > 1
    headers = request.headers
    agent = headers.get("User-Agent", "")
    fetched_ahead = "prefetch" in headers.get("Sec-Purpose", headers.get("Purpose", ""))
    reloaded = _RELOAD.search(headers.get("Cache-Control", ""))
    robot = not agent or _ROBOT.search(agent)
    return request.method == "GET" and not (chosen or fetched_ahead or reloaded or robot)


def _add(place: tuple[date, str, str], count: Count) -> None:
    if place in _pending:
        _pending[place] = _pending[place].and_then(count)
    elif len(_pending) < MOST_PENDING:
        _pending[place] = count


def _write_later() -> None:
    global _timer
    if _timer is None and settings.SEARCH_COUNTS_AFTER:
        _timer = threading.Timer(settings.SEARCH_COUNTS_AFTER, _write_apart)
        _timer.daemon = True
        _timer.start()


def _write_apart() -> None:
    global _timer
    with _lock:
        _timer = None
    try:
        write()
    finally:
        connection.close()
    with _lock:
        if _pending:
            _write_later()


def write() -> None:
    """Write the counts that wait; they wait on if the database refuses them."""
    with _lock:
        counts = dict(_pending)
        _pending.clear()
    if not counts:
        return
    try:
        _store(counts)
    except Error as error:
        logger.warning("What was searched is not counted yet: %s", error)
        with _lock:
            later = dict(_pending)
            _pending.clear()
            for place, count in (*counts.items(), *later.items()):
                _add(place, count)


def _store(counts: dict[tuple[date, str, str], Count]) -> None:
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


# What waits is written when the process ends in good order.
atexit.register(lambda: write() if settings.SEARCH_COUNTS_AFTER else None)
