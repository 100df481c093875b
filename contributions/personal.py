"""What this room keeps about a person."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from contributions.models import CharterAcceptance, Exchange, Proposal


def _export_charter(user) -> list[dict]:
    rows = CharterAcceptance.objects.filter(user=user).order_by("accepted_at")
    return [
        {"version": row.version, "language": row.language, "at": row.accepted_at.isoformat()}
        for row in rows
    ]


def _erase_charter(user) -> None:
    CharterAcceptance.objects.filter(user=user).delete()


def _export_proposals(user) -> list[dict]:
    rows = Proposal.objects.filter(author=user).select_related("page").order_by("created_at")
    return [
        {
            "title": row.page.get_latest_revision_as_object().title,
            "begun": row.created_at.isoformat(),
            "name": row.author_name,
            "note": row.note,
            "language": row.language,
        }
        for row in rows
    ]


def _erase_proposals(user) -> None:
    """Part the texts from their author; the texts themselves follow the choice of the person."""
    Proposal.objects.filter(author=user).update(author=None, author_name="", note="")
    Proposal.objects.filter(taken_by=user).update(taken_by=None)


def _export_exchanges(user) -> list[dict]:
    rows = Exchange.objects.filter(actor=user).select_related("proposal__page")
    return [
        {
            "text": row.proposal.page.title,
            "what": row.kind,
            "at": row.at.isoformat(),
            "comment": row.comment,
        }
        for row in rows
    ]


def _erase_exchanges(user) -> None:
    """Keep what was decided and why, without the name; forget the notes of the author."""
    author = {Exchange.Kind.SUBMITTED, Exchange.Kind.RESUBMITTED, Exchange.Kind.UPDATED}
    Exchange.objects.filter(actor=user, kind__in=author).update(comment="")
    Exchange.objects.filter(actor=user).update(actor=None, actor_name="")


register(
    Keeper(
        "contributions.charter",
        _export_charter,
        _erase_charter,
        label=_("The versions of the charter that you accepted"),
        fields=("contributions.CharterAcceptance.user",),
    )
)
register(
    Keeper(
        "contributions.proposals",
        _export_proposals,
        _erase_proposals,
        label=_("Your proposals, with your notes to the moderators"),
        fields=(
            "contributions.Proposal.author",
            "contributions.Proposal.author_name",
            "contributions.Proposal.taken_by",
        ),
    )
)
register(
    Keeper(
        "contributions.exchanges",
        _export_exchanges,
        _erase_exchanges,
        label=_("What you and the moderators said about proposals"),
        fields=("contributions.Exchange.actor", "contributions.Exchange.actor_name"),
    )
)
