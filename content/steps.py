"""The steps from the home to a page, beyond the sections of the menu."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A page above, in the breadcrumb."""

    title: str
    url: str


def step_to(page, request) -> Step:
    """Return the step that leads to `page`."""
    return Step(title=page.title, url=page.get_url(request) or "")
