"""From a text to the tokens that the database engines index, and that a question asks for.

A word becomes two tokens: its stem, marked with the language of the text ("fr" + "energ"), and its
exact form without accents ("xx" + "energies"), the same in all languages. Tokens are ASCII letters
and digits, whatever the script, so that no engine cuts them in its own way. A text is written as
its stems, then its exact forms in their order (for phrases), then its compounds written as one.

Marks are gone before stems are sought: "ecologie" and "écologie" are one word.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from content.folding import without_accents
from search.languages import grammar_of, primary

EXACT = "xx"
LONGEST_TOKEN = 40
# Where the index of one text ends, in characters of its tokens: some 25,000 words of French.
# PostgreSQL refuses a vector of more than 1 MB, which short words reach from 600,000 characters.
LONGEST_INDEX = 500_000
_JOINERS = "'’ʼ‐‑-"
_MARKS = r"\u0300-\u036f"
# Letters and the marks after them; each run is read at once.
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_COMPOUND = re.compile(f"{_LETTERS}(?:[{_JOINERS}]{_LETTERS})*")
JOINER = re.compile(f"[{_JOINERS}]")
_ATOM = re.compile(r"[0-9]+|[^0-9]+")


@dataclass(frozen=True)
class Forms:
    """What one word of a text is found by: its atoms in order, and the whole if it has several.

    "covid-19" has the atoms "covid" and "19" and the whole "covid19"; "l'énergie" has one atom.
    """

    atoms: tuple[str, ...]
    whole: str = ""


class Word(NamedTuple):
    """A word of a text with its place in it."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in composed form (Unicode NFC), compounds in one piece."""
    for match in _COMPOUND.finditer(text):
        yield Word(match.group(), match.start(), match.end())


def composed(text: str) -> str:
    """Return a text in composed form (Unicode NFC), in which one letter is one character."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def forms(word: str, language: str) -> Forms:
    """Return the forms of a word as it is written in a text of `language`."""
    grammar = grammar_of(language)
    pieces = [without_accents(piece) for piece in JOINER.split(word)]
    while len(pieces) > 1 and pieces[0] in grammar.elided:
        pieces.pop(0)
    if len(pieces) > 1 and grammar.possessive and pieces[-1] == grammar.possessive:
        pieces.pop()
    letters = ["".join(filter(str.isalnum, piece)) for piece in pieces]
    atoms = tuple(atom[:LONGEST_TOKEN] for piece in letters for atom in _ATOM.findall(piece))
    return Forms(atoms, "".join(atoms)[:LONGEST_TOKEN] if len(atoms) > 1 else "")


def is_stop_word(atom: str, language: str) -> bool:
    """Return whether a folded word says too little in `language` to be looked for."""
    return atom in grammar_of(language).stop_words


def exact(atom: str) -> str:
    """Return the token of a folded word as it is written."""
    return EXACT + _ascii(atom)


def stem(atom: str, language: str) -> str:
    """Return the token of the stem of a folded word, "" where the language has none."""
    if is_stop_word(atom, language):
        return ""
    found = grammar_of(language).stem(atom)
    return primary(language) + _ascii(found) if found else ""


def tokens(text: str, language: str) -> str:
    """Return the tokens of a text, separated by spaces, up to `LONGEST_INDEX` characters."""
    stems, exacts, wholes = [], [], []
    room = LONGEST_INDEX
    for word in words(composed(text)):
        found = forms(word.text, language)
        added = (
            [stem(atom, language) for atom in found.atoms],
            [exact(atom) for atom in found.atoms],
            [exact(found.whole), stem(found.whole, language)] if found.whole else [],
        )
        room -= sum(len(token) + 1 for some in added for token in some)
        if room < 0:
            break
        for kept, some in zip((stems, exacts, wholes), added, strict=True):
            kept += some
    return " ".join(filter(None, (*stems, *exacts, *wholes)))


def _ascii(word: str) -> str:
    """Return a word in ASCII; a letter of another script is written by its number."""
    if word.isascii():
        return word
    return "".join(letter if letter.isascii() else f"x{ord(letter):x}" for letter in word)
