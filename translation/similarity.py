"""How alike two texts are, and the few numbers by which those that may be alike are found.

The keys of a text are the smallest hashes of its pairs of words (a bottom-k sketch: Broder, "On
the resemblance and containment of documents", 1997). Two texts that differ by a word in eight
share most of their pairs, hence some key, and a memory of any size is asked by an index.
"""

import re
from difflib import SequenceMatcher
from itertools import pairwise
from zlib import crc32

from content.folding import without_accents

KEYS_A_TEXT = 8
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
# What a positive integer column of both databases holds.
_MASK = 0x7FFFFFFF


def words_of(text: str) -> list[str]:
    """Return the words of a text without markup, accents or case."""
    return _WORD.findall(without_accents(_TAG.sub(" ", text)))


def keys(text: str) -> list[int]:
    """Return the keys of a text, at most `KEYS_A_TEXT`; none for a text without a word."""
    words = words_of(text)
    pairs = {" ".join(pair) for pair in pairwise(words)} or set(words)
    return sorted({crc32(pair.encode()) & _MASK for pair in pairs})[:KEYS_A_TEXT]


def likeness(one: str, other: str, least: float) -> float:
    """Return how alike two texts are, from `least` to 1, or 0 below; markup does not count."""
    matcher = SequenceMatcher(None, _TAG.sub("", one), _TAG.sub("", other), autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0
