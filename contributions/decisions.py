"""What moderators do about a proposal, and what follows for its author.

Decisions are Wagtail's own workflow actions, taken at the desk or in the editor of the admin; what
follows for the author (`contributions.following`) is the same.
"""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from contributions.models import EditorialTask, Exchange, Proposal
from contributions.models.tasks import APPROVE
from contributions.tokens import token_of
from outbox import services as outbox

MAIL, SIMILAR = "contributions.mail", "contributions.similar"
# What is proposed is compared with what is published, once it is sent.
_PROPOSING = {Exchange.Kind.SUBMITTED, Exchange.Kind.RESUBMITTED, Exchange.Kind.UPDATED}
Kind = Exchange.Kind


class TextChanged(Exception):
    """The text is no longer the one that was read; nothing was decided."""


class NotWaiting(Exception):
    """The proposal does not wait for a decision any more."""


def record(proposal: Proposal, kind: str, actor=None, comment: str = "") -> Exchange:
    """Add a turn to the conversation and ask for the mails that tell of it."""
    exchange = proposal.exchanges.create(
        kind=kind,
        actor=actor,
        actor_name=actor.get_full_name() if actor else "",
        comment=comment,
        revision_id=Page.objects.values_list("latest_revision", flat=True).get(pk=proposal.page_id),
    )
    outbox.post(MAIL, exchange.pk)
    if kind in _PROPOSING:
        outbox.post(SIMILAR, proposal.pk)
    return exchange


def waiting() -> list[Proposal]:
    """Return the proposals that wait for a decision, those that wait longest first."""
    related = ("page__locale", "page__latest_revision", "author", "taken_by")
    return list(_waiting().select_related(*related).order_by("submitted_at"))


def count_waiting(user) -> int:
    """Return how many proposals wait for a decision that `user` may take."""
    return _waiting().exclude(author=user).count()


def _waiting():
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    ids = [int(pk) for pk in states.values_list("object_id", flat=True)]
    return Proposal.objects.filter(page__in=ids, submitted_at__isnull=False)


def to_be_told(groups, without_id: int | None) -> QuerySet:
    """Return the active members of `groups` who want to hear of what waits, but for one person."""
    members = get_user_model().objects.filter(groups__in=groups, is_active=True)
    wanting = members.exclude(pk=without_id).exclude(
        wagtail_userprofile__submitted_notifications=False
    )
    return wanting.distinct().order_by("pk")


def may_moderate(user) -> bool:
    """Return whether `user` decides on proposals somewhere, hence on remarks."""
    if not user.is_active or not user.has_perm("wagtailadmin.access_admin"):
        return False
    if user.is_superuser:
        return True
    return EditorialTask.objects.filter(active=True, groups__in=user.groups.all()).exists()


def may_decide(proposal: Proposal, user) -> bool:
    """Return whether `user` may decide on a proposal now."""
    page = proposal.page
    task = page.current_workflow_task
    if task is None or proposal.author_id == user.pk:
        return False
    return bool(task.get_actions(page, user)) and page.permissions_for_user(user).can_publish()


@transaction.atomic
def take(proposal: Proposal, user) -> None:
    """Note that `user` reads the proposal; its author is told."""
    proposal = _locked(proposal, user)
    if proposal.taken_by_id == user.pk:
        return
    proposal.taken_by, proposal.taken_at = user, timezone.now()
    proposal.save(update_fields=["taken_by", "taken_at"])
    record(proposal, Kind.TAKEN, user)


@transaction.atomic
def release(proposal: Proposal, user) -> None:
    """Give a proposal back to whoever has time for it."""
    proposal = _locked(proposal, user)
    if proposal.taken_by_id:
        proposal.taken_by = proposal.taken_at = None
        proposal.save(update_fields=["taken_by", "taken_at"])
        record(proposal, Kind.RELEASED, user)


@transaction.atomic
def decide(proposal: Proposal, user, action: str, token: str, comment: str = "") -> None:
    """Publish, ask for changes or decline what was read, which `token` names.

    `PermissionDenied` to who may not decide, `NotWaiting` when it was decided or withdrawn,
    `TextChanged` when another text than the one that was read would be published, `ValueError`
    for a refusal without a reason.
    """
    if action != APPROVE and not comment.strip():
        raise ValueError("A decision that is not to publish needs a reason.")
    proposal = _locked(proposal, user)
    page = proposal.page
    if token_of(page) != token:
        raise TextChanged
    task_state = page.current_workflow_task_state
    task_state.task.specific.on_action(task_state, user, action, comment=comment.strip())


def _locked(proposal: Proposal, user) -> Proposal:
    """Return the proposal read again under a lock; raise if `user` may not decide on it."""
    proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
    Page.objects.select_for_update().get(pk=proposal.page_id)
    if not proposal.page.workflow_in_progress:
        raise NotWaiting
    if not may_decide(proposal, user):
        raise PermissionDenied
    return proposal
