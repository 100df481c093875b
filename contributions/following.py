"""What follows when a proposal is decided, published or taken off, by whatever way."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from contributions.decisions import record
from contributions.mails import tell_of_deletion
from contributions.models import Exchange, Proposal
from contributions.models.tasks import ASK, DECLINE
from contributions.signals import decided

Kind = Exchange.Kind


def silence_stock_mails() -> None:
    """Take Wagtail's mails about workflows away: they lead authors to the admin, and do not wait.

    Ours go through the outbox (`contributions.mails`).
    """
    for signal, sender, uid in (
        (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
        (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
        (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
    ):
        signal.disconnect(sender=sender, dispatch_uid=uid)


@receiver(decided, dispatch_uid="contributions.decided")
def follow_decision(page, user, action, comment, **kwargs):
    """Keep the reason, or the name of who published; publication itself has its own signal."""
    proposal = Proposal.objects.filter(page_id=page.pk).first()
    if proposal is None:
        return
    if action == ASK:
        record(proposal, Kind.INCOMPLETE, user, comment)
    elif action == DECLINE:
        proposal.ending = Proposal.Ending.DECLINED
        proposal.save(update_fields=["ending"])
        record(proposal, Kind.DECLINED, user, comment)
    elif published := proposal.exchanges.filter(kind=Kind.PUBLISHED).last():
        published.actor, published.actor_name = user, user.get_full_name()
        published.comment = comment
        published.save(update_fields=["actor", "actor_name", "comment"])


@receiver(page_published, dispatch_uid="contributions.published")
def follow_publication(instance, **kwargs):
    """Tell the author; what had ended is open again."""
    proposal = Proposal.objects.filter(page_id=instance.pk).first()
    if proposal is None or not instance.live:
        return
    proposal.ending, proposal.taken_by, proposal.taken_at = "", None, None
    proposal.save(update_fields=["ending", "taken_by", "taken_at"])
    record(proposal, Kind.PUBLISHED)


@receiver(pre_delete, sender=Proposal, dispatch_uid="contributions.deleted")
def follow_deletion(instance, **kwargs):
    """Send the author of a text that an editor deletes what it said, so that nothing is lost."""
    author = instance.author
    if author and author.is_active:
        tell_of_deletion(instance)


@receiver(page_unpublished, dispatch_uid="contributions.unpublished")
def follow_withdrawal(instance, **kwargs):
    """Tell the author that the text is off the site."""
    proposal = Proposal.objects.filter(page_id=instance.pk).first()
    if proposal is None:
        return
    proposal.ending = Proposal.Ending.WITHDRAWN
    proposal.save(update_fields=["ending"])
    record(proposal, Kind.UNPUBLISHED)
