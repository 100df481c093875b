"""What the portal knows of me: see it, take it along, delete it."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts.personal_data import keepers
from content.authorship import holdings_of
from operations.personal import erasure, exports
from operations.personal.forms import DeletionForm
from operations.personal.models import DataExport


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required(allow_get=True)
def data(request):
    """Say what is kept about the person; make the archive of it when they ask."""
    if request.method == "POST":
        exports.ask(request.user)
        return redirect("account_data")
    context = {
        "kinds": [exports.label_of(keeper) for keeper in keepers()],
        "export": DataExport.objects.filter(user=request.user).defer("data").first(),
        "days": exports.KEPT.days,
    }
    return render(request, "operations/personal/data.html", context)


@login_required
@never_cache
@require_GET
@reauthentication_required
def archive(request):
    """Answer with the archive of the person who is signed in; 404 before it is made."""
    export = DataExport.objects.filter(user=request.user, finished_at__isnull=False).first()
    if export is None:
        raise Http404
    name = f"{slugify(request.user.get_full_name()) or 'data'}-{export.finished_at:%Y-%m-%d}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bytes(export.data), content_type="application/zip", headers=headers)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required
def delete(request):
    """Show what goes and what stays; delete the account when the person confirms."""
    held = holdings_of(request.user)
    posted = request.POST if request.method == "POST" else None
    form = DeletionForm(posted, has_texts=bool(held.published))
    is_last = False
    if request.method == "POST" and form.is_valid():
        try:
            erasure.ask(request.user, form.cleaned_data["texts"])
        except erasure.LastAdministrator:
            is_last = True
        else:
            logout(request)
            return redirect("account_deleted")
    context = {"form": form, "held": held, "is_last": is_last}
    status = 409 if is_last else 200
    return render(request, "operations/personal/delete.html", context, status=status)


@require_GET
def deleted(request):
    """Say goodbye."""
    return render(request, "operations/personal/deleted.html")
