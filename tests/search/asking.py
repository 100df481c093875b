"""Texts to search and questions to ask, for the tests of the engines."""

from content.visibility import current_rules
from search import api, services
from search.engines.base import SearchRequest, SearchResponse
from search.facets import SEARCH_FILTERS
from stories.models import StoryPage
from tests.factories import add, carry_out

FACETS = frozenset(facet.name for facet in SEARCH_FILTERS)


def text(tree, title: str = "Titre", body: str = "", **changes):
    """Return an indexed story that has these words and no other."""
    values = {"text_language": tree.locale.language_code, "content_language": "fr", **changes}
    page = StoryPage(
        title=title,
        slug=f"text-{StoryPage.objects.count()}",
        locale=tree.locale,
        body=[("text", f"<p>{body}</p>")] if body else [],
        **values,
    )
    page = add(tree.stories, page)
    services.put(page)
    carry_out()
    return page


def ask(q: str, locale: str = "fr", **asked) -> SearchResponse:
    """Return the answer to a question, with the counts of every facet."""
    asked.setdefault("counted", FACETS)
    answer = api.search(SearchRequest(q=q, locale=locale, **asked), current_rules())
    assert not answer.degraded
    return answer


def found(q: str, locale: str = "fr", **asked) -> list[str]:
    """Return the titles of the pages that answer, best first."""
    answer = ask(q, locale, **asked)
    return [hit.document.title for hit in answer.hits] if answer.total else []
