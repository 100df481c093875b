"""The pictures that a text shows: taken out of the lines, kept beside the block they stood in."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from operations.recogniser.description import Picture
from operations.recogniser.furniture import is_read_more
from operations.recogniser.nodes import Item, Node

_PICTURE = re.compile(
    r"""
    (?P<opened>\[)?+!\[(?P<alt>[^\[\]\n]{0,1000})\]
    \(\s{0,3}(?:<(?P<angled>[^<>\n]{0,2000})>
      |(?P<address>[^()<>\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?))
    (?:\s{1,3}["'](?P<caption>[^"\n]{0,300})["'])?\s{0,3}\)
    (?P<link>\]\([^()\s]{0,2000}\))?
  | <img\b(?P<attributes>[^<>]{0,4000})>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""\s(?P<name>src|alt|title)\s{0,3}=\s{0,3}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_MARK = re.compile(r"!\[|<img\b", re.IGNORECASE)


@dataclass
class _Line:
    """A line whose pictures were taken out."""

    text: str
    pictures: list[Picture]


def take_pictures(nodes: list[Node]) -> list[Node]:
    """Return `nodes` without pictures in their text, each with the pictures that stood in it.

    A picture on a line of its own belongs to the block above, or to the one below when nothing
    is above or when the line above ends an article.

    >>> from operations.recogniser.nodes import read_nodes
    >>> nodes = take_pictures(read_nodes("A bank.\\n\\n![A map](img/map.png)\\n\\nA mill."))
    >>> [(node.text, [picture.address for picture in node.pictures]) for node in nodes]
    [('A bank.', ['img/map.png']), ('A mill.', [])]
    """
    taken: list[Node] = []
    waiting: list[Picture] = []
    for node in nodes:
        rest, pictures = _without_pictures(node)
        if rest is None and taken and not _parts(taken[-1]):
            taken[-1] = replace(taken[-1], pictures=(*taken[-1].pictures, *pictures))
        elif rest is None:
            waiting += pictures
        else:
            taken.append(replace(rest, pictures=(*waiting, *pictures)) if waiting else rest)
            waiting = []
    if waiting:
        taken.append(Node("paragraph", pictures=tuple(waiting)))
    return taken


def pictures_of(nodes: Iterable[Node]) -> list[Picture]:
    """Return the pictures that stand beside `nodes`, in order."""
    return [picture for node in nodes for picture in node.pictures]


def _parts(node: Node) -> bool:
    return node.kind == "rule" or is_read_more(node)


def _without_pictures(node: Node) -> tuple[Node | None, list[Picture]]:
    """Return a node without the pictures in its text, None if nothing is left, and these."""
    if node.kind == "code" or not any(_MARK.search(line) for line in node.lines):
        return node, []
    if node.kind == "list":
        lines = [(item, _read(item.text)) for item in node.items]
        pictures = [picture for _item, line in lines for picture in line.pictures]
        items = [Item(line.text, item.depth) for item, line in lines if line.text]
        changed = replace(node, items=items, pictures=tuple(pictures))
        return (changed if items else None), pictures
    if node.kind == "table":
        read = [[_read(cell) for cell in row] for row in node.rows]
        pictures = [picture for row in read for cell in row for picture in cell.pictures]
        rows = [[cell.text for cell in row] for row in read]
        changed = replace(node, rows=rows, pictures=tuple(pictures))
        return (changed if any(map(any, rows)) else None), pictures
    line = _read(node.text)
    changed = replace(node, text=line.text, pictures=tuple(line.pictures))
    return (changed if line.text else None), line.pictures


def _read(text: str) -> _Line:
    pictures: list[Picture] = []

    def take(found: re.Match) -> str:
        if found["attributes"] is not None:
            pictures.append(_of_tag(found["attributes"]))
            return ""
        address = found["angled"] if found["angled"] is not None else found["address"]
        opened, link = found["opened"] or "", found["link"] or ""
        is_linked = bool(opened and link)
        pictures.append(
            Picture(
                address=html.unescape(address),
                alt=" ".join(html.unescape(found["alt"]).split()),
                caption=" ".join((found["caption"] or "").split()),
                link=link[2:-1] if is_linked else "",
            )
        )
        return "" if is_linked else opened + link

    rest = _PICTURE.sub(take, text)
    return _Line(rest.strip() if pictures else text, pictures)


def _of_tag(attributes: str) -> Picture:
    said = {
        found["name"].lower(): html.unescape(found["double"] or found["single"] or found["bare"])
        for found in _ATTRIBUTE.finditer(attributes)
        if found["double"] or found["single"] or found["bare"]
    }
    return Picture(said.get("src", ""), " ".join(said.get("alt", "").split()))
