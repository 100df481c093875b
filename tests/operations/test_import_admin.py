"""The import of documents in the admin: upload, report, correction, confirmation, result."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from home.models import StandardPage
from operations import intake
from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.wording import recognised_lines
from outbox import services as outbox
from outbox.models import Entry
from stories.models import StoryPage, WorkshopReportPage
from tests.factories import account

DOCUMENTS = Path(__file__).parent / "documents"
INDEX = "operations_import"

pytestmark = pytest.mark.django_db


def upload(client, locale, **files: bytes):
    """Upload files through the form and return the answer to where it leads."""
    sent = [SimpleUploadedFile(name.replace("__", "."), data) for name, data in files.items()]
    data = {"files": sent, "locale": locale.pk}
    return client.post(reverse(INDEX), data, follow=True)


def document(name: str) -> bytes:
    return (DOCUMENTS / name).read_bytes()


def only_batch() -> ImportBatch:
    return ImportBatch.objects.get()


def confirm(client, batch, *items) -> None:
    shown = ImportItem.objects.filter(file__batch=batch).values_list("pk", flat=True)
    data = {"shown": list(shown), "item": [item.pk for item in items]}
    client.post(reverse("operations_import_batch", args=[batch.pk]), data)


def archive(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in entries.items():
            made.writestr(name.replace("__", "."), data)
    return file.getvalue()


def test_an_upload_is_reported_and_makes_nothing_yet(editor_client, fr):
    pages = Page.objects.count()
    answer = upload(editor_client, fr.locale, report__txt=document("report_fr.txt"))

    assert answer.status_code == 200
    assert "Atelier 3 - Récolte - Session 2" in answer.content.decode()
    assert only_batch().state == "ready"
    assert Page.objects.count() == pages


def test_the_report_on_a_document_says_why_and_what_to_check(editor_client, fr):
    upload(editor_client, fr.locale, report__txt=document("report_fr.txt"))
    item = ImportItem.objects.get()
    address = reverse("operations_import_item", args=[only_batch().pk, item.pk])
    said = editor_client.get(address).content.decode()

    for line in [*item.report["why"], *item.report["to_check"]]:
        assert line.split("«")[0] in said
    assert "participants" in said


def test_confirmed_documents_become_drafts_of_the_editor(editor_client, editor, fr):
    upload(editor_client, fr.locale, report__txt=document("report_fr.txt"))
    confirm(editor_client, only_batch(), ImportItem.objects.get())
    page = WorkshopReportPage.objects.get()

    assert not page.live
    assert page.owner == editor
    assert page.latest_revision.user == editor
    assert page.get_parent().pk == fr.stories.pk
    assert only_batch().state == "done"
    answer = editor_client.get(reverse("operations_import_batch", args=[only_batch().pk]))
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in answer.content.decode()
    assert {bytes(file.data) for file in ImportFile.objects.all()} == {b""}


def test_a_type_and_a_parent_are_corrected(editor_client, fr):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    batch, item = only_batch(), ImportItem.objects.get()
    address = reverse("operations_import_item", args=[batch.pk, item.pk])
    editor_client.post(address, {"kind": "story", "parent": fr.stories.pk})
    confirm(editor_client, batch, item)

    assert StoryPage.objects.get().get_parent().pk == fr.stories.pk
    assert not StandardPage.objects.filter(live=False).exists()


def test_a_parent_that_cannot_hold_the_type_is_refused(editor_client, fr):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    item = ImportItem.objects.get()
    address = reverse("operations_import_item", args=[only_batch().pk, item.pk])
    answer = editor_client.post(address, {"kind": "event", "parent": fr.stories.pk})

    item.refresh_from_db()
    assert answer.context["form"].errors["parent"]
    assert item.kind == "page"


def test_a_document_that_is_not_wanted_is_left_out(editor_client, fr):
    upload(
        editor_client, fr.locale, a__txt=document("note_fr.txt"), b__txt=document("report_fr.txt")
    )
    confirm(editor_client, only_batch(), ImportItem.objects.get(kind="report"))

    assert WorkshopReportPage.objects.count() == 1
    assert not StandardPage.objects.filter(live=False).exists()


def test_the_same_upload_again_makes_no_duplicate_and_says_so(editor_client, fr):
    for _time in range(2):
        upload(editor_client, fr.locale, report__txt=document("report_fr.txt"))
        batch = ImportBatch.objects.first()
        confirm(editor_client, batch, *ImportItem.objects.filter(file__batch=batch))

    assert WorkshopReportPage.objects.count() == 1
    outcomes = ImportItem.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["created", "unchanged"]


def test_a_bad_file_is_one_line_and_the_rest_goes_on(editor_client, fr):
    files = {"bad__txt": b"", "binary__bin": b"\x00\x01" * 900, "good__md": b"# Title\n\nWords."}
    answer = upload(editor_client, fr.locale, in__zip=archive(**files))

    assert [bool(file.error) for file in ImportFile.objects.all()] == [True, True, False]
    assert ImportFile.objects.first().error in answer.content.decode()
    assert ImportItem.objects.get().report["title"] == "Title"


def test_names_and_texts_of_files_are_shown_as_text(editor_client, fr):
    content = archive(**{"<img src=x onerror=1>__md": b"# <script>alert(1)</script> Title\n\nX."})
    answer = upload(editor_client, fr.locale, in__zip=content)

    assert b"<img src=x" not in answer.content
    assert b"<script>alert(1)" not in answer.content


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["Moderators", "Translators fr", "Reviewers en"])
def test_other_roles_are_refused(fr, group):
    client = Client()
    client.force_login(account("other@example.org", group))

    assert client.get(reverse(INDEX)).status_code == 403
    assert reverse(INDEX) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_author_does_not_even_enter_the_admin(fr):
    client = Client()
    client.force_login(account("author@example.org", "Authors"))

    assert client.get(reverse(INDEX)).status_code == 302


def test_nobody_sees_the_upload_of_another_person(editor_client, fr):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    other = Client()
    other.force_login(account("second@example.org", "Editors"))
    batch, item = only_batch(), ImportItem.objects.get()

    for address in (
        reverse("operations_import_batch", args=[batch.pk]),
        reverse("operations_import_item", args=[batch.pk, item.pk]),
    ):
        assert other.get(address).status_code == 404
        assert other.post(address).status_code == 404


def test_the_permission_on_the_parent_is_checked_for_each_document(editor_client, fr):
    upload(
        editor_client, fr.locale, a__txt=document("note_fr.txt"), b__txt=document("report_fr.txt")
    )
    GroupPagePermission.objects.filter(group__name="Editors", page=fr.home).update(page=fr.stories)
    confirm(editor_client, only_batch(), *ImportItem.objects.all())

    assert list(ImportItem.objects.values_list("outcome", flat=True)) == ["failed", "created"]
    assert fr.home.title in ImportItem.objects.first().report["to_check"][-1]


# --- In the background --------------------------------------------------------------------------


@pytest.fixture
def in_background(monkeypatch):
    """Leave every upload to the worker."""
    monkeypatch.setattr(intake, "AT_ONCE_FILES", -1)


def test_many_documents_wait_for_the_worker(editor_client, fr, in_background):
    answer = upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    assert 'data-busy="yes"' in answer.content.decode()

    outbox.drain()
    assert only_batch().state == "ready"
    confirm(editor_client, only_batch(), ImportItem.objects.get())
    assert not StandardPage.objects.filter(live=False).exists()

    outbox.drain()
    assert only_batch().state == "done"
    assert StandardPage.objects.filter(live=False).count() == 1
    assert not Entry.objects.filter(topic__startswith="operations.").exists()


def test_work_that_stopped_half_way_goes_on_without_a_duplicate(
    editor_client, fr, in_background, monkeypatch
):
    upload(
        editor_client, fr.locale, a__txt=document("note_fr.txt"), b__txt=document("report_fr.txt")
    )
    outbox.drain()
    confirm(editor_client, only_batch(), *ImportItem.objects.all())
    whole = intake._import_file

    def die_after_the_first(batch, file, curator):
        if file.position:
            raise SystemExit
        whole(batch, file, curator)

    monkeypatch.setattr(intake, "_import_file", die_after_the_first)
    with pytest.raises(SystemExit):
        intake.import_batch(only_batch().pk)
    monkeypatch.setattr(intake, "_import_file", whole)
    assert only_batch().state == "importing"

    outbox.drain()
    assert only_batch().state == "done"
    assert list(ImportItem.objects.values_list("outcome", flat=True)) == ["created", "created"]
    assert WorkshopReportPage.objects.count() == 1


def test_a_long_work_is_cut_in_slices(editor_client, fr, in_background, monkeypatch):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    monkeypatch.setattr(intake, "SLICE_SECONDS", -1)

    assert not intake.read_batch(only_batch().pk)
    outbox.drain(limit=1)
    assert Entry.objects.get(topic=intake.READ).due_at
    monkeypatch.setattr(intake, "SLICE_SECONDS", 60)
    outbox.drain()
    assert only_batch().state == "ready"


def test_the_language_offered_first_is_that_of_the_site(editor_client, fr, en):
    form = editor_client.get(reverse(INDEX)).context["form"]

    assert form["locale"].value() == fr.locale.pk


# --- Long lists, and what is kept ---------------------------------------------------------------


def test_what_is_chosen_on_one_page_of_a_long_list_holds_on_the_next(
    editor_client, fr, monkeypatch
):
    monkeypatch.setattr("operations.views.DOCUMENTS_A_PAGE", 2)
    files = {f"n{number}__md": f"# Note {number}\n\nWords.".encode() for number in range(5)}
    upload(editor_client, fr.locale, **files)
    batch = only_batch()
    address = reverse("operations_import_batch", args=[batch.pk])
    first = list(ImportItem.objects.values_list("pk", flat=True))[:2]
    answer = editor_client.post(address, {"shown": first, "item": first[1:], "p": "2"}, follow=True)

    assert answer.context["items"].number == 2
    assert batch.files.exclude(items__outcome="").count() == 0
    shown = [item.pk for item in answer.context["items"]]
    editor_client.post(address, {"shown": shown, "item": shown})
    left_out = ImportItem.objects.filter(is_wanted=False)
    assert [item.pk for item in left_out] == first[:1]
    assert ImportItem.objects.filter(outcome="created").count() == 4


def test_a_report_speaks_the_words_of_the_forms(editor_client, fr):
    upload(editor_client, fr.locale, report__txt=document("report_fr.txt"))
    item = ImportItem.objects.get()
    address = reverse("operations_import_item", args=[only_batch().pk, item.pk])
    said = editor_client.get(address).content.decode()

    for word in ("Points de vigilance", "Constats", "Langue de la contribution", "français"):
        assert word in said
    for word in ("key_points", "content_language", "speakers_not_listed", "series_number"):
        assert word not in said


@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.iterdir()))
def test_no_technical_name_is_left_in_a_report(editor_client, fr, name):
    upload(editor_client, fr.locale, **{name.replace(".", "__"): document(name)})
    for item in ImportItem.objects.all():
        lines = recognised_lines(item.kind, item.report["recognised"])
        assert not [name for name, _value in lines if "_" in name]
        assert not [line for line in item.report["why"] if "_" in line]


def test_old_uploads_are_deleted_and_drafts_stay(editor_client, fr):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    confirm(editor_client, only_batch(), *ImportItem.objects.all())
    upload(editor_client, fr.locale, other__txt=document("report_fr.txt"))
    old, new = ImportBatch.objects.order_by("pk")
    ImportBatch.objects.filter(pk=old.pk).update(created_at=timezone.now() - intake.KEPT)
    assert intake.purge() == 1

    assert list(ImportBatch.objects.all()) == [new]
    assert StandardPage.objects.filter(live=False).count() == 1


def test_an_editor_deletes_an_upload_at_once(editor_client, fr):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    address = reverse("operations_import_batch", args=[only_batch().pk])
    answer = editor_client.post(address, {"forget": "1"}, follow=True)

    assert answer.status_code == 200
    assert not ImportBatch.objects.exists()
    assert not ImportFile.objects.exists()


def test_an_upload_deleted_while_it_is_read_is_no_failure(editor_client, fr, in_background):
    upload(editor_client, fr.locale, note__txt=document("note_fr.txt"))
    only_batch().delete()
    outbox.drain()

    assert not Entry.objects.filter(topic__startswith="operations.").exists()
