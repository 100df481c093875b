"""Where one begins: what may be proposed, what happens then, and the charter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from contributions.charters import accept, current_charter, has_accepted
from contributions.delays import usual_delay


def propose(request):
    """Say what may be proposed and how; no account is needed to read it."""
    context = {"charter": current_charter(), "usual_delay": usual_delay()}
    return render(request, "contributions/propose.html", context)


@never_cache
@login_required
def charter(request):
    """Show the charter and take its acceptance; then lead to where one was going."""
    current = current_charter()
    if current is None:
        raise Http404
    onward = _onward(request)
    if request.method == "POST":
        if request.POST.get("accept"):
            accept(request.user, current)
            messages.success(request, _("Thank you. You may propose a text at once."))
            return redirect(onward)
        messages.error(request, _("Tick the box to accept the charter, or leave this page."))
    context = {
        "charter": current,
        "onward": onward,
        "accepted": has_accepted(request.user, current),
    }
    return render(request, "contributions/charter.html", context)


def _onward(request) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "propose"
