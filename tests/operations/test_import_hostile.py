"""Files made to do harm, or merely broken: one clear line each, and the rest goes on.

Each file comes beside a good one, by the command and by the admin.
"""

import io
import json
import stat
import unicodedata
import zipfile
from dataclasses import dataclass, field
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from content.models import PortalImage
from operations import imports
from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.sources import LARGEST_FILE
from outbox import services as outbox
from tests.endless import ends

GOOD = "# A good one\n\nIts words are kept.\n"

pytestmark = pytest.mark.django_db


@dataclass
class Result:
    """What a door says: the lines of files that were not read, and what documents became."""

    errors: list[str] = field(default_factory=list)
    outcomes: dict[str, str] = field(default_factory=dict)
    said: str = ""


class Command:
    """The door of the operator."""

    def __init__(self, folder):
        self.folder = folder

    def take(self, files: dict[str, bytes]) -> Result:
        for name, data in files.items():
            (self.folder / name).write_bytes(data)
        output = StringIO()
        call_command("import_documents", str(self.folder), json=True, stdout=output)
        figures = json.loads(output.getvalue())
        documents = [one for file in figures["by_file"] for one in file["documents"]]
        assert figures["words_missing"] == 0
        return Result(
            [file["error"] for file in figures["by_file"] if file["error"]],
            {document["title"]: document["outcome"] for document in documents},
            output.getvalue(),
        )


class Upload:
    """The door of the editor."""

    def __init__(self, client, locale):
        self.client, self.locale = client, locale

    def take(self, files: dict[str, bytes]) -> Result:
        sent = [SimpleUploadedFile(name, data) for name, data in files.items()]
        address = reverse("operations_import")
        answer = self.client.post(address, {"files": sent, "locale": self.locale.pk}, follow=True)
        assert answer.status_code == 200
        outbox.drain()
        batch = ImportBatch.objects.get()
        items = list(ImportItem.objects.values_list("pk", flat=True))
        address = reverse("operations_import_batch", args=[batch.pk])
        self.client.post(address, {"shown": items, "item": items})
        outbox.drain()
        answer = self.client.get(address)
        assert answer.status_code == 200
        for item in ImportItem.objects.all():
            address = reverse("operations_import_item", args=[batch.pk, item.pk])
            assert self.client.get(address).status_code == 200
        assert not any(file.missing_words for file in ImportFile.objects.all())
        return Result(
            [file.error for file in ImportFile.objects.exclude(error="")],
            {item.report["title"]: item.outcome for item in ImportItem.objects.all()},
            answer.content.decode(),
        )


@pytest.fixture(params=["command", "upload"])
def door(request, tmp_path, fr, editor_client):
    if request.param == "upload":
        return Upload(editor_client, fr.locale)
    (tmp_path / "in").mkdir()
    return Command(tmp_path / "in")


def zipped(entries: dict[str, bytes], link: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
        if link:
            entry = zipfile.ZipInfo("link.md")
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            made.writestr(entry, link)
    return file.getvalue()


UNREADABLE = {
    "empty.md": b"",
    "blank.md": b" \r\n\t\n",
    "binary.md": bytes(range(256)) * 40,
    "zeros.md": b"\x00" * 5_000,
    "book.md": b"%PDF-1.7\nsome words",
    "broken16.md": b"\xff\xfe\x00\xd8\x41",
    "large.md": b"mot " * (LARGEST_FILE // 4 + 1),
    "line.md": b"m" * 5_000_000,
    "line.html": b"<p>" + b"mot " * 1_250_000,
    "script.html": b"<!DOCTYPE html><html><script>words()</script></html>",
    "no.zip": b"PK\x03\x04words",
    "bomb.zip": zipped({"bomb.md": b"a" * 5_000_000}),
    "inner.zip": zipped({"in.zip": zipped({"a.md": b"Words"})}),
    "above.zip": zipped({"../above.md": b"Words"}),
    "root.zip": zipped({"/etc/root.md": b"Words"}),
    "drive.zip": zipped({"C:\\drive.md": b"Words"}),
    "link.zip": zipped({}, link="/etc/hostname"),
}


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_cannot_be_read_is_one_clear_line(door, name):
    with ends():
        result = door.take({name: UNREADABLE[name], "zz.md": GOOD.encode()})

    assert len(result.errors) == 1
    assert "\n" not in result.errors[0]
    assert result.outcomes == {"A good one": "created"}


def test_the_limit_is_said(door):
    result = door.take({"line.md": UNREADABLE["line.md"]})

    assert str(LARGEST_FILE) in result.errors[0]


def test_a_good_file_beside_a_bad_one_in_an_archive_comes_in(door):
    data = zipped({"../above.md": b"Words", "good.md": GOOD.encode(), "void.md": b""})
    result = door.take({"mixed.zip": data})

    assert len(result.errors) == 2
    assert result.outcomes == {"A good one": "created"}


DEEP = 10_000
HEAVY = {
    "div.html": b"<h1>Deep</h1>" + b"<div>" * DEEP + b"mot",
    "lists.html": b"<h1>Deep</h1>" + b"<ul><li>" * DEEP + b"mot",
    "tables.html": b"<h1>Deep</h1>" + b"<table><tr><td>" * DEEP + b"mot",
    "inline.html": b"<h1>Deep</h1><p>" + b"<b><i><a>" * DEEP + b"mot",
    "quotes.md": b"# Deep\n\n" + b">" * DEEP + b" mot",
    "brackets.md": b"# Deep\n\n" + b"[" * DEEP + b"mot" + b"]" * DEEP,
    "pictures.md": b"# Deep\n\nmot " + b"![" * DEEP + b" ![](" * DEEP,
    "lists.md": "\n".join(
        ["# Deep\n", *(" " * depth + "- mot" for depth in range(1_500))]
    ).encode(),
    "wide.md": b"# Deep\n\n" + b"mot " * 450_000,
}


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_what_is_deep_or_long_is_read_in_bounded_time(door, name):
    with ends():
        result = door.take({name: HEAVY[name], "zz.md": GOOD.encode()})

    assert result.errors == []
    assert result.outcomes == {"Deep": "created", "A good one": "created"}


def body_of(title: str) -> str:
    return json.dumps(
        list(Page.objects.get(title=title).specific.body.raw_data), ensure_ascii=False
    )


ACCENTS = "# Été à Évry\n\nL’œuvre d’été coûte 3 € à Noël.\n"
ENCODED = {
    "utf-8": ACCENTS.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + ACCENTS.encode(),
    "utf-16 le": b"\xff\xfe" + ACCENTS.encode("utf-16-le"),
    "utf-16 be": b"\xfe\xff" + ACCENTS.encode("utf-16-be"),
    "utf-16 without a mark": (ACCENTS * 4).encode("utf-16-le"),
    "windows-1252": ACCENTS.encode("cp1252"),
    "mixed": ACCENTS.encode() + "Été en 1252, œuvre.\n".encode("cp1252"),
    "crlf": ACCENTS.replace("\n", "\r\n").encode(),
    "cr": ACCENTS.replace("\n", "\r").encode(),
    "decomposed": unicodedata.normalize("NFD", ACCENTS).encode(),
    "nul": (ACCENTS * 2).replace("d’été", "d’\x00été", 1).encode(),
}


@pytest.mark.parametrize("encoding", sorted(ENCODED))
def test_every_encoding_gives_the_same_accents(door, encoding):
    result = door.take({"note.md": ENCODED[encoding]})

    assert result.outcomes == {"Été à Évry": "created"}
    assert "œuvre d’été coûte 3 € à Noël" in body_of("Été à Évry")
    assert "\x00" not in body_of("Été à Évry")


UNSAFE = {
    "scripts.md": "Mot <script>alert(1)</script> <img src=x.jpg onerror=alert(1)> "
    "<a href='javascript:alert(1)'>ici</a> [là](javascript:alert(1)) <iframe src=//a.example>",
    "page.html": "<p onclick='alert(1)'>Mot <script>alert(1)</script><a href='JavaScript:alert(1)'>"
    "ici</a><img src='data:image/png;base64,AAAA' alt='croquis'><style>p{}</style>"
    "<a href='vbscript:x'>là</a><svg onload=alert(1)></svg></p>",
    "data.md": "Mot ![croquis](data:image/png;base64,AAAA) et [là](data:text/html,alert).",
    "braces.md": "Mot {{ settings.SECRET_KEY }} {% include '/etc/passwd' %} ${7+7} <%= 7+7 %>",
    "yaml.md": "---\ntitle: Deep\nx: !!python/object/apply:os.system ['touch /tmp/x']\ny: &a [*a]\n"
    "---\nMot",
}


@pytest.mark.parametrize("name", sorted(UNSAFE))
def test_what_is_unsafe_does_nothing_on_the_page(door, client, name):
    head = "" if name == "yaml.md" else "<h1>Deep</h1>" if name.endswith("html") else "# Deep\n\n"
    result = door.take({name: (head + UNSAFE[name]).encode()})
    assert result.outcomes == {"Deep": "created"}

    page = Page.objects.get(title="Deep").specific
    page.get_latest_revision().publish()
    shown = client.get(page.get_url()).content.decode()
    assert "Mot" in shown
    for unsafe in (
        "javascript:",
        "vbscript:",
        "alert(1)</script>",
        "onerror=",
        "onclick=",
        "base64",
    ):
        assert unsafe not in shown.lower()
    assert "<iframe" not in shown
    if name == "braces.md":
        assert "{{ settings.SECRET_KEY }}" in shown
        assert "${7+7}" in shown
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("name", ["note.md", "page.html"])
def test_a_file_that_breaks_the_reader_is_a_line_and_the_rest_goes_on(door, monkeypatch, name):
    broken = "operations.sources.read_web_page" if name.endswith("html") else None
    whole = imports.recognise

    def break_on_it(text, *others):
        if broken or "Breaks" in text:
            raise RecursionError
        return whole(text, *others)

    monkeypatch.setattr(broken or "operations.imports.recognise", break_on_it)
    result = door.take({name: b"<h1>Breaks</h1>", "zz.md": GOOD.encode()})

    assert len(result.errors) == 1
    assert "RecursionError" in result.errors[0]
    assert result.outcomes == {"A good one": "created"}


def test_a_nul_in_what_is_left_out_is_nowhere(door):
    page = "<nav>Me\x00nu</nav><h1>Deep</h1><p>Mot, mot, mot, mot, mot, mot, mot.</p>"
    result = door.take({"page.html": (page + "<p>mot</p>" * 20).encode()})

    assert result.outcomes == {"Deep": "created"}
    assert "\x00" not in json.dumps(list(ImportItem.objects.values_list("report", flat=True)))


def test_names_of_files_are_one_line_and_lead_nowhere(door):
    data = zipped(
        {"a\n\x1b[31mb<img src=x onerror=1>.md": GOOD.encode(), "é" * 120 + ".md": b"Mot"}
    )
    result = door.take({"names.zip": data})

    assert result.errors == []
    assert list(result.outcomes.values()) == ["created", "created"]
    assert "\x1b" not in result.said
    assert "<img src=x" not in result.said or result.said.startswith("{")
