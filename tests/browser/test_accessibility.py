"""No page breaks a rule that a machine can check, whatever its state, width and colours."""

import pytest

from tests.browser import addresses
from tests.browser.axe import violations
from tests.browser.conftest import NARROW, WIDE

pytestmark = pytest.mark.browser

# A colour that fades is not the colour that a reader sees.
STILL = {"reduced_motion": "reduce"}
# What one width or scheme alone would break, such as a contrast or the size of a target, shows in
# one of these; the fullest page of each type is looked at in all four.
CROSSED = ((WIDE, "light"), (NARROW, "dark"))
ALL = ((WIDE, "light"), (WIDE, "dark"), (NARROW, "dark"), (NARROW, "light"))
FORCED_COLORS = ("homepage-full", "storypage-full", "chapterpage-long", "search", "patterns")


@pytest.mark.parametrize("name", addresses.NAMES)
def test_axe_finds_no_violation(site, open_page, name):
    page = open_page(**STILL)
    answer = page.goto(site.address(name))
    found = []
    for size, scheme in ALL if name.endswith("-full") else CROSSED:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found += [f"{size['width']} px, {scheme}: {line}" for line in violations(page)]

    assert answer.status == addresses.STATUSES.get(name, 200)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", FORCED_COLORS)
def test_axe_finds_no_violation_in_the_colours_of_the_system(site, open_page, name):
    page = open_page(forced_colors="active", **STILL)
    page.goto(site.address(name))

    assert not violations(page)


def test_a_violation_would_be_seen(site, open_page):
    page = open_page(**STILL)
    page.goto(site.address("storypage-full"))
    # Through the object model: the policy of the page refuses a style attribute.
    page.evaluate(
        "const pale = document.createElement('h4'); pale.textContent = 'Titre';"
        "pale.style.color = '#ddd'; document.querySelector('h1').replaceWith(pale)"
    )

    found = {line.split(":")[0] for line in violations(page)}

    assert {"color-contrast", "page-has-heading-one"} <= found
