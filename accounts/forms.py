"""Account forms: an address and a displayed name, no first or last name."""

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from accounts import mail_choices
from accounts.addresses import vouch_for

FIELDS = ("email", "display_name", "is_superuser", "groups")


class VouchedForm:
    """An account made or changed by an administrator: its address counts as verified."""

    def save(self, commit=True):
        user = super().save(commit)
        if commit:
            vouch_for(user)
        return user


class UserCreationForm(VouchedForm, WagtailUserCreationForm):
    first_name = None
    last_name = None

    class Meta(WagtailUserCreationForm.Meta):
        fields = FIELDS


class UserEditForm(VouchedForm, WagtailUserEditForm):
    first_name = None
    last_name = None

    class Meta(WagtailUserEditForm.Meta):
        fields = (*FIELDS, "is_active")


class MailsForm(forms.Form):
    """The mails that a person receives, among those that may be refused."""

    wanted = forms.MultipleChoiceField(
        label=_("Write to me"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data, user):
        names = [kind.name for kind in mail_choices.choices()]
        wanted = [name for name in names if mail_choices.wants(user, name)]
        super().__init__(data, initial={"wanted": wanted})
        self.user = user
        self.fields["wanted"].choices = [(kind.name, kind.label) for kind in mail_choices.choices()]

    def save(self) -> None:
        """Keep what is refused, so that a mail that is new one day is sent."""
        wanted = self.cleaned_data["wanted"]
        names = [kind.name for kind in mail_choices.choices()]
        self.user.refused_mails = [name for name in names if name not in wanted]
        self.user.save(update_fields=["refused_mails"])


class SignupForm(AllauthSignupForm):
    """An address, a password, and the name that readers will see, which may wait."""

    display_name = forms.CharField(
        label=_("Displayed name"),
        help_text=_("The name that readers see beside your texts. You can choose it later."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # allauth hides its lure by an inline style, which the policy of the pages refuses.
        lure = self.fields[settings.ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD]
        lure.label = _("Leave this empty")
        lure.widget.attrs = {"tabindex": "-1", "autocomplete": "off"}
