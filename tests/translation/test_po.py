"""PO files: a round trip that loses nothing, and a report of whatever is not simply taken."""

import io
import shutil
import subprocess
import sys
import zipfile

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from home.models import StandardPage
from operations.tree import open_locale
from tests import factories, translating
from tests.requirements import require
from tests.translation.conftest import signed_in
from translation import po
from translation.models import TO_REVIEW


def archive(client, language="en") -> zipfile.ZipFile:
    response = client.get(reverse("translation_po_download", args=[language]))
    assert response.status_code == 200
    return zipfile.ZipFile(io.BytesIO(response.content))


def only_file(client) -> polib.POFile:
    bundle = archive(client)
    [name] = bundle.namelist()
    return polib.pofile(bundle.read(name).decode())


def upload(client, data, name="one.po"):
    content = data if isinstance(data, bytes) else str(data).encode()
    return client.post(reverse("translation_po"), {"file": SimpleUploadedFile(name, content)})


def report_of(client, data, name="one.po") -> po.FileReport:
    response = upload(client, data, name)
    assert response.status_code == 200, response.context["form"].errors
    [report] = response.context["reports"]
    return report


def test_a_language_goes_out_and_comes_in_again(translation, translator_client):
    file = only_file(translator_client)
    assert [entry.msgid for entry in file] == [
        segment.string.data for segment in translating.segments(translation)
    ]
    for entry in file:
        entry.msgstr = f"EN {entry.msgid} & co"
    report = report_of(translator_client, file)
    assert (report.saved, report.lines, report.error) == (len(file), [], "")
    again = only_file(translator_client)
    assert {entry.msgstr for entry in again} == {f"EN {entry.msgid} &amp; co" for entry in file}
    assert report_of(translator_client, again).same == len(file)


# Without « », which the checkers take for a fault beside “ ”: they suppose an English source.
ENGLISH = {
    "Un atelier": "A workshop",
    "Un soir.": "One evening.",
    'Un <a id="a1">lieu</a> de 12 places &amp; un jardin.': (
        'A <a id="a1">place</a> with 12 seats &amp; a garden.'
    ),
    'Une ligne<br/>une autre \\ "citée".': 'A line<br/>another \\ "quoted".',
}
BODY = [
    ("text", '<p>Un <a href="https://lieu.example">lieu</a> de 12 places &amp; un jardin.</p>'),
    ("text", '<p>Une ligne<br/>une autre \\ "citée".</p>'),
]


@pytest.fixture
def exchanged(fr, en, editor_client, translator_client, tmp_path):
    """Return the path of a whole translation that went out, came in and went out again."""
    fields = {"title": "Un atelier", "summary": "Un soir.", "body": BODY, "attribution": ""}
    page = factories.published(fr.home, StandardPage, slug="po", seo_title="", **fields)
    translating.submit(editor_client, page, en.locale)
    file = only_file(translator_client)
    assert {entry.msgid for entry in file} == {*ENGLISH}
    for entry in file:
        entry.msgstr = ENGLISH[entry.msgid]
    assert report_of(translator_client, file).saved == len(file)
    path = tmp_path / "one.po"
    path.write_text(str(only_file(translator_client)), encoding="utf-8")
    return path


def test_gettext_takes_a_file_without_a_complaint(exchanged):
    require(shutil.which("msgfmt"), "gettext is missing: apt-get install gettext")
    checked = ["msgfmt", "--check", "--check-accelerators", "-o", "-", str(exchanged)]
    done = subprocess.run(checked, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_checkers_of_the_translate_toolkit_find_nothing(exchanged):
    found = exchanged.with_name("found.po")
    command = [sys.executable, "-m", "translate.filters.pofilter", "--progress=none"]
    done = subprocess.run(
        [*command, str(exchanged), str(found)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    complaints = found.read_text(encoding="utf-8") if found.exists() else ""
    assert complaints == ""


def test_what_is_fuzzy_is_to_be_reviewed_out_and_in(translation, translator_client):
    file = only_file(translator_client)
    file[0].msgstr, file[0].flags = "Perhaps", ["fuzzy"]
    report = report_of(translator_client, file)
    assert (report.saved, report.to_review) == (1, 1)
    assert report.lines[-1][0] or report.lines[0][0] == file[0].msgid
    row = StringTranslation.objects.get()
    assert (row.has_error, row.field_error) == (True, TO_REVIEW)
    assert only_file(translator_client)[0].flags == ["fuzzy"]
    file[0].flags = []
    assert report_of(translator_client, file).saved == 1
    row.refresh_from_db()
    assert not row.has_error


def test_every_line_that_is_not_taken_is_reported(translation, translator_client):
    file = only_file(translator_client)
    file[0].msgstr = "Fine"
    file[1].msgstr = '<img src=x onerror="alert(1)">'
    file[2].msgstr = ""
    file.append(polib.POEntry(msgid="Inconnu", msgctxt="title", msgstr="Unknown"))
    file.append(polib.POEntry(msgid=file[0].msgid, msgctxt=file[0].msgctxt, msgstr="Twice"))
    file.append(polib.POEntry(msgid="Vieux", msgctxt="title", msgstr="Old", obsolete=True))
    report = report_of(translator_client, file)
    assert report.saved == 1
    reported = [msgid for msgid, _reason in report.lines]
    assert reported == [
        file[1].msgid,
        *[entry.msgid for entry in file[2:-3]],
        "Inconnu",
        file[0].msgid,
        "Vieux",
    ]
    assert StringTranslation.objects.get().data == "Fine"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"/etc/passwd",
        b'msgid "no head"\nmsgstr "x"\n',
        b'msgid "\nmsgstr\n',
        b'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: not-a-uuid\\n"\n',
        b"PK\x03\x04 broken",
        "msgid “”\nmsgstr ".encode("utf-16"),
    ],
)
def test_nothing_that_is_sent_breaks_it(data, translation, translator_client):
    response = upload(translator_client, data)
    assert response.status_code in {200, 422}
    if response.status_code == 200:
        assert all(report.error for report in response.context["reports"])
    assert not StringTranslation.objects.exists()


def test_what_is_too_large_is_refused(translation, translator_client):
    assert upload(translator_client, b"a" * (po.MOST_BYTES + 1)).status_code == 422
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("bomb.po", b"0" * (po.MOST_UNPACKED + 1))
    assert len(packed.getvalue()) < po.MOST_BYTES
    assert upload(translator_client, packed.getvalue(), "bomb.zip").status_code == 422


def test_a_file_is_taken_only_from_whoever_may_write_it(translation, translator_client, translator):
    file = only_file(translator_client)
    file[0].msgstr = "Mine"
    open_locale("es")
    other = signed_in(factories.account("es@example.org", "Translators es"))
    assert report_of(other, file).error
    assert other.get(reverse("translation_po_download", args=["en"])).status_code in {302, 403}
    assert upload(signed_in(factories.account("a@example.org")), file).status_code in {302, 403}
    assert not StringTranslation.objects.exists()


def test_a_whole_archive_comes_in(translation, translator_client):
    bundle = archive(translator_client)
    [name] = bundle.namelist()
    file = polib.pofile(bundle.read(name).decode())
    file[0].msgstr = "From the archive"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(f"../../{name}", str(file))
        target.writestr("broken.po", "msgid")
    response = upload(translator_client, packed.getvalue(), "en.zip")
    assert [bool(report.error) for report in response.context["reports"]] == [False, True]
    assert StringTranslation.objects.get().data == "From the archive"


def stock(translation, what: str) -> str:
    return reverse(f"wagtail_localize:{what}", args=[translation.pk])


def test_the_address_of_wagtail_localize_takes_files_as_ours_does(translation, translator_client):
    file = polib.pofile(
        translator_client.get(stock(translation, "download_pofile")).content.decode()
    )
    file[0].msgstr, file[0].flags = "Perhaps", ["fuzzy"]
    upload_to = stock(translation, "upload_pofile")
    sent = SimpleUploadedFile("one.po", str(file).encode())
    answer = translator_client.post(upload_to, {"file": sent})
    assert [report.to_review for report in answer.context["reports"]] == [1]
    assert StringTranslation.objects.get().has_error
    again = translator_client.get(stock(translation, "download_pofile")).content.decode()
    assert polib.pofile(again)[0].flags == ["fuzzy"]
    del file.metadata[po.HEAD]
    sent = SimpleUploadedFile("one.po", str(file).encode())
    answer = translator_client.post(upload_to, {"file": sent})
    assert answer.context["reports"][0].error


@pytest.mark.parametrize("what", ["download_pofile", "upload_pofile", "machine_translate"])
def test_the_addresses_of_wagtail_localize_are_for_whoever_may_write(
    what, translation, translator_client
):
    open_locale("es")
    spanish = signed_in(factories.account("es@example.org", "Translators es"))
    moderator = signed_in(factories.account("m@example.org", "Moderators"))
    sent = {"file": SimpleUploadedFile("one.po", b"")}
    for other in (spanish, moderator):
        send = other.get if what == "download_pofile" else other.post
        answer = send(stock(translation, what), sent if what == "upload_pofile" else {})
        if what == "upload_pofile" and other is spanish:
            assert answer.status_code == 422
        else:
            assert answer.status_code in {302, 403}
    assert not StringTranslation.objects.exists()


def test_without_a_machine_the_address_of_wagtail_localize_asks_none(
    translation, translator_client
):
    assert translator_client.post(stock(translation, "machine_translate")).status_code == 404
