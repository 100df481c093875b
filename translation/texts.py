"""The texts of a translation: read for whoever writes them, and written, with their history.

Every text that the portal writes goes through `write`: at any length of a page it costs the same
few queries. What wagtail-localize writes itself is noted by signals.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from translation import memory
from translation.models import TO_REVIEW, TextVersion

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL
MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


class Invalid(Exception):
    """A text that cannot stand in its page; the message says why."""


@dataclass(frozen=True)
class Unit:
    """A text of a source at its place, and its translation so far."""

    string_id: int
    context_id: int
    path: str
    field_path: str
    source: str
    text: str = ""
    error: str = ""
    kind: str = ""
    tool: str = ""
    writer: str = ""
    written_at: datetime | None = None

    @property
    def key(self) -> tuple[int, int]:
        return self.string_id, self.context_id

    @property
    def is_to_review(self) -> bool:
        return self.error == TO_REVIEW

    @property
    def is_missing(self) -> bool:
        return not self.text

    @property
    def token(self) -> str:
        """What tells whether somebody has written since: the same for the same text."""
        return hashlib.sha256(f"{self.error}\n{self.text}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Writing:
    """A text to write at a place; empty takes the translation out."""

    key: tuple[int, int]
    text: str
    to_review: bool = False
    kind: str = MANUAL
    tool: str = ""
    # Who wrote it, if it is not whoever saves it: the memory says again what somebody wrote.
    writer_id: int | None = None


def units_of(translation: Translation) -> list[Unit]:
    """Return the texts of a translation in the order of the page, each place once. Two queries."""
    columns = ("data", "has_error", "field_error", "translation_type", "tool_name")
    rows = {
        (string, context): rest
        for string, context, *rest in _written(translation).values_list(
            "translation_of_id",
            "context_id",
            *columns,
            "last_translated_by__display_name",
            "updated_at",
        )
    }
    segments = StringSegment.objects.filter(source=translation.source_id).order_by("order", "pk")
    found: dict[tuple[int, int], Unit] = {}
    for string, context, path, field_path, source in segments.values_list(
        "string_id", "context_id", "context__path", "context__field_path", "string__data"
    ):
        key = (string, context)
        if key not in found:
            found[key] = _unit(key, path, field_path, source, rows.get(key))
    return list(found.values())


def _unit(key, path: str, field_path: str, source: str, row) -> Unit:
    if row is None:
        return Unit(*key, path, field_path, source)
    text, has_error, field_error, kind, tool, writer, written_at = row
    error = (field_error or _("The markup is not that of the original.")) if has_error else ""
    return Unit(*key, path, field_path, source, text, error, kind, tool, writer or "", written_at)


def _written(translation: Translation):
    return StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id
    )


def clean(source: str, text: str) -> str:
    """Return a text as it is kept: inline markup alone, links those of the source.

    Raises `Invalid`: a refused tag or attribute, a link that the source has not.
    """
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if "<" not in text and "&" not in text:
        return text.replace(">", "&gt;")
    try:
        cleaned = StringValue.from_translated_html(text).data
        validate_translation_links(source, cleaned)
    except ValueError as error:
        raise Invalid(str(error)) from error
    return cleaned


@transaction.atomic
def write(translation: Translation, writings: Iterable[Writing], user) -> int:
    """Write cleaned texts of a translation, note their versions, and return how many changed.

    The caller has checked that `user` may, and that the places are those of the source.
    """
    wanted = {writing.key: writing for writing in writings}
    rows = {
        (row.translation_of_id, row.context_id): row
        for row in _written(translation).filter(
            translation_of__in={string for string, _context in wanted}
        )
    }
    changed, made, taken_out = [], [], []
    for key, writing in wanted.items():
        row = rows.get(key)
        if not writing.text:
            taken_out += [row] if row else []
        elif row is None:
            row = StringTranslation(
                translation_of_id=key[0], context_id=key[1], locale=translation.target_locale
            )
            made.append(_fill(row, writing, user))
        elif (row.data, row.has_error, row.field_error) != (writing.text, *_error(writing)):
            changed.append(_fill(row, writing, user))
    StringTranslation.objects.bulk_create(made)
    StringTranslation.objects.bulk_update(changed, _FIELDS, batch_size=500)
    for row in taken_out:
        row.last_translated_by = user
        row.delete()
    TextVersion.objects.bulk_create(version_of(row) for row in [*made, *changed])
    memory.learn(row.translation_of_id for row in made)
    return len(made) + len(changed) + len(taken_out)


_FIELDS = (
    "data",
    "translation_type",
    "tool_name",
    "last_translated_by",
    "has_error",
    "field_error",
    "updated_at",
)


def _fill(row: StringTranslation, writing: Writing, user) -> StringTranslation:
    row.data = writing.text
    row.translation_type, row.tool_name = writing.kind, writing.tool
    row.last_translated_by_id = writing.writer_id or (user.pk if user else None)
    row.has_error, row.field_error = _error(writing)
    row.updated_at = timezone.now()
    return row


def _error(writing: Writing) -> tuple[bool, str]:
    return writing.to_review, TO_REVIEW if writing.to_review else ""


def version_of(row: StringTranslation, text: str | None = None) -> TextVersion:
    """Return the unsaved version that keeps a row as it is now, or that says it became `text`."""
    return TextVersion(
        string_id=row.translation_of_id,
        context_id=row.context_id,
        locale_id=row.locale_id,
        text=row.data if text is None else text,
        kind=row.translation_type,
        tool=row.tool_name,
        writer_id=row.last_translated_by_id,
    )


def note(row: StringTranslation, text: str | None = None) -> None:
    """Keep a row that wagtail-localize wrote, unless its last version says the same."""
    if row.context_id is None:
        return
    version = version_of(row, text)
    last = TextVersion.objects.filter(
        string=row.translation_of_id, context=row.context_id, locale=row.locale_id
    ).first()
    if last is None or (last.text, last.writer_id) != (version.text, version.writer_id):
        version.save()


def history(translation: Translation, contexts: Iterable[int]) -> dict[tuple, list[TextVersion]]:
    """Return the versions of the texts of some places, the latest first, by text. One query."""
    versions = TextVersion.objects.filter(
        context__in=list(contexts), locale=translation.target_locale_id
    ).select_related("writer")
    found: dict[tuple, list[TextVersion]] = {}
    for version in versions:
        found.setdefault((version.string_id, version.context_id), []).append(version)
    return found
