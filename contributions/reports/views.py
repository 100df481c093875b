"""Report a content without an account; decide on reports in the admin."""

from allauth.core.ratelimit import consume, respond_429
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from content import visibility, visitors
from content.consent import public_title
from content.desks import DeskItemView, DeskView
from contributions.reports import services
from contributions.reports.forms import DecisionForm, ReportForm

DESK, ONE = "contributions_reports", "contributions_report"
LATEST_DECIDED = 30


@never_cache
@require_http_methods(["GET", "POST"])
def report(request, page_id: int):
    """Take in what a reader found wrong on a public page; 429 when one place sends too much."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id)
    if not visibility.is_public(page, visibility.rules_for(request)):
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not consume(request, action="report_content"):
            return respond_429(request)
        if not visitors.took_the_lure(request):
            fields = (form.cleaned_data[name] for name in ("kind", "text", "email"))
            services.receive(page, *fields)
        # A machine is told the same, so that it learns nothing.
        return redirect("report_content_sent", page.pk)
    context = {"form": form, "title": public_title(page), "url": page.get_url(request)}
    return render(request, "contributions/reports/report.html", context)


def sent(request, page_id: int):
    """Thank, and lead back to the page."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None or not visibility.is_public(page, visibility.rules_for(request)):
        raise Http404
    context = {"title": public_title(page), "url": page.get_url(request)}
    return render(request, "contributions/reports/sent.html", context)


class ReportsView(DeskView):
    """The reports that wait, longest first, and the latest that were decided."""

    template_name = "contributions/admin/reports.html"
    page_title = gettext_lazy("Reports of readers")
    header_icon = "warning"
    address = DESK
    may_enter = staticmethod(services.may_decide)

    def get_context_data(self, **kwargs):
        reports = services.reports_for(self.request.user).select_related("page", "decided_by")
        decided = reports.exclude(outcome="").order_by("-decided_at")
        return {
            **super().get_context_data(**kwargs),
            "waiting": reports.filter(outcome=""),
            "decided": decided[:LATEST_DECIDED],
        }


class ReportView(DeskItemView):
    """One report: what was said of which page, and the decision."""

    template_name = "contributions/admin/report.html"

    desk = ReportsView

    def prepare(self) -> None:
        found = services.reports_for(self.request.user).select_related("page", "decided_by")
        self.report = get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.report.title

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "report": self.report,
            "form": kwargs.get("form") or DecisionForm(),
            "days": services.KEPT_AFTER_DECISION.days,
        }

    def post(self, request, *args, **kwargs):
        """Decide; what somebody else decided meanwhile is shown and stays."""
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            services.decide(self.report, request.user, **form.cleaned_data)
        except services.AlreadyDecided:
            messages.error(request, _("Somebody else has decided on this report meanwhile."))
            return redirect(ONE, self.report.pk)
        told = _("Your decision is recorded, and a mail says so to who reported.")
        recorded = _("Your decision is recorded. No address was left to answer to.")
        messages.success(request, told if self.report.email else recorded)
        return redirect(DESK)
