"""What is given to the import: files, folders and ZIP archives, as one run of files."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from operations.archives import read_archive
from operations.sources import IncomingFile, UnreadableFile, unreadable


def find_files(paths: Iterable[str | Path]) -> Iterator[IncomingFile]:
    """Yield every file given, every file in the folders and in the ZIP archives given.

    The name is the path inside the folder or the archive, or the name of the file itself. Hidden
    files of a folder are passed over; a symbolic link is a file that cannot be read.
    """
    for path in map(Path, paths):
        if path.is_symlink() or not path.is_dir():
            yield from (
                replace(file, folder=path.parent) if file.root == str(path.parent) else file
                for file in _files_of(path.name, path, root=path.parent)
            )
            continue
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path)
            hidden = any(part.startswith(".") for part in inside.parts)
            if not hidden and (found.is_symlink() or not found.is_dir()):
                yield from _files_of(inside.as_posix(), found, root=path)


def _files_of(name: str, path: Path, root: Path) -> Iterator[IncomingFile]:
    try:
        status = path.lstat()
    except OSError as error:
        yield unreadable(name, _("cannot be read: %(why)s.") % {"why": error.strerror})
        return
    if stat.S_ISLNK(status.st_mode):
        yield unreadable(name, _("a symbolic link: not followed."))
    elif not stat.S_ISREG(status.st_mode):
        yield unreadable(name, _("not a file that holds anything."))
    elif path.suffix.lower() == ".zip":
        yield from (replace(file, root=str(path)) for file in read_archive(name, str(path)))
    else:
        yield IncomingFile(name, status.st_size, _reader(path), root=str(root))


def _reader(path: Path):
    def read(limit: int) -> bytes:
        try:
            with path.open("rb") as opened:
                return opened.read(limit)
        except OSError as error:
            message = _("cannot be read: %(why)s.") % {"why": error.strerror}
            raise UnreadableFile(message) from error

    return read
