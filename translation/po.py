"""Translations as PO files: out by language, and in again with a report of every line.

A file is known by the identifier that wagtail-localize writes into its head. Nothing of a file is
trusted: its size, its markup, and the names in an archive.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import polib
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation import texts
from translation.permissions import is_locked_for, may_edit

HEAD = "X-WagtailLocalize-TranslationID"
MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 10 * MOST_BYTES
# So many files of an archive are read, and so many pages go out at once.
MOST_FILES = 200
FUZZY = "fuzzy"


class Unreadable(Exception):
    """A file that cannot be taken; the message says why."""


@dataclass
class FileReport:
    """What became of a file: how many texts changed, and each line that was not simply taken."""

    name: str
    title: str = ""
    translation_id: int | None = None
    saved: int = 0
    same: int = 0
    to_review: int = 0
    error: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)

    def say(self, msgid: str, reason: str) -> None:
        """Note why the line of a text was refused or skipped."""
        self.lines.append((msgid[:200], reason))


def archive(locale: Locale, translations: list[Translation]) -> bytes:
    """Return a ZIP of PO files, one a translation, of texts in one language. Two queries."""
    segments = _segments(translations)
    written = _written(locale, translations)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for one in translations:
            found = _file(one, locale, segments.get(one.source_id, []), written)
            bundle.writestr(f"{locale.language_code}/{_name_of(one)}", str(found))
    return packed.getvalue()


def alone(translation: Translation) -> str:
    """Return the PO file of one translation. Two queries."""
    written = _written(translation.target_locale, [translation])
    segments = _segments([translation]).get(translation.source_id, [])
    return str(_file(translation, translation.target_locale, segments, written))


def _name_of(translation: Translation) -> str:
    return f"{translation.pk}-{slugify(translation.source.object_repr)[:60]}.po"


def _segments(translations: list[Translation]) -> dict[int, list[tuple]]:
    found: dict[int, list[tuple]] = {}
    rows = StringSegment.objects.filter(source__in=[one.source_id for one in translations])
    for source, *segment in rows.order_by("source_id", "order", "pk").values_list(
        "source_id", "string_id", "context_id", "context__path", "string__data"
    ):
        found.setdefault(source, []).append(tuple(segment))
    return found


def _written(locale: Locale, translations: list[Translation]) -> dict[tuple[int, int], tuple]:
    rows = StringTranslation.objects.filter(
        context__object__in=[one.source.object_id for one in translations], locale=locale
    )
    columns = ("translation_of_id", "context_id", "data", "has_error")
    return {(string, context): rest for string, context, *rest in rows.values_list(*columns)}


def _file(translation, locale: Locale, segments: list[tuple], written: dict) -> polib.POFile:
    """Return the PO file of a translation; what is to be reviewed or was refused is fuzzy."""
    found = polib.POFile(wrapwidth=0)
    now = f"{timezone.now():%Y-%m-%d %H:%M+0000}"
    found.metadata = {
        "Project-Id-Version": "portal",
        "POT-Creation-Date": now,
        "PO-Revision-Date": now,
        "Last-Translator": "portal",
        "Language-Team": locale.language_code,
        "Language": locale.language_code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        HEAD: str(translation.uuid),
    }
    known = set()
    for string, context, path, source in segments:
        if (string, context) in known:
            continue
        known.add((string, context))
        text, is_fuzzy = written.get((string, context), ("", False))
        flags = [FUZZY] if is_fuzzy and text else []
        entry = polib.POEntry(msgid=source, msgctxt=path, msgstr=text, flags=flags)
        found.append(entry)
    return found


def read(name: str, data: bytes, user) -> list[FileReport]:
    """Take a PO file, or a ZIP of them, and return what became of each file.

    Raises `Unreadable` if it is neither, or too large.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 2 MB."))
    if zipfile.is_zipfile(io.BytesIO(data)):
        return [_read_file(inner, content, user) for inner, content in _unpacked(data)]
    return [_read_file(name, data, user)]


def _unpacked(data: bytes) -> Iterable[tuple[str, bytes]]:
    """Yield the PO files of an archive; its sizes are counted while it is read, not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            infos = [info for info in bundle.infolist() if info.filename.endswith(".po")]
            if len(infos) > MOST_FILES:
                raise Unreadable(_("The archive holds too many files."))
            left = MOST_UNPACKED
            found = []
            for info in infos:
                with bundle.open(info) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Unreadable(_("The archive is too large once unpacked."))
                found.append((info.filename.rpartition("/")[2], content))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise Unreadable(_("The archive cannot be read.")) from error
    if not found:
        raise Unreadable(_("The archive holds no PO file."))
    return found


def _read_file(name: str, data: bytes, user) -> FileReport:
    report = FileReport(name)
    try:
        entries = _parsed(data)
        translation = _translation_of(entries, user)
    except Unreadable as error:
        report.error = str(error)
        return report
    report.title = translation.source.object_repr
    report.translation_id = translation.pk
    writings = _read_entries(entries, translation, report)
    report.saved = texts.write(translation, writings, user)
    report.to_review = sum(writing.to_review for writing in writings)
    return report


def _parsed(data: bytes) -> polib.POFile:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("The file is not in UTF-8.")) from error
    # polib would take a text of one line for the name of a file of ours, and open it.
    if "msgid" not in text or "\n" not in text:
        raise Unreadable(_("This is not a PO file."))
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        raise Unreadable(_("This is not a PO file: %(why)s") % {"why": error}) from error


def _translation_of(entries: polib.POFile, user) -> Translation:
    """Return the translation that a file belongs to; the same answer if it is not the user's."""
    number = entries.metadata.get(HEAD, "")
    if not number:
        raise Unreadable(
            _("Its head does not say which translation it is of (%(head)s).") % {"head": HEAD}
        )
    try:
        found = Translation.objects.filter(uuid=UUID(number), enabled=True)
    except ValueError:
        found = Translation.objects.none()
    translation = found.select_related("source", "source__locale", "target_locale").first()
    target = translation and translation.get_target_instance()
    if target is None or not may_edit(user, target):
        raise Unreadable(_("No translation of yours has the identifier of its head."))
    if is_locked_for(user, target):
        raise Unreadable(_("Somebody else holds this translation, or it is being reviewed."))
    return translation


def _read_entries(
    entries: polib.POFile, translation: Translation, report: FileReport
) -> list[texts.Writing]:
    units = {(unit.path, unit.source): unit for unit in texts.units_of(translation)}
    writings: dict[tuple, texts.Writing] = {}
    for entry in entries:
        unit = units.get((entry.msgctxt, entry.msgid))
        is_fuzzy = FUZZY in entry.flags
        if entry.obsolete or unit is None:
            report.say(entry.msgid, _("skipped: the page has no such text there any more"))
        elif not entry.msgstr:
            report.say(entry.msgid, _("skipped: no translation"))
        elif unit.key in writings:
            report.say(entry.msgid, _("skipped: it is twice in the file"))
        else:
            try:
                text = texts.clean(unit.source, entry.msgstr)
            except texts.Invalid as error:
                report.say(entry.msgid, _("refused: %(why)s") % {"why": error})
                continue
            if (text, is_fuzzy) == (unit.text, bool(unit.error)):
                report.same += 1
                continue
            if is_fuzzy:
                report.say(entry.msgid, _("taken, to be reviewed: it is marked as fuzzy"))
            writings[unit.key] = texts.Writing(unit.key, text, is_fuzzy)
    return list(writings.values())
