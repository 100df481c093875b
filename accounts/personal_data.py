"""What each room keeps about a person, declared by the rooms themselves.

A room calls `register` in its `AppConfig.ready`. Exporting and erasing a person (in
`operations/`) go through the declared keepers and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Keeper:
    """One kind of data about a person.

    `export(user)` returns JSON-ready data; `erase(user)` removes or anonymises it.
    """

    name: str
    export: Callable[[Any], Any]
    erase: Callable[[Any], None]


_keepers: dict[str, Keeper] = {}


def register(keeper: Keeper) -> None:
    """Declare a keeper; `ValueError` if its name is taken."""
    if keeper.name in _keepers:
        raise ValueError(f"Personal data {keeper.name!r} is registered twice.")
    _keepers[keeper.name] = keeper


def keepers() -> tuple[Keeper, ...]:
    """Return the declared keepers in the order of their declaration."""
    return tuple(_keepers.values())
