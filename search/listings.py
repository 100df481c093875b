"""Lists read from the catalogue, with their filters and pages in the address."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.utils.translation import gettext as _

from content import visibility
from content.models import PortalRendition
from search import feeds
from search.counting import ELSEWHERE, TOTAL
from search.facets import FILTERS, FacetType
from search.feeds import FORMS, OpenList
from search.filters import Filters
from search.kinds import kind_labels
from search.models import Document
from search.selection import Selection

# Four rows of three cards on a wide screen: what a reader of a telephone scrolls without losing
# the way to the next page, and pictures within the weight that a list may have.
PAGE_SIZE = 12
# The parameter that asks for a list in a form for machines.
FORM = "format"
CARD_RENDITION = "fill-480x270|format-webp|webpquality-60"
_RENDITION = Prefetch(
    "image__renditions",
    queryset=PortalRendition.objects.filter(filter_spec=CARD_RENDITION),
    to_attr="prefetched_renditions",
)


@dataclass
class Listing:
    """A list of public pages of one language, as the request filters and pages it.

    `kinds` limits it to some kinds; `fixed` holds the facets that the address itself sets
    (a theme on the page of the theme); `filters` are the facets that a reader may choose.
    """

    request: object
    locale_id: int
    kinds: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    filters: tuple[FacetType, ...] = FILTERS
    page_size: int = PAGE_SIZE

    def __post_init__(self):
        self.path = self.request.path
        self.choice = Filters(
            request=self.request,
            locale_id=self.locale_id,
            kinds=self.kinds,
            fixed=self.fixed,
            facets=self.filters,
            kept=(FORM,),
        )
        self.form = self.choice.given(FORM)
        self.selection = Selection(
            rules=visibility.rules_for(self.request),
            locale_id=self.locale_id,
            kinds=self.kinds,
            fixed=self.fixed,
            filters=self.choice.values,
        )

    @cached_property
    def counts(self) -> dict[str, Counter]:
        """How many pages the list, each facet value and each left-out language have."""
        return self.selection.counts(set(self.choice.shown))

    @property
    def total(self) -> int:
        """How many pages the list has, counted on the catalogue."""
        return self.counts[TOTAL][""]

    def context(self) -> dict:
        """Return what the listing templates read; `Http404` for a wrong page number."""
        page = page_of(self.request, self.selection.public(), self.total, self.page_size)
        page.object_list = cards(page.object_list, self.request)
        return {
            "listing": self,
            "rows": page.object_list,
            "total": self.total,
            "query": "",
            "form_urls": {form: self.choice.url_with(**{FORM: form}) for form in FORMS},
            **paging(page),
            **filtering(self.choice, self.counts, self.total, self.counts[ELSEWHERE]),
        }

    def open_list(self, title: str) -> OpenList:
        """Return the list as machines read it; `Http404` for a wrong page number."""
        page = page_of(self.request, self.selection.public(), self.total, self.page_size)
        number = str(page.number) if page.number > 1 else ""
        return OpenList(
            title=title,
            documents=labelled(list(page.object_list), self.request),
            page=page,
            choice=self.choice,
            page_url=self.choice.url_with(**{FORM: "", "page": number}),
        )


def page_of(request, rows, total: int, size: int = PAGE_SIZE) -> Page:
    """Return the page of `rows` that the address asks for; `Http404` for a wrong number."""
    paginator = Paginator(rows, size)
    paginator.count = total
    try:
        return paginator.page(request.GET.get("page", "1") or "1")
    except InvalidPage as error:
        raise Http404(_("This list has no such page.")) from error


def paging(page: Page) -> dict:
    """Return what the template of the page numbers reads."""
    return {
        "page_obj": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
    }


def filtering(
    choice: Filters,
    counts: dict[str, Counter],
    total: int,
    elsewhere: Counter,
    estimated: frozenset[str] = frozenset(),
) -> dict:
    """Return what the templates of the filters read; `estimated` facets say so."""
    chosen = choice.chosen
    return {
        "facets": choice.with_counts(counts, total, estimated),
        "filters_count": len(chosen),
        "chosen": chosen,
        "clear_url": choice.unfiltered_url if len(chosen) > 1 else "",
        "elsewhere": choice.elsewhere(elsewhere),
    }


def cards(documents, request) -> list[Document]:
    """Return documents with what a card shows: address, label, picture. Two queries."""
    found = list(documents.select_related("image").prefetch_related(_RENDITION))
    return labelled(found, request)


def labelled(documents: list[Document], request) -> list[Document]:
    """Give documents their address and the label of their kind; return them."""
    labels = kind_labels()
    for document in documents:
        document.url = document.page.get_url(request) or ""
        document.label = labels.get(document.kind, "")
    return documents


class ListingPage:
    """Mixin of the index pages: a list of some kinds from the catalogue."""

    listed_kinds: tuple[str, ...] = ()
    group_by_year = False
    filters: tuple[FacetType, ...] = FILTERS
    page_size = PAGE_SIZE

    def listing(self, request) -> Listing:
        """Return the list as the request filters and pages it."""
        return Listing(
            request=request,
            locale_id=self.locale_id,
            kinds=self.listed_kinds,
            filters=self.filters,
            page_size=self.page_size,
        )

    def serve(self, request, *args, **kwargs):
        """Answer with the page, or with its list in a form for machines."""
        if request.GET.get(FORM):
            listing = self.listing(request)
            return feeds.answer(listing.form, request, listing.open_list(self.title))
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = self.listing(request).context()
        return {**context, **listing, "group_by_year": self.group_by_year}
