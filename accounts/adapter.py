"""How allauth behaves here: who is throttled, what an account is called, where one goes back."""

from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError

# Where a sign-in leads that names no other place, in the session of who was on the way somewhere: a
# sign-up ends with a link in a mail, which names none.
WAY_BACK = "accounts.way_back"


class AccountAdapter(DefaultAccountAdapter):
    """Wrong passwords are counted for an account *and* where they come from.

    Who tries somebody else's password is stopped; the owner, elsewhere, still gets in.
    """

    def _get_login_attempts_cache_key(self, request, **credentials):
        account = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{account}:{self.get_client_ip(request)}"

    def pre_authenticate(self, request, **credentials):
        """Count the attempt; raise the answer 429 when there were too many (RFC 6585)."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise ImmediateHttpResponse(respond_429(request)) from error

    def send_account_already_exists_mail(self, email):
        """Tell the owner by mail, in the time that making an account takes."""
        make_password(email)
        super().send_account_already_exists_mail(email)

    def save_user(self, request, user, form, commit=True):
        """Give the account the displayed name that was typed with its address."""
        user.display_name = form.cleaned_data.get("display_name", "")
        return super().save_user(request, user, form, commit)

    def get_login_redirect_url(self, request):
        """Return the way back that was noted before the sign-in, once, or the usual place."""
        return request.session.pop(WAY_BACK, "") or super().get_login_redirect_url(request)

    def get_email_confirmation_url(self, request, emailconfirmation):
        """Return the link of the mail; it leads to where one was going, in any browser."""
        url = super().get_email_confirmation_url(request, emailconfirmation)
        onward = get_next_redirect_url(request)
        return f"{url}?{urlencode({'next': onward})}" if onward else url
