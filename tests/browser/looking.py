"""Look at the screens that a walk comes through, and remember what is wrong with them."""

from tests.browser.screens import found_in


class Eyes:
    """Looks at screens, each by a name; `found` says what breaks a rule or its frame.

    Without `frames`, what a frame shows is left out.
    """

    def __init__(self, page, frames: bool = True):
        self.page, self.frames = page, frames
        self.found: list[str] = []
        self.seen: list[str] = []

    def look(self, name: str) -> None:
        self.seen.append(name)
        self.found += [f"{name}: {line}" for line in found_in(self.page, self.frames)]
