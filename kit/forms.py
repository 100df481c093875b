"""The editing form of a chapter."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class ChapterForm(WagtailAdminPageForm):
    """Refuses the number of another chapter of the same part.

    A rule of the form and not of the model: a chapter that was moved beside another of its
    number must still be published when its time comes.
    """

    def clean(self):
        values = super().clean()
        if values.get("number") and self._is_taken(values["number"]):
            self.add_error("number", _("Another chapter of this part has this number already."))
        return values

    def _is_taken(self, number: str) -> bool:
        chapters = (
            type(self.instance).objects.child_of(self.parent_page).exclude(pk=self.instance.pk)
        )
        return chapters.filter(number=number).exists()
