"""What stories keep about a person: the actors of a story, whoever answered an interview."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from stories.models import InterviewPage, StoryActor


def _export_named(user) -> list[dict]:
    """Return where a story or an interview names somebody as the person is called."""
    if not user.display_name:
        return []
    actors = StoryActor.objects.filter(name__iexact=user.display_name).select_related("page")
    interviews = InterviewPage.objects.filter(person__iexact=user.display_name)
    return [{"page": row.page.title, "as": "actor"} for row in actors] + [
        {"page": page.title, "as": "person interviewed", "role": page.person_role}
        for page in interviews
    ]


def _leave_named(user) -> None:
    """A name alone proves nothing: what it is called in follows the choice for texts."""


register(
    Keeper(
        "stories.named",
        _export_named,
        _leave_named,
        label=_("The stories and interviews that name somebody as you are called"),
        fields=(
            "stories.StoryActor.name",
            "stories.InterviewPage.person",
            "stories.InterviewPage.person_role",
        ),
    )
)
