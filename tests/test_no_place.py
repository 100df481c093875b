"""No picture under media says where it was taken, whichever way it came in.

Pictures inside PDF and office files are left as their authors made them.
"""

import io
import itertools
import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from content.models import Licence, PortalImage
from contributions.charters import accept, current_charter
from tests.contributions.writing import begun
from tests.factories import account, term
from tests.operations.importing import run

GPS, MAKE = 0x8825, 0x010F
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    ' xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="48,4.2N"/>'
    "</rdf:RDF></x:xmpmeta>"
)
PLACED = ("JPEG", "WEBP", "PNG")
KINDS = tuple(itertools.product(PLACED, ("exif", "xmp")))
_shades = itertools.count()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


def placed(picture_format: str, told_in: str, side: int = 300) -> bytes:
    """Return a picture, unlike any before, that says its place in EXIF or in XMP."""
    shade = 20 * next(_shades) % 256
    image = Image.new("RGB", (side, side), (shade, 255 - shade, 90))
    options = {}
    if told_in == "exif":
        exif = Image.Exif()
        exif[MAKE] = "Camera"
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[2] = (48.0, 4.0, 12.0)
        options["exif"] = exif
    elif picture_format == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP, zip=True)
    else:
        options["xmp"] = XMP.encode()
    output = io.BytesIO()
    image.save(output, picture_format, **options)
    assert says_its_place(output.getvalue()), "this test could find nothing"
    return output.getvalue()


def sent(picture_format: str, told_in: str, **options) -> SimpleUploadedFile:
    name = f"place-{told_in}.{picture_format.lower()}"
    return SimpleUploadedFile(name, placed(picture_format, told_in, **options))


def says_its_place(data: bytes) -> bool:
    """Return whether a file has a GPS directory in EXIF, or a property of place in XMP."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            told, found = list(image.info.values()), image.getexif().get_ifd(GPS)
    except UnidentifiedImageError:
        told, found = [], {}
    texts = [one.encode() if isinstance(one, str) else one for one in told]
    return bool(found) or any(b"GPSL" in one for one in (data, *texts) if isinstance(one, bytes))


def leaks(media: Path) -> list[str]:
    """Return the files under media that say their place, once all renditions are made."""
    for image in PortalImage.objects.all():
        for spec in ("original", "max-100x100", "fill-80x80|format-webp", "max-90x90|format-jpeg"):
            image.get_rendition(spec)
    files = [path for path in media.rglob("*") if path.is_file()]
    assert files, "nothing was stored"
    return [str(path) for path in files if says_its_place(path.read_bytes())]


def test_photos_of_an_author(fr, media):
    author = account("solene@example.org")
    accept(author, current_charter("fr"))
    client = Client()
    client.force_login(author)
    licence = term(Licence, "CC BY", fr.locale, code="CC-BY-4.0")
    for kind in KINDS:
        photo = {"photos-0-file": sent(*kind), "photos-0-alt": "Un seau"}
        begun(client, licence, **photo)
    assert PortalImage.objects.count() == len(KINDS)
    assert leaks(media) == []


def test_pictures_of_the_library_one_by_one_together_and_replaced(fr, editor_client, media):
    for kind in KINDS:
        data = {"title": "Un lavoir", "file": sent(*kind), "collection": 1}
        assert editor_client.post(reverse("wagtailimages:add"), data).status_code == 302
        together = {"title": "Un pré", "files[]": sent(*kind), "collection": 1}
        answer = editor_client.post(reverse("wagtailimages:add_multiple"), together)
        assert answer.json()["success"]
    first = PortalImage.objects.first()
    data = {"title": "Un lavoir", "file": sent("JPEG", "exif"), "collection": 1}
    editor_client.post(reverse("wagtailimages:edit", args=[first.pk]), data)
    assert PortalImage.objects.count() == 2 * len(KINDS)
    assert leaks(media) == []


@pytest.mark.parametrize("picture_format", [*PLACED, "HEIF"])
def test_the_portrait_of_an_account(editor, media, picture_format):
    profile = UserProfile.get_for_user(editor)
    file = sent(picture_format, "exif", side=200)
    form = AvatarPreferencesForm({}, {"avatar": file}, instance=profile)
    assert form.is_valid(), form.errors
    form.save()
    assert leaks(media) == []


def test_pictures_beside_documents_in_archives_and_on_web_pages(fr, tmp_path, media):
    folder = tmp_path / "in"
    folder.mkdir()
    for number, kind in enumerate(KINDS):
        name = f"p{number}.{kind[0].lower()}"
        with zipfile.ZipFile(folder / f"{number}.zip", "w") as archive:
            note = f"# Le moulin {number}\n\nPrès du pré.\n\n![La roue]({name})\n"
            archive.writestr(f"note{number}.md", note)
            archive.writestr(name, placed(*kind))
        (folder / f"w{name}").write_bytes(placed(*kind))
        html = (
            f'<h1>Le pré {number}</h1><p>Près du moulin.</p><p><img src="w{name}" alt="Roue"></p>'
        )
        (folder / f"page{number}.html").write_text(html, encoding="utf-8")
    run(folder)
    assert PortalImage.objects.count() == 2 * len(KINDS)
    assert leaks(media) == []


def test_what_is_written_past_the_models(editor, media):
    """Wagtail keeps what awaits its title apart; code may write rows and files at once."""
    for kind in KINDS:
        UploadedFile.objects.create(file=sent(*kind), uploaded_by_user=editor)
        default_storage.save("elsewhere.bin", ContentFile(placed(*kind)))
        PortalImage.objects.bulk_create([PortalImage(title="Un lavoir", file=sent(*kind))])
    assert leaks(media) == []


def test_a_picture_that_says_nothing_is_stored_as_it_came(media):
    data = io.BytesIO()
    Image.new("RGB", (30, 20), (13, 92, 70)).save(data, "JPEG", quality=80)
    name = default_storage.save("plain.jpg", ContentFile(data.getvalue()))
    assert (media / name).read_bytes() == data.getvalue()
    name = default_storage.save("notes.pdf", ContentFile(b"%PDF-1.4 Exif\0\0"))
    assert (media / name).read_bytes() == b"%PDF-1.4 Exif\0\0"
