"""The editing form of a story."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class StoryForm(WagtailAdminPageForm):
    """Refuses a link from a story to itself; a row does not know its page before it is saved."""

    def clean(self):
        values = super().clean()
        for row in self.formsets["story_links"].forms:
            other = row.cleaned_data.get("other") if row.is_valid() else None
            if other and other.pk == self.instance.pk:
                row.add_error("other", _("A story is not linked to itself."))
        return values
