"""What has changed in a source since it was translated, and what follows.

A publication of the source is compared at once with what translators were given; the segments
themselves, many queries, are refreshed by the worker.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from outbox import services as outbox
from translation import mails
from translation.models import SourceChange, TranslationStatus

SYNC = "translation.sync_source"
BODY = "body"
INVALID = "[]"
HUMAN, MACHINE, MIXED = "human", "machine", "mixed"
# The source that is being published as a minor change, by primary key.
_minor: ContextVar[int | None] = ContextVar("minor_publication", default=None)


@dataclass(frozen=True)
class Difference:
    """A text of a source before and after; one of them is empty when it came or went."""

    path: str
    old: str
    new: str


def announce_minor(page_id: int | None) -> None:
    """Say that the publication of a page that follows in this request is a minor change."""
    _minor.set(page_id)


def source_of(instance) -> TranslationSource | None:
    """Return what translators were given of a page or a term, if it has been translated."""
    return TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    ).first()


def differences(source: TranslationSource, instance) -> list[Difference]:
    """Return the texts that differ between what translators were given and `instance`.

    One query: nothing is written, and the texts of one place are compared in their order.
    """
    segments = StringSegment.objects.filter(source=source).order_by("context__path", "order")
    old = _by_path(segments.values_list("context__path", "string__data"))
    found = (one for one in extract_segments(instance) if isinstance(one, StringSegmentValue))
    new = _by_path((one.path, one.string.data) for one in found)
    return [
        difference
        for path in dict.fromkeys([*new, *old])
        for difference in _compare(path, old.get(path, []), new.get(path, []))
    ]


def _by_path(rows) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for path, text in rows:
        texts.setdefault(path, []).append(text)
    return texts


def _compare(path: str, old: list[str], new: list[str]) -> list[Difference]:
    found = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = old[start:end], new[new_start:new_end]
        for number in range(max(len(before), len(after))):
            found.append(Difference(path, _at(before, number), _at(after, number)))
    return found


def _at(texts: list[str], number: int) -> str:
    return texts[number] if number < len(texts) else ""


@transaction.atomic
def note_changes(instance) -> bool:
    """Note what a publication of `instance` changed for its translations; return whether it did.

    A minor change marks nothing: the worker carries the translations over.
    """
    source = source_of(instance)
    if source is None:
        return False
    changes = differences(source, instance)
    is_minor = _minor.get() == instance.pk
    SourceChange.objects.bulk_create(
        SourceChange(source=source, path=one.path, old=one.old, new=one.new, is_minor=is_minor)
        for one in changes
    )
    if changes and not is_minor:
        _mark_stale(source)
    outbox.post(SYNC, source.pk)
    return bool(changes)


def _mark_stale(source: TranslationSource) -> None:
    """Mark the published translations of a source; one that is stale already keeps its date."""
    marked = TranslationStatus.objects.filter(
        translation__source=source, published_at__isnull=False, stale_since__isnull=True
    ).select_related("translation__source")
    for status in list(marked):
        mails.tell(mails.CHANGED, status.translation, writers_of(status.translation))
    marked.update(stale_since=timezone.now())


@outbox.handler(SYNC)
def sync_source(subject: str, payload: dict) -> None:
    """Give translators the source as it is now; carry what was translated over minor changes."""
    source = TranslationSource.objects.filter(pk=subject).first()
    if source is None or not _exists(source):
        return
    with transaction.atomic():
        source.update_from_db()
        changes = source.changes.filter(is_minor=True).exclude(old="").exclude(new="")
        for change in changes:
            carry_over(change)


def _exists(source: TranslationSource) -> bool:
    model = source.specific_content_type.model_class()
    return model.objects.filter(
        translation_key=source.object_id, locale_id=source.locale_id
    ).exists()


def carry_over(change: SourceChange, translation: Translation | None = None) -> int:
    """Give the new text of a change the translations of the old one; return how many it got.

    In every language, or in that of `translation` alone; what is translated already stays.
    """
    segments = StringSegment.objects.filter(
        source=change.source_id, context__path=change.path, string__data=change.new
    )
    old = StringTranslation.objects.filter(
        context__object=change.source.object_id,
        context__path=change.path,
        translation_of__data=change.old,
    )
    if translation:
        old = old.filter(locale=translation.target_locale_id)
    made = 0
    for segment in segments:
        for one in old:
            made += StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                context_id=segment.context_id,
                locale_id=one.locale_id,
                defaults={
                    "data": one.data,
                    "translation_type": one.translation_type,
                    "tool_name": one.tool_name,
                    "last_translated_by": one.last_translated_by,
                },
            )[1]
    return made


def note_publication(instance, published_at=None) -> None:
    """Keep when a translation was published (now, or `published_at`) and how fresh it is.

    It is fresh if nothing of its source is missing.
    """
    translation = translation_of(instance)
    if translation is None:
        return
    missing = untranslated(translation)
    status, _made = TranslationStatus.objects.get_or_create(translation=translation)
    status.published_at = published_at or timezone.now()
    status.untranslated = blocks_of(missing)
    status.origin, status.translators = provenance(translation)
    if not missing:
        status.stale_since = None
    status.save()


def written_since(translation: Translation, moment) -> bool:
    """Return whether a text of a translation was written after `moment`."""
    return StringTranslation.objects.filter(
        context__object=translation.source.object_id,
        locale=translation.target_locale_id,
        updated_at__gt=moment,
    ).exists()


def writers_of(translation: Translation):
    """Return the accounts that wrote the texts of a translation."""
    written = StringTranslation.objects.filter(
        context__object=translation.source.object_id,
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )
    return get_user_model().objects.filter(pk__in=written.values("last_translated_by"))


def provenance(translation: Translation) -> tuple[str, list[str]]:
    """Return whether people or a machine wrote a translation, and the names of these people.

    Only names that their bearers chose to display: an address is never shown.
    """
    used = StringSegment.objects.filter(
        source=translation.source_id,
        string=OuterRef("translation_of"),
        context=OuterRef("context"),
    )
    written = StringTranslation.objects.filter(Exists(used), locale=translation.target_locale_id)
    rows = written.order_by().values_list("translation_type", "last_translated_by__display_name")
    kinds, names = set(), set()
    for kind, name in rows.distinct():
        kinds.add(kind)
        if kind == StringTranslation.TRANSLATION_TYPE_MANUAL and name:
            names.add(name)
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    origin = "" if not kinds else MIXED if len(kinds) > 1 else HUMAN
    return MACHINE if kinds == {machine} else origin, sorted(names)


def translation_of(instance) -> Translation | None:
    """Return the record by which a page or a term is translated, if translators write it."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale_id=instance.locale_id,
            enabled=True,
        )
        .select_related("source", "source__locale", "target_locale")
        .first()
    )


@dataclass(frozen=True)
class Text:
    """A text of a source and its translation, which is empty while there is none."""

    path: str
    text: str
    translation: str = ""
    error: str = ""

    @property
    def is_missing(self) -> bool:
        return not self.translation or bool(self.error)


def texts_of(translation: Translation) -> list[Text]:
    """Return the texts of a source with their translations, in their order. One query."""
    found = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"),
        context=OuterRef("context_id"),
        locale=translation.target_locale_id,
    )
    segments = (
        StringSegment.objects.filter(source=translation.source_id)
        .order_by("order")
        .annotate(
            written=Subquery(found.values("data")[:1]),
            refused=Subquery(found.filter(has_error=True).values("field_error")[:1]),
        )
        .values_list("context__path", "string__data", "written", "refused")
    )
    return [
        Text(path, text, written or "", "" if refused is None else refused or INVALID)
        for path, text, written, refused in segments
    ]


def untranslated(translation: Translation) -> list[Text]:
    """Return the texts of the source without a valid translation, in their order. One query."""
    return [text for text in texts_of(translation) if text.is_missing]


def blocks_of(texts: list[Text]) -> list[str]:
    """Return the ids of the blocks of a body that hold `texts`, each once."""
    return list(dict.fromkeys(text.path.split(".")[1] for text in texts if is_in_body(text)))


def is_in_body(text: Text) -> bool:
    return text.path.startswith(f"{BODY}.")


def changes_since_publication(translation: Translation) -> list[SourceChange]:
    """Return what a source has changed since its translation, now stale, went live.

    Each has `former`, how its old text was translated; empty if it was not. Two queries.
    """
    status = TranslationStatus.objects.filter(
        translation=translation, stale_since__isnull=False
    ).first()
    if status is None:
        return []
    return list(_with_former(translation).filter(changed_at__gte=status.published_at))


def former_texts(translation: Translation, paths: set[str]) -> dict[tuple, SourceChange]:
    """Return the last change that led to a text, by its place and words, with `former`.

    A text that changed twice before it was translated leads back to what was. One query.
    """
    if not paths:
        return {}
    changes = _with_former(translation).filter(path__in=paths).exclude(old="").exclude(new="")
    found: dict[tuple, SourceChange] = {}
    for change in changes:
        before = found.get((change.path, change.old))
        if before and not change.former:
            change.old, change.former = before.old, before.former
        found[change.path, change.new] = change
    return {key: change for key, change in found.items() if change.former}


def _with_former(translation: Translation):
    former = StringTranslation.objects.filter(
        context__object=translation.source.object_id,
        context__path=OuterRef("path"),
        translation_of__data=OuterRef("old"),
        locale=translation.target_locale_id,
    )
    words = Coalesce(former.values("data")[:1], Value(""), output_field=TextField())
    return translation.source.changes.annotate(former=words)
