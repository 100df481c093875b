"""Dates as people write them, with what they leave out."""

import re
from dataclasses import dataclass

from operations.recogniser.text import typewriter

_MONTH_NAMES = (
    ("janvier", "january", "janv", "jan"),
    ("février", "fevrier", "february", "févr", "fevr", "feb"),
    ("mars", "march", "mar"),
    ("avril", "april", "avr", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "july", "juil", "jul"),
    ("août", "aout", "august", "aug"),
    ("septembre", "september", "sept", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("décembre", "decembre", "december", "déc", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TO = r"\s{0,3}(?:-|/|au|et|to|and|&)\s{0,3}"
_NTH = r"(?:er|st|nd|rd|th)?"
_PATTERNS = (
    # "2024-05-12"
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
    # "12/05/2024": day first, as in French and in British use
    r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
    # "12 mai", "le 1er octobre 2024", "12-14 May 2024", "12th of May"
    rf"\b(?P<day>\d{{1,2}}){_NTH}(?:{_TO}(?P<last_day>\d{{1,2}}){_NTH})?\s{{1,3}}(?:of\s)?"
    rf"(?P<month>{MONTH})\b\.?(?:,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b)?",
    # "May 12, 2024", "May 12-14"
    rf"\b(?P<month>{MONTH})\.?\s{{1,3}}(?P<day>\d{{1,2}}){_NTH}"
    rf"(?:{_TO}(?P<last_day>\d{{1,2}}){_NTH})?\b(?!\s?h\d?)(?:,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b)?",
    # "avril 2024"
    rf"\b(?P<month>{MONTH})\s{{1,3}}(?P<year>(?:19|20)\d\d)\b",
    # "en avril", "d'avril", "in April", "fin mai"
    rf"\b(?:en|d'|de|du mois de|in|of|mi-|fin|d[eé]but|early|late|since)\s{{0,3}}"
    rf"(?P<month>{MONTH})\b",
    # "en 2024", "in 2024"
    r"\b(?:en|in)\s{1,3}(?P<year>(?:19|20)\d\d)\b",
)
_DATES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_BETWEEN = re.compile(r"\s{0,3}(?:-|au|to|until|et|and)\s{0,3}\Z", re.IGNORECASE)


@dataclass(frozen=True)
class PartialDate:
    """A date of which parts may be unknown (None), and where it stands in its text."""

    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int
    last_day: int | None = None
    last_month: int | None = None

    @property
    def precision(self) -> str:
        """The finest part that is known: day, month or year."""
        if self.day:
            return "day"
        return "month" if self.month else "year"


def find_dates(text: str) -> list[PartialDate]:
    """Return the dates in the first 4,000 characters of `text`, in order.

    >>> [(date.day, date.month, date.year, date.precision) for date in find_dates(
    ...     "From 30 April to 2 May 2024, then in June")]
    [(30, 4, 2024, 'day'), (None, 6, None, 'month')]
    """
    typed = typewriter(text[:4000])
    found: list[PartialDate] = []
    for pattern in _DATES:
        for match in pattern.finditer(typed):
            date = _date(match)
            if date and not any(_overlap(date, other) for other in found):
                found.append(date)
    return _join_ranges(sorted(found, key=lambda date: date.start), typed)


def _date(match: re.Match) -> PartialDate | None:
    parts = match.groupdict()
    name = (parts.get("month") or "").lower()
    month = int(name) if name.isdigit() else _MONTHS.get(name)
    day = int(parts["day"]) if parts.get("day") else None
    last_day = int(parts["last_day"]) if parts.get("last_day") else None
    year = int(parts["year"]) if parts.get("year") else None
    if (month or 1) > 12 or not 1 <= (day or 1) <= 31 or (last_day or 1) > 31:
        return None
    return PartialDate(day, month, year, match.start(), match.end(), last_day)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.start < other.end and other.start < one.end


def _join_ranges(dates: list[PartialDate], typed: str) -> list[PartialDate]:
    joined: list[PartialDate] = []
    for date in dates:
        first = joined[-1] if joined else None
        is_range = (
            first
            and first.day
            and date.day
            and not first.last_day
            and _BETWEEN.match(typed, first.end, date.start)
        )
        if is_range:
            joined[-1] = PartialDate(
                first.day, first.month, first.year or date.year, first.start, date.end,
                last_day=date.day, last_month=date.month,
            )  # fmt: skip
        else:
            joined.append(date)
    return joined
