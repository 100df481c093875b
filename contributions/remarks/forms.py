"""What one fills in to remark on a page, and what decides on a remark."""

from itertools import groupby
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.fields import LanguageChoiceField
from contributions.remarks.models import LONGEST_TEXT, Remark
from contributions.remarks.passages import passages_of
from contributions.remarks.services import WITHOUT_REASON, kinds_for


class RemarkForm(forms.Form):
    """A kind, a passage or the whole page, some words. `key` tells two clicks from two remarks."""

    kind = forms.ChoiceField(label=_("What do you bring?"), widget=forms.RadioSelect)
    passage = forms.ChoiceField(
        label=_("On which passage?"),
        required=False,
        help_text=_("Your remark stays with it, and quotes it if it changes."),
    )
    text = forms.CharField(
        label=_("Your remark"),
        max_length=LONGEST_TEXT,
        help_text=_("What you saw, did or wonder about, and where. A few lines are enough."),
        widget=forms.Textarea({"rows": 7}),
    )
    text_language = LanguageChoiceField(label=_("Language of your remark"), required=False)

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds_for(page)]
        passages = passages_of(page)
        self.fields["passage"].choices = [("", _("The whole page")), *_by_heading(passages)]
        if not passages:
            self.fields["passage"].widget = forms.HiddenInput()

    @property
    def key(self) -> UUID:
        """The key that the form was made with, or a new one."""
        try:
            return UUID(self.data.get("key", ""))
        except ValueError:
            return uuid4()


def _by_heading(passages) -> list:
    """Return the choices of passages, those under one heading together."""
    choices = []
    for heading, group in groupby(passages, key=lambda one: one.heading):
        options = [(one.key, one.extract) for one in group]
        choices += [(heading, options)] if heading else options
    return choices


class DecisionForm(forms.Form):
    """The outcome of a remark, why, and a reply that readers see under it."""

    outcome = forms.ChoiceField(
        label=_("Decision"), choices=Remark.Outcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Compulsory unless the remark is kept. Its author and readers see it."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    reply = forms.CharField(
        label=_("Reply of the editors"),
        help_text=_("Shown under the remark, if you write one."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self):
        values = super().clean()
        kept = values.get("outcome", "") in {"", *WITHOUT_REASON}
        if not kept and not values.get("reason"):
            self.add_error("reason", gettext("Write the reason: the author reads it."))
        return values
