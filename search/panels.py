"""What the form of synonyms tells: how many pages each of them finds."""

from dataclasses import dataclass

from wagtail.admin.panels import Panel

from search import api
from search.engines.base import SearchRequest
from search.engines.loosening import EVERY


@dataclass(frozen=True)
class FoundBy:
    """How many pages a question finds, by its own words and with all synonyms of its language."""

    question: str
    alone: int
    together: int


class FoundPanel(Panel):
    """Says how many pages each of some saved synonyms finds now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "search/admin/found_panel.html"

        def is_shown(self):
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context=None):
            language = self.instance.locale.language_code
            return {
                **super().get_context_data(parent_context),
                "found": [found_by(entry, language) for entry in self.instance.entries],
            }


def found_by(question: str, language: str) -> FoundBy:
    """Return how many pages have every word of a question."""
    alone, together = (
        api.search(SearchRequest(question, language, page_size=1, synonyms=synonyms))
        for synonyms in (False, True)
    )
    return FoundBy(question, *(one.total if one.level == EVERY else 0 for one in (alone, together)))
