"""What the rooms above know of a page that is read, brought along by the query that reads it.

A page to read has a budget of queries (docs/adr/0005): a number that an upper room shows on it
comes as an annotation of the page, not as a query of its own.
"""

from collections.abc import Callable

_carried: dict[str, Callable] = {}


def carry(name: str):
    """Register the decorated function, which returns an expression on the page, under `name`.

    The page that is read has its value in the attribute `name`; a page from elsewhere, as in a
    preview, has no such attribute. `ValueError` if the name is taken.
    """

    def register(function):
        if name in _carried:
            raise ValueError(f"{name!r} is carried along already.")
        _carried[name] = function
        return function

    return register


def expressions() -> dict:
    """Return the expressions by name, for `annotate` on pages of any type."""
    return {name: function() for name, function in _carried.items()}
