"""A corpus of one seed: words by Zipf's law, marked words in a known share of the documents.

The corpus of 10,000 documents begins with the one of 1,000.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

SEED = 20261101
VOCABULARY = 40_000
LENGTH = 120
SUMMARY = 20
FIRST = 4
FIRST_DAY = date(2015, 1, 1)
DAYS = 4200
# How many documents of 10,000 have the word; it is in the title of one in ten of them.
MARKED = {"quartier": 5000, "rivière": 1000, "compost": 100, "glaneuse": 2}
PHRASE = "moulin du canal"
PHRASE_SHARE = 200
FACETS = {"theme": (12, 3), "territory": (40, 2), "tag": (200, 4)}
KINDS = ("story", "story", "story", "report", "interview", "exploration")
_CONSONANTS = "bcdfglmnprstv"
_VOWELS = ("a", "e", "é", "i", "o", "u", "ou", "an", "ai")


@dataclass(frozen=True)
class Draft:
    """What one document is made of."""

    number: int
    title: str
    summary: str
    text: str
    kind: str
    day: date
    facets: tuple[tuple[str, str], ...]


def term_key(facet: str, number: int) -> str:
    """Return the translation key of a generated vocabulary term."""
    place = list(FACETS).index(facet) + 1
    return str(UUID(int=(place << 64) + number))


def drafts(count: int, seed: int = SEED) -> Iterator[Draft]:
    """Yield `count` documents, the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - text for measuring, not a secret
    words = _vocabulary(random)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(count):
        drawn = random.choices(words, cum_weights=weights, k=LENGTH)
        drew = {word: random.randrange(10_000) < share for word, share in MARKED.items()}
        # So that the smallest corpus too has something for each question.
        marked = [word for word, has in drew.items() if has or number < FIRST]
        title = [*drawn[:4], *(word for word in marked if random.randrange(10) == 0)]
        summary = [*drawn[4:SUMMARY], *marked]
        text = drawn[SUMMARY:]
        if random.randrange(10_000) < PHRASE_SHARE or number < FIRST:
            text.insert(random.randrange(len(text)), PHRASE)
        yield Draft(
            number=number,
            title=" ".join(title).capitalize(),
            summary=f"{' '.join(summary)}.",
            text=f"{' '.join(text)}.",
            kind=random.choice(KINDS),
            day=FIRST_DAY + timedelta(days=random.randrange(DAYS)),
            facets=_facets(random),
        )


def _vocabulary(random: Random) -> list[str]:
    """Return made-up words of two to four syllables, none of them twice."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = random.randint(2, 4)
        parts = (random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(syllables))
        found["".join(parts)] = None
    return list(found)


def _facets(random: Random) -> tuple[tuple[str, str], ...]:
    pairs = set()
    for facet, (values, most) in FACETS.items():
        for _number in range(random.randint(1, most)):
            # The first values are the most frequent, as on any site.
            number = min(random.randrange(values), random.randrange(values))
            pairs.add((facet, term_key(facet, number)))
    return tuple(sorted(pairs))
