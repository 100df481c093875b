"""What saving keeps about a person: lists, and the pages in them."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from contributions.saving.models import SavedList


def _export(user) -> list[dict]:
    return [
        {
            "list": one.name,
            "shared": one.is_shared,
            "made": one.created_at.isoformat(),
            "pages": [
                {"page": row.page.title, "at": row.saved_at.isoformat()}
                for row in one.saved_pages.select_related("page")
            ],
        }
        for one in SavedList.objects.filter(user=user)
    ]


def _erase(user) -> None:
    SavedList.objects.filter(user=user).delete()


register(
    Keeper(
        "contributions.saved",
        _export,
        _erase,
        label=_("Your lists of saved pages"),
        fields=("contributions.SavedList.user", "contributions.SavedList.name"),
    )
)
