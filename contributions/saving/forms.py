"""Into which lists a page goes; what a list is called and who sees it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contributions.saving.models import SavedList


class SaveForm(forms.Form):
    """Lists of the person, and the name of a new one."""

    lists = forms.ModelMultipleChoiceField(
        label=_("In these lists"),
        queryset=SavedList.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    new_name = forms.CharField(
        label=_("In a new list"),
        max_length=80,
        required=False,
        help_text=_("For instance: to read, for the workshop."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        lists = SavedList.objects.filter(user=user)
        if lists.exists():
            self.fields["lists"].queryset = lists
        else:
            del self.fields["lists"]
            self.fields["new_name"].required = True


class ListForm(forms.ModelForm):
    class Meta:
        model = SavedList
        fields = ["name", "is_shared"]
        labels = {"name": _("Name of the list"), "is_shared": _("Anyone with its address sees it")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_name(self):
        """Return the name; refuse one that another list of the person has."""
        name = self.cleaned_data["name"]
        others = SavedList.objects.filter(user=self.instance.user).exclude(pk=self.instance.pk)
        if others.filter(name=name).exists():
            raise forms.ValidationError(_("You have another list of that name."))
        return name
