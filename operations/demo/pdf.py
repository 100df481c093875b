"""Small tagged PDFs, written by hand (ISO 32000-1): A4, Helvetica, one column.

They carry a title, a language and a structure tree, so that a reading aid finds headings,
paragraphs and lists in their order (ISO 32000-1, 14.8).
"""

import textwrap
from dataclasses import dataclass, field
from html import escape

WIDTH, HEIGHT = 595, 842
MARGIN = 64
GREEN, BLACK = "0.05 0.36 0.27 rg", "0 g"


@dataclass(frozen=True)
class Style:
    """How a kind of line looks: tag, font, size in points, characters a line, space above."""

    tag: str
    font: str
    size: float
    measure: int
    above: float
    indent: int = 0
    coloured: bool = False


class Kind:
    """The kinds of lines of a text; a rule is a line to write on by hand."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    RULE = "rule"


STYLES = {
    Kind.TITLE: Style("H1", "F2", 22, 40, 0, coloured=True),
    Kind.HEADING: Style("H2", "F2", 14, 60, 20, coloured=True),
    Kind.TEXT: Style("P", "F1", 11, 82, 8),
    Kind.ITEM: Style("LBody", "F1", 11, 78, 5, indent=14),
}
LEADING = 1.4
RULE_STEP = 27


@dataclass
class _Sheet:
    """One page: its drawing operators and the structure tags of its marked content."""

    operators: list[str] = field(default_factory=list)
    tags: list[tuple[str, int]] = field(default_factory=list)


def write_pdf(title: str, language: str, lines, colour: bool = True) -> tuple[bytes, int]:
    """Return the bytes of a PDF and its number of pages.

    `lines` are pairs of a `Kind` and a text; the title is written above them.
    """
    sheets = _lay_out([(Kind.TITLE, title), *lines], colour)
    return _assemble(sheets, title, language), len(sheets)


def _lay_out(lines, colour: bool) -> list[_Sheet]:
    sheets = [_Sheet()]
    height = HEIGHT - MARGIN
    group = 0
    for kind, words in lines:
        # Items in a row are one list; anything else opens the next group.
        group += kind != Kind.ITEM or not sheets[-1].tags or sheets[-1].tags[-1][0] != "LBody"
        wrapped = textwrap.wrap(words, STYLES[kind].measure) if kind in STYLES else [""]
        needed = _height_of(kind, len(wrapped))
        if height - needed < MARGIN:
            sheets.append(_Sheet())
            height = HEIGHT - MARGIN
        _draw(sheets[-1], kind, wrapped, height, group, colour)
        height -= needed
    return sheets


def _height_of(kind: str, count: int) -> float:
    if kind == Kind.RULE:
        return RULE_STEP
    style = STYLES[kind]
    return style.above + count * style.size * LEADING


def _draw(sheet: _Sheet, kind: str, wrapped, height: float, group: int, colour: bool) -> None:
    if kind == Kind.RULE:
        y = height - RULE_STEP
        line = f"{MARGIN} {y:.1f} m {WIDTH - MARGIN} {y:.1f} l S"
        sheet.operators.append(f"/Artifact BMC 0.5 w 0.6 G {line} EMC")
        return
    style = STYLES[kind]
    y = height - style.above - style.size
    if kind == Kind.ITEM:
        bullet = f"BT /{style.font} {style.size} Tf {MARGIN} {y:.1f} Td (\\225) Tj ET"
        sheet.operators.append(f"/Artifact BMC {BLACK} {bullet} EMC")
    ink = GREEN if colour and style.coloured else BLACK
    shown = " ".join(f"{_literal(line)} Tj T*" for line in wrapped)
    sheet.operators.append(
        f"/{style.tag} <</MCID {len(sheet.tags)}>> BDC {ink} BT /{style.font} {style.size} Tf "
        f"{style.size * LEADING:.1f} TL {MARGIN + style.indent} {y:.1f} Td {shown} ET EMC"
    )
    sheet.tags.append((style.tag, group))


def _literal(text: str) -> str:
    """Return a PDF string in WinAnsiEncoding, in hexadecimal: no character to escape."""
    return f"<{text.encode('cp1252', errors='replace').hex()}>"


def _text_string(text: str) -> str:
    """Return a PDF text string in UTF-16BE with its mark (ISO 32000-1, 7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


class _Objects:
    """The numbered objects of the file."""

    def __init__(self):
        self.bodies: list[bytes] = []

    def reserve(self) -> int:
        self.bodies.append(b"")
        return len(self.bodies)

    def set(self, number: int, body: str) -> None:
        self.bodies[number - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, data: str, entries: str = "") -> int:
        encoded = data.encode("utf-8")
        number = self.reserve()
        head = f"<</Length {len(encoded)}{entries}>>\nstream\n".encode()
        self.bodies[number - 1] = head + encoded + b"\nendstream"
        return number

    def file(self, trailer: str) -> bytes:
        output = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.bodies, start=1):
            offsets.append(len(output))
            output += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(output)
        output += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        output += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
        size = f"/Size {len(offsets) + 1}"
        output += f"trailer\n<<{size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(output)


def _assemble(sheets: list[_Sheet], title: str, language: str) -> bytes:
    objects = _Objects()
    catalogue, tree, parents = objects.reserve(), objects.reserve(), objects.reserve()
    fonts = " ".join(
        f"/{name} {objects.add(_font(base))} 0 R"
        for name, base in (("F1", "Helvetica"), ("F2", "Helvetica-Bold"))
    )
    pages = [_page(objects, sheet, tree, fonts, index) for index, sheet in enumerate(sheets)]
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects.set(tree, f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>")
    _structure(objects, parents, sheets, pages)
    metadata = objects.stream(_xmp(title, language), " /Type /Metadata /Subtype /XML")
    objects.set(
        catalogue,
        f"<</Type /Catalog /Pages {tree} 0 R /Lang ({language}) /MarkInfo <</Marked true>> "
        f"/StructTreeRoot {parents} 0 R /Metadata {metadata} 0 R "
        "/ViewerPreferences <</DisplayDocTitle true>>>>",
    )
    information = objects.add(f"<</Title {_text_string(title)}>>")
    return objects.file(f" /Root {catalogue} 0 R /Info {information} 0 R")


def _font(base: str) -> str:
    return f"<</Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding>>"


def _page(objects: _Objects, sheet: _Sheet, tree: int, fonts: str, index: int) -> int:
    contents = objects.stream("\n".join(sheet.operators))
    return objects.add(
        f"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
        f"/Resources <</Font <<{fonts}>>>> /Contents {contents} 0 R /StructParents {index} "
        "/Tabs /S>>"
    )


def _structure(objects: _Objects, root: int, sheets: list[_Sheet], pages: list[int]) -> None:
    """Write the structure tree: one element a line of text, lists around their items."""
    document = objects.reserve()
    children: list[int] = []
    lists: dict[int, tuple[int, list[int]]] = {}
    numbers = []
    for index, (sheet, page) in enumerate(zip(sheets, pages, strict=True)):
        elements = []
        for mark, (tag, group) in enumerate(sheet.tags):
            element = objects.reserve()
            parent = document
            if tag == "LBody":
                if group not in lists:
                    lists[group] = (objects.reserve(), [])
                    children.append(lists[group][0])
                item = objects.add(
                    f"<</Type /StructElem /S /LI /P {lists[group][0]} 0 R /K [{element} 0 R]>>"
                )
                lists[group][1].append(item)
                parent = item
            else:
                children.append(element)
            objects.set(
                element,
                f"<</Type /StructElem /S /{tag} /P {parent} 0 R /Pg {page} 0 R /K {mark}>>",
            )
            elements.append(element)
        numbers.append(f"{index} [{_references(elements)}]")
    for number, items in lists.values():
        kids = _references(items)
        objects.set(number, f"<</Type /StructElem /S /L /P {document} 0 R /K [{kids}]>>")
    objects.set(
        document,
        f"<</Type /StructElem /S /Document /P {root} 0 R /K [{_references(children)}]>>",
    )
    objects.set(
        root,
        f"<</Type /StructTreeRoot /K {document} 0 R /ParentTreeNextKey {len(sheets)} "
        f"/ParentTree <</Nums [{' '.join(numbers)}]>>>>",
    )


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _xmp(title: str, language: str) -> str:
    return (
        '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{escape(title)}</rdf:li></rdf:Alt></dc:title>"
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
