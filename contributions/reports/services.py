"""A report comes in, is decided once, and its address is forgotten."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.consent import public_title
from contributions.reports.models import Report
from outbox.mails import mail_later

# An address is of use until the answer, and for questions that follow it.
KEPT_AFTER_DECISION = timedelta(days=30)
KEPT_AT_MOST = timedelta(days=180)


class AlreadyDecided(Exception):
    """Somebody else decided meanwhile."""


def receive(page: Page, kind: str, text: str, email: str) -> Report:
    """Store a report about a public page, in the language of the reader."""
    return Report.objects.create(
        page=page,
        title=public_title(page),
        kind=kind,
        text=text,
        email=email,
        language=get_language(),
    )


def may_decide(user) -> bool:
    """Return whether `user` publishes somewhere, hence decides on reports."""
    return user.has_perm(
        "wagtailadmin.access_admin"
    ) and PagePermissionPolicy().user_has_permission(user, "publish")


def pages_to_decide_on(user):
    """Return the pages that `user` may publish."""
    return PagePermissionPolicy().instances_user_has_permission_for(user, "publish")


def reports_for(user):
    """Return the reports on the pages that `user` may publish, and those whose page is gone."""
    pages = pages_to_decide_on(user)
    return Report.objects.filter(Q(page__in=pages.values("pk")) | Q(page=None))


@transaction.atomic
def decide(report: Report, user, outcome: str, answer: str) -> None:
    """Decide on a report, once; tell who left an address. Raises `AlreadyDecided`."""
    undecided = Report.objects.filter(pk=report.pk, outcome="")
    if not undecided.update(
        outcome=Report.Outcome(outcome), answer=answer, decided_at=timezone.now(), decided_by=user
    ):
        raise AlreadyDecided
    report.refresh_from_db()
    if report.email:
        _tell(report)


def _tell(report: Report) -> None:
    with override(report.language):
        title = _("What became of your report about “%(title)s”") % {"title": report.title}
        page = report.page if report.page and report.page.live else None
        path = reverse("wagtail_serve", args=[""]) if page is None else page.specific.url
        context = {"report": report, "days": KEPT_AFTER_DECISION.days}
        mail_later(report.email, title, "contributions/reports/decided.txt", context, path=path)


def purge() -> int:
    """Forget the addresses whose time is over; return how many."""
    now = timezone.now()
    old = Q(decided_at__lt=now - KEPT_AFTER_DECISION) | Q(created_at__lt=now - KEPT_AT_MOST)
    return Report.objects.filter(old).exclude(email="").update(email="")
