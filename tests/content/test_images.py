"""Pictures: refused when too large, stored without place or date, served small."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from content.models import PortalImage
from content.models.images import without_metadata
from stories.models import StoryPage
from tests.admin_forms import errors
from tests.factories import picture, picture_file, published
from tests.reading import Html

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F
TURNED = 6


def with_metadata(picture_format: str, width=60, height=40) -> io.BytesIO:
    """Return a picture that says where it was taken, with what, and that it lies on its side."""
    image = Image.new("RGB", (width, height), (200, 80, 30))
    exif = Image.Exif()
    exif[MAKE] = "SecretCamera"
    exif[ORIENTATION] = TURNED
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 4.0, 12.0)
    options = {"exif": exif}
    if picture_format == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", "SecretAuthor")
    output = io.BytesIO()
    image.save(output, picture_format, **options)
    output.seek(0)
    assert Image.open(output).getexif()[MAKE] == "SecretCamera"
    output.seek(0)
    return output


def upload(client, file, title="Un lavoir"):
    """Send a picture through the form of the library."""
    return client.post(
        reverse("wagtailimages:add"), {"title": title, "file": file, "collection": 1}
    )


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_stored_without_place_camera_or_words(fr, editor_client, picture_format):
    name = f"photo.{picture_format.lower()}"
    file = SimpleUploadedFile(name, with_metadata(picture_format).read())
    response = upload(editor_client, file)
    assert response.status_code == 302, errors(response)
    image = PortalImage.objects.get()
    with image.file.open() as stored:
        data = stored.read()
    found = Image.open(io.BytesIO(data))
    assert found.format == picture_format
    assert not found.getexif()
    assert "Author" not in found.info
    assert b"Secret" not in data
    assert b"SecretAuthor" not in data


def test_the_orientation_is_applied_before_it_is_forgotten(fr, editor_client):
    file = SimpleUploadedFile("photo.jpg", with_metadata("JPEG", width=60, height=40).read())
    upload(editor_client, file)
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (40, 60)
    with image.file.open() as stored:
        assert Image.open(stored).size == (40, 60)
    assert image.file_size == image.file.size
    assert image.file_hash


def test_a_transparent_picture_stays_transparent():
    output = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(output, "PNG")
    clean = Image.open(without_metadata(SimpleUploadedFile("x.png", output.getvalue())))
    assert clean.mode == "RGBA"
    assert clean.getpixel((5, 5))[3] == 0


def test_a_palette_keeps_its_colours_and_its_hole():
    source = Image.new("P", (4, 4), 1)
    source.putpalette([255, 0, 0, 0, 128, 0])
    output = io.BytesIO()
    source.save(output, "GIF", transparency=0)
    clean = Image.open(without_metadata(SimpleUploadedFile("x.gif", output.getvalue())))
    assert clean.convert("RGB").getpixel((1, 1)) == (0, 128, 0)


def test_only_the_first_frame_of_an_animation_is_kept():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    output = io.BytesIO()
    frames[0].save(output, "GIF", save_all=True, append_images=frames[1:])
    clean = Image.open(without_metadata(SimpleUploadedFile("x.gif", output.getvalue())))
    assert getattr(clean, "n_frames", 1) == 1


def test_a_picture_of_more_than_24_million_pixels_is_refused_with_a_reason(fr, editor_client):
    file = picture_file(width=6001, height=4000, picture_format="PNG")
    response = upload(editor_client, SimpleUploadedFile("large.png", file.read()))
    assert response.status_code == 200
    [message] = errors(response)["file"]
    assert "24" in message
    assert not PortalImage.objects.exists()


def test_several_pictures_sent_together_are_checked_one_by_one(fr, editor_client):
    file = picture_file(width=6001, height=4000, picture_format="PNG")
    answers = [
        editor_client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "x", "collection": 1, "files[]": SimpleUploadedFile("x.png", content)},
            headers={"x-requested-with": "XMLHttpRequest"},
        ).json()
        for content in (file.read(), picture_file(picture_format="PNG").read())
    ]
    assert [answer["success"] for answer in answers] == [False, True]
    assert "24" in answers[0]["error_message"]


def test_a_picture_of_24_million_pixels_is_accepted(fr, editor_client):
    file = picture_file(width=6000, height=4000, picture_format="PNG")
    assert upload(editor_client, SimpleUploadedFile("fits.png", file.read())).status_code == 302


def test_a_file_of_more_than_10_megabytes_is_refused_with_a_reason(fr, editor_client):
    small = picture_file(picture_format="PNG").read()
    file = SimpleUploadedFile("heavy.png", small + b"\0" * (10 * 1024 * 1024))
    response = upload(editor_client, file)
    assert response.status_code == 200
    [message] = errors(response)["file"]
    assert "10" in message
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("name", ["page.html", "photo.jpg", "drawing.svg"])
def test_a_file_that_is_no_picture_is_refused_with_a_reason(fr, editor_client, name):
    file = SimpleUploadedFile(name, b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    response = upload(editor_client, file)
    assert response.status_code == 200
    assert errors(response)["file"]
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_readers_are_served_webp_whatever_was_sent(db, picture_format):
    image = picture(picture_format=picture_format)
    rendition = image.get_rendition("width-320")
    assert rendition.file.name.endswith(".webp")
    with rendition.file.open() as file:
        assert Image.open(file).format == "WEBP"


def test_the_pictures_of_a_page_are_webp_with_their_size(fr, client):
    image = picture()
    image.contextual_alt_text, image.decorative = "Un lavoir sous la pluie", False
    figure = {"image": image, "caption": "Le lavoir", "credit": "Dessin"}
    story = published(fr.stories, StoryPage, listing_image=picture(), body=[("figure", figure)])
    html = Html(client.get(story.get_url()))
    images = [one for one in html.all("img") if one.get("src").startswith("/media/")]
    assert len(images) == 2
    for one in images:
        assert one.get("src").endswith(".webp")
        assert int(one.get("width")) > 0
        assert int(one.get("height")) > 0
        assert one.get("alt") is not None
    assert "Un lavoir sous la pluie" in {one.get("alt") for one in images}


def test_saving_a_title_does_not_touch_the_file(db):
    image = picture()
    with image.file.open() as file:
        before = file.read()
    image = PortalImage.objects.get(pk=image.pk)
    image.title = "Un autre titre"
    image.save()
    with PortalImage.objects.get(pk=image.pk).file.open() as file:
        assert file.read() == before
