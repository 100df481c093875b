"""How long moderators usually take, as measured on what they decided."""

from datetime import timedelta
from statistics import median

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from contributions.models import Exchange

MEASURED = timedelta(days=180)
# With fewer decisions a number would say nothing.
FEWEST = 5
_DECISIONS = (Exchange.Kind.PUBLISHED, Exchange.Kind.INCOMPLETE, Exchange.Kind.DECLINED)
_SUBMISSIONS = (Exchange.Kind.SUBMITTED, Exchange.Kind.RESUBMITTED)


def usual_delay() -> str:
    """Return the sentence that tells an author how long a decision takes: measured, or promised."""
    days = usual_days()
    if days is None:
        # What the reminders hold moderators to (`contributions.reminders`).
        return gettext("It takes a week as a rule; after two, we write to you.")
    measured = ngettext("It usually takes %(days)s day.", "It usually takes %(days)s days.", days)
    return measured % {"days": days}


def usual_days() -> int | None:
    """Return the median number of days from a proposal to its decision, at least 1.

    Over the last six months; None when there were too few to tell.
    """
    rows = Exchange.objects.filter(
        at__gte=timezone.now() - MEASURED, kind__in=(*_DECISIONS, *_SUBMISSIONS)
    ).values_list("proposal_id", "kind", "at")
    waiting, delays = {}, []
    for proposal, kind, at in rows.order_by("at", "pk"):
        if kind in _SUBMISSIONS:
            waiting[proposal] = at
        elif proposal in waiting:
            delays.append(at - waiting.pop(proposal))
    if len(delays) < FEWEST:
        return None
    return max(1, round(median(delays) / timedelta(days=1)))
