"""ZIP archives, read entry by entry and never written to a disk."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from operations.sources import IncomingFile, UnreadableFile, unreadable

LARGEST_ARCHIVE = 50_000_000
MOST_ENTRIES = 2_000
# Text shrinks to a quarter, sometimes a tenth: beyond a hundredth an entry is made to fill memory.
HIGHEST_RATIO = 100
_SMALL_ENTRY = 10_000
_DRIVE = re.compile(r"[A-Za-z]:")


def read_archive(name: str, file: str | BinaryIO) -> Iterator[IncomingFile]:
    """Yield the files of a ZIP, hidden ones passed over, under their paths in it.

    An entry that cannot be taken is yielded with its `error`; an archive that cannot be opened,
    or is too large once unpacked, is one file with an error.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield unreadable(name, _("not a ZIP archive that can be opened."))
        return
    # The archive stays open as long as somebody holds one of its files.
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if refusal := _refusal(entries):
        yield unreadable(name, refusal)
        return
    for entry in sorted(entries, key=lambda entry: entry.filename):
        path = entry.filename.replace("\\", "/")
        hidden = any(part.startswith(("__MACOSX", ".")) and part != ".."
                     for part in PurePosixPath(path).parts)  # fmt: skip
        if error := _error(entry, path):
            yield unreadable(path, error)
        elif not hidden:
            yield IncomingFile(path, entry.file_size, _reader(archive, entry), root=name)


def _refusal(entries: list[zipfile.ZipInfo]) -> str:
    """Return why the whole archive is refused, or ""."""
    if len(entries) > MOST_ENTRIES:
        return _("too many files in the archive: %(count)s, the limit is %(limit)s.") % {
            "count": len(entries),
            "limit": MOST_ENTRIES,
        }
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST_ARCHIVE:
        return _("too large once unpacked: %(size)s bytes, the limit is %(limit)s.") % {
            "size": size,
            "limit": LARGEST_ARCHIVE,
        }
    return ""


def _error(entry: zipfile.ZipInfo, path: str) -> str:
    """Return why an entry is refused, or ""."""
    if path.startswith("/") or _DRIVE.match(path) or ".." in PurePosixPath(path).parts:
        return _("a path that leads out of the archive: refused.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _("a symbolic link: not followed.")
    if path.lower().endswith(".zip"):
        return _("an archive inside an archive: refused.")
    if entry.flag_bits & 0x1:
        return _("protected by a password: not read.")
    is_dense = entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)
    if entry.file_size > _SMALL_ENTRY and is_dense:
        return _("compressed more than %(ratio)s times: refused.") % {"ratio": HIGHEST_RATIO}
    return ""


def _reader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo):
    def read(limit: int) -> bytes:
        try:
            with archive.open(entry) as opened:
                return opened.read(limit)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableFile(_("damaged in the archive: not read.")) from error

    return read
