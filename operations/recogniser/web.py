"""A web page, rewritten as the text that the recogniser reads.

The parser of the standard library reports tags one after the other: no tree is built, so that
ten thousand nested elements cost what ten thousand flat ones do.
"""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from operations.recogniser.description import LEFT_OUT, Note, gettext_noop
from operations.recogniser.text import folded, word_set
from operations.recogniser.web_head import Head
from operations.recogniser.web_tags import whole_tags

_SIDE = {"nav", "footer"}
_BLOCKS = word_set(
    "p div section article main header aside figure figcaption address details summary dl dt dd "
    "fieldset form body html center hr blockquote caption legend option"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_RAISED = {"sup", "sub"}
_EMBEDDED = {"iframe", "video", "audio", "embed", "source"}
_INLINE = {*_MARKS, *_RAISED, "a"}
_MARKUP = re.compile(r"([\\`*_\[\]<])")
_ADDRESS = re.compile(r"(https?://[^\s<>\"\[\]]{1,2000})")
_LINE_START = re.compile(r"(#|>)")
_UNSAFE = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_IN_TARGET = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22"}
# A bracket would end the text of a picture.
_ROUND = str.maketrans("[]", "()")
DEEPEST_INDENT = 4
LONGEST_CELL = 600


@dataclass
class WebText:
    """`text` is for the recogniser; `words` is all a reader could read, to compare words with.

    `furniture` is the navigation, the foot and the title of the window; `notes` say what was
    left out. `language` is the BCP 47 code that the page declares, `address` where it says it
    was published; both may be empty.
    """

    text: str = ""
    words: str = ""
    furniture: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    language: str = ""
    address: str = ""


def read_web_page(source: str) -> WebText:
    """Return the text of an HTML page, in order, in the markup of the recogniser.

    >>> page = read_web_page("<h1>A bank</h1><p>Cut <b>twice</b>.<ul><li>one<li>two</ul>")
    >>> page.text
    '# A bank\\n\\nCut **twice**.\\n\\n- one\\n- two'
    """
    whole, has_script = whole_tags(source)
    page, words = _Page(), _Words()
    for parser in (page, words):
        parser.feed(whole)
        parser.close()
    if has_script:
        page.note(gettext_noop("A script of the page was left out."))
    text = page.finish()
    return WebText(
        text,
        "".join(words.pieces),
        page.furniture,
        page.notes,
        page.head.language,
        page.head.address,
    )


def _attributes(attrs) -> dict[str, str]:
    return {name: value or "" for name, value in attrs}


def _is_usable(address: str) -> bool:
    return bool(address.strip()) and not _UNSAFE.match(address)


class _Words(HTMLParser):
    """Everything a reader could read, without any idea of what it means."""

    def __init__(self):
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in _INLINE:
            self.pieces.append(" ")
        said = _attributes(attrs)
        address = said.get("href" if tag == "a" else "src", "")
        if tag == "img":
            self.pieces.append(f" {escape(said.get('alt', ''))} ")
        if tag in ("a", "img") and _is_usable(address):
            self.pieces.append(f" {escape(_target(address))} ")

    def handle_endtag(self, tag):
        if tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data):
        self.pieces.append(escape(data))


class _Page(HTMLParser):
    """What is open is kept in a few flags and in at most one frame for each inline element."""

    def __init__(self):
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.frames: list[tuple[str, list[str], str]] = [("", [], "")]
        self.furniture: list[str] = []
        self.notes: list[Note] = []
        self.head = Head()
        self.side: list[tuple[str, str]] = []
        self.side_depth = 0
        self.lists: list[str] = []
        self.heading = 0
        self.quotes = 0
        self.is_item = self.is_title = False
        self.tables = 0
        self.preformatted: list[str] | None = None
        self.rows: list[list[list[str]]] = []

    # --- What the parser calls --------------------------------------------------------------

    def handle_starttag(self, tag, attrs):
        if tag == "title":
            self.is_title = True
        elif tag in _INLINE:
            self._open(tag, _attributes(attrs))
        elif tag == "br":
            self._text("\n")
        elif tag == "img":
            self._picture(_attributes(attrs))
        elif tag in _EMBEDDED:
            address = _attributes(attrs).get("src", "")
            if address:
                self.note(LEFT_OUT, element=tag, address=address[:200])
        elif tag in ("html", "body", "meta", "link"):
            self.head.declare(tag, _attributes(attrs))
        else:
            self._start_block(tag)

    def handle_endtag(self, tag):
        if tag == "title":
            self.is_title = False
        elif tag in _INLINE:
            self._close(tag)
        else:
            self._end_block(tag)

    def handle_data(self, data):
        if self.is_title and not self.blocks:
            self.head.read_title(data)
        elif self.preformatted is not None:
            self.preformatted.append(data)
        else:
            self._text(_escaped(re.sub(r"\s+", " ", data)))

    # --- Blocks -----------------------------------------------------------------------------

    def _start_block(self, tag: str) -> None:
        self._flush()
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
        elif tag == "li":
            self.is_item = True
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.preformatted = []
        elif tag in _SIDE:
            self.side_depth += 1
        elif tag == "table":
            self.tables += 1
        elif self.tables == 1:
            self._start_cell(tag)

    def _start_cell(self, tag: str) -> None:
        """Begin a row or a cell; a table inside a cell is text of that cell."""
        if tag == "tr" or (tag in ("td", "th") and not self.rows):
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append([])

    def _end_block(self, tag: str) -> None:
        if tag == "pre":
            self._flush_preformatted()
        self._flush()
        if tag in _HEADINGS:
            self.heading = 0
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.is_item = False
        elif tag == "blockquote" and self.quotes:
            self.quotes -= 1
        elif tag in _SIDE and self.side_depth:
            self.side_depth -= 1
            if not self.side_depth:
                self.furniture.extend(text for _kind, text in self.side)
                self.side = []
        elif tag == "table" and self.tables:
            self.tables -= 1
            if not self.tables:
                self._flush_table()

    def _flush(self) -> None:
        """End the block that is being read, closing what is open in it."""
        while len(self.frames) > 1:
            self._pop()
        pieces = self.frames[0][1]
        text = re.sub(r" {2,}", " ", "".join(pieces))
        lines = [line.strip() for line in text.split("\n")]
        pieces.clear()
        lines = [line for line in lines if line]
        if not lines:
            return
        if self.tables and self.rows and self.rows[-1]:
            self.rows[-1][-1].append(" ".join(lines))
            return
        self._add(*self._shaped(lines))

    def _shaped(self, lines: list[str]) -> tuple[str, str]:
        """Return the kind of a block and its text in the markup of the recogniser."""
        joined = " ".join(lines)
        if self.heading:
            return "heading", f"{'#' * self.heading} {joined}"
        if self.lists and self.is_item:
            self.is_item = False
            indent = "  " * min(len(self.lists) - 1, DEEPEST_INDENT)
            return "item", f"{indent}{'1.' if self.lists[-1] == 'ol' else '-'} {joined}"
        lines = [_LINE_START.sub(r"\\\1", line, count=1) if line[0] in "#>" else line
                 for line in lines]  # fmt: skip
        if self.quotes:
            return "quote", "\n".join(f"> {line}" for line in lines)
        return "text", "  \n".join(lines)

    def _add(self, kind: str, text: str) -> None:
        (self.side if self.side_depth else self.blocks).append((kind, text))

    def _flush_preformatted(self) -> None:
        text = "".join(self.preformatted or []).strip("\n").replace("```", "'''")
        self.preformatted = None
        if text.strip():
            self._add("code", f"```\n{text}\n```")

    def _flush_table(self) -> None:
        rows = [[" ".join(cell).replace("|", "¦") for cell in row] for row in self.rows if row]
        self.rows = []
        cells = [cell for row in rows for cell in row if cell]
        is_layout = max((len(row) for row in rows), default=0) < 2 or any(
            len(cell) > LONGEST_CELL for cell in cells
        )
        if is_layout:
            for cell in cells:
                self._add("text", cell)
            return
        lines = [f"| {' | '.join(row)} |" for row in rows]
        rule = "|" + " --- |" * len(rows[0])
        self._add("table", "\n".join([lines[0], rule, *lines[1:]]))

    def finish(self) -> str:
        """Return the whole text; what an unclosed menu swallowed comes back to it."""
        if self.preformatted is not None:
            self._flush_preformatted()
        self._flush()
        if self.tables:
            self._flush_table()
        if self.side:
            self.blocks.extend(self.side)
        self._place_title()
        pieces: list[str] = []
        before = ""
        for kind, text in self.blocks:
            if pieces:
                pieces.append("\n" if kind == before and kind in ("item", "quote") else "\n\n")
            pieces.append(text)
            before = kind
        return "".join(pieces)

    def _place_title(self) -> None:
        """Head the text with the title of the window, unless a heading says it already.

        "A mill – The site of the river" is the title of the page and the name of its site.
        """
        title = self.head.title
        if not title:
            return
        headings = [text for kind, text in self.blocks if kind == "heading"]
        said = folded(title)
        is_said = any(folded(text.lstrip("# ")) in said for text in headings[:3])
        if is_said or any(text.startswith("# ") for text in headings):
            self.furniture.append(title)
            return
        kept, left = self.head.parted_title()
        self.furniture.extend(left)
        if kept:
            self.blocks.insert(0, ("heading", f"# {_escaped(kept)}"))

    # --- Inside a block ---------------------------------------------------------------------

    def _text(self, text: str) -> None:
        self.frames[-1][1].append(text)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        mark = _MARKS.get(tag, tag)
        if self.preformatted is None and all(mark != open_mark for open_mark, *_ in self.frames):
            self.frames.append((mark, [], attributes.get("href", "")))

    def _close(self, tag: str) -> None:
        mark = _MARKS.get(tag, tag)
        if any(mark == open_mark for open_mark, *_ in self.frames):
            while self._pop() != mark:
                pass

    def _pop(self) -> str:
        """Close the innermost inline element and return its mark."""
        mark, pieces, address = self.frames.pop()
        text = "".join(pieces)
        inner = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        self._text(before + self._marked(mark, inner, address) + (after if inner else ""))
        return mark

    def _marked(self, mark: str, text: str, address: str) -> str:
        if mark == "a":
            return self._link(" ".join(text.split()), address)
        if not text:
            return ""
        if mark in _RAISED:
            return f"<{mark}>{text}</{mark}>"
        return f"{mark}{text}{mark}" if "\n" not in text else text

    def _link(self, label: str, address: str) -> str:
        if not label or label.startswith("![") or not address.strip():
            return label if not _is_usable(address) or label else _target(address)
        if not _is_usable(address):
            self.note(gettext_noop("A link that was no address was left out: “%(label)s”."),
                       label=label[:80])  # fmt: skip
            return label
        return f"[{label}]({_target(address)})"

    def _picture(self, attributes: dict[str, str]) -> None:
        alt = " ".join(attributes.get("alt", "").translate(_ROUND).split())
        address = attributes.get("src", "")
        if _is_usable(address):
            self._text(f" ![{alt}]({_target(address)}) ")
            return
        self._text(f" {_escaped(alt)} ")
        if address:
            self.note(
                gettext_noop("A picture inside the text of the page was left out: “%(alt)s”."),
                alt=alt[:80],
            )

    def note(self, message: str, **values) -> None:
        note = Note(message, values, to_check=True)
        if note not in self.notes:
            self.notes.append(note)


def _target(address: str) -> str:
    return "".join(_IN_TARGET.get(letter, letter) for letter in address.strip() if letter >= " ")


def _escaped(text: str) -> str:
    """Return `text` with a backslash before what would be markup; addresses stay as they are."""
    parts = _ADDRESS.split(text)
    parts[::2] = [_MARKUP.sub(r"\\\1", part) for part in parts[::2]]
    return "".join(parts)
