"""Files of text as people leave them behind: any encoding, some of them no text at all."""

import codecs
import hashlib
import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils.translation import gettext as _

from operations.recogniser import Note, read_web_page
from operations.recogniser.description import gettext_noop

logger = logging.getLogger("operations")

LARGEST_FILE = 2_000_000
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
_HTML = re.compile(r"\s{0,1000}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.x?html?\Z", re.IGNORECASE)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_DECLARATION = re.compile(
    rb"""<(?:meta\b[^<>]{0,200}?charset|\?xml\b[^<>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
DECLARED_WITHIN = 4096
# Encodings of languages. UTF-7 is none of them: it hides markup from whoever looks for it.
_LEGACY = ("iso8859", "cp", "koi8", "mac", "gb", "big5", "euc", "shift_jis", "johab", "tis", "kz")
_PICTURE_INSIDE = re.compile(r"data:image/[a-z.+-]{1,20}(?:;[\w=-]{1,40}){0,3},[\w+/=%.~-]*+", re.I)
# A text may hold a stray control character; a binary file is full of them.
MOST_CONTROLS = 0.01


class UnreadableFile(Exception):
    """A file that cannot be read as text; the message says why, in the active language."""


@dataclass(frozen=True)
class IncomingFile:
    """A file on its way in: its name, its size in bytes, and what reads so many bytes of it.

    `error` says why it cannot be read at all. `root` is what its name is a path in: a folder, an
    archive. `folder` is that of a document given alone, whose pictures may lie beside it.
    """

    name: str
    size: int
    reader: Callable[[int], bytes]
    error: str = ""
    root: str = ""
    folder: Path | None = None

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


def printable(name: str) -> str:
    """Return the name of a file on one line, whatever characters its author put in it."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


@dataclass(frozen=True)
class Source:
    """A text and where it comes from; `digest` is the SHA-256 of its bytes.

    `words` is a text with all the words that must be found again: the text itself, but for a web
    page, whose markup was rewritten. `furniture` and `notes` are what was left out on the way.
    `language` and `address` are what a web page declares of itself. `root` and `folder` are those
    of its `IncomingFile`.
    """

    name: str
    text: str
    digest: str
    words: str
    furniture: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    language: str = ""
    address: str = ""
    root: str = ""
    folder: Path | None = None


def read_source(file: IncomingFile) -> Source:
    """Return the text of a file; raise `UnreadableFile` with one clear line otherwise."""
    data = file.read(LARGEST_FILE)
    return replace(source_of(file.name, data), root=file.root, folder=file.folder)


def source_of(name: str, data: bytes) -> Source:
    """Return the text in `data`; raise `UnreadableFile` with one clear line otherwise."""
    name = unicodedata.normalize("NFC", name)
    # A database refuses a NUL wherever it comes from.
    text = decode(data).replace("\x00", "")
    digest = hashlib.sha256(data).hexdigest()
    if not (_HTML.match(text) or _HTML_NAME.search(name)):
        text, notes = _without_pictures_inside(text)
        return Source(name, text, digest, words=text, notes=notes)
    page = understood(name, read_web_page, text)
    return Source(
        name,
        page.text,
        digest,
        page.words,
        page.furniture,
        page.notes,
        page.language,
        page.address,
    )


def understood(name: str, read: Callable, *arguments):
    """Return what `read` makes of a file; raise `UnreadableFile` where it breaks on it."""
    try:
        return read(*arguments)
    except Exception as error:
        logger.exception("%s could not be understood", name)
        raise UnreadableFile(
            _("it could not be understood (%(why)s); the log of the server says more.")
            % {"why": type(error).__name__}
        ) from error


def _without_pictures_inside(text: str) -> tuple[str, list[Note]]:
    """Return a text without the bytes of pictures written in it, and the line that says so."""
    rest, count = _PICTURE_INSIDE.subn("data:", text)
    if not count:
        return text, []
    message = gettext_noop("Pictures written inside the text were left out: %(count)s.")
    return rest, [Note(message, {"count": count}, to_check=True)]


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8, UTF-16 with a mark or not, declared, Windows-1252.

    What the markup declares counts where the bytes are no UTF-8. Without a declaration such bytes
    are read as Windows-1252 one by one, so that a text of mixed origin keeps its accents. Raises
    `UnreadableFile` for what is empty or no text.
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
    if declared := _declared_encoding(data):
        return data.decode(declared, errors="replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors=_FALLBACK)


def _declared_encoding(data: bytes) -> str:
    """Return the encoding that a web page declares, or "" for none, or if the bytes are UTF-8.

    Pages saved again as UTF-8 often keep an older declaration (WHATWG Encoding: the label
    "iso-8859-1" means Windows-1252).
    """
    found = _DECLARATION.search(data[:DECLARED_WITHIN])
    if not found or _is_utf8(data):
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii", errors="replace")).name
    except LookupError:
        return ""
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if name.startswith(_LEGACY) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
