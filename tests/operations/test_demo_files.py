"""What the demo draws and writes by itself: pictures, PDFs, prose."""

import io
import re

import pytest
from PIL import Image

from operations.demo.description import Entry
from operations.demo.markup import to_html
from operations.demo.pdf import Kind, write_pdf
from operations.demo.pictures import DRAWINGS
from operations.demo.texts import ENTRIES, FILES, PICTURES

LARGEST = 200_000


@pytest.mark.parametrize("entry", PICTURES, ids=lambda entry: entry.key)
def test_pictures_are_small(entry):
    data = DRAWINGS[entry.drawing](**entry.arguments)
    assert len(data) <= LARGEST
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (1280, 720))


def test_a_scene_depends_on_its_family_and_name_alone():
    first = DRAWINGS["scene"]("kit", "cupboard")
    assert first == DRAWINGS["scene"]("kit", "cupboard")
    others = {DRAWINGS["scene"]("kit", "gears"), DRAWINGS["scene"]("event", "cupboard")}
    assert len({first, *others}) == 3


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.key)
def test_pdfs_state_their_title_and_language_and_find_their_objects(entry):
    data, pages = write_pdf(entry.title, entry.language, entry.lines, entry.colour)
    assert pages == 1
    assert f"/Lang ({entry.language})".encode() in data
    assert b"/MarkInfo <</Marked true>>" in data
    assert f"/Title <feff{entry.title.encode('utf-16-be').hex()}>".encode() in data
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF", data)[1])
    assert data[start:].startswith(b"xref\n")
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    for number, offset in enumerate(offsets, start=1):
        assert data[offset:].startswith(f"{number} 0 obj\n".encode())


def test_a_long_pdf_goes_on_over_pages_and_a_list_over_a_break():
    items = [(Kind.ITEM, "Une ligne de la liste. " * 6)] * 40
    data, pages = write_pdf("Longue liste", "fr", items)
    assert pages > 1
    assert data.count(b"/Type /Page ") == pages
    assert data.count(b"/S /LI ") == 40


def test_black_and_white_pdfs_hold_no_colour():
    lines = [(Kind.HEADING, "Titre"), (Kind.TEXT, "Texte")]
    assert b" rg " in write_pdf("Titre", "fr", lines)[0]
    assert b" rg " not in write_pdf("Titre", "fr", lines, colour=False)[0]


def test_prose_becomes_paragraphs_lists_and_links():
    anchors = {"page.kit": 'linktype="page" id="7"', "https://example.org/": 'href="x"'}
    html = to_html(
        """
Un [kit](page.kit), **gras** et *penché* & co,
sur deux lignes.

- un [lieu](page.gone)
- deux
  suite

1. [ici](https://example.org/)
""",
        lambda target: anchors.get(target, ""),
    )
    assert html == (
        '<p>Un <a linktype="page" id="7">kit</a>, <b>gras</b> et <i>penché</i> &amp; co, '
        "sur deux lignes.</p><ul><li>un lieu</li><li>deux suite</li></ul>"
        '<ol><li><a href="x">ici</a></li></ol>'
    )


def _words(value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(_words(part) for part in value.values())
    return "\n".join(_words(part) for part in value) if isinstance(value, list | tuple) else ""


def _text(entry: Entry) -> str:
    parts = [(version.body, version.fields, version.rows) for version in entry.versions.values()]
    heads = [(version.title, version.summary) for version in entry.versions.values()]
    return _words([*heads, *parts, entry.fields, entry.rows])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_texts_are_typed_with_ordinary_spaces_and_hold_no_real_address(entry):
    text = _text(entry)
    assert not set(text) & {"\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"}
    for address in re.findall(r"[\w.]+@([\w-]+(?:\.[\w-]+)+)", text):
        assert address.endswith(".example")
