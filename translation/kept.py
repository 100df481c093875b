"""What translation keeps about a person: every version of the texts that they wrote."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from translation.models import TextVersion, TranslationBatch


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
    """Keep the words, which the portal publishes, without who wrote them."""
    TextVersion.objects.filter(writer=user).update(writer=None)
    TranslationBatch.objects.filter(user=user).update(user=None)


register(
    Keeper(
        "translation.texts",
        _export,
        _erase,
        label=_("The texts that you translated, with their former versions"),
        fields=("translation.TextVersion.writer", "translation.TranslationBatch.user"),
    )
)
