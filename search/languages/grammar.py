"""What is particular to the words of one language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import snowballstemmer


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which white space separates."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Grammar:
    """A Snowball algorithm with what comes before it; all words are folded (no accent, no case).

    `elided` are the short words that an apostrophe joins to the next ("l" in "l'énergie").
    `possessive` is what an apostrophe may add at the end ("s" in "people's"). `prepare` changes a
    word before it is stemmed; `irregular` gives stems that no rule finds.
    """

    algorithm: str
    stop_words: frozenset[str] = frozenset()
    elided: frozenset[str] = frozenset()
    possessive: str = ""
    prepare: Callable[[str], str] = str
    irregular: dict[str, str] = field(default_factory=dict, hash=False)

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """Return the function that gives the stem of a folded word, "" if there is no algorithm."""
        if not self.algorithm:
            return lambda word: ""
        algorithm = snowballstemmer.stemmer(self.algorithm)

        @lru_cache(maxsize=50_000)
        def stem(word: str) -> str:
            found = self.irregular.get(word)
            return found or algorithm.stemWord(self.prepare(word)) or word

        return stem
