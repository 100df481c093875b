"""Count a view; save a page; see, name, share and delete lists."""

import base64

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from content import visibility
from content.consent import public_title, public_titles
from contributions.saving import counting, services
from contributions.saving.forms import ListForm, SaveForm
from contributions.saving.models import SavedList, SavedPage

# The smallest picture there is: one transparent pixel.
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


@require_safe
def view(request, page_id: int):
    """Answer with a picture that no cache keeps, and count who asked for it."""
    if request.method == "GET":
        counting.note(request, page_id)
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(PIXEL, content_type="image/gif", headers=headers)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def save(request, page_id: int):
    """Let a person choose the lists in which a public page is kept."""
    page = _public_page(request, page_id)
    theirs = SavedList.objects.filter(user=request.user)
    chosen = theirs.filter(saved_pages__page=page)
    form = SaveForm(_posted(request), user=request.user, initial={"lists": chosen})
    if request.method == "POST" and form.is_valid():
        try:
            services.save_page(
                request.user,
                page,
                form.cleaned_data.get("lists", ()),
                form.cleaned_data["new_name"],
            )
        except services.TooMany:
            form.add_error(None, _("You cannot keep more: take something out first."))
        else:
            messages.success(request, _("Your lists are up to date."))
            return redirect("saved_lists")
    context = {"form": form, "title": public_title(page), "url": page.get_url(request)}
    context["counts"] = services.counts_of(page)
    return render(request, "contributions/saving/save.html", context)


def _posted(request):
    return request.POST if request.method == "POST" else None


def _public_page(request, page_id: int) -> Page:
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id)
    if not visibility.is_public(page, visibility.rules_for(request)):
        raise Http404
    return page


@login_required
@never_cache
@require_safe
def lists(request):
    """Show the lists of the person with their pages."""
    mine = list(SavedList.objects.filter(user=request.user))
    shown = _with_links(request, mine)
    return render(request, "contributions/saving/lists.html", {"lists": shown})


def _with_links(request, lists: list[SavedList]) -> list[dict]:
    """Return each list with the pages in it that are public, in three queries for all."""
    rows = list(SavedPage.objects.filter(saved_list__in=lists).values_list("saved_list", "page"))
    pages = visibility.public(
        Page.objects.filter(pk__in={page for _list, page in rows}), visibility.rules_for(request)
    ).select_related("locale")
    by_id = {page.pk: page for page in pages}
    titles = public_titles(by_id.values())
    return [
        {
            "list": one,
            "pages": [
                {"pk": pk, "title": titles[pk], "url": by_id[pk].get_url(request)}
                for list_pk, pk in rows
                if list_pk == one.pk and pk in by_id
            ],
            "missing": sum(list_pk == one.pk and pk not in by_id for list_pk, pk in rows),
        }
        for one in lists
    ]


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request, pk: int):
    """Rename, share, empty or delete a list of the person; 404 for anybody else's."""
    one = get_object_or_404(SavedList, pk=pk, user=request.user)
    name = one.name
    form = ListForm(_posted(request), instance=one)
    if request.method == "POST":
        if "delete" in request.POST:
            one.delete()
            messages.success(request, _("The list is deleted: %(name)s.") % {"name": name})
            return redirect("saved_lists")
        if request.POST.get("remove", "").isdecimal():
            one.saved_pages.filter(page=request.POST["remove"]).delete()
            return redirect("saved_list", pk)
        if form.is_valid():
            form.save()
            messages.success(request, _("The list is changed."))
            return redirect("saved_list", pk)
    (shown,) = _with_links(request, [one])
    context = {"form": form, "name": name, **shown}
    return render(request, "contributions/saving/edit.html", context)


@require_safe
def shared(request, key):
    """Show a list that its owner shares to whoever has its address; nothing says who made it."""
    one = get_object_or_404(SavedList, key=key, is_shared=True)
    (shown,) = _with_links(request, [one])
    return render(request, "contributions/saving/shared.html", shown)
