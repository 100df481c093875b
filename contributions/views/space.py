"""My space: every text of mine, where it stands, and what I may do with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from contributions import services
from contributions.changes import changes_since, seen_before
from contributions.citing import cited_in
from contributions.decisions import NotWaiting
from contributions.delays import usual_delay
from contributions.models import Proposal
from contributions.notes import notes_on
from contributions.states import asked_of, standing
from contributions.views.doors import for_authors
from contributions.views.writing import own_proposal


@for_authors
def texts(request):
    """List every text of mine, the latest first."""
    proposals = list(
        Proposal.objects.filter(author=request.user, page__owner=request.user)
        .select_related("page__locale", "page__latest_revision")
        .order_by("-created_at")
    )
    pages = Page.objects.filter(pk__in=[one.page_id for one in proposals])
    by_id = {page.pk: page for page in pages.prefetch_workflow_states()}
    for proposal in proposals:
        latest = proposal.page.latest_revision
        proposal.page = by_id[proposal.page_id]
        proposal.title = latest.object_str if latest else proposal.page.title
        proposal.now = standing(proposal)
    context = {"proposals": proposals, "usual_delay": usual_delay()}
    return render(request, "contributions/my_space.html", context)


ACTIONS = ("withdraw", "withdraw_and_edit", "resume", "delete")


@for_authors
def text(request, pk: int):
    """Show one text of mine: its state, what was said of it, and what I may do."""
    proposal = own_proposal(request, pk)
    request.translated_urls = {}
    if request.method == "POST" and not request.is_forged:
        return _act(request, proposal)
    page = proposal.page.specific
    latest = page.get_latest_revision_as_object()
    now = standing(proposal)
    context = {
        "proposal": proposal,
        "page": page,
        "title": latest.title,
        "now": now,
        "exchanges": proposal.exchanges.all(),
        "asked": asked_of(proposal, now),
        "notes": notes_on(page),
        "changes": _changes(proposal, latest),
        "cited": cited_in(page, request) if page.live else [],
        "usual_delay": usual_delay(),
        "public_url": page.get_url(request) if page.live else "",
        "deleting": "delete" in request.GET,
        "forged": request.is_forged,
    }
    return render(request, "contributions/text.html", context)


def _act(request, proposal: Proposal):
    action = next((one for one in ACTIONS if one in request.POST), "")
    try:
        if action in {"withdraw", "withdraw_and_edit"}:
            services.withdraw(proposal, request.user)
            messages.success(request, _("Your text is withdrawn. Nothing of it is lost."))
        elif action == "resume":
            services.take_up_again(proposal, request.user)
        elif action == "delete":
            services.delete(proposal, request.user)
            messages.success(request, _("Your draft is deleted."))
            return redirect("my_space")
    except (NotWaiting, PermissionDenied):
        messages.error(request, _("This is not possible any more: the text has changed state."))
        return redirect("my_space_text", proposal.pk)
    if action in {"withdraw_and_edit", "resume"}:
        return redirect("propose_edit", proposal.pk)
    return redirect("my_space_text", proposal.pk)


def _changes(proposal: Proposal, latest) -> list:
    """Return what a text says otherwise than when it was last proposed or published."""
    seen = seen_before(proposal)
    return changes_since(seen, latest) if seen and not standing(proposal).is_settled else []
