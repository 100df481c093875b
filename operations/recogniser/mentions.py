"""Events and coalitions named inside a sentence: "Repair Day #4", "3e Open Conference"."""

import re

from operations.recogniser.dates import MONTH, PartialDate, find_dates
from operations.recogniser.text import folded, typewriter, word_set

NOUN = (
    r"(?i:days?|journ[eé]es?|rencontres?|conf[eé]rences?|forum|meet-?up|festival|assises"
    r"|s[eé]minaires?|seminars?|webinaires?|webinars?|summit|sommet|gathering|camp|rendez-vous)"
)
_ORDINAL = r"(?P<ordinal>\d{1,3})(?:e|er|[eè]re|[eè]me|st|nd|rd|th)\s+"
_MENTION = re.compile(
    rf"(?:\b{_ORDINAL})?(?P<series>(?:#?[A-ZÀ-Þ][\w'-]{{0,30}}\s+){{0,3}}#?\b{NOUN}\b"
    rf"(?:\s+(?:de la|de l'|des|de|du|d'|of the|of)\s?(?!(?i:{MONTH})\b)[^\W\d_][\w'-]{{1,30}})?"
    rf"(?:\s+[A-ZÀ-Þ][\w'-]{{1,30}}){{0,3}})"
    rf"(?:\s?(?:\#|n\u00b0|no\.?\s)?\s?(?P<number>\d{{1,3}})\b(?!\s+(?i:{MONTH})\b))?"
)
_ARTICLES = word_set(
    "le la les l' un une des du au aux de ce cette nos notre leur leurs retour sur lors a apres "
    "the a an our their this at after on about during with"
)
_COALITION = re.compile(r"\bcoalition\s?(?:\#|n\u00b0|no\.?\s|number\s)?\s?(\d{1,3})\b", re.I)


def event_mention(text: str, after: int = 0) -> dict | None:
    """Return the first event that `text` names: series, number (None if unsaid), start, end.

    A common noun alone ("the day") names no event: a number, or a name before it, does.

    >>> event_mention("On the occasion of Repair #Day #4, she came.")["series"]
    'Repair Day'
    >>> event_mention("Journée des semences n° 6")["number"]
    6
    """
    typed = typewriter(text[:4000])
    for found in _MENTION.finditer(typed, after):
        series = _series(text[found.start("series") : found.end("series")])
        number = found["number"] or found["ordinal"]
        if number or (" " in series and series[0].isupper()):
            return {
                "series": series,
                "number": int(number) if number else None,
                "start": found.start(),
                "end": found.end(),
            }
    return None


def coalition_number(text: str) -> int | None:
    """Return the number of the coalition that a text names ("coalition #3"), or None."""
    found = _COALITION.search(typewriter(text))
    return int(found[1]) if found else None


def month_after(text: str, position: int) -> PartialDate | None:
    """Return the date that follows at once: "the Repair Day of May" has one at its end."""
    return next((date for date in find_dates(text) if 0 <= date.start - position <= 4), None)


def _series(text: str) -> str:
    words = text.replace("#", "").split()
    while len(words) > 1 and folded(words[0]) in _ARTICLES:
        words.pop(0)
    return " ".join(words)
