"""Who comes in: an account, which has accepted the charter, with a form that is its own."""

from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from contributions import keeping
from contributions.charters import current_charter, has_accepted


class _Check(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return reason


def is_forged(request) -> bool:
    """Return whether a posted form does not carry the token of this browser."""
    return _Check(lambda _request: None).process_view(request, None, (), {}) is not None


def for_authors(view):
    """Let in an account that accepted the charter; keep what another one posted, then lead on.

    A form without its token is not refused here, where its text would be lost: the view is told
    by `request.is_forged`, writes nothing, and shows the form again.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.is_forged = request.method == "POST" and is_forged(request)
        return led_elsewhere(request) or view(request, *args, **kwargs)

    return never_cache(csrf_exempt(guarded))


def led_elsewhere(request):
    """Return the way to the sign-in or to the charter; None for who may write.

    What was posted is kept for when they are back. `request.is_forged` is known.
    """
    if request.user.is_authenticated and has_accepted(request.user, current_charter()):
        return None
    if request.method == "POST" and not request.is_forged and keeping.keep(request):
        messages.info(request, _("What you typed is kept: it comes back after this."))
    here = request.get_full_path()
    if not request.user.is_authenticated:
        return redirect_to_login(here)
    return redirect(f"{reverse('propose_charter')}?{urlencode({'next': here})}")
