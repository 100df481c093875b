"""The same pages as Wagtail serves them out of the box: what our figures are set beside.

Three things are put back: an address is followed level by level, a list is the children of its
page in the tree (`get_children().live().public().specific()`), and the home looks for the
latest pages in the tree. Templates, menus and middleware stay those of the portal. A stock list
has no facets and does not count what it leaves out: it does less than ours.
"""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.core.paginator import Paginator
from django.shortcuts import render
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page

from coalitions.models import CoalitionPage, EventPage
from content.models import Theme
from home import models as home_models
from home.models import HomePage
from home.services import SECTION_LENGTH
from kit.models import KitPage
from search.kinds import kind_labels
from search.listings import PAGE_SIZE, ListingPage
from stories.models import StoryPage


@contextmanager
def stock_paths():
    """Serve as stock Wagtail does while the context lasts."""
    with ExitStack() as stack:
        stack.enter_context(override_settings(ROOT_URLCONF="benchmarks.stock_urls"))
        stack.enter_context(patch.object(HomePage, "route", Page.route))
        stack.enter_context(patch.object(ListingPage, "get_context", _list_context))
        stack.enter_context(patch.object(home_models, "featured_pages", _home_context))
        yield


def theme_page(request, slug):
    """List the pages of a theme from the page table."""
    term = Theme.objects.get(slug=slug, locale__language_code=request.LANGUAGE_CODE)
    pages = Page.objects.live().public().filter(locale=term.locale, page_themes__theme=term)
    context = {**_listed(request, pages), "term": term, "facet": "theme"}
    return render(request, "search/term.html", context)


def _list_context(index, request, *args, **kwargs) -> dict:
    """Return the context of an index page whose children are read from the tree."""
    context = super(ListingPage, index).get_context(request, *args, **kwargs)
    pages = index.get_children().live().public()
    if slug := request.GET.get("theme"):
        pages = pages.filter(page_themes__theme__slug=slug)
    return {**context, **_listed(request, pages), "group_by_year": index.group_by_year}


def _listed(request, pages) -> dict:
    newest_first = pages.order_by("-first_published_at").specific()
    page = Paginator(newest_first, PAGE_SIZE).page(request.GET.get("page", 1))
    page.object_list = [_Card(one, request) for one in page.object_list]
    return {
        "rows": page.object_list,
        "page_obj": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "total": page.paginator.count,
    }


def _home_context(home, request) -> dict:
    """Return the cards of the home, each section by its own query over the tree."""
    today = timezone.localdate()
    events = _below(EventPage, home)
    sections = {
        "featured": [row.page.specific for row in home.featured.all()],
        "stories": _latest(_below(StoryPage, home)),
        "coalitions": _latest(_below(CoalitionPage, home)),
        "upcoming": events.filter(starts_on__gte=today).order_by("starts_on")[:2],
        "past_events": events.filter(starts_on__lt=today).order_by("-starts_on")[:2],
        "kits": _below(KitPage, home)[:1],
    }
    return {name: [_Card(one, request) for one in pages] for name, pages in sections.items()}


def _below(model, home):
    return model.objects.descendant_of(home).live().public()


def _latest(pages):
    return pages.order_by("-first_published_at")[:SECTION_LENGTH]


class _Card:
    """What the template of a card reads of a page."""

    def __init__(self, page, request):
        mapping = page.search_mapping
        own_day = getattr(page, mapping.date) if mapping.date else None
        self.page_id = page.pk
        self.url = page.get_url(request)
        self.title, self.summary = page.title, page.summary
        self.family, self.label = mapping.family, kind_labels().get(mapping.kind, "")
        self.image, self.text_language = page.listing_image, page.text_language
        self.facts = page.card_facts()
        self.dated = own_day or timezone.localdate(page.first_published_at)
        self.year = self.dated.year
