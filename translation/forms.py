"""What the screens of translators ask."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why a translation is sent back; the translator gets it by mail."""

    comment = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The translator receives it by mail."),
    )


class ExchangeForm(forms.Form):
    """A PO file, or a ZIP of them."""

    file = forms.FileField(
        label=_("PO file, or ZIP of PO files"),
        help_text=_("2 MB at most. What is marked as fuzzy is taken as to be reviewed."),
        widget=forms.FileInput(attrs={"accept": ".po,.zip"}),
    )
