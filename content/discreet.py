"""Pictures that say nothing of where, when and with what they were taken."""

import io

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from PIL import Image, ImageOps, UnidentifiedImageError

LOSSY_QUALITY = 90
# How EXIF (CIPA DC-008) and XMP (ISO 16684-1) are announced in JPEG, PNG, WebP, TIFF and HEIF.
_MARKS = (b"Exif\0\0", b"eXIf", b"EXIF", b"XMP ", b"adobe.com/xap/", b"adobe.com/xmp/", b"xmpmeta")
_MARKS += (b"com.adobe.xmp", b"Raw profile type", b"rdf+xml")


def without_metadata(file) -> ContentFile:
    """Return the picture in `file` re-encoded without EXIF, GPS, XMP or comments.

    The orientation that EXIF carried is applied first. The format stays the same; only the
    first frame of an animation is kept, since nothing moves on these pages.
    """
    file.seek(0)
    with Image.open(file) as source:
        picture_format = source.format
        upright = ImageOps.exif_transpose(source)
        clean = Image.new(upright.mode, upright.size)
        if upright.mode == "P":
            clean.putpalette(upright.getpalette())
            if (transparency := upright.info.get("transparency")) is not None:
                clean.info["transparency"] = transparency
        clean.paste(upright)
    output = io.BytesIO()
    options = {} if picture_format in {"PNG", "GIF"} else {"quality": LOSSY_QUALITY}
    if profile := upright.info.get("icc_profile"):
        options["icc_profile"] = profile
    if "transparency" in clean.info:
        options["transparency"] = clean.info["transparency"]
    clean.save(output, picture_format, **options)
    return ContentFile(output.getvalue(), name=file.name)


def tells_of_its_taking(file) -> bool:
    """Return whether `file` is a picture that may hold EXIF or XMP; it is read from its start."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            pixels = picture.width * picture.height
            may_tell = picture.format in {"TIFF", "HEIF", "AVIF"}
    except UnidentifiedImageError:
        return False
    except Image.DecompressionBombError as error:
        raise SuspiciousFileOperation("A picture of too many pixels.") from error
    finally:
        file.seek(0)
    if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise SuspiciousFileOperation("A picture of too many pixels.")
    data = file.read()
    file.seek(0)
    return may_tell or any(mark in data for mark in _MARKS)


class DiscreetStorage:
    """What every storage of uploaded files does, whoever writes: no picture says its place.

    The forms of Wagtail write some files past the models of the portal: portraits of accounts,
    uploads that wait for a title.
    """

    def _save(self, name, content):
        if tells_of_its_taking(content):
            content = without_metadata(content)
        return super()._save(name, content)


class LocalStorage(DiscreetStorage, FileSystemStorage):
    """Uploaded files in a folder of this machine."""
