"""What a translation may have lost on the way: said to the translator, never imposed."""

import re
from collections import Counter
from html import unescape

from django.utils.translation import gettext as _

_LINK = re.compile(r"<a\b[^>]*\bid=[\"']?([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
# {name}, {{ name }}, %(name)s, %s, and addresses: read by machines, the same in every language.
_PLACEHOLDER = re.compile(
    r"\{\{?[^{}]+\}?\}|%\(\w+\)[sd]|%[sd]\b|https?://[^\s<>\"']+|[\w.+-]+@[\w-]+\.\w+"
)
# 1 234,5 and 1,234.5 are the same number: separators between digits do not count.
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f  ](?=\d)|\d)*")
_LETTER = re.compile(r"[^\W\d_]")
# A translation is rarely so much longer or shorter than its source, once it has a few words.
_LONGEST, _SHORTEST, _FEW = 2.5, 0.35, 30


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
    if _LETTER.search(_plain(source)) and _plain(source) == _plain(text):
        found.append(_("The same as the original."))
    return found + _length(_plain(source), _plain(text), limit)


def _lost(before: list[str], after: list[str], sentence: str) -> list[str]:
    lost = Counter(before) - Counter(after)
    return [sentence % {"what": ", ".join(sorted(lost))}] if lost else []


def _plain(text: str) -> str:
    return unescape(_TAG.sub("", text)).strip()


def _placeholders(text: str) -> list[str]:
    return [found.rstrip(".,;:!?") for found in _PLACEHOLDER.findall(_plain(text))]


def _numbers(text: str) -> list[str]:
    without = _PLACEHOLDER.sub(" ", _plain(text))
    return [re.sub(r"\D", "", found) for found in _NUMBER.findall(without)]


def _length(source: str, text: str, limit: int | None) -> list[str]:
    if limit and len(text) > limit:
        return [_("%(excess)s characters too long for its field.") % {"excess": len(text) - limit}]
    if len(source) < _FEW:
        return []
    if len(text) > _LONGEST * len(source):
        return [_("Much longer than the original.")]
    if len(text) < _SHORTEST * len(source):
        return [_("Much shorter than the original.")]
    return []
