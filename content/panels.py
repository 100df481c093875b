"""Panels of the editing form that tell something instead of asking."""

from wagtail.admin.panels import Panel

from content.agreements_views import address_for
from content.consent import sources_of
from content.people import initials


class PeoplePanel(Panel):
    """Says who is shown by initials, where to record a consent, and what the address still says."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "content/admin/people_panel.html"

        def is_shown(self):
            page = self.instance
            return bool(super().is_shown() and sources_of(type(page)) and page.names)

        def get_context_data(self, parent_context=None):
            page = self.instance
            names = page.names
            spoken = (page.slug or "").replace("-", " ").title()
            return {
                **super().get_context_data(parent_context),
                "people": [(name, initials(name)) for name in names.hidden],
                "address": address_for(page) if page.pk else "",
                "named_in_address": names.mask(spoken) != spoken,
            }
