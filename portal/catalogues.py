"""Compile the interface catalogues: ``python -m portal.catalogues``.

Only ``.po`` files are committed. polib reads them without the gettext tools, so that a machine
with nothing but Python can build the portal. It keeps fuzzy entries, which a test forbids.
"""

import logging
import sys
from pathlib import Path

import polib

LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"

logger = logging.getLogger(__name__)


def compile_catalogues(locale_dir: Path = LOCALE_DIR) -> list[Path]:
    """Compile every ``.po`` under ``locale_dir`` whose ``.mo`` is missing or older.

    Returns the ``.mo`` path of every catalogue, compiled now or already up to date, sorted.
    Raises ``ValueError`` naming the file when a catalogue cannot be read.
    """
    compiled = []
    for source in sorted(locale_dir.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            _compile(source, target)
        compiled.append(target)
    return compiled


def _compile(source: Path, target: Path) -> None:
    try:
        catalogue = polib.pofile(str(source), check_for_duplicates=True)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise ValueError(f"{source}: {error}") from error
    # Written beside and renamed: a server that starts meanwhile never reads half a catalogue.
    partial = target.with_suffix(".mo.partial")
    catalogue.save_as_mofile(str(partial))
    partial.replace(target)
    logger.info("%s: %d messages", source, len(catalogue.translated_entries()))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        compile_catalogues()
    except ValueError as error:
        sys.exit(f"Catalogue not compiled: {error}")
