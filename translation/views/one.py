"""The base of the screens of one translation."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from content.desks import DeskItemView
from content.languages import name_for_reader
from translation.views.desk import DeskView


class OneTranslationView(DeskItemView):
    """A screen under the desk, about the translation of its address.

    A subclass gives `template_name` and `may_enter(user)`.
    """

    desk = DeskView

    @cached_property
    def translation(self) -> Translation:
        translations = Translation.objects.select_related(
            "source", "source__locale", "target_locale"
        )
        return get_object_or_404(translations, pk=self.kwargs["pk"], enabled=True)

    @cached_property
    def target(self):
        return self.translation.get_target_instance()

    def get_page_title(self):
        return _("%(title)s, in %(language)s") % {
            "title": self.translation.source.object_repr,
            "language": name_for_reader(self.translation.target_locale.language_code),
        }
