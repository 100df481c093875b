"""Files of text as people leave them behind: any encoding, some of them no text at all."""

import codecs
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

LARGEST_FILE = 2_000_000
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}<(?:!doctype\s+html|html|head|body)\b", re.I)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
# A text may hold a stray control character; a binary file is full of them.
MOST_CONTROLS = 0.01


class UnreadableFile(Exception):
    """A file that cannot be read as text; the message says why, in the active language."""


@dataclass(frozen=True)
class Source:
    """A text and where it comes from; `digest` is the SHA-256 of its bytes."""

    name: str
    text: str
    digest: str


def find_files(paths: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) for every file given, and every file in the folders given.

    The name is the path inside the folder, or the name of the file itself. Hidden files and
    symbolic links inside folders are passed over.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield path.name, path
            continue
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path)
            hidden = any(part.startswith(".") for part in inside.parts)
            if not hidden and not found.is_symlink() and found.is_file():
                yield inside.as_posix(), found


def read_source(name: str, path: Path) -> Source:
    """Return the text of a file; raise `UnreadableFile` with one clear line otherwise."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadableFile(
                _("too large: %(size)s bytes, the limit is %(limit)s.")
                % {"size": size, "limit": LARGEST_FILE}
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(_("cannot be read: %(why)s.") % {"why": error.strerror}) from error
    return Source(name, decode(data), hashlib.sha256(data).hexdigest())


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8 or UTF-16, with a byte order mark or not, Windows-1252.

    Bytes that are no UTF-8 are read as Windows-1252 one by one, so that a text of mixed origin
    keeps its accents. Raises `UnreadableFile` for what is empty or no text.
    """
    if not data.strip():
        raise UnreadableFile(_("empty."))
    if data.startswith(_NOT_TEXT):
        raise UnreadableFile(_("not a text file."))
    if _HTML.match(data):
        raise UnreadableFile(_("an HTML page: only plain text and Markdown are read."))
    if encoding := _utf16(data):
        return _utf16_text(data, encoding)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) * MOST_CONTROLS:
        raise UnreadableFile(_("not a text file."))
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors=_FALLBACK)


def _utf16(data: bytes) -> str:
    """Return the kind of UTF-16 that `data` is, by its mark or by its zeros, or ""."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else ""


def _utf16_text(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(_("not a text file.")) from error


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", errors="replace"), error.end


_FALLBACK = "portal-windows-1252"
codecs.register_error(_FALLBACK, _windows_1252)
