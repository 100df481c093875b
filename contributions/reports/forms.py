"""What a reader fills in to report a content, and what decides on it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contributions.reports.models import Report


class ReportForm(forms.ModelForm):
    """A kind, some words, an address if one likes; `website` is a lure that people leave empty."""

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = Report
        fields = ["kind", "text", "email"]
        widgets = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 6}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        labels = {
            "kind": _("What is wrong?"),
            "text": _("Tell us more"),
            "email": _("Your e-mail address, if you want an answer"),
        }
        help_texts = {
            "text": _("Which passage, and what should it say? A source helps."),
            "email": _("Nobody else sees it, and it is deleted thirty days after the answer."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["kind"].choices = Report.Kind.choices


class DecisionForm(forms.Form):
    """The outcome of a report, and words to who reported it."""

    outcome = forms.ChoiceField(
        label=_("Decision"), choices=Report.Outcome.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Words to who reported"),
        help_text=_("Mailed to who left an address, with the decision."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
