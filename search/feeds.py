"""Results for machines: Atom (RFC 4287), JSON and GeoJSON (RFC 7946), with the filters and pages of
the page they stand for. Their ETag is that of their content (`ConditionalGetMiddleware`).
"""

from collections import defaultdict

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from content.models import PageTerritory
from content.sites import identity_for
from search.addresses import absolute
from search.models import Document
from search.results import Results


def atom(request, found: Results) -> HttpResponse:
    """Return the page as a feed, newest first unless the address says otherwise."""
    documents = _documents(found)
    context = {
        "site": identity_for(request),
        "query": found.answer.query,
        "language": get_language(),
        "entries": [{**_entry(document), "updated": _updated(document)} for document in documents],
        "updated": max(map(_updated, documents), default=None),
        "page_url": absolute(found.choice.url_at(reverse("search"))),
        **_paging(found),
    }
    return _open(
        render(request, "search/results.atom", context, content_type="application/atom+xml")
    )


def json(request, found: Results) -> HttpResponse:
    """Return the page as one object: `results`, `total`, and the addresses of its neighbours."""
    entries = [_entry(document) for document in _documents(found)]
    return _open(JsonResponse({**_summary(found), "results": entries}))


def geojson(request, found: Results) -> HttpResponse:
    """Return the page as features: a point for each territory, none where no place is known."""
    documents = _documents(found)
    places = defaultdict(list)
    rows = PageTerritory.objects.filter(
        page__in=[document.pk for document in documents],
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
        for document in documents
    ]
    answer = {"type": "FeatureCollection", **_summary(found), "features": features}
    return _open(JsonResponse(answer, content_type="application/geo+json"))


FORMS = {"atom": atom, "json": json, "geojson": geojson}


def _documents(found: Results) -> list[Document]:
    # Without an answer the page offers recent pages; a machine asked for the answer only.
    return [hit.document for hit in found.answer.hits] if found.answer.total else []


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


def _updated(document: Document):
    page = document.page
    return page.last_published_at or page.first_published_at or page.latest_revision_created_at


def _summary(found: Results) -> dict:
    answer = found.answer
    return {
        "query": answer.query,
        "language": get_language(),
        "total": answer.total,
        "level": answer.level,
        "page": found.page.number,
        "pages": found.page.paginator.num_pages,
        **_paging(found),
    }


def _paging(found: Results) -> dict[str, str | None]:
    page, choice = found.page, found.choice
    before = page.previous_page_number() if page.has_previous() else None
    after = page.next_page_number() if page.has_next() else None
    urls = {"self": page.number if page.number > 1 else 0, "previous": before, "next": after}
    return {
        f"{name}_url": None
        if number is None
        else absolute(choice.url_with(**({"page": str(number)} if number else {})))
        for name, number in urls.items()
    }


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
