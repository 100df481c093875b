"""A second run: no duplicate; a changed source makes a revision or a line."""

import shutil

import pytest
from wagtail.models import Page, Revision

from content.models import Organisation
from operations.imported import ImportedDocument
from stories.models import WorkshopReportPage
from tests.operations.importing import DOCUMENTS, documents, page_of, run, take_in

pytestmark = pytest.mark.django_db


def test_a_second_run_makes_no_duplicate_and_says_so(home):
    first = run(DOCUMENTS)
    before = (Page.objects.count(), Revision.objects.count())
    second = run(DOCUMENTS)

    assert (second["created"], second["unchanged"]) == (0, 17)
    assert (Page.objects.count(), Revision.objects.count()) == before
    assert [document["page_id"] for document in documents(second)] == [
        document["page_id"] for document in documents(first)
    ]


def test_the_same_file_under_another_name_is_no_new_document(home, folder):
    run(DOCUMENTS / "note_fr.txt")
    shutil.copy(DOCUMENTS / "note_fr.txt", folder / "copy.txt")

    assert run(folder)["unchanged"] == 1


def test_a_draft_that_was_deleted_is_imported_again(home):
    take_in("note_fr.txt").delete()

    assert run(DOCUMENTS / "note_fr.txt")["created"] == 1


def test_a_changed_source_makes_a_new_revision_of_an_untouched_draft(home, folder):
    path = folder / "report.txt"
    shutil.copy(DOCUMENTS / "report_fr.txt", path)
    run(folder)
    path.write_text(path.read_text(encoding="utf-8").replace("Ingrid", "Solveig"), encoding="utf-8")
    figures = run(folder)
    page = page_of("report.txt")

    assert figures["updated"] == 1
    assert WorkshopReportPage.objects.count() == 1
    assert [person.name for person in page.participants.all()][-1] == "Solveig"
    assert page.participants.count() == 5
    assert page.revisions.count() == 2
    assert run(folder)["unchanged"] == 1


def test_a_changed_source_leaves_a_draft_that_was_edited(home, folder):
    path = folder / "note.txt"
    shutil.copy(DOCUMENTS / "note_fr.txt", path)
    run(folder)
    page = page_of("note.txt")
    page.title = "Un autre titre"
    page.save_revision()
    path.write_text("Comment affûter un sécateur\n\nTout autre chose.", encoding="utf-8")
    figures = run(folder)

    assert figures["kept"] == 1
    assert page.get_latest_revision_as_object().title == "Un autre titre"
    assert documents(figures)[0]["to_check"]


def test_a_dry_run_reports_and_keeps_nothing(home):
    pages = Page.objects.count()
    figures = run(DOCUMENTS, dry_run=True)

    assert figures["dry_run"] is True
    assert figures["created"] == 17
    assert Page.objects.count() == pages
    assert ImportedDocument.objects.count() == 0
    assert Organisation.objects.count() == 0
