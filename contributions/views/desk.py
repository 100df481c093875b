"""The moderation desk in the admin: what waits, and one screen to decide on each."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content import desks
from content.languages import name_for_reader
from contributions import decisions
from contributions.changes import changes_since, seen_before
from contributions.models import Proposal
from contributions.models.tasks import APPROVE, ASK, DECLINE
from contributions.reminders import REMIND_AFTER
from contributions.similar import similar_pages
from contributions.states import standing
from contributions.tokens import token_of

DESK, ONE = "contributions_desk", "contributions_proposal"


class DeskView(desks.DeskView):
    """What waits for a decision, longest first."""

    template_name = "contributions/admin/desk.html"
    page_title = gettext_lazy("Proposals")
    header_icon = "mail"
    address = DESK
    may_enter = staticmethod(decisions.may_moderate)

    def get_context_data(self, **kwargs):
        rows = [self._row(proposal) for proposal in decisions.waiting()]
        return {**super().get_context_data(**kwargs), "rows": rows}

    def _row(self, proposal: Proposal) -> dict:
        # Read from the text that waits as it lies: making a page of it takes seven queries.
        content = proposal.page.latest_revision.content
        return {
            "proposal": proposal,
            "title": content["title"],
            "label": proposal.page.specific_class.public_label,
            "language": name_for_reader(content["text_language"]),
            "is_own": proposal.author_id == self.request.user.pk,
            "is_change": proposal.page.live,
            "is_late": proposal.submitted_at < timezone.now() - REMIND_AFTER,
        }


class ProposalView(desks.DeskItemView):
    """Everything needed to decide on one proposal, and the decision."""

    template_name = "contributions/admin/proposal.html"

    desk = DeskView

    def prepare(self) -> None:
        found = Proposal.objects.select_related("page__locale", "author", "taken_by")
        self.proposal = get_object_or_404(found, pk=self.kwargs["pk"])
        if self.proposal.submitted_at is None:
            # A draft that was never proposed is nobody's business but its author's.
            raise Http404
        self.seen = seen_before(self.proposal)

    def get_page_title(self):
        return self.proposal.page.get_latest_revision_as_object().title

    def get_context_data(self, **kwargs):
        proposal, user = self.proposal, self.request.user
        page = proposal.page.get_latest_revision_as_object()
        return {
            **super().get_context_data(**kwargs),
            "proposal": proposal,
            "page": page,
            "language": name_for_reader(page.text_language),
            "now": standing(proposal),
            "may_decide": decisions.may_decide(proposal, user),
            "is_own": proposal.author_id == user.pk,
            "token": token_of(page),
            "exchanges": proposal.exchanges.select_related("revision"),
            "similar": similar_pages(page),
            "changes": changes_since(self.seen, page) if self.seen else [],
            "preview_url": self._preview_url(page),
            "compare_url": self._compare_url(page),
            **kwargs,
        }

    def _preview_url(self, page) -> str:
        return reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id])

    def _compare_url(self, page) -> str:
        """Return where the text is compared with what was proposed before, or is published."""
        if self.seen is None and not page.live:
            return ""
        before = self.seen.pk if self.seen else "live"
        return reverse(
            "wagtailadmin_pages:revisions_compare", args=[page.pk, before, page.latest_revision_id]
        )

    def post(self, request, *args, **kwargs):
        """Take, give back or decide; a reason that was typed is never lost."""
        try:
            done = self._act(request)
        except decisions.NotWaiting:
            messages.error(request, _("Too late: it was decided or withdrawn meanwhile."))
        except decisions.TextChanged:
            messages.error(request, _("The text changed since you read it: read it again first."))
        except ValueError:
            messages.error(request, _("Write the reason: the author reads it."))
        else:
            messages.success(request, done)
            return redirect(ONE if {"take", "release"} & set(request.POST) else DESK, *self._back())
        typed = self.get_context_data(reason=request.POST.get("reason", ""))
        return self.render_to_response(typed, status=409)

    def _back(self) -> list:
        return [self.proposal.pk] if {"take", "release"} & set(self.request.POST) else []

    def _act(self, request) -> str:
        """Do what the button says and return what to tell."""
        posted = request.POST
        if "take" in posted:
            decisions.take(self.proposal, request.user)
            return _("You have taken this proposal. Its author is told.")
        if "release" in posted:
            decisions.release(self.proposal, request.user)
            return _("The proposal waits for somebody again.")
        told = {
            APPROVE: _("Published. Its author is told."),
            ASK: _("Changes are asked for. Its author is told."),
            DECLINE: _("Not kept. Its author is told why; the text is kept."),
        }
        action = posted.get("decision", "")
        if action not in told:
            raise PermissionDenied
        decisions.decide(
            self.proposal, request.user, action, posted.get("token", ""), posted.get("reason", "")
        )
        return told[action]
