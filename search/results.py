"""The page of search results: the question in its address, the answer as its templates read it."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content import visibility
from search import api
from search.addresses import absolute
from search.engines.base import DATE, RELEVANCE, WINDOW, SearchRequest, SearchResponse
from search.facets import LOCALE, SEARCH_FILTERS
from search.feeds import FORMS, OpenList
from search.filters import Filters
from search.listings import filtering, labelled, page_of, paging

KEPT = ("q", "sort")


@dataclass(frozen=True)
class Results:
    """What an address asks, and the answer; the documents have their address and label."""

    choice: Filters
    asked: SearchRequest
    answer: SearchResponse
    page: Page


def results_of(request, locale_id: int, sort: str = "") -> Results:
    """Return the answer to the question in the address; `Http404` for an unknown filter or page.

    `sort` is the order when the address names none.
    """
    choice = Filters(request=request, locale_id=locale_id, facets=SEARCH_FILTERS, kept=KEPT)
    filters = choice.values
    sorts = {RELEVANCE, DATE}
    wanted = request.GET.get("sort", sort)
    asked = SearchRequest(
        q=request.GET.get("q", ""),
        locale=get_language(),
        version=filters.pop(LOCALE, ""),
        filters=filters,
        sort=wanted if wanted in sorts else RELEVANCE,
        page=_page_number(request),
        counted=choice.shown,
    )
    answer = api.search(asked, visibility.rules_for(request))
    shown = min(answer.total, WINDOW)
    page = page_of(request, range(shown), shown, asked.page_size)
    labelled([hit.document for hit in answer.listed], request)
    return Results(choice, asked, answer, page)


def results_context(found: Results) -> dict:
    """Return what the template of the search page reads."""
    choice, answer = found.choice, found.answer
    return {
        "listing": choice,
        "own_url": absolute(choice.url_with(page=_number_of(found.page))),
        "answer": answer,
        "hits": answer.listed,
        "query": answer.query,
        "total": answer.total,
        "sort": found.asked.sort,
        "suggestion_url": choice.url_with(q=answer.suggestion) if answer.suggestion else "",
        "sort_urls": {name: choice.url_with(sort=name) for name in (RELEVANCE, DATE)},
        "form_urls": {
            form: choice.url_at(reverse("search_results", args=[form])) for form in FORMS
        },
        **paging(found.page),
        **filtering(choice, answer.facets, answer.total, answer.elsewhere, answer.estimated),
    }


def open_list(found: Results) -> OpenList:
    """Return the answer as machines read it.

    Without an answer the page offers recent pages; a machine asked for the answer only.
    """
    answer = found.answer
    title = _("Search: %(query)s") % {"query": answer.query} if answer.query else _("Search")
    return OpenList(
        title=title,
        documents=[hit.document for hit in answer.hits] if answer.total else [],
        page=found.page,
        choice=found.choice,
        page_url=found.choice.url_at(reverse("search"), page=_number_of(found.page)),
        query=answer.query,
        level=answer.level,
    )


def _number_of(page: Page) -> str:
    """Return the number of a page as an address says it: the first one has none."""
    return str(page.number) if page.number > 1 else ""


def _page_number(request) -> int:
    number = request.GET.get("page", "1") or "1"
    if not (number.isdecimal() and number.isascii() and 0 < len(number) < 8 and int(number)):
        raise Http404(_("This list has no such page."))
    return int(number)
