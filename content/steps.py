"""The steps from the home to a page, beyond the sections of the menu."""

from dataclasses import dataclass

from content.consent import public_title


@dataclass(frozen=True)
class Step:
    """A page above, in the breadcrumb."""

    title: str
    url: str
    language: str = ""


def step_to(page, request) -> Step:
    """Return the step that leads to `page`, under its title as readers see it."""
    language = getattr(page, "text_language", "")
    return Step(title=public_title(page), url=page.get_url(request) or "", language=language)
