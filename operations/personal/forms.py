"""The choice of a person who leaves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.authorship import Fate


class DeletionForm(forms.Form):
    """What becomes of the published texts, and that the rest is understood to go for good."""

    texts = forms.ChoiceField(
        label=_("Your published texts"),
        choices=Fate.choices,
        initial=Fate.ANONYMOUS,
        widget=forms.RadioSelect,
        help_text=_(
            "A text that credits other authors stays online for them, without your name, if you "
            "ask to take it off."
        ),
    )
    understood = forms.BooleanField(
        label=_("I understand that this cannot be undone"),
        error_messages={"required": _("Tick this box if you want to delete your account.")},
    )

    def __init__(self, *args, has_texts: bool, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        if not has_texts:
            # Pages of the house may still hold the name.
            self.fields["texts"].widget = forms.HiddenInput()
            self.fields["texts"].required = False

    def clean_texts(self):
        """Return the choice; without one, no name is left."""
        return self.cleaned_data["texts"] or Fate.ANONYMOUS
