"""My space: every text of mine, where it stands, and what I may do with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from contributions import services
from contributions.decisions import NotWaiting
from contributions.delays import usual_days
from contributions.models import Proposal
from contributions.states import standing
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
    context = {"proposals": proposals, "usual_days": usual_days()}
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
    context = {
        "proposal": proposal,
        "page": page,
        "title": latest.title,
        "now": standing(proposal),
        "exchanges": proposal.exchanges.all(),
        "notes": _notes(page),
        "usual_days": usual_days(),
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


def _notes(page) -> list:
    """Return the notes that moderators left on parts of the text and that are not settled."""
    notes = page.wagtail_admin_comments.filter(resolved_at__isnull=True)
    return list(notes.select_related("user").prefetch_related("replies__user"))
