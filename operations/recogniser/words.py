"""No word lost: the words of a source against those of its descriptions."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from operations.recogniser.description import Description, Picture, Rich
from operations.recogniser.furniture import loosen_counters
from operations.recogniser.inline import HTML_NAMES
from operations.recogniser.text import normalise

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})(\s[^<>]{0,3000})?/?>")
_ADDRESS = re.compile(r"""\s(?:href|src|alt)\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|(\S+))""")
_INSIDE_WORDS = {"b", "strong", "i", "em", "sup", "sub", "a", "span", "u", "small", "code", "wbr"}
_NUMBERING = re.compile(r"^\s{0,80}\d{1,3}[.)]\s", re.MULTILINE)
_DELETED = str.maketrans("", "", "*`\\")
# Values that the recogniser chose and the source did not say.
_CHOSEN = {"level", "kind", "first_row_is_table_header", "first_col_is_header",
           "table_header_choice"}  # fmt: skip


def words_of(text: str) -> list[str]:
    """Return the words of a plain text: letters and digits, in lower case.

    >>> words_of("Is it T²? Yes: the *reMix*.")
    ['is', 'it', 't2', 'yes', 'the', 'remix']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text.translate(_DELETED)).casefold())


def words_of_markup(text: str) -> list[str]:
    """Return the words of a text with HTML in it, those of link addresses included."""
    return words_of(html.unescape(_TAG.sub(_without_tag, text)))


def source_words(text: str) -> list[str]:
    """Return the words of a source file; the numbers of a numbered list are not words."""
    loose = loosen_counters(normalise(text))
    return words_of_markup(_NUMBERING.sub("", loose))


def described_words(description: Description) -> list[str]:
    """Return the words that a description holds, without the fields that repeat others."""
    kept = [value for name, value in description.fields.items() if name not in description.derived]
    for attribute in ("title", "summary"):
        if attribute not in description.derived:
            kept.append(getattr(description, attribute))
    kept += [description.body, description.attachments, description.lead]
    # Furniture is kept as it stood in the source, markup included.
    furniture = [word for line in description.furniture for word in source_words(line)]
    return [*_words_in(kept), *furniture]


def missing_words(text: str, descriptions: Iterable[Description]) -> list[str]:
    """Return the words of `text` that no description holds, as often as each is missing."""
    found = Counter(word for description in descriptions for word in described_words(description))
    return list((Counter(source_words(text)) - found).elements())


def _without_tag(found: re.Match) -> str:
    name = found[1].lower()
    if name not in HTML_NAMES:
        return found[0]
    said = " ".join("".join(groups) for groups in _ADDRESS.findall(found[2] or ""))
    return f" {said} " if said else ("" if name in _INSIDE_WORDS else " ")


def _words_in(value: object) -> list[str]:
    if isinstance(value, Rich):
        return words_of_markup(value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return words_of(str(value))
    if isinstance(value, Picture):
        value = [value.alt, value.address, value.caption, value.link]
    if isinstance(value, dict):
        value = [entry for key, entry in value.items() if key not in _CHOSEN]
    if isinstance(value, list):
        return [word for entry in value for word in _words_in(entry)]
    if isinstance(value, tuple):
        return _words_in(value[1])
    return []
