"""Following a translation again after it was edited as an ordinary page.

wagtail-localize would write its former strings over what was edited meanwhile.
"""

from django.db import transaction
from wagtail.models import RevisionMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


@transaction.atomic
def take_in(instance, user, with_same: bool = False) -> int:
    """Make the texts of a translated page or term those of its stopped translation.

    Texts are matched by their place; a place that has not the same number of texts as the source
    (a paragraph was added) is left to the translator. A text that is the source's own is taken
    only `with_same`: a name, in a page that somebody wrote whole. Returns how many were taken.
    """
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=False,
    ).first()
    if translation is None:
        return 0
    written = _texts_of(instance)
    taken = 0
    for path, segments in _segments_of(translation).items():
        texts = written.get(path, [])
        if len(texts) == len(segments):
            pairs = zip(segments, texts, strict=True)
            taken += sum(
                _take(translation, segment, text, user)
                for segment, text in pairs
                if with_same or text != segment.string.data
            )
    return taken


def _texts_of(instance) -> dict[str, list[str]]:
    latest = instance
    if isinstance(instance, RevisionMixin) and instance.latest_revision_id:
        latest = instance.get_latest_revision_as_object()
    texts: dict[str, list[str]] = {}
    for segment in extract_segments(latest):
        if isinstance(segment, StringSegmentValue):
            texts.setdefault(segment.path, []).append(segment.string.data)
    return texts


def _segments_of(translation: Translation) -> dict[str, list[StringSegment]]:
    segments = StringSegment.objects.filter(source=translation.source_id)
    found: dict[str, list[StringSegment]] = {}
    for segment in segments.select_related("string", "context").order_by("order"):
        found.setdefault(segment.context.path, []).append(segment)
    return found


def _take(translation: Translation, segment: StringSegment, text: str, user) -> bool:
    """Return whether a text was taken: it was not known already."""
    place = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale_id": translation.target_locale_id,
    }
    if StringTranslation.objects.filter(**place, data=text, has_error=False).exists():
        return False
    StringTranslation.objects.update_or_create(
        **place,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return True
