"""What each room keeps about a person, declared by the rooms themselves.

A room calls `register` in its `AppConfig.ready`. Exporting and erasing a person (in
`operations/`) go through the declared keepers and nothing else. `accounts.checks` refuses a field
that looks personal and that no keeper names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class KeptFile:
    """A file of a person: its path in an export, and a function that returns its bytes."""

    path: str
    read: Callable[[], bytes]


def _no_files(user) -> Iterable[KeptFile]:
    return ()


@dataclass(frozen=True)
class Keeper:
    """One kind of data about a person.

    `export(user)` returns JSON-ready data; `erase(user)` removes or anonymises it, before the
    account itself goes; it must bear being called twice. `fields` are the labels of the fields
    that it answers for ("accounts.User.email"); `label` is what the person reads; `files(user)`
    gives the files that belong to an export.
    """

    name: str
    export: Callable[[Any], Any]
    erase: Callable[[Any], None]
    label: str = ""
    fields: tuple[str, ...] = ()
    files: Callable[[Any], Iterable[KeptFile]] = _no_files


_keepers: dict[str, Keeper] = {}
_about_things: set[str] = set()


def register(keeper: Keeper) -> None:
    """Declare a keeper; `ValueError` if its name is taken."""
    if keeper.name in _keepers:
        raise ValueError(f"Personal data {keeper.name!r} is registered twice.")
    _keepers[keeper.name] = keeper


def not_personal(*fields: str) -> None:
    """Declare fields that look personal and are not: the name of a tag, the host of a site."""
    _about_things.update(fields)


def keepers() -> tuple[Keeper, ...]:
    """Return the declared keepers in the order of their declaration."""
    return tuple(_keepers.values())


def fields_with_a_rule() -> set[str]:
    """Return the labels of the fields that a keeper answers for, or that concern no person."""
    return _about_things.union(*(keeper.fields for keeper in keepers()))
