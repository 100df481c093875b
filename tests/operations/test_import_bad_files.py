"""Bad files of a folder: one clear line each, and the rest goes on."""

import shutil

import pytest
from django.core.exceptions import ValidationError

from content.models import Organisation
from operations import imports, sources
from tests.operations.importing import DOCUMENTS, documents, page_of, run

pytestmark = pytest.mark.django_db

BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "marks.txt": b"*** --- ***\n",
    "page.html": b"<!DOCTYPE html><html><script>words()</script><body></body></html>",
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "book.pdf": b"%PDF-1.7\nsome words",
    "archive.zip": b"PK\x03\x04words",
    "zeros.bin": b"\x00\x01\x02\x03" * 500,
    "broken16.txt": b"\xff\xfe\x00\xd8\x41",
    "large.txt": b"mot " * 500_001,
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_a_bad_file_is_one_clear_line_and_the_rest_goes_on(home, folder, name):
    (folder / name).write_bytes(BAD_FILES[name])
    shutil.copy(DOCUMENTS / "note_fr.txt", folder / "zz.txt")
    figures = run(folder)
    bad = figures["by_file"][0]

    assert bad["source"] == name
    assert bad["error"]
    assert "\n" not in bad["error"]
    assert bad["documents"] == []
    assert (figures["unreadable"], figures["created"]) == (1, 1)


def test_the_limit_is_shown_for_a_file_that_is_too_large(home, folder):
    (folder / "large.txt").write_bytes(BAD_FILES["large.txt"])

    assert str(sources.LARGEST_FILE) in run(folder)["by_file"][0]["error"]


def test_a_missing_or_unreadable_path_is_a_line(home, folder):
    figures = run(folder / "nothing.txt", DOCUMENTS / "note_fr.txt")

    assert figures["by_file"][0]["error"]
    assert figures["created"] == 1


def test_hidden_files_of_a_folder_are_passed_over_and_links_are_a_line(home, folder):
    (folder / ".hidden.txt").write_text("Secret words", encoding="utf-8")
    (folder / "link.txt").symlink_to(DOCUMENTS / "note_fr.txt")
    figures = run(folder)

    assert [file["source"] for file in figures["by_file"]] == ["link.txt"]
    assert (figures["unreadable"], figures["created"]) == (1, 0)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
def test_every_usual_encoding_gives_the_same_page(home, folder, encoding, mark):
    text = (DOCUMENTS / "report_fr.txt").read_text(encoding="utf-8")
    (folder / "report.txt").write_bytes(mark + text.encode(encoding))
    figures = run(folder)

    assert figures["words_missing"] == 0
    page = page_of("report.txt")
    assert page.title == "Atelier 3 - Récolte - Session 2"
    assert page.participants.first().name == "Hélène Saint-Aubin"


def test_a_text_of_mixed_encodings_keeps_its_accents():
    mixed = "é and ".encode() + "œ’".encode("cp1252")

    assert sources.decode(mixed) == "é and œ’"


def test_a_document_that_fails_leaves_nothing_and_stops_nothing(home, folder, monkeypatch):
    def refuse(page, description, locale):
        Organisation.objects.create(name="Left behind", slug="left", locale=locale)
        raise ValidationError("It cannot be.")

    shutil.copy(DOCUMENTS / "note_fr.txt", folder)
    monkeypatch.setattr(imports, "fill", refuse)
    figures = run(folder)

    assert documents(figures)[0]["outcome"] == "failed"
    assert documents(figures)[0]["to_check"][-1] == "It cannot be."
    assert not Organisation.objects.exists()
    assert home.get_children().filter(live=False).count() == 0
