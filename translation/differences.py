"""What differs between two states of a source, word by word, for whoever brings it up to date."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString

from translation.quality import plain

_WORD = re.compile(r"\s+|[^\s]+")
# Beyond so many words the texts are shown one after the other.
MOST_WORDS = 2000


def marked(old: str, new: str) -> SafeString:
    """Return both states of a text as one, in HTML: what went in `del`, what came in `ins`."""
    before, after = _WORD.findall(plain(old)), _WORD.findall(plain(new))
    if len(before) + len(after) > MOST_WORDS:
        return _piece("del", before) + _piece("ins", after)
    html = SafeString("")
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            html += format_html("{}", "".join(before[start:end]))
        else:
            html += _piece("del", before[start:end]) + _piece("ins", after[new_start:new_end])
    return html


def _piece(tag: str, words: list[str]) -> SafeString:
    text = "".join(words)
    return format_html(f"<{tag}>{{}}</{tag}>", text) if text else SafeString("")
