"""Many documents in one run: progress shown, a bad one in the middle changes nothing."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from operations import imports
from operations.imported import ImportedDocument
from tests.operations.importing import run

COUNT = 30
BAD = (b"", b"\x00\x01" * 900, b"\xff\xfe\x00\xd8\x41", b"m" * 3_000_000)

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def texts() -> dict[str, bytes]:
    return {
        f"note{number:02}.md": f"# Note {number % 7}\n\nMots du jour {number}.\n".encode()
        for number in range(COUNT)
    }


@pytest.fixture
def folder(tmp_path, fr):
    path = tmp_path / "in"
    path.mkdir()
    for name, data in texts().items():
        (path / name).write_bytes(data)
    return path


def pages() -> list[tuple]:
    imported = ImportedDocument.objects.order_by("source")
    return list(imported.values_list("source", "page__title", "page__slug", "page__path"))


def test_bad_files_in_the_middle_change_nothing_for_the_others(folder):
    run(folder)
    alone = pages()
    for page in Page.objects.filter(pk__in=ImportedDocument.objects.values("page")):
        page.delete()
    for number, bad in enumerate(BAD):
        (folder / f"note14x{number}.md").write_bytes(bad)
    figures = run(folder)

    assert (figures["unreadable"], figures["created"]) == (len(BAD), COUNT)
    assert [row[:3] for row in pages()] == [row[:3] for row in alone]


def test_a_document_that_breaks_the_program_is_a_line_and_the_rest_goes_on(folder, monkeypatch):
    whole = imports.fill

    def break_once(page, description, locale):
        if description.body and "jour 14" in str(description.body):
            raise RecursionError
        return whole(page, description, locale)

    monkeypatch.setattr(imports, "fill", break_once)
    figures = run(folder)

    assert (figures["failed"], figures["created"]) == (1, COUNT - 1)
    assert len(pages()) == COUNT - 1


def test_a_terminal_shows_one_line_that_counts_up(folder):
    shown = Terminal()
    call_command("import_documents", str(folder), stdout=StringIO(), stderr=shown, no_color=True)

    assert shown.getvalue().count("\n") == 1
    assert shown.getvalue().endswith(f"\r{COUNT} fichiers sur {COUNT}\n")


def test_elsewhere_a_line_now_and_then_tells_how_far_it_is(folder):
    shown = StringIO()
    call_command("import_documents", str(folder), stdout=StringIO(), stderr=shown, no_color=True)

    assert shown.getvalue() == f"25 fichiers sur {COUNT}\n"
