"""What a reader is told of a translated version; the room of translations knows it.

Nothing below imports it: it gives its answer here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Version:
    """A version that translators make from a page in another language."""

    source_language: str
    translated_at: datetime | None = None
    source_changed_at: datetime | None = None
    # The ids of the blocks of the body that are still in the language of the source.
    foreign_blocks: frozenset[str] = frozenset()
    translators: tuple[str, ...] = ()
    # "human", "machine" or "mixed"; empty where it is not known.
    origin: str = ""


_readers: list[Callable] = []


def tell(function):
    """Register the decorated function: it receives a page and returns its `Version`, or None."""
    _readers.append(function)
    return function


def version_of(page) -> Version | None:
    """Return what is known of a translated version, None for an original. Read once a page.

    A text in the language in which it was first written is no translation: nothing is asked.
    """
    if not getattr(page, "pk", None) or page.text_language == page.content_language:
        return None
    kept = page.__dict__
    if "_version" not in kept:
        found = (function(page) for function in _readers)
        kept["_version"] = next((version for version in found if version), None)
    return kept["_version"]


def language_of_block(page, block_id: str | None) -> str:
    """Return the language of a block that is not translated yet, else an empty string."""
    version = version_of(page) if hasattr(page, "text_language") else None
    if version and block_id in version.foreign_blocks:
        return version.source_language
    return ""
