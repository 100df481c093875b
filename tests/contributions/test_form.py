"""The form of a text: its files, what it suggests, where it was opened from."""

import io
import struct
import zlib
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import ExifTags, Image
from wagtail.documents.models import Document
from wagtail.models import Page

from coalitions.models import EventPage
from content.dates import Precision
from content.models import PortalImage, Territory
from contributions.forms.files import MOST_FILES
from stories.models import StoryPage
from tests.contributions.writing import (
    BEGIN,
    begun,
    decide,
    edit_url,
    fields_of,
    save,
    signed_in,
    story,
    submit,
)
from tests.factories import add, picture_file, published, sample, term

REPORT = "/fr/proposer/compte-rendu/"
PDF = b"%PDF-1.7\n1 0 obj\n"


def pdf(name="Plan du local.pdf", content=PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def held_on(year: int) -> dict:
    day = date(year, 3, 12)
    return {"starts_on": day, "ends_on": day, "date_precision": Precision.DAY, "cancelled": False}


def latest(proposal):
    return Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()


def test_files_come_with_a_text_each_in_its_language(fr, author, moderator, licence):
    client = signed_in(author)
    proposal = begun(
        client,
        licence,
        **{
            "files-0-file": pdf(),
            "files-0-label": "Plan de l'atelier",
            "files-0-language": "oc",
        },
    )
    save(client, edit_url(proposal), **{"files-1-url": "https://example.org/guide.pdf"})
    plan, guide = latest(proposal).attachments.all()
    assert (plan.label, plan.language, plan.document.file.read()) == (
        "Plan de l'atelier",
        "oc",
        PDF,
    )
    assert plan.document.filename.startswith("plan-du-local-")
    assert plan.document.uploaded_by_user == author
    assert guide.href == "https://example.org/guide.pdf"

    submit(client, proposal)
    decide(signed_in(moderator), proposal, "approve")
    public = Client().get(Page.objects.get(pk=proposal.page_id).get_url()).content.decode()
    assert "Plan de l" in public
    assert "occitan" in public

    save(client, edit_url(proposal), **{"files-0-DELETE": "on", "files-1-label": "Le guide"})
    assert [one.label for one in latest(proposal).attachments.all()] == ["Le guide"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("macro.docm", b"PK\x03\x04"),
        ("menteur.pdf", b"<html><script>alert(1)</script>"),
        ("archive.odt", PDF),
        ("binaire.csv", b"MZ\x00\x00"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_the_words_are_saved(
    author, licence, name, content
):
    client = signed_in(author)
    words = story(licence, **{"files-0-file": pdf(name, content), "files-0-label": "Piège"})
    response = save(client, BEGIN, **words)
    assert [error["id"] for error in response.context["errors"]] == ["id_files-0-file"]
    assert not Document.objects.exists()
    assert Page.objects.filter(title="La bibliothèque prête ses outils").exists()


def hostile_pictures() -> dict[str, bytes]:
    """Return a picture with a place in it and a page behind it, and one of 900 million pixels."""
    place = Image.Exif()
    place.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (48.0, 6.0, 0.0)
    whole = picture_file(64, 64, exif=place).file.read()
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 9999)), (b"IEND", b""))
    bomb = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return {
        "page.jpeg": whole + b"<script>alert(1)</script>",
        "bomb.png": b"\x89PNG\r\n\x1a\n" + bomb,
    }


def test_hostile_pictures_are_refused_or_made_anew(author, licence):
    files = hostile_pictures()
    words = {
        "photos-TOTAL_FORMS": "2",
        "photos-0-file": SimpleUploadedFile("page.jpeg", files["page.jpeg"]),
        "photos-0-alt": "Un mur",
    }
    client = signed_in(author)
    proposal = begun(client, licence, **words)
    stored = PortalImage.objects.get().file.read()
    assert b"<script" not in stored
    assert not Image.open(io.BytesIO(stored)).getexif()
    bomb = SimpleUploadedFile("bomb.png", files["bomb.png"])
    response = save(client, edit_url(proposal), **{"photos-1-file": bomb, "photos-1-alt": "x"})
    assert [error["id"] for error in response.context["errors"]] == ["id_photos-1-file"]
    assert PortalImage.objects.count() == 1


def test_a_crafted_key_takes_no_file_of_another_text(author, other_author, licence):
    theirs = begun(signed_in(other_author), licence, **{"files-0-file": pdf()})
    key = latest(theirs).attachments.first().translation_key
    client = signed_in(author)
    own = begun(client, licence, **{"files-0-key": str(key), "files-0-label": "À moi"})
    assert latest(own).attachments.count() == 0


def test_the_limits_of_files_are_said_and_kept(author, licence):
    client = signed_in(author)
    page = client.get(BEGIN)
    assert "PDF, ODT, ODS, ODP, EPUB, CSV" in page.content.decode()
    words = {f"files-{row}-url": f"https://example.org/{row}" for row in range(MOST_FILES + 1)}
    words["files-TOTAL_FORMS"] = str(MOST_FILES + 1)
    response = save(client, BEGIN, **story(licence, **words))
    assert "10 au plus" in response.content.decode()


def test_tags_and_territories_are_suggested_from_what_is_public(fr, author):
    for tag, live in (("fournil", True), ("introuvable", False)):
        page = add(fr.stories, sample(StoryPage, fr.locale, slug=tag, live=False))
        page.tags.add(tag)
        revision = page.save_revision()
        if live:
            revision.publish()
        else:
            page.save()
    term(Territory, "Mayenne", fr.locale, kind="department", code="53")
    page = signed_in(author).get(BEGIN).content.decode()
    assert '<option value="fournil">' in page
    assert "introuvable" not in page
    assert '<option value="Mayenne (53)">' in page


def test_a_report_opened_from_an_event_names_it(fr, author):
    past = published(fr.events, EventPage, slug="passe", **held_on(2026))
    coming = published(fr.events, EventPage, slug="a-venir", **held_on(2126))
    link = f"{REPORT}?event={past.pk}"
    assert link in Client().get(past.get_url()).content.decode()
    assert "?event=" not in Client().get(coming.get_url()).content.decode()
    assert fields_of(signed_in(author).get(link))["event"] == str(past.pk)
