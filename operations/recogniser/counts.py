"""How many people were there, and how surely that is known."""

import re

from operations.recogniser.text import typewriter

_PEOPLE = (
    r"(?:participant(?:e|\(e\)|\.e|·e)?s?|participant-e-s|personnes|people|persons|attendees"
    r"|inscrit(?:e|\.e)?s|pr[eé]sent(?:e|\.e)?s|attended|took part)"
)
_ROUND = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
    "dozen": 12, "hundred": 100,
}  # fmt: skip
_SPELT = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
    "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ABOUT = (
    r"(?P<about>environ|pr[eè]s de|quelque|plus de|presque|about|around|nearly|almost|some"
    r"|over|more than|roughly|approximately|~)?\s{0,3}"
)
_SOME = re.compile(
    rf"\b(?:une|an?|quelques?|about a|some)\s{{1,3}}(?P<round>{'|'.join(_ROUND)})s?\b"
    rf"(?:\s{{1,3}}(?:de\s|d'|of\s)?\w{{0,20}}\s?){{0,2}}",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?:\b{_ABOUT})?\b(?P<count>\d{{1,3}}(?:[ .,]\d{{3}})*|\d{{4,6}}|{'|'.join(_SPELT)})"
    rf"(?P<or_so> or so)?\s{{1,3}}{_PEOPLE}",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"{_PEOPLE}\s{{0,3}}:\s{{0,3}}(?P<count>\d{{1,6}})\b", re.IGNORECASE)
_PEOPLE_NEAR = re.compile(
    rf"{_PEOPLE}|acteurs|habitant|membres|members|suivie? par|joined|r[eé]uni", re.IGNORECASE
)


def participants(text: str) -> tuple[int, str] | None:
    """Return (how many, "exact" or "about") for the people a text says took part, or None.

    >>> participants("gathered 28 participants"), participants("une trentaine de personnes")
    ((28, 'exact'), (30, 'about'))
    """
    typed = typewriter(text[:4000])
    if found := _LABELLED.search(typed):
        return int(found["count"]), "exact"
    if found := _COUNT.search(typed):
        count = found["count"].lower()
        number = _SPELT.get(count) or int(re.sub(r"\D", "", count))
        vague = found["about"] or found["or_so"]
        return number, "about" if vague else "exact"
    found = _SOME.search(typed)
    if found and _PEOPLE_NEAR.search(typed, max(0, found.start() - 60), found.end() + 40):
        return _ROUND[found["round"].lower()], "about"
    return None
