"""Pages hold in 320 px and in 1366 px, with whatever words they are given (WCAG 1.4.10)."""

import pytest

from tests.browser import addresses
from tests.browser.conftest import NARROW, WIDE
from tests.browser.screens import drawn

pytestmark = pytest.mark.browser

# The rectangles of each line of visible text, with the block that holds it. A word of a closed
# `details`, or one that only screen readers are given, is not on the page.
_LINES = """() => {
  const shown = element => element.checkVisibility({visibilityProperty: true})
    && !element.closest('.visually-hidden, .skip:not(:focus), svg, option');
  const block = element => {
    while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
    return element;
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks = [], lines = [];
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const holder = block(node.parentElement);
    if (!blocks.includes(holder)) blocks.push(holder);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      lines.push({
        block: blocks.indexOf(holder),
        text: node.data.trim().slice(0, 40),
        left: box.left, right: box.right, top: box.top, bottom: box.bottom,
        scrolled: Boolean(node.parentElement.closest('.scroller, .contents')),
      });
    }
  }
  return lines;
}"""
# Elements whose text does not fit in them and is cut, rather than scrolled.
_CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
  const style = getComputedStyle(element);
  return ['hidden', 'clip'].includes(style.overflowX)
    && !element.closest('.visually-hidden, svg')
    && element.scrollWidth > element.clientWidth + 1;
}).map(element => element.outerHTML.slice(0, 120))"""
# Letters of two lines may touch; text that covers other text reaches further than this.
TOLERANCE = 4


def overlaps(lines: list[dict]) -> list[str]:
    """Return a line for each two pieces of text of different blocks that cover each other."""
    found = []
    lines = sorted((line for line in lines if not line["scrolled"]), key=lambda line: line["top"])
    for index, one in enumerate(lines):
        for other in lines[index + 1 :]:
            if other["top"] > one["bottom"] - TOLERANCE:
                break
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            if one["block"] != other["block"] and across > TOLERANCE:
                found.append(f"“{one['text']}” and “{other['text']}”")
    return found


@pytest.mark.parametrize("name", addresses.NAMES)
def test_nothing_overflows_is_cut_or_covered(site, open_page, name):
    page = open_page(viewport=NARROW)
    page.goto(site.address(name))
    found = []
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        drawn(page)
        at = f"{size['width']} px"
        width, room = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        lines = page.evaluate(_LINES)
        assert lines, "no text on the page"
        if width > room:
            found.append(f"{at}: the page is {width} px wide")
        found += [
            f"{at}: “{line['text']}” ends at {line['right']:.0f} px, begins at {line['left']:.0f}"
            for line in lines
            if not line["scrolled"] and (line["right"] > room + 1 or line["left"] < -1)
        ]
        found += [f"{at}: {pair} overlap" for pair in overlaps(lines)]
        found += [f"{at}: cut: {html}" for html in page.evaluate(_CUT)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["storypage-full", "chapterpage-long", "search-with-results"])
def test_a_reader_may_double_the_size_of_text(site, open_page, name):
    # WCAG 1.4.4: 200 % in a window of 1366 px leaves 683 px to the layout.
    page = open_page(viewport={"width": 683, "height": 450})
    page.goto(site.address(name))

    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("name", ["storypage-full", "chapterpage-full", "storyindexpage-full"])
def test_a_reader_may_space_the_text_out(site, open_page, name):
    # WCAG 1.4.12, the four spacings at once.
    page = open_page(viewport=NARROW, bypass_csp=True)
    page.goto(site.address(name))
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
        "word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
    )

    assert not overlaps(page.evaluate(_LINES))
    assert not page.evaluate(_CUT)


def test_covered_and_overflowing_text_would_be_seen(site, open_page):
    page = open_page(viewport=NARROW)
    page.goto(site.address("storypage-full"))
    page.evaluate(
        "() => { const title = document.querySelector('h1');"
        "title.style.marginBlockEnd = '-60px'; title.style.whiteSpace = 'nowrap' }"
    )

    assert overlaps(page.evaluate(_LINES))
    assert page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]
