"""The pictures that come along with documents: found beside them, taken in once, never fetched."""

import copy
import hashlib
import io
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import Image as PillowImage
from wagtail.images.fields import WagtailImageField
from wagtail.permissions import policy_registry

from content.blocks.figures import FigureBlock
from content.folding import without_accents
from content.models import PortalImage
from content.people import Names
from operations.imported import ImportedPicture
from operations.recogniser import Description, Picture
from operations.reports import DocumentReport, picture_name
from operations.sources import IncomingFile, Source, UnreadableFile

LARGEST_PICTURE = 10 * 1024 * 1024
# A picture at the top is the page's own when it can fill the banner: as wide as lists ask for.
BANNER_WIDTH = 800
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)\Z", re.IGNORECASE)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:)?//|[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


class PictureRefused(Exception):
    """A picture that is not taken in; the message says why, in the active language."""


def is_picture(name: str) -> bool:
    """Whether a file is a picture by its name."""
    return bool(_PICTURE_NAME.search(name))


def largest_size(name: str, largest_text: int) -> int:
    """Return how many bytes a file of that name may have."""
    return LARGEST_PICTURE if is_picture(name) else largest_text


class Gallery:
    """The picture files of a run, by the place where they are.

    A document finds those of its own folder, archive or upload (its `root`) by path; failing
    that, one that is alone in the run with its name, since a browser sends names without folders.
    """

    def __init__(self, files: Iterable[IncomingFile] = ()):
        self.files = list(files)
        self.shown: set[int] = set()
        self._by_path = {(file.root, _key(file.name)): file for file in self.files}
        self._by_name: dict[str, list[IncomingFile]] = {}
        for file in self.files:
            self._by_name.setdefault(PurePosixPath(_key(file.name)).name, []).append(file)

    def find(self, source: Source, address: str) -> IncomingFile | None:
        """Return the file of a picture of a document, or None; it then counts as shown."""
        path = _key(unquote(re.split("[?#]", address, maxsplit=1)[0]))
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(_key(source.name)), path))
        found = self._by_path.get((source.root, inside)) or _beside(source.folder, inside)
        if found is None and source.folder is None:
            same_name = self._by_name.get(PurePosixPath(path).name, [])
            found = same_name[0] if len(same_name) == 1 else None
        if found:
            self.shown.add(id(found))
        return found

    def left(self) -> list[IncomingFile]:
        """Return the files that no document shows."""
        return [file for file in self.files if id(file) not in self.shown]


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./")


def _beside(folder: Path | None, inside: str) -> IncomingFile | None:
    """Return a picture of the folder of a document given alone; no link is followed out of it."""
    if folder is None or inside.startswith(("..", "/")) or not is_picture(inside):
        return None
    path = folder / inside
    steps = [folder.joinpath(*Path(inside).parts[:depth]) for depth in range(1, 50)]
    if any(step.is_symlink() for step in steps) or not path.is_file():
        return None

    def read(limit: int) -> bytes:
        with path.open("rb") as opened:
            return opened.read(limit)

    return IncomingFile(inside, path.stat().st_size, read)


def refusal_of(picture: Picture) -> str:
    """Return why a picture is none that could come along, whatever files there are, or ""."""
    if not picture.address.strip() or picture.address.lower().startswith("data:"):
        return _("written inside the text, left out")
    if _REMOTE.match(picture.address):
        return _("on another site, not fetched")
    return ""


@dataclass
class Curator:
    """Takes in the pictures of documents, for a person or (None) for the operator.

    `taken` counts pictures that are new to the portal. With `dry_run` nothing is stored.
    """

    gallery: Gallery
    user: object = None
    dry_run: bool = False
    taken: int = 0
    # The files written by the transaction that is going on.
    written: list = field(default_factory=list)
    # What a dry run has seen, since it keeps no record.
    seen: set[str] = field(default_factory=set)

    def place(self, description: Description, source: Source, report: DocumentReport, names: Names):
        """Return (description, image of the page or None): pictures are figures of the body.

        What is not taken in is a line of the report, and its words are with the furniture.
        """
        lead = self._lead(description.lead, source, report, names)
        body = []
        if isinstance(lead, dict):
            body.append(("figure", lead))
        for name, value in description.body:
            if name != "picture":
                body.append((name, value))
            elif figure := self._figure(value, source, report, names):
                body.append(("figure", figure))
        if self.dry_run:
            body = [(name, value) for name, value in body if name != "figure"]
            return replace(description, body=body), None
        return replace(description, body=body), lead if isinstance(lead, PortalImage) else None

    def _lead(self, picture, source, report, names) -> PortalImage | dict | None:
        image = self._image(picture, source, report, names) if picture else None
        if image is None:
            return None
        if self.dry_run:
            return None
        if picture.caption or image.width < BANNER_WIDTH or image.width < image.height:
            return self._as_figure(picture, image, report)
        return image

    def _figure(self, picture, source, report, names) -> dict | None:
        image = self._image(picture, source, report, names)
        return self._as_figure(picture, image, report) if image else None

    def _as_figure(self, picture: Picture, image: PortalImage, report: DocumentReport) -> dict:
        shown = copy.copy(image)
        shown.contextual_alt_text, shown.decorative = picture.alt, False
        if not picture.alt:
            report.to_check.append(
                _("A picture without alternative text, to describe: %(picture)s")
                % {"picture": picture_name(picture)}
            )
        longest = FigureBlock().child_blocks["caption"].field.max_length
        caption = picture.caption
        if len(caption) > longest:
            report.furniture.append(caption)
            caption = caption[: longest - 1] + "…"
        return {"image": shown, "caption": caption, "credit": ""}

    def _image(self, picture, source, report, names) -> PortalImage | None:
        """Return the image of a picture, or None once the report says why there is none."""
        try:
            return self._taken_in(picture, source, report, names)
        except PictureRefused as refusal:
            report.to_check.append(
                _("Picture %(picture)s: %(why)s.")
                % {"picture": picture_name(picture), "why": refusal}
            )
            report.furniture.append(picture_name(picture))
            return None

    def _taken_in(self, picture, source, report, names) -> PortalImage | None:
        if refusal := refusal_of(picture):
            raise PictureRefused(refusal)
        file = self.gallery.find(source, picture.address)
        if file is None:
            raise PictureRefused(_("not found beside the document"))
        if self.user and not self._may_add():
            raise PictureRefused(_("you may not add pictures"))
        try:
            data = file.read(LARGEST_PICTURE)
        except UnreadableFile as error:
            raise PictureRefused(str(error).rstrip(".")) from error
        record = self._record(hashlib.sha256(data).hexdigest())
        if record.image:
            return record.image
        image = self._new(data, picture, record.digest, names)
        if record.digest in self.seen:
            return image
        if self.dry_run:
            self.seen.add(record.digest)
        else:
            record.image = image
            record.save()
        self.taken += 1
        report.made.append(_("picture “%(title)s”") % {"title": image.title})
        return image

    def _may_add(self) -> bool:
        return policy_registry.get_by_type(PortalImage).user_has_permission(self.user, "add")

    def _record(self, digest: str) -> ImportedPicture:
        record, _made = ImportedPicture.objects.select_for_update().get_or_create(digest=digest)
        return record

    def _new(self, data: bytes, picture: Picture, digest: str, names: Names) -> PortalImage:
        """Store a picture; its title and file name say nobody who has not agreed."""
        words = re.sub(r"[\W_]+", " ", PurePosixPath(unquote(picture.address)).stem).strip()
        stem = slugify(without_accents(names.mask(words.title())))[:50] or "image"
        name = f"{stem}-{digest[:12]}.{_extension(data)}"
        _check(name, data)
        image = PortalImage(
            title=(names.mask(picture.alt) or names.mask(words) or name)[:255],
            description=names.mask(picture.alt)[:255],
            file=ImageFile(io.BytesIO(data), name=name),
            uploaded_by_user=self.user,
        )
        if self.dry_run:
            return image
        self._sweep(image, name)
        try:
            image.save()
        except (OSError, ValueError, SyntaxError) as error:
            raise PictureRefused(_("a broken picture")) from error
        self.written.append(image.file)
        return image

    def _sweep(self, image: PortalImage, name: str) -> None:
        """Remove the file of a run that was killed between the file and its row."""
        storage = image.file.storage
        path = image.get_upload_to(name)
        if storage.exists(path) and not PortalImage.objects.filter(file=path).exists():
            storage.delete(path)

    def keep(self) -> None:
        """Forget what was written: its transaction is done."""
        self.written.clear()

    def undo(self) -> None:
        """Remove the files of a transaction that was rolled back."""
        for written in self.written:
            written.storage.delete(written.name)
        self.taken -= len(self.written)
        self.written.clear()


def _check(name: str, data: bytes) -> None:
    """Hold a picture to the limits of the portal; raise `PictureRefused`."""
    try:
        WagtailImageField().clean(SimpleUploadedFile(name, data))
    except ValidationError as error:
        raise PictureRefused(" ".join(error.messages).rstrip(".")) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureRefused(_("a broken picture")) from error


def _extension(data: bytes) -> str:
    """Return the extension of the format that the bytes are in; raise `PictureRefused`."""
    try:
        with PillowImage.open(io.BytesIO(data)) as opened:
            found = _EXTENSIONS.get(opened.format or "")
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError) as error:
        raise PictureRefused(_("a broken picture, or no picture at all")) from error
    if not found:
        raise PictureRefused(_("of a kind that the portal does not show"))
    return found
