"""Suggestions under the search field: a combobox by keyboard, and nothing without an answer."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NARROW, WIDE
from tests.browser.traffic import watch

pytestmark = pytest.mark.browser

MODULE = Path(__file__).resolve().parents[2] / "static/site/suggestions.js"
HEAVIEST = 4000


def typing(page, site, words: str = "ate"):
    """Type into the search field and return it and its list once it shows."""
    page.goto(site.address("search"))
    field = page.locator("#words")
    field.press_sequentially(words)
    options = page.get_by_role("listbox")
    options.wait_for()
    return field, options


def test_the_module_is_light(site, open_page):
    assert MODULE.stat().st_size <= HEAVIEST
    page = open_page()
    traffic = watch(page)
    page.goto(site.address("search"), wait_until="networkidle")
    assert len(traffic.of_kind("Script")) == 1
    assert traffic.hosts == {site.url.removeprefix("http://")}


def test_a_title_is_chosen_by_keyboard_alone(site, open_page):
    page = open_page()
    field, options = typing(page, site)
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("status").filter(has_text="suggestion").count() == 1
    assert 0 < options.get_by_role("option").count() <= 8

    page.keyboard.press("ArrowDown")
    chosen = options.locator("[aria-selected=true]")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert options.locator("[role=option]").last.get_attribute("aria-selected") == "true"

    page.keyboard.press("Escape")
    assert not options.is_visible()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "ate"

    field.press_sequentially("l")
    options.wait_for()
    page.keyboard.press("ArrowDown")
    title = options.locator("[aria-selected=true] span").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/recherche/" not in url)
    assert page.locator("h1").inner_text() == title


def test_without_a_choice_the_question_is_asked(site, open_page):
    page = open_page()
    typing(page, site)
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=ate")


def test_axe_finds_no_violation_in_the_open_list(site, open_page):
    page = open_page(reduced_motion="reduce")
    _field, options = typing(page, site)
    page.keyboard.press("ArrowDown")
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += violations(page)
    assert options.is_visible()
    assert not found, "\n".join(found)


def test_no_answer_leaves_the_field_as_it_was(site, open_page):
    page = open_page()
    page.route("**/suggestions/**", lambda route: route.abort())
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(site.address("search"))
    with page.expect_event("requestfailed"):
        page.locator("#words").press_sequentially("atelier")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=atelier")
    assert not errors


def test_letters_typed_in_a_row_ask_once(site, open_page):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    # Its own clock, whatever the time that the machine takes from one letter to the next.
    page.clock.install()
    page.goto(site.address("search"))
    page.clock.pause_at(datetime.now() + timedelta(hours=1))
    field = page.locator("#words")
    field.press_sequentially("at")
    page.clock.run_for(400)
    field.press_sequentially("elier")
    page.clock.run_for(400)
    page.get_by_role("listbox").wait_for()
    assert [url.partition("?")[2] for url in asked if "suggestions/" in url] == ["q=atelier"]
