"""A generated site is a sound one: what is measured on it is what editors would have made."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page

from benchmarks.addresses import addresses
from benchmarks.generator import generate
from benchmarks.insertion import Insertion
from benchmarks.stock import stock_paths
from content import visibility
from content.models import PageTerritory, PageTheme
from search.models import Document, DocumentText, Facet
from search.services import rebuild
from stories.models import StoryPage

PAGES = 120


@pytest.fixture
def site(fr, en):
    return generate(PAGES)


def catalogue() -> dict:
    """Return everything that the catalogue says of each page."""
    facets = {}
    for row in Facet.objects.order_by("facet", "value"):
        facets.setdefault(row.document_id, []).append((row.facet, row.value))
    texts = {row.pk: (row.text, row.headings, row.subjects) for row in DocumentText.objects.all()}
    return {
        row["page_id"]: (row, texts[row["page_id"]], facets.get(row["page_id"]))
        for row in Document.objects.values()
    }


def test_the_site_has_as_many_pages_as_asked(fr, en):
    before = Page.objects.count()
    site = generate(PAGES)
    assert site.pages == PAGES
    assert Page.objects.count() == before + PAGES


def test_the_tree_is_sound(site):
    assert Page.find_problems() == ([], [], [], [], [])


def test_each_page_is_where_its_address_says(site):
    by_path = {page.path: page for page in Page.objects.all()}
    placed = [page for page in by_path.values() if page.depth > 2]
    assert len(placed) > PAGES
    for page in placed:
        parent = by_path[page.path[: -Page.steplen]]
        assert page.url_path == f"{parent.url_path}{page.slug}/"
        assert page.locale_id == parent.locale_id


def test_an_editor_can_go_on_in_the_generated_tree(site):
    index = site.trees["fr"].parents["story"]
    index.refresh_from_db()
    added = index.add_child(instance=StoryPage(title="Encore une", locale=index.locale))
    assert added.get_parent().pk == index.pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_catalogue_is_the_one_that_a_rebuild_makes(site):
    generated = catalogue()
    # The lists are catalogued when they are published; a rebuild writes them again, the same.
    assert len(generated) > PAGES * 0.8
    rebuild()
    assert catalogue() == generated


def test_drafts_and_a_hidden_branch_are_part_of_the_site(site):
    rules = visibility.current_rules()
    assert rules.unpublished
    assert Page.objects.filter(live=False).count() > 3
    assert not Document.objects.filter(page__live=False).exists()


def test_the_same_seed_makes_the_same_site(site):
    def words():
        pages = StoryPage.objects.order_by("path")
        return list(pages.values_list("path", "title", "translation_key", "done", "body"))

    first = words()
    assert len(first) > 20
    Page.objects.filter(depth__gt=3).delete()
    Page.objects.filter(depth=3, slug__startswith="kit").delete()
    for page in Page.objects.filter(depth__lt=4):
        Page.objects.filter(pk=page.pk).update(numchild=page.get_children().count())
    for model in {type(term) for some in vars(site.terms).values() for term in flat(some)}:
        model.objects.all().delete()
    generate(PAGES)
    assert words() == first


def flat(some) -> list:
    """Return the terms of one vocabulary, whether they are grouped by language or not."""
    return [one for group in some.values() for one in group] if isinstance(some, dict) else some


def test_fewer_pages_than_the_kits_have_are_refused(fr, en):
    with pytest.raises(ValueError, match="at least"):
        generate(5)


def test_a_page_added_by_hand_takes_the_next_place(fr):
    insertion = Insertion()
    fields = {"locale": fr.locale, "text_language": "fr", "content_language": "fr"}
    for number in range(3):
        page = StoryPage(title=f"Story {number}", slug=f"story-{number}", **fields)
        insertion.add(page, fr.stories, datetime(2026, 5, 1, 12, tzinfo=UTC))
    insertion.finish()
    found = StoryPage.objects.child_of(fr.stories).order_by("path")
    assert [page.slug for page in found] == ["story-0", "story-1", "story-2"]
    fr.stories.refresh_from_db()
    assert fr.stories.numchild == 3


def test_every_measured_address_answers(site, client):
    asked = addresses(site)
    assert len({address.url for address in asked}) == len(asked)
    for address in asked:
        assert client.get(address.url).status_code == address.status, address


def test_the_search_of_the_benchmark_finds_something(site, client):
    search = next(one for one in addresses(site) if one.name.startswith("search"))
    assert client.get(search.url).context["total"] > 0


def test_pages_of_the_generated_site_show_their_own_words(site, client):
    story = StoryPage.objects.get(pk=site.trees["fr"].first["story"][0].pk)
    answer = client.get(story.url).content.decode()
    assert story.title.split()[-1] in answer
    assert PageTheme.objects.filter(page=story).exists()
    assert PageTerritory.objects.filter(page=story).exists()


def test_stock_wagtail_answers_at_the_same_addresses(site, client):
    compared = [address for address in addresses(site) if address.stock]
    with stock_paths():
        for address in compared:
            assert client.get(address.url).status_code == address.status, address


def test_a_stock_list_shows_as_many_cards_as_ours(site, client):
    listing = next(one for one in addresses(site) if one.name == "listing")
    ours = client.get(listing.url).context["rows"]
    with stock_paths():
        stock = client.get(listing.url).context["rows"]
    assert len(stock) == len(ours)
    assert client.get(listing.url).context["facets"]
