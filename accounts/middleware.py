"""The second factor of whoever may enter the admin."""

from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class SecondFactorMiddleware:
    """Lead an account with admin access and no second factor to where it is set up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self._must_set_up(request):
            messages.info(request, _("The administration asks for a second factor. Add one here."))
            return redirect(f"{reverse('mfa_index')}?{urlencode({'next': request.path})}")
        return self.get_response(request)

    def _must_set_up(self, request) -> bool:
        return (
            settings.REQUIRE_SECOND_FACTOR
            and request.path_info.startswith("/admin/")
            and request.user.is_authenticated
            and request.user.has_perm("wagtailadmin.access_admin")
            and not is_mfa_enabled(request.user)
        )
