"""What is asked of an engine: words put together, in a form that is no engine's own syntax."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Token:
    """A token of the index; with `prefix`, every token that begins so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True)
class Phrase:
    """Tokens one after the other: stems of one language, in which words that say too little are
    not counted, or words as they are written."""

    tokens: tuple[str, ...]


@dataclass(frozen=True)
class AllOf:
    parts: tuple


@dataclass(frozen=True)
class AnyOf:
    parts: tuple


@dataclass(frozen=True)
class SomeOf:
    """At least so many of the parts."""

    parts: tuple
    least: int

    @property
    def spelled_out(self) -> AnyOf:
        """The same without counting: any of the ways to have so many."""
        return AnyOf(tuple(AllOf(chosen) for chosen in combinations(self.parts, self.least)))


@dataclass(frozen=True)
class Without:
    """What answers `wanted` and not `excluded`."""

    wanted: object
    excluded: object


def tokens_of(expression) -> Iterator[str]:
    """Yield the tokens that an expression names in full."""
    match expression:
        case Token(text, prefix):
            if not prefix:
                yield text
        case Phrase(tokens):
            yield from tokens
        case AllOf(parts) | AnyOf(parts) | SomeOf(parts):
            for part in parts:
                yield from tokens_of(part)
        case Without(wanted, excluded):
            yield from tokens_of(wanted)
            yield from tokens_of(excluded)


def leaves_of(expression) -> Iterator:
    """Yield the tokens and phrases that are wanted, each of which may be ranked by itself."""
    match expression:
        case AllOf(parts) | AnyOf(parts) | SomeOf(parts):
            for part in parts:
                yield from leaves_of(part)
        case Without(wanted, _excluded):
            yield from leaves_of(wanted)
        case _:
            yield expression


def known_part(expression, known: Callable[[str], bool]):
    """Return the part of an expression that some page may answer, or None.

    `known` says whether any page has a token. What is never known is left out where something
    else may stand for it.
    """
    match expression:
        case Token(text, prefix):
            return expression if prefix or known(text) else None
        case Phrase(tokens):
            return expression if all(map(known, tokens)) else None
        case AllOf(parts):
            kept = [known_part(part, known) for part in parts]
            return None if None in kept else expression
        case AnyOf(parts):
            kept = tuple(filter(None, (known_part(part, known) for part in parts)))
            return any_of(kept)
    raise TypeError(expression)


def any_of(parts):
    """Return the alternatives as one expression: itself if there is one, None if none."""
    parts = tuple(dict.fromkeys(parts))
    return AnyOf(parts) if len(parts) > 1 else next(iter(parts), None)


def all_of(parts):
    """Return the demands as one expression: itself if there is one, None if none."""
    parts = tuple(dict.fromkeys(parts))
    return AllOf(parts) if len(parts) > 1 else next(iter(parts), None)
