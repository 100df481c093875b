"""Read and write the remarks on a page, react to it, follow one's own remarks."""

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from content import visibility
from content.consent import public_title
from contributions import keeping
from contributions.delays import usual_days
from contributions.remarks import services
from contributions.remarks.forms import RemarkForm
from contributions.remarks.models import Remark
from contributions.remarks.showing import anchored, grouped, readable_page
from contributions.views.doors import is_forged, led_elsewhere
from stories.models import StoryIndexPage


# Its own check of the token loses no text: the form is shown again with what was typed.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remarks(request, page_id: int):
    """Show what was said of a page, and take in a remark; who is signed out is led to sign in."""
    page = readable_page(request, page_id)
    request.is_forged = request.method == "POST" and is_forged(request)
    if request.method == "POST":
        form = RemarkForm(request.POST, page=page)
        if form.is_valid() and not request.is_forged:
            return _write(request, page, form)
        return _show(request, page, form)
    if kept := keeping.given_back(request, once=False):
        messages.info(request, _("What you typed is back. It is sent when you press the button."))
    form = RemarkForm(kept, page=page, initial=_beginning(request))
    return _show(request, page, form)


def _beginning(request) -> dict:
    return {"passage": request.GET.get("passage", ""), "text_language": get_language()}


def _write(request, page, form: RemarkForm):
    user = request.user
    action, key = ("write_remark", str(user.pk)) if user.is_authenticated else ("keep_remark", None)
    if not consume(request, action=action, key=key):
        form.add_error(None, _("That is a lot in a short time: wait a little, then send it again."))
        return _show(request, page, form, status=429)
    if elsewhere := led_elsewhere(request):
        return elsewhere
    words = (form.cleaned_data[name] for name in ("kind", "text", "passage", "text_language"))
    services.write(user, page, *words, key=form.key)
    keeping.forget(request)
    messages.success(request, _("Thank you. A moderator reads your remark before anybody else."))
    return redirect("remarks", page.pk)


def _show(request, page, form: RemarkForm, status: int = 200):
    found = services.public_remarks(page)
    aside = [one for one in found if one.outcome == Remark.Outcome.SET_ASIDE]
    groups = grouped(page, [one for one in found if one not in aside])
    groups_aside = grouped(page, aside)
    anchored([*groups, *groups_aside])
    own = Remark.objects.waiting().filter(page=page.page_ptr, author=request.user.pk)
    context = {
        "page": page,
        "title": public_title(page),
        "url": page.get_url(request),
        "form": form,
        "key": form.key,
        "owner": keeping.owner_mark(request.user),
        "forged": request.is_forged,
        "reactions": services.reactions_to(page, request.user),
        "groups": groups,
        "aside": groups_aside,
        "waiting": own if request.user.is_authenticated else [],
        "versions": services.on_other_versions(page, visibility.rules_for(request)),
        "usual_days": usual_days(),
    }
    return render(request, "contributions/remarks/remarks.html", context, status=status)


@require_POST
def react(request, page_id: int):
    """Give a reaction to a page, or take it back."""
    page = readable_page(request, page_id)
    address = reverse("remarks", args=[page.pk])
    if not request.user.is_authenticated:
        messages.info(request, _("Sign in, then press the button again: each person counts once."))
        return redirect_to_login(address)
    if not consume(request, action="react"):
        messages.error(request, _("That is a lot in a short time: wait a little."))
        return redirect(address)
    try:
        services.react(request.user, page, request.POST.get("kind", ""))
    except ValueError as error:
        raise Http404 from error
    return redirect(f"{address}#reactions")


@login_required
@never_cache
@require_safe
def mine(request):
    """List the remarks of the person, each with what became of it."""
    own = services.remarks_of(request.user)
    ids = [remark.page_id for remark in own if remark.page_id]
    rules = visibility.rules_for(request)
    pages = visibility.public(Page.objects.filter(pk__in=ids), rules).select_related("locale")
    urls = {page.pk: page.get_url(request) for page in pages}
    rows = [
        {
            "remark": remark,
            "url": urls.get(remark.page_id, ""),
            "may_tell": services.may_make_story(remark, request.user),
        }
        for remark in own
    ]
    return render(request, "contributions/remarks/mine.html", {"rows": rows})


@login_required
@require_POST
def make_story(request, pk: int):
    """Begin a story with the words of a remark of one's own."""
    remark = get_object_or_404(Remark, pk=pk, author=request.user)
    return begin_story(request, remark, back="my_remarks")


def begin_story(request, remark: Remark, back: str, *args):
    """Begin a story with the words of a remark and lead to its form; to `back` if it may not be."""
    try:
        proposal = services.make_story(remark, request.user)
    except PermissionDenied:
        messages.error(request, _("Accept the charter first: then stories are yours to propose."))
        return redirect(back, *args)
    except StoryIndexPage.DoesNotExist:
        messages.error(request, _("There is no list of stories in the language of the remark."))
        return redirect(back, *args)
    with override(remark.language):
        return redirect("propose_edit", proposal.pk)
