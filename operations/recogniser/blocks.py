"""From the blocks of the source to those of the portal."""

import html

from operations.recogniser.description import Rich
from operations.recogniser.inline import plain, rich
from operations.recogniser.nodes import Node

LONGEST_HEADING = 120
# What the heading block of the portal holds; a longer heading is bold text.
LONGEST_BLOCK_HEADING = 160


def looks_like_heading(nodes: list[Node], index: int) -> bool:
    """Whether a node is a heading, or a short line that stands over a text as one does.

    "A quiet street" over three lines of text is a heading; "Laval, 3 May." is not.
    """
    node = nodes[index]
    if node.kind != "paragraph":
        return node.kind == "heading"
    text = node.plain
    if "\n" in node.text or not 3 <= len(text) <= LONGEST_HEADING or text[-1] in ".,;:!…)*":
        return False
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    if following is None or following.kind not in ("paragraph", "list"):
        return False
    if node.text.startswith("**") and node.text.endswith("**") and node.text.count("**") == 2:
        return True
    previous = nodes[index - 1] if index else None
    return (
        ". " not in text
        and text[0].upper() == text[0]
        and (following.kind == "list" or len(following.text) >= max(80, 1.2 * len(text)))
        and (previous is None or previous.kind != "paragraph" or len(previous.text) >= 60)
    )


def to_blocks(nodes: list[Node]) -> list[tuple[str, object]]:
    """Return the blocks of `nodes`: text, headings of two levels, quotes, tables, pictures."""
    blocks: list[tuple[str, object]] = []
    run: list[str] = []
    top = min((node.level for node in nodes if node.kind == "heading"), default=0)
    for index, node in enumerate(nodes):
        block = None
        if looks_like_heading(nodes, index) and len(node.plain) <= LONGEST_BLOCK_HEADING:
            is_top = node.level == top if node.kind == "heading" else top == 0
            block = ("heading", {"text": node.plain, "level": "h2" if is_top else "h3"})
        elif node.kind == "quote":
            block = ("quote", _quote(node))
        elif node.kind == "table":
            block = ("table", _table(node))
        if block is None:
            run.append(to_rich([node]))
        else:
            _flush(run, blocks)
            blocks.append(block)
        if node.pictures:
            _flush(run, blocks)
            blocks.extend(("picture", picture) for picture in node.pictures)
    _flush(run, blocks)
    return blocks


def _flush(run: list[str], blocks: list) -> None:
    text = "".join(run)
    run.clear()
    if text:
        blocks.append(("text", Rich(text)))


def to_rich(nodes: list[Node]) -> Rich:
    """Return `nodes` as one piece of HTML; headings become bold paragraphs."""
    pieces = []
    for index, node in enumerate(nodes):
        is_heading = looks_like_heading(nodes, index)
        pieces.append(_bold_paragraph(node) if is_heading else _HTML[node.kind](node))
    return Rich("".join(pieces))


def to_plain(nodes: list[Node]) -> str:
    """Return `nodes` as plain text, a paragraph or an item a line."""
    return "\n".join(plain(line) for node in nodes for line in node.lines)


def _paragraph(node: Node) -> str:
    return f"<p>{rich(node.text)}</p>" if node.text else ""


def _bold_paragraph(node: Node) -> str:
    return f"<p><b>{html.escape(node.plain, quote=False)}</b></p>"


def _list_html(node: Node) -> str:
    tag = "ol" if node.ordered else "ul"
    pieces: list[str] = []
    depth = -1
    for item in node.items:
        if item.depth > depth:
            # An item may be deeper than its parent by one level only.
            depth += 1
            pieces.append(f"<{tag}>")
        else:
            pieces.append("</li>" + f"</{tag}></li>" * (depth - item.depth))
            depth = item.depth
        pieces.append(f"<li>{rich(item.text)}")
    pieces.append(f"</li></{tag}>" * (depth + 1))
    return "".join(pieces)


def _code(node: Node) -> str:
    lines = html.escape(node.text, quote=False).split("\n")
    return f"<p>{'<br/>'.join(lines)}</p>"


def _quote(node: Node) -> dict:
    """Return a quote block; a last line that begins with a dash names the author."""
    lines = [line for line in node.text.split("\n") if line.strip()]
    author = ""
    if len(lines) > 1 and lines[-1].lstrip()[0] in "-\u2013\u2014":
        author = plain(lines.pop().lstrip(" -\u2013\u2014"))
    return {"text": "\n".join(plain(line) for line in lines), "author": author, "source": ""}


def _quote_html(node: Node) -> str:
    return f"<blockquote>{rich(node.text)}</blockquote>"


def _table(node: Node) -> dict:
    return {
        "caption": "",
        "table": {
            "data": [[plain(cell) for cell in row] for row in node.rows],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
        },
    }


def _table_html(node: Node) -> str:
    return "".join(f"<p>{rich(' | '.join(row))}</p>" for row in node.rows)


_HTML = {
    "paragraph": _paragraph,
    "heading": _bold_paragraph,
    "list": _list_html,
    "quote": _quote_html,
    "table": _table_html,
    "code": _code,
    "rule": lambda node: "",
}
