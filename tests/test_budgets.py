"""How many queries each public page costs: a bound, and the same for one row and for fifty.

The bounds are those of the architecture. Nothing is kept between two requests: every cache is
emptied before each, save for what is made once for all, the renditions of pictures.
"""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from content.models import (
    Organisation,
    PageCredit,
    PageTerritory,
    PageTheme,
    Territory,
    Theme,
)
from home.models import FeaturedPage
from kit.models import ChapterPage
from search import services
from stories.models import StoryPage
from tests.factories import (
    PAGE_MODELS,
    add,
    carry_out,
    kit_in,
    many,
    parent_for,
    picture,
    publish,
    published,
    sample,
    term,
)
from tests.rows import fill_rows, targets

LISTING = 18
BUDGETS = {
    "HomePage": LISTING,
    "StoryIndexPage": LISTING,
    "CoalitionIndexPage": LISTING,
    "EventIndexPage": LISTING,
    "StoryPage": 16,
    "ChapterPage": 18,
}
OTHER = 20
SEARCH = 8
NOT_FOUND = 5
FEW, MANY = 1, 50
# Rows point to pages and terms of their own, made one by one: fewer of them tell as much.
MANY_ROWS = 12


def cost(url: str, status: int = 200) -> int:
    """Return how many queries an address takes once its renditions are made."""
    carry_out()
    assert Client().get(url).status_code == status, url
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as queries:
        Client().get(url)
    return len(queries)


def page_of(model, tree):
    """Return a published page of `model`, with what makes it cost; a chapter inside a part."""
    lists = (tree.home, tree.stories, tree.coalitions, tree.events)
    found = next((page for page in lists if type(page) is model), None)
    if found:
        return found
    parent = parent_for(model, tree)
    if model is ChapterPage:
        parent = published(parent, ChapterPage, slug="part", number="1")
    page = sample(model, tree.locale, slug="measured", listing_image=picture())
    page.page_themes = [PageTheme(theme=term(Theme, "Réparer", tree.locale))]
    page.tags.add("compostage")
    return publish(add(parent, page))


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_every_page_type_keeps_within_its_budget_in_both_languages(model, fr, en):
    for tree in (fr, en):
        assert cost(page_of(model, tree).get_url()) <= BUDGETS.get(model.__name__, OTHER)


PAGES_TO_READ = [model for model in PAGE_MODELS if not model.__name__.endswith("IndexPage")]


@pytest.mark.parametrize("model", PAGES_TO_READ, ids=lambda model: model.__name__)
def test_a_page_costs_the_same_whatever_the_number_of_its_rows(model, fr):
    page = page_of(model, fr)
    pool = targets(fr, MANY_ROWS)
    costs = []
    for count in (FEW, MANY_ROWS):
        fill_rows(page, pool, count)
        page = publish(page)
        costs.append(cost(page.get_url()))
    assert costs[0] == costs[1]
    assert costs[1] <= BUDGETS.get(model.__name__, OTHER)


def test_three_photographs_stay_within_the_budget_of_a_story(fr):
    figures = []
    for number in range(3):
        image = picture(name=f"photo-{number}")
        image.contextual_alt_text, image.decorative = "Un lavoir", False
        figures.append(("figure", {"image": image, "caption": "Le lavoir"}))
    story = published(fr.stories, StoryPage, body=figures, listing_image=picture(name="top"))
    assert cost(story.get_url()) <= BUDGETS["StoryPage"]


def test_a_chapter_costs_the_same_in_a_long_kit(fr):
    kit = kit_in(fr)
    part = published(kit, ChapterPage, slug="part", number="1")
    chapter = published(part, ChapterPage, slug="measured", number="1.1")
    before = [cost(page.get_url()) for page in (chapter, kit)]
    many(Page.objects.get(pk=part.pk), ChapterPage, MANY)
    assert [cost(page.get_url()) for page in (chapter, kit)] == before


@pytest.fixture
def subject(fr) -> dict:
    """Return a term of each kind that has a page of its own."""
    return {
        "theme": term(Theme, "Réparer", fr.locale),
        "territory": term(Territory, "Mayenne", fr.locale, kind="department", code="53"),
        "organisation": term(Organisation, "Le lavoir", fr.locale),
    }


def about(subject: dict, pages) -> None:
    """Make each of `pages` a page about every subject, with a tag."""
    for page in pages:
        PageTheme.objects.create(page=page, theme=subject["theme"])
        PageTerritory.objects.create(page=page, territory=subject["territory"])
        PageCredit.objects.create(page=page, organisation=subject["organisation"])
        page.tags.add("compostage")
        page.save()
        services.put(type(page).objects.get(pk=page.pk))


def list_addresses(fr) -> dict[str, int]:
    """Return the address of each list with its bound."""
    with override("fr"):
        search = reverse("search")
        return {
            fr.home.get_url(): LISTING,
            fr.stories.get_url(): LISTING,
            f"{fr.stories.get_url()}?theme=reparer&kind=story": LISTING,
            search: SEARCH,
            f"{search}?q=storypage": SEARCH,
            f"{search}?kind=story&theme=reparer&territory=mayenne": SEARCH,
            reverse("theme", args=["reparer"]): LISTING,
            reverse("territory", args=["mayenne"]): LISTING,
            reverse("organisation", args=["le-lavoir"]): LISTING,
            reverse("tag", args=["compostage"]): LISTING,
        }


def test_a_list_costs_the_same_for_one_page_and_for_fifty(fr, subject):
    image = picture()
    about(subject, many(fr.stories, StoryPage, FEW, listing_image=image))
    fr.home.featured = [FeaturedPage(page=Page.objects.child_of(fr.stories).first())]
    publish(fr.home)
    urls = list_addresses(fr)
    before = {url: cost(url) for url in urls}
    about(subject, many(fr.stories, StoryPage, MANY, start=FEW, listing_image=image))
    assert {url: cost(url) for url in urls} == before
    assert {url for url, bound in urls.items() if before[url] > bound} == set()


def test_a_list_in_english_keeps_within_the_same_budget(fr, en):
    many(fr.stories, StoryPage, 3)
    many(en.stories, StoryPage, 3)
    assert cost(en.stories.get_url()) <= LISTING
    assert cost("/en/search/?q=storypage") <= SEARCH
    assert cost("/en/") <= LISTING


def test_a_hidden_branch_costs_no_query(fr):
    many(fr.stories, StoryPage, 3)
    url = fr.stories.get_url()
    before = cost(url)
    part = published(kit_in(fr), ChapterPage, slug="part")
    published(part, ChapterPage, slug="inside")
    part.unpublish()
    assert cost(url) == before


@pytest.mark.parametrize("url", ["/fr/nowhere/", "/en/a/b/c/", "/es/", "/nowhere/"])
def test_a_page_that_is_not_there_costs_little(fr, url):
    assert cost(url, status=404) <= NOT_FOUND
