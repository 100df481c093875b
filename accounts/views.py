"""Accounts in the Wagtail admin, and the way to the one sign-in of site and admin."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from accounts import mail_choices
from accounts.forms import MailsForm, UserCreationForm, UserEditForm


class UserViewSet(WagtailUserViewSet):
    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm


def sign_in(request):
    """Lead to the one sign-in, whatever was posted, and from there to where `next` says.

    Who is signed in and comes back here was refused: they are told so, since the sign-in would
    send them round in a circle.
    """
    if request.user.is_authenticated:
        return redirect("account_no_access")
    return redirect_to_login(request.GET.get("next") or reverse("wagtailadmin_home"))


@never_cache
@login_required
def mails(request):
    """Let a person choose which mails to receive, and say which come in any case."""
    form = MailsForm(request.POST if request.method == "POST" else None, request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your choice is kept."))
        return redirect("account_mails")
    context = {"form": form, "always": mail_choices.always_sent()}
    return render(request, "accounts/mails.html", context)


@login_required
def no_access(request):
    """Answer 403: the account is signed in and may not enter where it came from."""
    return render(request, "accounts/no_access.html", status=403)
