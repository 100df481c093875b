"""A screen looked at as its users have it: wide by day, narrow in the dark."""

from tests.browser.axe import violations
from tests.browser.conftest import NARROW, WIDE


def found_in(page, frames: bool = True) -> list[str]:
    """Return what axe finds at 1366 px by day and at 320 px in the dark; nothing may stick out.

    Without `frames`, what a frame shows is left out.
    """
    found = settled(page, frames)
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    found += settled(page, frames)
    if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
        found.append(f"{page.url}: {width} px wide on a screen of {NARROW['width']}")
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    return found


_NEXT_PICTURES = """() => new Promise(
  done => requestAnimationFrame(() => requestAnimationFrame(done)))"""
# Transitions alone: the mark of what is new in the menu of the admin beats for a long time.
_STILL = """() => document.getAnimations().every(
  it => it.playState != 'running' || !(it instanceof CSSTransition)
)"""


def drawn(page) -> None:
    """Wait until the page was drawn anew: fields are laid out, and what has the focus is seen."""
    page.evaluate(_NEXT_PICTURES)


def settled(page, frames: bool = True) -> list[str]:
    """Return what axe finds once nothing moves: a colour that changes has no contrast."""
    page.wait_for_function(_STILL)
    return violations(page, frames)
