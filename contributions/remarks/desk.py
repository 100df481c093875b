"""The remarks at the moderation desk: those that wait, and one screen to decide on each."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.desks import DeskItemView, DeskView
from content.languages import name_for_reader
from contributions import decisions
from contributions.remarks import services
from contributions.remarks.forms import DecisionForm
from contributions.remarks.mails import ONE
from contributions.remarks.passages import passages_of
from contributions.remarks.views import begin_story

DESK = "contributions_remarks"
LATEST_DECIDED = 30


class RemarksView(DeskView):
    """The remarks that wait, longest first, and the latest that were decided; of a page, if asked.

    `page` in the query is the id of a page.
    """

    template_name = "contributions/admin/remarks.html"
    page_title = gettext_lazy("Remarks")
    header_icon = "comment"
    address = DESK
    may_enter = staticmethod(services.moderates)

    def get_context_data(self, **kwargs):
        remarks = services.remarks_for(self.request.user).select_related("page", "decided_by")
        wanted = self.request.GET.get("page", "")
        if wanted.isdecimal():
            remarks = remarks.filter(page=wanted)
        return {
            **super().get_context_data(**kwargs),
            "waiting": remarks.waiting(),
            "decided": remarks.exclude(outcome="").order_by("-decided_at")[:LATEST_DECIDED],
            "is_one_page": wanted.isdecimal(),
            "has_proposals": decisions.may_moderate(self.request.user),
        }


class RemarkView(DeskItemView):
    """One remark: on which passage, by whom, and the decision."""

    template_name = "contributions/admin/remark.html"

    desk = RemarksView

    def prepare(self) -> None:
        found = services.remarks_for(self.request.user)
        found = found.select_related("page", "author", "decided_by", "proposal")
        self.remark = get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.remark.title

    def get_context_data(self, **kwargs):
        remark, user = self.remark, self.request.user
        values = {"outcome": remark.outcome, "reason": remark.reason, "reply": remark.reply}
        return {
            **super().get_context_data(),
            "remark": remark,
            "language": name_for_reader(remark.text_language),
            "is_own": remark.author_id == user.pk,
            "may_decide": services.may_decide(remark, user),
            "may_make_story": services.may_make_story(remark, user),
            "is_gone": self._is_gone(),
            "form": DecisionForm(initial={**values, "seen": remark.outcome}),
            **kwargs,
        }

    def _is_gone(self) -> bool:
        """Return whether the passage is no longer on the page that is live."""
        remark = self.remark
        if not remark.passage or remark.page is None:
            return False
        return remark.passage not in {one.key for one in passages_of(remark.page.specific)}

    def post(self, request, *args, **kwargs):
        """Decide, or make a story of it; what somebody else decided meanwhile is shown."""
        if "story" in request.POST:
            return begin_story(request, self.remark, ONE, self.remark.pk)
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        try:
            services.decide(self.remark, request.user, **form.cleaned_data)
        except services.AlreadyDecided:
            messages.error(request, _("Somebody else has decided on this remark meanwhile."))
            self.remark.refresh_from_db()
            values = {**form.cleaned_data, "seen": self.remark.outcome}
            shown = self.get_context_data(form=DecisionForm(initial=values))
            return self.render_to_response(shown, status=409)
        messages.success(request, _("Your decision is recorded. The author is told."))
        return redirect(DESK)
