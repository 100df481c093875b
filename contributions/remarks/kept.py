"""What remarks keep about a person: what they wrote and how they reacted, what they decided."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from contributions.remarks.models import Reaction, Remark


def _export_remarks(user) -> dict:
    return {
        "written": [
            {
                "page": row.title,
                "passage": row.quote,
                "kind": row.kind,
                "text": row.text,
                "name": row.author_name,
                "language": row.text_language,
                "at": row.created_at.isoformat(),
                "decision": row.outcome,
                "reason": row.reason,
                "reply": row.reply,
            }
            for row in Remark.objects.filter(author=user)
        ],
        "decided": [
            {
                "page": row.title,
                "decision": row.outcome,
                "reason": row.reason,
                "reply": row.reply,
                "at": row.decided_at.isoformat(),
            }
            for row in Remark.objects.filter(decided_by=user)
        ],
    }


def _erase_remarks(user) -> None:
    """Remarks go with who wrote them; what was decided on those of others stays, unsigned."""
    Remark.objects.filter(author=user).delete()
    Remark.objects.filter(decided_by=user).update(decided_by=None)


def _export_reactions(user) -> list[dict]:
    return [
        {"page": row.page.title, "reaction": row.kind, "at": row.at.isoformat()}
        for row in Reaction.objects.filter(user=user).select_related("page").order_by("at")
    ]


def _erase_reactions(user) -> None:
    Reaction.objects.filter(user=user).delete()


register(
    Keeper(
        "contributions.remarks",
        _export_remarks,
        _erase_remarks,
        label=_("Your remarks on pages, and those that you decided"),
        fields=(
            "contributions.Remark.author",
            "contributions.Remark.author_name",
            "contributions.Remark.decided_by",
        ),
    )
)
register(
    Keeper(
        "contributions.reactions",
        _export_reactions,
        _erase_reactions,
        label=_("Your reactions to pages"),
        fields=("contributions.Reaction.user",),
    )
)
