"""Which mails a person may do without, declared by the rooms that send them.

A room calls `register` in its `AppConfig.ready`, and asks `wants` before it writes. A mail that
nobody may refuse is declared too: the page of choices says why it comes.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailKind:
    """A kind of mail: its name, and the sentence that says when it comes."""

    name: str
    label: str
    compulsory: bool = False


_kinds: dict[str, MailKind] = {}


def register(*kinds: MailKind) -> None:
    """Declare kinds of mail; `ValueError` if a name is taken."""
    for kind in kinds:
        if kind.name in _kinds:
            raise ValueError(f"The mail {kind.name!r} is registered twice.")
        _kinds[kind.name] = kind


def choices() -> list[MailKind]:
    """Return the kinds that a person may refuse, in the order of their declaration."""
    return [kind for kind in _kinds.values() if not kind.compulsory]


def always_sent() -> list[MailKind]:
    """Return the kinds that are sent whatever one chose."""
    return [kind for kind in _kinds.values() if kind.compulsory]


def wants(user, name: str) -> bool:
    """Return whether `user` is to receive mails of the kind `name`; `KeyError` if unknown."""
    return _kinds[name].compulsory or name not in user.refused_mails
