"""Named places where an upper room adds to a lower room's page.

A lower room names a slot in its template (`{% slot "chapter.aside" %}`); an upper room fills
it. Nothing below ever imports what is above.
"""

from collections import defaultdict
from collections.abc import Callable

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
