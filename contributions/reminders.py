"""Nobody waits without a word: moderators are reminded, then the author is told of the delay."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contributions.decisions import record, waiting
from contributions.models import Exchange, Proposal

REMIND_AFTER = timedelta(days=7)
EXCUSE_AFTER = timedelta(days=15)
_STEPS = ((REMIND_AFTER, Exchange.Kind.REMINDED), (EXCUSE_AFTER, Exchange.Kind.DELAYED))


def remind() -> int:
    """Record the reminders and excuses that are due, once for each submission; return how many."""
    return sum(_remind(proposal, delay, kind) for proposal in waiting() for delay, kind in _STEPS)


@transaction.atomic
def _remind(proposal: Proposal, delay: timedelta, kind: str) -> bool:
    if proposal.submitted_at > timezone.now() - delay:
        return False
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    if proposal.exchanges.filter(kind=kind, at__gte=proposal.submitted_at).exists():
        return False
    record(proposal, kind)
    return True
