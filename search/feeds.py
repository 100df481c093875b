"""Lists for machines: Atom (RFC 4287, paged by RFC 5005), JSON and GeoJSON (RFC 7946), with the
filters and pages of the list they stand for. Their ETag is that of their content
(`ConditionalGetMiddleware`).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.core.paginator import Page
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from content.models import PageTerritory
from content.sites import identity_for
from search.addresses import absolute
from search.filters import Filters
from search.models import Document


@dataclass(frozen=True)
class OpenList:
    """One page of a list: its documents with their address and label, its place, its filters.

    `page_url` is the address of the list for people, of the same page and filters. `query` and
    `level` are those of an answer to a question (`search.engines.base.SearchResponse`).
    """

    title: str
    documents: list[Document]
    page: Page
    choice: Filters
    page_url: str
    query: str = ""
    level: str = "every"


def atom(request, found: OpenList) -> HttpResponse:
    """Return the page as a feed."""
    context = {
        "site": identity_for(request),
        "title": _printable(found.title),
        "language": get_language(),
        "entries": [
            {**_entry(document), "updated": _updated(document)} for document in found.documents
        ],
        "updated": max(map(_updated, found.documents), default=None),
        "page_url": absolute(found.page_url),
        **_paging(found),
    }
    return _open(
        render(request, "search/results.atom", context, content_type="application/atom+xml")
    )


def json(request, found: OpenList) -> HttpResponse:
    """Return the page as one object: `results`, `total`, and the addresses of its neighbours."""
    entries = [_entry(document) for document in found.documents]
    return _open(JsonResponse({**_summary(found), "results": entries}))


def geojson(request, found: OpenList) -> HttpResponse:
    """Return the page as features: a point for each territory, none where no place is known."""
    places = defaultdict(list)
    rows = PageTerritory.objects.filter(
        page__in=[document.pk for document in found.documents],
        territory__live=True,
        territory__longitude__isnull=False,
        territory__latitude__isnull=False,
    )
    columns = ("page_id", "territory__longitude", "territory__latitude")
    for page_id, longitude, latitude in rows.order_by("pk").values_list(*columns):
        places[page_id].append([float(longitude), float(latitude)])
    features = [
        {
            "type": "Feature",
            "geometry": _geometry(places[document.pk]),
            "properties": _entry(document),
        }
        for document in found.documents
    ]
    answer = {"type": "FeatureCollection", **_summary(found), "features": features}
    return _open(JsonResponse(answer, content_type="application/geo+json"))


FORMS = {"atom": atom, "json": json, "geojson": geojson}


def answer(form: str, request, found: OpenList) -> HttpResponse:
    """Return a list in one of the `FORMS`; `Http404` for another."""
    if form not in FORMS:
        raise Http404
    return FORMS[form](request, found)


def _entry(document: Document) -> dict:
    return {
        "url": absolute(document.url),
        "title": _printable(document.title),
        "summary": _printable(document.summary),
        "kind": document.kind,
        "label": str(document.label),
        "language": document.text_language,
        "date": document.dated.isoformat(),
        "facts": document.facts,
    }


def _updated(document: Document) -> datetime:
    """Return when the page was last published; its own day where that is not known."""
    known = document.page.last_published_at or document.page.first_published_at
    return known or datetime.combine(document.dated, time.min, UTC)


def _summary(found: OpenList) -> dict:
    return {
        "title": found.title,
        "query": found.query,
        "language": get_language(),
        "total": found.page.paginator.count,
        "level": found.level,
        "page": found.page.number,
        "pages": found.page.paginator.num_pages,
        **_paging(found),
    }


def _paging(found: OpenList) -> dict[str, str | None]:
    """Return the addresses of the page, of its neighbours and of both ends of the list."""
    page, last = found.page, found.page.paginator.num_pages
    numbers = {
        "self": page.number,
        "first": 1,
        "previous": page.previous_page_number() if page.has_previous() else None,
        "next": page.next_page_number() if page.has_next() else None,
        "last": last,
    }
    return {f"{name}_url": number and _url(found, number) for name, number in numbers.items()}


def _url(found: OpenList, number: int) -> str:
    return absolute(found.choice.url_with(page=str(number) if number > 1 else ""))


def _geometry(points: list) -> dict | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _printable(text: str) -> str:
    """Return a text without the control characters that XML cannot hold."""
    return "".join(one if one.isprintable() else " " for one in text)


def _open(response: HttpResponse) -> HttpResponse:
    """Let any site read an answer that anybody may read, and keep it out of search engines."""
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    return response
