"""The page of search results: the question in its address, the answer as its templates read it."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content import visibility
from search import api
from search.engines.base import DATE, RELEVANCE, SearchRequest
from search.filters import Filters
from search.listings import filtering, labelled, page_of, paging

KEPT = ("q", "sort")


def results(request, locale_id: int) -> dict:
    """Return what the search page shows; `Http404` for an unknown filter or a wrong page."""
    choice = Filters(request=request, locale_id=locale_id, kept=KEPT)
    asked = SearchRequest(
        q=request.GET.get("q", ""),
        locale=get_language(),
        filters=choice.values,
        sort=DATE if request.GET.get("sort") == DATE else RELEVANCE,
        page=_page_number(request),
        counted=choice.shown,
    )
    answer = api.search(asked, visibility.rules_for(request))
    page = page_of(request, range(answer.total), answer.total, asked.page_size)
    labelled([hit.document for hit in answer.hits], request)
    return {
        "listing": choice,
        "answer": answer,
        "hits": answer.hits,
        "query": answer.query,
        "total": answer.total,
        "sort": asked.sort,
        "suggestion_url": choice.url_with(q=answer.suggestion) if answer.suggestion else "",
        "sort_urls": {name: choice.url_with(sort=name) for name in (RELEVANCE, DATE)},
        **paging(page),
        **filtering(choice, answer.facets, answer.elsewhere),
    }


def _page_number(request) -> int:
    number = request.GET.get("page", "1") or "1"
    if not (number.isdecimal() and number.isascii() and 0 < len(number) < 8 and int(number)):
        raise Http404(_("This list has no such page."))
    return int(number)
