"""The keyboard reaches everything, shows where it is, and targets are large enough (WCAG 2.2)."""

import pytest

from tests.browser.conftest import NARROW, WIDE
from tests.browser.focus import FOCUSED

pytestmark = pytest.mark.browser

PAGES = ("homepage-full", "chapterpage-full", "storyindexpage-full", "search", "not-found")
_FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
)].filter(element => element.checkVisibility({visibilityProperty: true})).length"""
# Height and width of what can be clicked, but for links inside a sentence (2.5.8, "inline").
_TARGETS = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, summary'
)].filter(element => {
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  if (element.closest('.visually-hidden, .skip, label')) return false;
  const inSentence = getComputedStyle(element).display === 'inline'
    && [...element.parentElement.childNodes].some(
      node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return !inSentence;
}).map(element => {
  // The link of a card covers the card; the label of a box is part of its target.
  const cover = getComputedStyle(element, '::after').position === 'absolute';
  const parts = [element, ...(element.labels || [])];
  if (cover) parts.push(element.closest('li'));
  const boxes = parts.map(part => part.getBoundingClientRect());
  return {
    html: element.outerHTML.slice(0, 120),
    width: Math.max(...boxes.map(box => box.width)),
    height: Math.max(...boxes.map(box => box.height)),
  };
})"""
LEAST_TARGET = 24


def tab_through(page, most: int = 300) -> list[dict]:
    """Press Tab until focus leaves the page; return what was focused, in order."""
    stops = []
    for _stop in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["body"]:
            return stops
        stops.append(focused)
    raise AssertionError("the focus never leaves the page")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_focus_goes_everywhere_and_is_seen(site, open_page, name, size):
    page = open_page(viewport=size, reduced_motion="reduce")
    page.goto(site.address(name))
    expected = page.evaluate(_FOCUSABLE)
    stops = tab_through(page)
    faint = [stop["html"] for stop in stops if stop["outline"] < 2]
    hidden = [stop["html"] for stop in stops if not stop["inside"] or stop["covered"]]

    assert len(stops) >= expected
    assert not faint, faint
    assert not hidden, hidden


@pytest.mark.parametrize("name", [*PAGES, "storypage-long", "patterns"])
def test_targets_are_large_enough_for_a_finger(site, open_page, name):
    page = open_page(viewport=NARROW)
    page.goto(site.address(name))
    targets = page.evaluate(_TARGETS)
    small = [
        f"{target['width']:.0f} × {target['height']:.0f} px: {target['html']}"
        for target in targets
        if min(target["width"], target["height"]) < LEAST_TARGET
    ]

    assert targets
    assert not small, "\n".join(small)


@pytest.mark.parametrize("name", ["homepage-full", "chapterpage-full", "not-found", "search"])
def test_the_first_stop_skips_to_the_text(site, open_page, name):
    page = open_page()
    page.goto(site.address(name))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    assert skip.get_attribute("href") == "#content"
    assert skip.bounding_box()["y"] >= 0

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header.masthead')") is None


def test_the_summary_of_the_book_opens_by_keyboard_when_narrow(site, open_page):
    page = open_page(viewport=NARROW, java_script_enabled=False)
    page.goto(site.address("chapterpage-full"))
    summary = page.locator("nav.contents details > summary").first
    chapter = page.locator("nav.contents [aria-current]").first

    assert not chapter.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert chapter.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('nav.contents') !== null")


def test_the_summary_of_the_book_is_open_when_there_is_room(site, open_page):
    page = open_page(viewport=WIDE)
    page.goto(site.address("chapterpage-full"))
    chapter = page.locator("nav.contents a").first

    assert chapter.is_visible()
    chapter.focus()
    assert page.evaluate("document.activeElement.closest('nav.contents') !== null")


def test_filters_are_set_by_keyboard(site, open_page):
    page = open_page()
    page.goto(site.address("search"))
    page.locator("main .facet summary", has_text="Année").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**?*=*")

    assert page.locator("main h1").is_visible()
