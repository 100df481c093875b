"""Named places where an upper room adds to a lower room's page.

A lower room names a slot in its template (`{% slot "chapter.aside" %}`); an upper room fills
it. Nothing below ever imports what is above.
"""

from collections import defaultdict
from collections.abc import Callable

from django.utils.html import format_html

_fillers: dict[str, list[Callable]] = defaultdict(list)


def fill(name: str):
    """Register the decorated function as a filler of slot `name`.

    It receives the request and the page and returns safe HTML, or an empty string.
    """

    def register(function):
        _fillers[name].append(function)
        return function

    return register


def render(name: str, request, page) -> list[str]:
    """Return the HTML of every filler of slot `name` that has something to show."""
    return [html for html in (function(request, page) for function in _fillers[name]) if html]


def render_after_passages(request, page) -> dict[str, str]:
    """Return what stands under the passages of a page, as safe HTML by the key of the passage.

    A key is the id of a block, or the name of a field of rich text. A filler of
    "page.passages" returns such a dictionary of all of the page, so that it reads it once.
    """
    shown: dict[str, str] = {}
    for function in _fillers["page.passages"]:
        for key, html in function(request, page).items():
            shown[key] = format_html("{}{}", shown.get(key, ""), html)
    return shown
