"""Write a text: one plain form, saved as a draft at each step, proposed at the end."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.templatetags.wagtailcore_tags import richtext

from contributions import keeping, services
from contributions.changes import changes_since, seen_before
from contributions.decisions import NotWaiting
from contributions.forms.drafts import KINDS, Draft, kind_of
from contributions.markdown import to_rich_text
from contributions.models import Proposal
from contributions.similar import similar_pages
from contributions.states import asked_of, standing
from contributions.tokens import token_of
from contributions.views.doors import for_authors
from stories.models import StoryIndexPage

PRESETS = ("coalition", "chapter", "event")


def parent_for(language: str) -> StoryIndexPage:
    """Return the list of stories of a language, under which proposals go; `Http404` without."""
    indexes = StoryIndexPage.objects.filter(
        locale__language_code=language, alias_of__isnull=True, live=True
    )
    index = indexes.select_related("locale").first()
    if index is None:
        raise Http404
    return index


def own_proposal(request, pk: int) -> Proposal:
    """Return a proposal of who asks; `Http404` for that of another, which is nobody's business."""
    own = Proposal.objects.select_related("page__locale", "author", "taken_by")
    return get_object_or_404(own, pk=pk, author=request.user, page__owner=request.user)


@for_authors
def begin(request, kind: str):
    """Begin a text: an empty form, which becomes a draft when it is first saved."""
    parent = parent_for(get_language())
    request.translated_urls = {}
    form_kind = KINDS[kind]
    page = form_kind.model(
        title="",
        locale=parent.locale,
        text_language=get_language(),
        content_language=get_language(),
    )
    if request.method == "POST" and not request.is_forged:
        return _save_new(request, form_kind, page, parent)
    kept = keeping.given_back(request) or (request.POST if request.method == "POST" else None)
    presets = {name: request.GET[name] for name in PRESETS if request.GET.get(name)}
    draft = Draft(form_kind, page, request.user, data=kept, initial=presets)
    key = _key_in(kept) if kept else uuid4()
    return _show(request, draft, key=key, kept=bool(kept))


def _save_new(request, kind, page, parent):
    key = _key_in(request.POST)
    if existing := services.begun(request.user, key):
        return _save_again(request, existing, kind)
    draft = Draft(kind, page, request.user, request.POST, request.FILES)
    complete = draft.is_valid()
    draft.apply(page)
    proposal, is_new = services.begin(request.user, parent, page, key)
    if not is_new:
        return _save_again(request, proposal, kind)
    return _after_saving(request, proposal, draft, complete)


def _save_again(request, proposal: Proposal, kind):
    """Answer a second click on the form of a new text: the page is there already."""
    stored = proposal.page.specific.get_latest_revision_as_object()
    draft = Draft(kind, stored, request.user, request.POST)
    if draft.differences(stored):
        return _conflict(request, proposal, draft, stored)
    return _saved(proposal, stored) if _is_automatic(request) else _lead_on(request, proposal)


@for_authors
def edit(request, pk: int):
    """Edit a draft, a text to complete, or a published one."""
    proposal = own_proposal(request, pk)
    request.translated_urls = {}
    now = standing(proposal)
    if not (now.may_edit or now.is_waiting):
        messages.info(request, _("This text was not kept: it cannot be edited any more."))
        return redirect("my_space_text", proposal.pk)
    stored = proposal.page.specific.get_latest_revision_as_object()
    kind = kind_of(stored)
    if request.method == "POST" and not request.is_forged:
        act = _update if now.is_waiting else _save
        return act(request, proposal, stored, kind)
    kept = keeping.given_back(request) or (request.POST if request.method == "POST" else None)
    draft = Draft(kind, stored, request.user, data=kept)
    return _show(request, draft, proposal, token_of(stored), kept=bool(kept))


def _update(request, proposal: Proposal, stored, kind):
    """Put a whole text in the place of the one that waits; anything less is shown again."""
    if _is_automatic(request):
        return JsonResponse({}, status=409)
    draft = Draft(kind, stored, request.user, request.POST, request.FILES)
    token, note = request.POST.get("token", ""), request.POST.get("note", "")[:2000]
    complete = draft.is_valid()
    if "update" not in request.POST or not complete or draft.missing:
        unsent = "update" not in request.POST and "add" not in request.POST
        return _show(request, draft, proposal, token, note=note, unsent=unsent)
    try:
        services.update(proposal, request.user, token, draft.apply, note)
    except services.Conflict as conflict:
        return _conflict(request, proposal, draft, conflict.page)
    except NotWaiting:
        return _save(request, proposal, stored, kind)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _show(request, draft, proposal, token, note=note)
    messages.success(request, _("Your proposal is updated, and the moderators are told."))
    return redirect("my_space_text", proposal.pk)


def _save(request, proposal: Proposal, stored, kind):
    draft = Draft(kind, stored, request.user, request.POST, request.FILES)
    complete = draft.is_valid()
    try:
        services.save(proposal, request.user, request.POST.get("token", ""), draft.apply)
    except services.Conflict as conflict:
        return _conflict(request, proposal, draft, conflict.page)
    except services.NotEditable:
        if _is_automatic(request):
            return JsonResponse({}, status=409)
        return _show(request, draft, proposal, token_of(proposal.page), unsent=True)
    return _after_saving(request, proposal, draft, complete)


def _after_saving(request, proposal: Proposal, draft: Draft, complete: bool):
    """Show what is still wrong, or lead on to where the button says."""
    stored = proposal.page.specific.get_latest_revision_as_object()
    if _is_automatic(request):
        return _saved(proposal, stored)
    if complete and "add" not in request.POST:
        return _lead_on(request, proposal)
    draft.page = stored
    draft.without_files()
    return _show(request, draft, proposal, token_of(stored), saved=True)


def _is_automatic(request) -> bool:
    """Return whether the form was sent by its script, while somebody still writes."""
    return "X-Autosave" in request.headers


def _saved(proposal: Proposal, stored) -> JsonResponse:
    """Tell the script of the form what to send with the next words, and what to show."""
    hour = time_format(timezone.localtime(), "TIME_FORMAT")
    return JsonResponse(
        {
            "token": token_of(stored),
            "url": reverse("propose_edit", args=[proposal.pk]),
            "message": _("Saved at %(hour)s.") % {"hour": hour},
        }
    )


def _lead_on(request, proposal: Proposal):
    """Return the answer to a form that is saved: the next step, the preview, or the last look."""
    address = reverse("propose_edit", args=[proposal.pk])
    if "preview" in request.POST:
        return redirect("propose_preview", proposal.pk)
    if "send" in request.POST:
        return redirect("propose_send", proposal.pk)
    if "update" in request.POST:
        messages.info(request, _("It was decided meanwhile: your words are saved as a draft."))
    else:
        messages.success(request, _("Your draft is saved. You may close this page and come back."))
    step = request.POST.get("step", "")
    known = {one.name for one in kind_of(proposal.page).steps}
    return redirect(f"{address}#step-{step}" if step in known else address)


def _conflict(request, proposal: Proposal, draft: Draft, stored):
    """Show both texts: what was typed in the form, what was saved meanwhile beside it."""
    if _is_automatic(request):
        return JsonResponse({}, status=409)
    draft.is_valid()
    return _show(
        request,
        draft,
        proposal,
        token_of(proposal.page),
        others=draft.differences(stored),
        status=409,
    )


def _show(request, draft: Draft, proposal=None, token="", status=200, **shown):
    now = standing(proposal) if proposal else None
    errors = draft.errors if draft.form.is_bound else []
    if now and now.is_waiting and "update" in request.POST:
        errors += [{**one, "text": _("this is needed")} for one in draft.missing]
    context = {
        "draft": draft,
        "proposal": proposal,
        "standing": now,
        "token": token,
        "owner": keeping.owner_mark(request.user),
        "forged": request.is_forged,
        "errors": errors,
        "similar": similar_pages(draft.page) if proposal else [],
        "asked": asked_of(proposal, now) if proposal else None,
        **shown,
    }
    return render(request, "contributions/write.html", context, status=status)


def _key_in(data) -> UUID:
    try:
        return UUID(data.get("key", ""))
    except ValueError:
        return uuid4()


@for_authors
def preview(request, pk: int):
    """Show the latest text as readers would see it, to its author alone."""
    proposal = own_proposal(request, pk)
    page = proposal.page.specific.get_latest_revision_as_object()
    # It is a page to read, under the policy of a page to read: no userbar, no script.
    request.portal_page = page
    request.shown_to_author = proposal
    response = page.serve(request)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@for_authors
def render_text(request):
    """Return a piece of Markdown as it would be published, for the script of the form."""
    if request.method != "POST" or request.is_forged:
        raise PermissionDenied
    return HttpResponse(richtext(to_rich_text(request.POST.get("text", ""))))


@for_authors
def send(request, pk: int):
    """Look at everything a last time, add a note, and propose the text."""
    proposal = own_proposal(request, pk)
    request.translated_urls = {}
    page = proposal.page.specific.get_latest_revision_as_object()
    missing = Draft(kind_of(page), page, request.user).missing
    agreed, seen = bool(request.POST.get("agreed")), seen_before(proposal)
    if request.method == "POST" and not request.is_forged and not missing and agreed:
        try:
            services.submit(proposal, request.user, request.POST.get("note", "")[:2000])
        except ValueError:
            messages.info(request, _("This text is proposed already."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("propose_edit", proposal.pk)
        else:
            messages.success(request, _("Your text is proposed. Here is what happens next."))
        return redirect("my_space_text", proposal.pk)
    context = {
        "proposal": proposal,
        "page": page,
        "missing": missing,
        "standing": standing(proposal),
        "similar": similar_pages(page),
        "changes": changes_since(seen, page) if seen else [],
        "seen": seen,
        "forged": request.is_forged,
        "note": request.POST.get("note", ""),
        "disagreed": request.method == "POST" and not agreed,
    }
    return render(request, "contributions/send.html", context)
