"""What translation keeps about a person: the texts they wrote, and their name on what they made."""

from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringTranslation

from accounts.personal_data import Keeper, register
from translation.models import TextVersion, TranslationBatch, TranslationStatus


def _export(user) -> list[dict]:
    versions = TextVersion.objects.filter(writer=user).select_related("string", "locale")
    return [
        {
            "at": version.written_at.isoformat(),
            "language": version.locale.language_code,
            "original": version.string.data,
            "text": version.text,
        }
        for version in versions.order_by("pk")
    ]


def _erase(user) -> None:
    """Take the name off the translations that the person wrote; their words stay."""
    for status in _signed_by(user):
        status.translators = [name for name in status.translators if name != user.display_name]
        status.save(update_fields=["translators"])
    TextVersion.objects.filter(writer=user).update(writer=None)
    TranslationBatch.objects.filter(user=user).update(user=None)


def _signed_by(user) -> list[TranslationStatus]:
    if not user.display_name:
        return []
    written = {
        *TextVersion.objects.filter(writer=user).values_list("context__object_id", "locale_id"),
        *StringTranslation.objects.filter(last_translated_by=user).values_list(
            "context__object_id", "locale_id"
        ),
    }
    statuses = TranslationStatus.objects.filter(
        translation__source__object__in={source for source, _locale in written}
    ).select_related("translation__source")
    return [
        status
        for status in statuses
        if user.display_name in status.translators
        and (status.translation.source.object_id, status.translation.target_locale_id) in written
    ]


register(
    Keeper(
        "translation.texts",
        _export,
        _erase,
        label=_("The texts that you translated, and your name on these translations"),
        fields=("translation.TextVersion.writer", "translation.TranslationBatch.user"),
    )
)
