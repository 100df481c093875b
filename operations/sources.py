"""Files of text as people leave them behind: any encoding, some of them no text at all."""

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from operations.recogniser import Note, read_web_page

LARGEST_FILE = 2_000_000
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
_HTML = re.compile(r"\s{0,1000}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.x?html?\Z", re.IGNORECASE)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
# A text may hold a stray control character; a binary file is full of them.
MOST_CONTROLS = 0.01


class UnreadableFile(Exception):
    """A file that cannot be read as text; the message says why, in the active language."""


@dataclass(frozen=True)
class IncomingFile:
    """A file on its way in: its name, its size in bytes, and what reads so many bytes of it.

    `error` says why it cannot be read at all.
    """

    name: str
    size: int
    reader: Callable[[int], bytes]
    error: str = ""

    def read(self, limit: int) -> bytes:
        """Return its bytes; raise `UnreadableFile` if there are more than `limit`."""
        if self.error:
            raise UnreadableFile(self.error)
        if self.size <= limit and len(data := self.reader(limit + 1)) <= limit:
            return data
        raise UnreadableFile(
            _("too large: %(size)s bytes, the limit is %(limit)s.")
            % {"size": max(self.size, limit + 1), "limit": limit}
        )


def unreadable(name: str, error: str) -> IncomingFile:
    """Return a file that only says why it cannot be read."""
    return IncomingFile(name, 0, lambda limit: b"", error)


@dataclass(frozen=True)
class Source:
    """A text and where it comes from; `digest` is the SHA-256 of its bytes.

    `words` is a text with all the words that must be found again: the text itself, but for a web
    page, whose markup was rewritten. `furniture` and `notes` are what was left out on the way.
    """

    name: str
    text: str
    digest: str
    words: str
    furniture: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_source(file: IncomingFile) -> Source:
    """Return the text of a file; raise `UnreadableFile` with one clear line otherwise."""
    data = file.read(LARGEST_FILE)
    return source_of(file.name, data)


def source_of(name: str, data: bytes) -> Source:
    """Return the text in `data`; raise `UnreadableFile` with one clear line otherwise."""
    text = decode(data)
    digest = hashlib.sha256(data).hexdigest()
    if not (_HTML.match(text) or _HTML_NAME.search(name)):
        return Source(name, text, digest, words=text)
    page = read_web_page(text)
    return Source(name, page.text, digest, page.words, page.furniture, page.notes)


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8 or UTF-16, with a byte order mark or not, Windows-1252.

    Bytes that are no UTF-8 are read as Windows-1252 one by one, so that a text of mixed origin
    keeps its accents. Raises `UnreadableFile` for what is empty or no text.
    """
    if not data.strip():
        raise UnreadableFile(_("empty."))
    if data.startswith(_NOT_TEXT):
        raise UnreadableFile(_("not a text file."))
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
