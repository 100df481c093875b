"""A person taken out of what wagtail-localize keeps: sources, their strings, their translations."""

import json

from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)

from content.forgetting import Traces


def forget_in_sources(pages, traces: Traces, keep_name: bool) -> None:
    """Take the person out of what the translations of `pages` are made from."""
    clean = traces.without_address if keep_name else traces.replaced
    keys = pages.values("translation_key")
    for source in TranslationSource.objects.filter(object_id__in=keys).select_related("locale"):
        language = source.locale.language_code
        content = clean(json.loads(source.content_json), language)
        TranslationSource.objects.filter(pk=source.pk).update(
            content_json=json.dumps(content), object_repr=clean(source.object_repr, language)
        )
        for string in String.objects.filter(segments__source=source).distinct():
            _forget_in_string(string, clean(string.data, language))
        translated = StringTranslation.objects.filter(context__object_id=source.object_id)
        for row in translated.select_related("locale"):
            words = clean(row.data, row.locale.language_code)
            if words != row.data:
                StringTranslation.objects.filter(pk=row.pk).update(data=words)
        overrides = SegmentOverride.objects.filter(context__object_id=source.object_id)
        for rows in (OverridableSegment.objects.filter(source=source), overrides):
            _forget_in_json(rows, lambda data, language=language: clean(data, language))


def forget_sources(translation_keys) -> None:
    """Delete what the translations of pages that are gone were made from."""
    strings = String.objects.filter(segments__source__object_id__in=translation_keys)
    ids = list(strings.values_list("pk", flat=True).distinct())
    TranslationSource.objects.filter(object_id__in=translation_keys).delete()
    TranslationContext.objects.filter(object_id__in=translation_keys).delete()
    TranslatableObject.objects.filter(pk__in=translation_keys).delete()
    String.objects.filter(pk__in=ids, segments=None).delete()


def _forget_in_json(rows, clean) -> None:
    for row in rows:
        data = json.loads(row.data_json)
        if (found := clean(data)) != data:
            type(row).objects.filter(pk=row.pk).update(data_json=json.dumps(found))


def _forget_in_string(string: String, words: str) -> None:
    """Give a string other words; its segments go to the string that already has them, if any."""
    if words == string.data:
        return
    digest = String._get_data_hash(words)
    same = String.objects.filter(locale=string.locale, data_hash=digest).first()
    if same is None:
        String.objects.filter(pk=string.pk).update(data=words, data_hash=digest)
        return
    StringSegment.objects.filter(string=string).update(string=same)
    string.delete()
