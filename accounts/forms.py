"""Account forms of the Wagtail admin, without the name fields that accounts do not have."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm


class DisplayNameMixin(forms.Form):
    display_name = forms.CharField(
        label=_("Displayed name"),
        max_length=120,
        required=False,
        help_text=_("The name that readers and colleagues see. The address is never shown."),
    )


class UserCreationForm(DisplayNameMixin, WagtailUserCreationForm):
    pass


class UserEditForm(DisplayNameMixin, WagtailUserEditForm):
    pass
