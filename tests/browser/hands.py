"""What a person does on a page, by the words that are on it: with a mouse, or by keyboard alone.

Both have the same methods. `press` and `follow` wait for the page that they lead to. Words that end
with "…" are the beginning of those on the page.
"""

import re

from tests.browser.focus import FOCUSED
from tests.browser.screens import drawn


def leave(locator) -> None:
    """Click what leads to another page, and wait until the whole of that page is there."""
    with locator.page.expect_navigation():
        locator.click()


class Mouse:
    """Somebody who points and clicks."""

    def __init__(self, page):
        self.page = page

    def fill(self, label: str, text: str) -> None:
        self._field(label).fill(text)

    def tick(self, label: str) -> None:
        """Choose a box or one of several answers."""
        self._field(label).check()

    def attach(self, label: str, path) -> None:
        self._field(label).set_input_files(path)

    def press(self, words: str) -> None:
        leave(self._named("button", words))

    def follow(self, words: str) -> None:
        leave(self._named("link", words))

    def toggle(self, words: str) -> None:
        """Press a button that stays on the page."""
        self._named("button", words).click()

    def _field(self, label: str):
        fields = self.page.locator("input, textarea, select")
        return self.page.get_by_label(_pattern(label)).and_(fields).first

    def _named(self, role: str, words: str):
        return self.page.get_by_role(role, name=_pattern(words)).first


def _pattern(words: str) -> re.Pattern:
    """Return what finds a name: the whole of it, or its beginning if `words` end with "…"."""
    end = "" if words.endswith("…") else r"\s*:?\s*$"
    return re.compile(rf"^\s*{_escaped(words.removesuffix('…'))}{end}")


def _escaped(words: str) -> str:
    return re.escape(words).replace("\\ ", r"\s")


# The name and the role of what is focused, as assistive technology says them.
_NAMED = """() => {
  const element = document.activeElement;
  const label = element.labels?.length ? element.labels[0].innerText : '';
  const name = label || element.getAttribute('aria-label') || element.innerText || '';
  const kind = element.tagName === 'A' ? 'link' : element.tagName === 'BUTTON' ? 'button' : 'field';
  const group = element.type === 'radio'
    ? [...document.getElementsByName(element.name)].map(one => one.labels[0].innerText) : [];
  return {name, kind, group, value: element.value || ''};
}"""
MOST_STOPS = 400


class Keyboard:
    """Somebody who has a keyboard and nothing else, and who wants to see where they are.

    `unseen` fills with what had the focus without showing it, or under something else (WCAG
    2.4.7, 2.4.11).
    """

    def __init__(self, page):
        self.page = page
        self.unseen: set[str] = set()
        # Chromium hands the chooser over only if somebody has asked before it opens.
        page.on("filechooser", lambda chooser: None)

    def fill(self, label: str, text: str) -> None:
        if self._reach("field", label)["value"]:
            self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        """Choose a box, or one of several answers: the arrows go from one to the other."""
        stop = self._reach("field", label)
        for _answer in stop["group"]:
            if _pattern(label).match(stop["name"]):
                break
            self.page.keyboard.press("ArrowDown")
            stop = self._stop()
        self.page.keyboard.press("Space")

    def attach(self, label: str, path) -> None:
        self._reach("field", label)
        with self.page.expect_file_chooser() as chosen:
            self.page.keyboard.press("Enter")
        chosen.value.set_files(path)

    def press(self, words: str) -> None:
        self._reach("button", words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, words: str) -> None:
        self._reach("link", words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def toggle(self, words: str) -> None:
        """Press a button that stays on the page."""
        self._reach("button", words)
        self.page.keyboard.press("Space")

    def _reach(self, kind: str, words: str) -> dict:
        """Press Tab until what is called `words` has the focus; return what is said of it."""
        met = []
        for _stop in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop = self._stop()
            if stop["kind"] == kind and any(map(_pattern(words).match, self._names(stop))):
                return stop
            met.append(stop["name"])
        raise AssertionError(f"no {kind} “{words}” among {list(dict.fromkeys(met))}")

    def _names(self, stop: dict) -> list[str]:
        return stop["group"] or [stop["name"]]

    def _stop(self) -> dict:
        focused = self.page.evaluate(FOCUSED)
        if not _is_seen(focused):
            # A browser scrolls to what has the focus with the next picture that it draws.
            drawn(self.page)
            focused = self.page.evaluate(FOCUSED)
        if not _is_seen(focused):
            self.unseen.add(focused["html"])
        return self.page.evaluate(_NAMED)


def _is_seen(focused: dict) -> bool:
    """Return whether the focus shows, as `FOCUSED` says; outside the page there is nothing to."""
    shown = focused["outline"] >= 2 and focused["inside"] and not focused["covered"]
    return focused["body"] or shown
