"""What reports keep about a person: the address left by a reader, who decided."""

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, register
from contributions.reports.models import Report


def _export(user) -> dict:
    left = Report.objects.filter(email__iexact=user.email)
    return {
        "reported": [
            {"page": row.title, "at": row.created_at.isoformat(), "text": row.text} for row in left
        ],
        "decided": [
            {"page": row.title, "decision": row.outcome, "answer": row.answer}
            for row in Report.objects.filter(decided_by=user)
        ],
    }


def _erase(user) -> None:
    Report.objects.filter(email__iexact=user.email).update(email="")
    Report.objects.filter(decided_by=user).update(decided_by=None)


register(
    Keeper(
        "contributions.reports",
        _export,
        _erase,
        label=_("Your reports of a problem, and those that you decided"),
        fields=("contributions.Report.email", "contributions.Report.decided_by"),
    )
)
