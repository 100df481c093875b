"""What a translation may have lost on the way: said to the translator, never imposed."""

import re
import unicodedata
from collections import Counter
from html import unescape

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

# No pattern looks back over what it has read: a hostile text takes a moment, not an hour.
_LINK = re.compile(r"<a\b[^<>]*\bid=[\"']?([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
# {name}, {{ name }}, %(name)s, %s, and addresses: read by machines, the same in every language.
_PLACEHOLDER = re.compile(
    r"\{\{?[^{}]+\}?\}|%\(\w+\)[sd]|%[sd]\b|https?://[^\s<>\"']+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+"
)
# 1 234,5 and 1,234.5 are the same number; 2025 2026 are two, 14.03.2026 is three.
_NUMBER = re.compile(
    r"\d{1,3}(?:[.,٬'’\u00a0\u202f ]\d{3}(?!\d))+(?:[.,٫]\d+)?"
    r"|\d+(?=\.\d+\.\d)|(?<=\.)\d+(?=\.\d)|\d+(?:[.,٫]\d+)?"
)
_LETTER = re.compile(r"[^\W\d_]")
# A translation is rarely so much longer or shorter than its source, once it has a few words.
_LONGEST, _SHORTEST, _FEW = 2.5, 0.35, 30
# A Chinese or Japanese character says as much as about three letters.
_LETTERS_A_WIDE_CHARACTER = 3


def limit_of(model, path: str) -> int | None:
    """Return the length, in characters, that a field allows; None without one."""
    try:
        return model._meta.get_field(path).max_length
    except FieldDoesNotExist:
        return None


def warnings_of(source: str, text: str, limit: int | None = None) -> list[str]:
    """Return what a reader of both texts should look at, as sentences; none for no translation.

    `limit` is the length that the field allows, in characters.
    """
    if not text:
        return []
    found = [
        *_lost(_LINK.findall(source), _LINK.findall(text), _("A link is missing: %(what)s.")),
        *_lost(_placeholders(source), _placeholders(text), _("Keep as it is: %(what)s.")),
        *_lost(_numbers(source), _numbers(text), _("A number is missing: %(what)s.")),
    ]
    if _LETTER.search(plain(source)) and plain(source) == plain(text):
        found.append(_("The same as the original."))
    return found + _length(plain(source), plain(text), limit)


def _lost(before: list[str], after: list[str], sentence: str) -> list[str]:
    lost = Counter(before) - Counter(after)
    return [sentence % {"what": ", ".join(sorted(lost))}] if lost else []


def plain(text: str) -> str:
    """Return the words of a text of a translation, without markup or entities."""
    return unescape(_TAG.sub("", text)).strip()


def _placeholders(text: str) -> list[str]:
    return [found.rstrip(".,;:!?") for found in _PLACEHOLDER.findall(plain(text))]


def _numbers(text: str) -> list[str]:
    without = _PLACEHOLDER.sub(" ", plain(text))
    return [
        "".join(str(unicodedata.decimal(one)) for one in found if one.isdecimal())
        for found in _NUMBER.findall(without)
    ]


def _said(text: str) -> int:
    """Return how much a text says, in letters."""
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide * (_LETTERS_A_WIDE_CHARACTER - 1)


def _length(source: str, text: str, limit: int | None) -> list[str]:
    if limit and len(text) > limit:
        return [_("%(excess)s characters too long for its field.") % {"excess": len(text) - limit}]
    if _said(source) < _FEW:
        return []
    if _said(text) > _LONGEST * _said(source):
        return [_("Much longer than the original.")]
    if _said(text) < _SHORTEST * _said(source):
        return [_("Much shorter than the original.")]
    return []
