"""Markdown in, rich text out, and back: what an author types is what the page keeps.

Only what the rich-text fields of a page hold is understood: paragraphs, bold, italic, links and
lists. Anything else stays as it was typed, so that nothing disappears.
"""

import re

from bs4 import BeautifulSoup, NavigableString
from markdown_it import MarkdownIt

from content.cleaning import clean_rich_text

# Longer texts are refused by the forms; a hostile one of this length takes well under a second.
LONGEST = 40_000
INTERNAL = "wagtail:"

_parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "maxNesting": 20})
_parser.disable(
    ["code", "fence", "blockquote", "hr", "heading", "lheading", "html_block", "html_inline"]
)
_parser.disable(["reference", "image", "backticks"])
_parser.enable("linkify")
_parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
_SCHEMES = re.compile(r"^(?:https?://|mailto:|tel:|wagtail:)", re.IGNORECASE)
_parser.validateLink = lambda url: bool(_SCHEMES.match(url.strip()))

_ESCAPED = re.compile(r"([\\*_\[\]<>&])")
_LINE_START = re.compile(r"^(\s*)([-+](?=\s|$)|\d+(?=[.)](?:\s|$)))")


def to_rich_text(markdown: str) -> str:
    """Return the rich text of `markdown`, as clean as it will be stored."""
    html = _parser.render(markdown.replace("\r\n", "\n")[:LONGEST])
    soup = BeautifulSoup(html, "html.parser")
    for item in soup.find_all("li"):
        for paragraph in item.find_all("p", recursive=False):
            paragraph.unwrap()
    for link in soup.find_all("a", href=True):
        if link["href"].startswith(INTERNAL):
            kind, _colon, number = link["href"].removeprefix(INTERNAL).partition(":")
            del link["href"]
            if kind in {"page", "document"} and number.isdecimal():
                link["linktype"], link["id"] = kind, number
    return clean_rich_text(str(soup).replace("\n", ""))


def to_markdown(html: str) -> str:
    """Return Markdown that becomes `html` again; markup that has no sign is left out."""
    soup = BeautifulSoup(html or "", "html.parser")
    return "\n\n".join(filter(None, _blocks(soup))).strip()


def _blocks(parent) -> list[str]:
    """Return the paragraphs and lists of an element; loose words make a paragraph."""
    blocks, loose = [], ""
    for child in parent.children:
        name = getattr(child, "name", None)
        if name in {"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "div"}:
            blocks += [_paragraph(loose)] if loose.strip() else []
            loose = ""
            blocks += _block(child, name)
        else:
            loose += _inline(child)
    return [*blocks, _paragraph(loose)] if loose.strip() else blocks


def _block(element, name: str) -> list[str]:
    if name in {"ul", "ol"}:
        return [_list(element)]
    if name in {"blockquote", "div"}:
        return _blocks(element)
    words = _paragraph("".join(map(_inline, element.children)))
    return [f"**{words}**" if name.startswith("h") and words else words]


def _paragraph(words: str) -> str:
    lines = [_LINE_START.sub(_escape_start, line.strip()) for line in words.strip().split("\n")]
    return "\n".join(lines)


def _escape_start(match) -> str:
    sign = match[2]
    return f"{match[1]}\\{sign}" if sign in "-+" else f"{match[1]}{sign}\\"


def _list(element) -> str:
    lines = []
    for number, item in enumerate(element.find_all("li", recursive=False), start=1):
        mark = f"{number}. " if element.name == "ol" else "- "
        first, *rest = _blocks(item) or [""]
        lines.append(mark + first.replace("\n", "\n" + " " * len(mark)))
        lines += [_indented(block, len(mark)) for block in rest]
    return "\n".join(lines)


def _indented(block: str, width: int) -> str:
    return "\n".join(" " * width + line for line in block.split("\n"))


def _inline(node) -> str:
    if isinstance(node, NavigableString):
        return _ESCAPED.sub(r"\\\1", re.sub(r"\s+", " ", str(node)))
    if node.name == "br":
        return "  \n"
    words = "".join(map(_inline, node.children))
    if node.name in {"b", "strong"}:
        return _around(words, "**")
    if node.name in {"i", "em"}:
        return _around(words, "*")
    if node.name == "a":
        return f"[{words}](<{_address(node)}>)" if _address(node) else words
    return words


def _around(words: str, sign: str) -> str:
    """Put a sign on both sides of words; spaces stay outside, or it would not be read."""
    inner = words.strip()
    if not inner:
        return words
    before, _inner, after = words.partition(inner)
    return f"{before}{sign}{inner}{sign}{after}"


def _address(link) -> str:
    if link.get("linktype") in {"page", "document"} and link.get("id"):
        return f"{INTERNAL}{link['linktype']}:{link['id']}"
    return link.get("href", "")
