"""The lines of a text, read as headings, paragraphs, lists, quotes and tables.

Exports are rarely good Markdown: one paragraph a line, arrows for bullets, lists indented by one
space. Every rule here looks at a line and its neighbours, and runs in linear time.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from operations.recogniser.description import Picture
from operations.recogniser.inline import plain

DEEPEST_LIST = 4
WRAPPED_WIDTH = range(40, 111)

_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)")
_UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,})\s*\Z")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s?){3,}|(?:-\s?){3,}|(?:_\s?){3,})\Z")
_BULLET = re.compile(
    r"(?P<indent>\s{0,80})(?:(?P<sign>-\s?>|=>|[-*+•‣▪◦●○■□\u2013\u2014➔→➜➤►▶✓✔])|(?P<number>\d{1,3})[.)])"
    r"(?:\s+(?P<text>\S.*)|\s*\Z)"
)
_TABLE_RULE = re.compile(r"\s{0,3}\|?\s{0,9}:?-{1,99}[-:|\s]*\Z")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")


@dataclass(frozen=True)
class Item:
    """An element of a list; `depth` starts at 0."""

    text: str
    depth: int = 0


@dataclass(frozen=True, eq=False)
class Node:
    """One block of the source, still in its own markup.

    `kind` is heading, paragraph, list, quote, table, code or rule. `gap` is the number of empty
    lines before it, `level` that of a heading. `pictures` stood in it or below it.
    """

    kind: str
    text: str = ""
    gap: int = 0
    level: int = 0
    ordered: bool = False
    items: list[Item] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    pictures: tuple[Picture, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text of a heading, paragraph or quote without its markup."""
        return plain(self.text)

    @property
    def lines(self) -> list[str]:
        """Every line of the node, whatever its kind, without bullets."""
        if self.kind == "list":
            return [item.text for item in self.items]
        if self.kind == "table":
            return [" ".join(row) for row in self.rows]
        return self.text.split("\n") if self.text else []


def read_nodes(text: str) -> list[Node]:
    """Return the blocks of a normalised text, in order.

    >>> [node.kind for node in read_nodes("# Title\\n\\nFirst.\\nSecond.\\n➔ one\\n➔ two")]
    ['heading', 'paragraph', 'paragraph', 'list']
    """
    return _Reader(_split_breaks(text)).read()


def _split_breaks(text: str) -> list[str]:
    """Cut lines at a stray `<br>`; inside a list or a table it only was a space."""
    lines = []
    for line in text.split("\n"):
        if "<" not in line:
            lines.append(line)
        elif _BULLET.match(line) or line.lstrip().startswith("|"):
            lines.append(_BREAK.sub(" ", line))
        else:
            lines.extend(_BREAK.split(line))
    return lines


def is_table_rule(line: str) -> bool:
    """Whether the line is the rule under the first row of a table: `| --- | :--: |`."""
    return "|" in line and bool(_TABLE_RULE.match(line))


class _Reader:
    def __init__(self, lines: list[str]):
        self.lines = lines
        self.position = 0
        self.gap = 0
        self.nodes: list[Node] = []

    def read(self) -> list[Node]:
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if not line.strip():
                self.gap += 1
                self.position += 1
                continue
            self._block(line)
        return self.nodes

    def _block(self, line: str) -> None:
        if found := _HEADING.match(line):
            text = found[2].rstrip()
            closed = text.rstrip("#")
            self._add(
                "heading",
                closed.rstrip() if closed.endswith(" ") else text,
                level=len(found[1]),
            )
            self.position += 1
        elif _FENCE.match(line):
            self._code()
        elif _RULE.match(line):
            self._add("rule")
            self.position += 1
        elif line.lstrip().startswith(">"):
            self._quote()
        elif self._starts_table():
            self._table()
        elif self._is_bullet(self.position):
            self._list()
        else:
            self._paragraphs()

    def _add(self, kind: str, text: str = "", **values) -> None:
        self.nodes.append(Node(kind, text, gap=self.gap, **values))
        self.gap = 0

    def _line(self, offset: int = 0) -> str:
        index = self.position + offset
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def _code(self) -> None:
        fence = _FENCE.match(self._line())[1]
        self.position += 1
        kept = []
        while self.position < len(self.lines) and not self._line().lstrip().startswith(fence):
            kept.append(self._line().rstrip())
            self.position += 1
        self.position += 1
        self._add("code", "\n".join(kept))

    def _quote(self) -> None:
        kept = []
        while self._line().lstrip().startswith(">"):
            kept.append(self._line().lstrip("> \t").rstrip())
            self.position += 1
        self._add("quote", "\n".join(kept).strip())

    def _starts_table(self) -> bool:
        return self._line().count("|") > 0 and (
            is_table_rule(self._line(1))
            or (self._line().lstrip().startswith("|") and self._line(1).lstrip().startswith("|"))
        )

    def _table(self) -> None:
        rows = []
        while "|" in self._line():
            if not is_table_rule(self._line()):
                cells = self._line().strip().removeprefix("|").removesuffix("|").split("|")
                rows.append([cell.strip() for cell in cells])
            self.position += 1
        width = max((len(row) for row in rows), default=0)
        self._add("table", rows=[row + [""] * (width - len(row)) for row in rows])

    def _is_bullet(self, index: int) -> bool:
        """Whether that line is an item; a starred line may be the note of a starred one above.

        "Write to us*" then "* with an account" is a note, not a list.
        """
        found = _BULLET.match(self.lines[index]) if index < len(self.lines) else None
        if not found or found["sign"] != "*":
            return bool(found)
        above = index - 1
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        line = self.lines[above].rstrip() if above >= 0 else ""
        return not (line.endswith("*") and not line.endswith("**") and not _BULLET.match(line))

    def _list(self) -> None:
        first = _BULLET.match(self._line())
        ordered = bool(first["number"])
        items: list[Item] = []
        indents: list[int] = []
        start = self.position
        while self.position < len(self.lines):
            found = _BULLET.match(self._line()) if self._is_bullet(self.position) else None
            if found and (bool(found["number"]) == ordered or found["indent"] > first["indent"]):
                depth = _depth(indents, len(found["indent"].expandtabs(4)))
                if text := (found["text"] or "").strip():
                    items.append(Item(text, min(depth, DEEPEST_LIST)))
                self.position += 1
            elif items and self._continues(items[-1].text):
                last = items.pop()
                items.append(Item(f"{last.text} {self._line().strip()}", last.depth))
                self.position += 1
            elif not self._line().strip() and self._list_goes_on(ordered):
                self.position += 1
            else:
                break
        if ordered and len(items) == 1:
            self._add("paragraph", self.lines[start].strip())
            self.position = start + 1
        elif items:
            self._add("list", ordered=ordered, items=items)

    def _list_goes_on(self, ordered: bool) -> bool:
        """Whether the next line that is not empty, at most two below, is of the same list."""
        index = self.position + 1
        if index < len(self.lines) and not self.lines[index].strip():
            return False
        found = _BULLET.match(self.lines[index]) if self._is_bullet(index) else None
        return bool(found) and bool(found["number"]) == ordered

    def _continues(self, item: str) -> bool:
        """Whether the line is the rest of the item above: indented, or wrapped."""
        line = self._line()
        if not line.strip() or _RULE.match(line) or _HEADING.match(line):
            return False
        if line.startswith(("  ", "\t")):
            return True
        last_line = len(self._line(-1))
        return last_line in WRAPPED_WIDTH and line[0].islower() and item[-1] not in ".;:!?"

    def _paragraphs(self) -> None:
        group = []
        while self.position < len(self.lines) and not self._interrupts(bool(group)):
            group.append(self._line())
            self.position += 1
        found = _UNDERLINE.match(self._line()) if len(group) == 1 else None
        if found and self.position < len(self.lines):
            self._add("heading", group[0].strip(), level=1 if found[1][0] == "=" else 2)
            self.position += 1
            return
        for text in _join(group):
            self._add("paragraph", text)

    def _interrupts(self, started: bool) -> bool:
        line = self._line()
        if not line.strip():
            return True
        if not started:
            return False
        return bool(
            _HEADING.match(line)
            or _UNDERLINE.match(line)
            or _RULE.match(line)
            or _FENCE.match(line)
            or line.lstrip().startswith(">")
            or self._starts_table()
            or self._is_bullet(self.position)
        )


def _depth(indents: list[int], indent: int) -> int:
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents) - 1


def _join(group: list[str]) -> list[str]:
    """Return the paragraphs of a run of lines.

    Lines of one width that run on into each other were wrapped and become one paragraph; two
    spaces at the end, or bold that goes on, break a line inside its paragraph; else one line is
    one paragraph.
    """
    if _is_wrapped(group):
        return [" ".join(line.strip() for line in group)]
    paragraphs = []
    open_line = False
    for line in group:
        if open_line:
            paragraphs[-1] += "\n" + line.strip()
        else:
            paragraphs.append(line.strip())
        bold_goes_on = paragraphs[-1].count("**") % 2 == 1 and line.count("**") % 2 == 1
        open_line = line.endswith("  ") or bold_goes_on
    return paragraphs


def _is_wrapped(group: list[str]) -> bool:
    if len(group) < 2 or any(len(line) not in WRAPPED_WIDTH for line in group[:-1]):
        return False
    if len(group[-1]) > WRAPPED_WIDTH.stop:
        return False
    runs_on = sum(
        line.rstrip()[-1] not in ".!?:;…»" or following.lstrip()[0].islower()
        for line, following in pairwise(group)
    )
    return runs_on * 2 >= len(group) - 1
