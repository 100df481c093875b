"""Without script nothing is missing: readers read, search and filter all the same."""

import pytest

from tests.browser import addresses
from tests.browser.conftest import NARROW
from tests.browser.hands import leave

pytestmark = pytest.mark.browser

# Reading pages have no script at all (`test_weight`): one stands for all of them.
READ = (addresses.STORY_WITH_PHOTOS, "search-with-results", "not-translated")
_SEEN = "[document.body.innerText, document.querySelectorAll('*').length]"


@pytest.mark.parametrize("name", READ)
def test_a_page_is_the_same_without_script(site, open_page, name):
    seen = []
    for enabled in (True, False):
        page = open_page(java_script_enabled=enabled)
        page.goto(site.address(name), wait_until="networkidle")
        seen.append(page.evaluate(_SEEN))
    with_script, without = seen

    assert len(without[0]) > 100
    assert with_script == without


def test_a_reader_searches_and_filters_without_script(site, open_page):
    page = open_page(viewport=NARROW, java_script_enabled=False)
    page.goto(site.address("homepage-full"))
    page.fill("input[name=q]", "atelier")
    with page.expect_navigation():
        page.press("input[name=q]", "Enter")

    results = page.locator("main .entries > li")
    every = results.count()
    assert "/recherche/?q=atelier" in page.url
    assert every > 1

    page.locator("main details summary").first.click()
    leave(page.locator("main .options a", has_text="Récit, expérience"))

    assert "kind=story" in page.url
    assert 0 < results.count() < every


def test_a_reader_takes_a_filter_away_without_script(site, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(site.address("list-filtered"))
    shown = page.locator("main li.card").count()
    leave(page.locator("main a", has_text="Réemploi").first)

    assert "theme=" not in page.url
    assert "kind=story" in page.url
    assert page.locator("main li.card").count() > shown


def test_a_reader_turns_the_pages_of_a_list_without_script(site, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(site.address("storyindexpage-long"))
    first = page.locator("main li.card h3").all_inner_texts()
    leave(page.locator("a[rel=next]"))
    second = page.locator("main li.card h3").all_inner_texts()

    assert page.url.endswith("?page=2")
    assert second
    assert not set(first) & set(second)
    assert page.locator("nav.pages [aria-current=page]").inner_text().strip().endswith("2")
