"""A light markup for the prose of the demo, so that its files stay readable.

Paragraphs are parted by a blank line, items start with "- " or "1. ". Inside: `**bold**`,
`*italic*`, `[words](page.key)`, `[words](file.key)`, `[words](https://…)`.
"""

import re
from collections.abc import Callable
from html import escape

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")
_ITEM = re.compile(r"(?:- |\d+\. )")


def to_html(text: str, anchor: Callable[[str], str]) -> str:
    """Return `text` as rich text.

    `anchor` receives the target of a link and returns the attributes of its `a` element, or
    an empty string: then the words stay without a link.
    """
    blocks = (block.strip().splitlines() for block in re.split(r"\n\s*\n", text.strip()))
    return "".join(_block([line.strip() for line in lines], anchor) for lines in blocks)


def _block(lines: list[str], anchor) -> str:
    if not _ITEM.match(lines[0]):
        return f"<p>{_inline(' '.join(lines), anchor)}</p>"
    items: list[str] = []
    for line in lines:
        start = _ITEM.match(line)
        if start:
            items.append(line[start.end() :])
        else:
            items[-1] += f" {line}"
    tag = "ul" if lines[0].startswith("- ") else "ol"
    return f"<{tag}>{''.join(f'<li>{_inline(item, anchor)}</li>' for item in items)}</{tag}>"


def _inline(text: str, anchor) -> str:
    def link(match: re.Match) -> str:
        attributes = anchor(match[2])
        return f"<a {attributes}>{match[1]}</a>" if attributes else match[1]

    text = _LINK.sub(link, escape(text, quote=False))
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", text))
