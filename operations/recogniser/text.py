"""The forms of a text: cleaned, for comparing, for matching."""

import re
import unicodedata

from content.folding import without_accents

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
# One character for one character: what matches in this form is cut out of the original.
_TYPEWRITER = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
    }
)  # fmt: skip


def normalise(text: str) -> str:
    """Return `text` with one kind of line end, composed accents, no invisible character.

    "e" followed by a combining acute accent becomes "é"; a NUL is dropped.
    """
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def typewriter(text: str) -> str:
    """Return `text`, of the same length, with straight quotes, plain hyphens and plain spaces."""
    return text.translate(_TYPEWRITER)


def folded(text: str) -> str:
    """Return the form under which two labels are the same.

    "Points  de Vigilance :" and "points de vigilance" both give "points de vigilance".
    """
    return " ".join(without_accents(typewriter(text)).split()).strip(" :*_#.-")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a constant: tables of words are written as they are read."""
    return frozenset(words.split())
