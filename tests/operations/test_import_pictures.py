"""Pictures that come along with documents: taken in once, placed, never fetched."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import GroupCollectionPermission

from content.models import PortalImage
from operations import pictures
from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.imported import ImportedPicture
from stories.models import WorkshopReportPage
from tests.factories import picture_file
from tests.operations.importing import page_of, run

NOTE = "# The mill\n\nWe went down to the river.\n\n![The wheel](img/wheel.jpg)\n\nIt turns.\n"

pytestmark = pytest.mark.django_db


def jpeg(width=400, height=300, colour=(13, 92, 70), **options) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "JPEG", **options)
    return output.getvalue()


@pytest.fixture
def folder(tmp_path, fr):
    """A folder with a note that shows a picture beside it."""
    path = tmp_path / "in"
    (path / "img").mkdir(parents=True)
    (path / "img" / "wheel.jpg").write_bytes(jpeg())
    (path / "note.md").write_text(NOTE, encoding="utf-8")
    return path


def document(figures: dict, rank: int = 0) -> dict:
    return [one for file in figures["by_file"] for one in file["documents"]][rank]


def body_of(page) -> list[tuple[str, object]]:
    return [(block.block_type, block.value) for block in page.body]


def stored_files() -> list[str]:
    folder = "original_images"
    return sorted(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else []


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


def test_a_picture_stands_where_the_document_showed_it(folder):
    figures = run(folder)
    text, figure, rest = body_of(page_of("note.md"))

    assert (figures["created"], figures["pictures"], figures["words_missing"]) == (1, 1, 0)
    assert [name for name, _value in (text, figure, rest)] == ["text", "figure", "text"]
    assert figure[1]["image"].pk == PortalImage.objects.get().pk
    assert figure[1]["image"].contextual_alt_text == "The wheel"
    assert not figure[1]["image"].decorative
    assert "It turns." in rest[1].source


def test_the_draft_shows_the_picture_and_can_be_published(folder, client):
    run(folder)
    page = page_of("note.md")
    page.full_clean()
    page.get_latest_revision().publish()

    assert 'alt="The wheel"' in client.get(page.get_url()).content.decode()


def test_what_a_camera_wrote_into_a_picture_is_gone(folder):
    data = Image.Exif()
    data[0x010E] = "rue des Lilas"
    (folder / "img" / "wheel.jpg").write_bytes(jpeg(exif=data))
    run(folder)

    with PortalImage.objects.get().file.open() as stored:
        assert b"Lilas" not in stored.read()


def test_the_same_bytes_are_never_two_pictures(folder):
    (folder / "copy.jpg").write_bytes(jpeg())
    text = "# Other\n\nWords.\n\n![Wheel](img/wheel.jpg)\n\nMore.\n\n![Again](copy.jpg)\n"
    (folder / "other.md").write_text(text, encoding="utf-8")
    assert run(folder)["pictures"] == 1
    (folder / "other.md").write_text(text + "\nAnd more.\n", encoding="utf-8")
    figures = run(folder)

    assert (figures["pictures"], figures["unchanged"], figures["updated"]) == (0, 1, 1)
    assert PortalImage.objects.count() == ImportedPicture.objects.count() == 1
    assert len(stored_files()) == 1
    names = [name for name, _value in body_of(page_of("other.md"))]
    assert names.count("figure") == 2


def test_a_wide_picture_at_the_top_is_the_page_s_own(folder):
    (folder / "img" / "wheel.jpg").write_bytes(jpeg(1200, 600))
    text = "# The mill\n\n![The wheel](img/wheel.jpg)\n\nWe went down.\n"
    (folder / "note.md").write_text(text, encoding="utf-8")
    figures = run(folder)
    page = page_of("note.md")

    assert page.listing_image == PortalImage.objects.get()
    assert page.listing_image.description == "The wheel"
    assert page.latest_revision.content["listing_image"] == page.listing_image_id
    assert [name for name, _value in body_of(page)] == ["text"]
    assert figures["words_missing"] == 0


def test_a_small_picture_at_the_top_stays_in_the_text(folder):
    text = "# The mill\n\n![The wheel](img/wheel.jpg)\n\nWe went down.\n"
    (folder / "note.md").write_text(text, encoding="utf-8")
    run(folder)
    page = page_of("note.md")

    assert page.listing_image is None
    assert [name for name, _value in body_of(page)] == ["figure", "text"]


def test_the_head_of_a_file_names_the_page_s_picture(folder):
    (folder / "img" / "wheel.jpg").write_bytes(jpeg(1200, 600))
    text = "---\ntitle: Mill\nimage: img/wheel.jpg\n---\nWe went down.\n"
    (folder / "note.md").write_text(text, encoding="utf-8")
    figures = run(folder)

    assert page_of("note.md").listing_image is not None
    assert figures["words_missing"] == 0


def test_a_web_page_brings_its_pictures(folder):
    html = (
        "<!DOCTYPE html><html><body><h1>Mill</h1><p>We went down to the water.</p>"
        '<p><img src="img/wheel.jpg" alt="The [big] wheel"></p><p>It turns.</p></body></html>'
    )
    (folder / "page.html").write_text(html, encoding="utf-8")
    figures = run(folder / "page.html")
    figure = body_of(page_of("page.html"))[1]

    assert figure[1]["image"].contextual_alt_text == "The (big) wheel"
    assert figures["words_missing"] == 0


def test_a_picture_without_a_text_is_to_check_and_awaits_one(folder):
    (folder / "note.md").write_text(NOTE.replace("The wheel", ""), encoding="utf-8")
    report = document(run(folder))
    image = body_of(page_of("note.md"))[1][1]["image"]

    assert any("img/wheel.jpg" in line for line in report["to_check"])
    assert (image.contextual_alt_text, image.decorative) == ("", False)


def test_a_caption_and_a_linked_thumbnail_are_understood(folder):
    text = (
        '# Mill\n\nWords.\n\n[![Wheel](img/wheel.jpg "In May, at dawn")](img/large.jpg)\n\nEnd.\n'
    )
    (folder / "note.md").write_text(text, encoding="utf-8")
    figures = run(folder)
    figure = body_of(page_of("note.md"))[1][1]

    assert figure["caption"] == "In May, at dawn"
    assert figures["words_missing"] == 0


def test_a_picture_in_a_section_that_fills_a_field_is_at_the_end_of_the_body(folder):
    report = (Path(__file__).parent / "documents" / "report_fr.txt").read_text(encoding="utf-8")
    head, mark, rest = report.partition("Synthèse")
    assert mark
    text = f"{head}{mark}{rest}".replace("\n\n", "\n\n![La roue](img/wheel.jpg)\n\n", 3)
    (folder / "note.md").write_text(text, encoding="utf-8")
    figures = run(folder)
    page = page_of("note.md")

    assert isinstance(page, WorkshopReportPage)
    assert figures["words_missing"] == 0
    assert PortalImage.objects.count() == 1
    assert [name for name, _value in body_of(page)].count("figure") == 3


# --- Pictures that are not taken in ---------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("img/absent.jpg", "img/absent.jpg"),
        ("https://a.example/x.jpg", "https://a.example/x.jpg"),
        ("//a.example/x.jpg", "//a.example/x.jpg"),
        ("../secret.jpg", "../secret.jpg"),
        ("/etc/secret.jpg", "/etc/secret.jpg"),
        ("file:///etc/x.jpg", "file:///etc/x.jpg"),
        ("img/link.jpg", "img/link.jpg"),
        ("img/broken.jpg", "img/broken.jpg"),
        ("img/cut.jpg", "img/cut.jpg"),
        ("img/large.jpg", "img/large.jpg"),
        ("img/drawing.svg", "img/drawing.svg"),
        ("img/text.png", "img/text.png"),
    ],
)
def test_a_picture_that_cannot_come_is_one_line_and_the_draft_is_made(folder, address, said):
    (folder.parent / "secret.jpg").write_bytes(jpeg())
    (folder / "img" / "link.jpg").symlink_to(folder.parent / "secret.jpg")
    (folder / "img" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 500)
    (folder / "img" / "cut.jpg").write_bytes(jpeg(900, 700, quality=95)[:4000])
    (folder / "img" / "large.jpg").write_bytes(jpeg(8, 8) + b"\x00" * pictures.LARGEST_PICTURE)
    (folder / "img" / "drawing.svg").write_text("<svg onload='alert(1)'/>", encoding="utf-8")
    (folder / "img" / "text.png").write_text("words", encoding="utf-8")
    text = NOTE.replace("img/wheel.jpg", address)
    (folder / "note.md").write_text(text, encoding="utf-8")
    report = document(run(folder / "note.md"))

    assert report["outcome"] == "created"
    lines = [line for line in report["to_check"] if said in line]
    assert len(lines) == 1
    assert "\n" not in lines[0]
    assert "The wheel" in " ".join(report["furniture"])
    assert not PortalImage.objects.exists()
    assert stored_files() == []
    assert [name for name, _value in body_of(page_of("note.md"))] == ["text", "text"]


def test_a_picture_of_too_many_pixels_is_refused(folder, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100_000
    report = document(run(folder))

    assert any("img/wheel.jpg" in line for line in report["to_check"])
    assert not PortalImage.objects.exists()


def test_pictures_inside_the_text_are_refused_in_one_line(folder):
    inside = f"data:image/png;base64,{'iVBORw0KGgo' * 20_000}"
    text = f"# Mill\n\nWords.\n\n![Wheel]({inside})\n\n<img src='{inside}' alt='Two'>\n\nEnd.\n"
    (folder / "note.md").write_text(text, encoding="utf-8")
    figures = run(folder)
    report = document(figures)

    assert figures["words_missing"] == 0
    assert "iVBORw0KGgo" not in json.dumps(figures)
    assert report["outcome"] == "created"
    assert any("2" in line for line in report["to_check"])
    assert not PortalImage.objects.exists()


def test_a_picture_that_no_document_shows_is_a_line(folder):
    (folder / "other.png").write_bytes(picture_file(picture_format="PNG").read())
    figures = run(folder)
    lines = {file["source"]: file["error"] for file in figures["by_file"] if file["error"]}

    assert list(lines) == ["other.png"]
    assert PortalImage.objects.count() == 1


def test_a_dry_run_takes_nothing_in_and_counts(folder):
    assert run(folder, dry_run=True)["pictures"] == 1
    assert not PortalImage.objects.exists()
    assert not ImportedPicture.objects.exists()
    assert stored_files() == []


def test_a_document_that_fails_leaves_no_picture(folder, monkeypatch):
    def refuse(*arguments):
        raise ValueError("broken in the middle")

    monkeypatch.setattr("operations.imports.fill", refuse)
    figures = run(folder)

    assert document(figures)["outcome"] == "failed"
    assert not PortalImage.objects.exists()
    assert stored_files() == []


def test_a_file_left_by_a_killed_run_is_replaced(folder):
    run(folder)
    (name,) = stored_files()
    page_of("note.md").delete()
    PortalImage.objects.all().delete()
    default_storage.delete(f"original_images/{name}")
    path = Path(default_storage.path(f"original_images/{name}"))
    path.write_bytes(b"half")
    run(folder)

    assert stored_files() == [name]
    assert path.read_bytes() != b"half"


# --- By the admin -------------------------------------------------------------------------------


def upload(client, locale, *files: tuple[str, bytes]):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    address = reverse("operations_import")
    return client.post(address, {"files": sent, "locale": locale.pk}, follow=True)


def confirm(client) -> None:
    batch = ImportBatch.objects.first()
    items = list(ImportItem.objects.filter(file__batch=batch).values_list("pk", flat=True))
    data = {"shown": items, "item": items}
    client.post(reverse("operations_import_batch", args=[batch.pk]), data)


def test_pictures_are_uploaded_beside_the_documents(editor_client, editor, fr):
    answer = upload(
        editor_client, fr.locale, ("note.md", NOTE.encode()), ("wheel.jpg", jpeg()),
        ("unused.jpg", jpeg(9, 9)),
    )  # fmt: skip
    assert "unused.jpg" in answer.content.decode()
    assert not PortalImage.objects.exists()
    confirm(editor_client)

    image = PortalImage.objects.get()
    assert image.uploaded_by_user == editor
    assert body_of(page_of("note.md"))[1][1]["image"].pk == image.pk
    assert {bytes(file.data) for file in ImportFile.objects.all()} == {b""}


def test_pictures_of_an_archive_belong_to_its_documents(editor_client, fr):
    archives = []
    for number, colour in enumerate(((200, 0, 0), (0, 200, 0))):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as made:
            made.writestr(f"note{number}.md", NOTE.replace("mill", f"mill {number}"))
            made.writestr("img/wheel.jpg", jpeg(colour=colour))
        archives.append((f"{number}.zip", file.getvalue()))
    upload(editor_client, fr.locale, *archives)
    confirm(editor_client)

    shown = [body_of(page_of(f"note{number}.md"))[1][1]["image"] for number in range(2)]
    assert shown[0] != shown[1]
    assert PortalImage.objects.count() == 2


def test_the_report_says_which_pictures_are_missing_before_anything_is_made(editor_client, fr):
    upload(editor_client, fr.locale, ("note.md", NOTE.encode()))
    item = ImportItem.objects.get()

    assert any("img/wheel.jpg" in line for line in item.report["to_check"])
    address = reverse("operations_import_item", args=[item.file.batch_id, item.pk])
    assert "img/wheel.jpg" in editor_client.get(address).content.decode()


def test_who_may_not_add_pictures_gets_the_text_and_a_line(editor_client, fr):
    GroupCollectionPermission.objects.filter(group__name="Editors").delete()
    upload(editor_client, fr.locale, ("note.md", NOTE.encode()), ("wheel.jpg", jpeg()))
    confirm(editor_client)
    item = ImportItem.objects.get()

    assert item.outcome == "created"
    assert any("img/wheel.jpg" in line for line in item.report["to_check"])
    assert not PortalImage.objects.exists()
