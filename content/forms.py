"""Forms of what the rooms' own admin screens ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.tags import tags_in_use


class MergeTagsForm(forms.Form):
    """Which tag becomes which."""

    source = forms.ModelChoiceField(
        label=_("Tag to merge"), queryset=None, help_text=_("Its pages take the other tag.")
    )
    target = forms.ModelChoiceField(
        label=_("into"), queryset=None, help_text=_("Its address stays; the other leads to it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = tags_in_use()
            field.label_from_instance = lambda tag: f"{tag.name} ({tag.page_count})"

    def clean(self):
        values = super().clean()
        if values.get("source") and values.get("source") == values.get("target"):
            self.add_error("target", _("Choose two different tags."))
        return values
