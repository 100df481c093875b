"""The words in which the demo is described: entries, versions, references, prose."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


@dataclass(frozen=True)
class Ref:
    """Something else that the demo makes, by its name: "page.kit", "theme.reuse"."""

    name: str


@dataclass(frozen=True)
class SaturdayAhead:
    """A Saturday some weeks after the day of loading."""

    weeks: int

    def after(self, today: date) -> date:
        """Return the Saturday that follows `today` by `weeks` weeks and less than one more."""
        later = today + timedelta(weeks=self.weeks)
        return later + timedelta(days=(5 - later.weekday()) % 7)


@dataclass(frozen=True)
class Opening:
    """The hour at which something opens on a `SaturdayAhead`."""

    day: SaturdayAhead
    hour: int = 9


class Prose(str):
    """Text in the light markup of `operations.demo.markup`, which becomes rich text."""

    __slots__ = ()


@dataclass(frozen=True)
class Version:
    """A page in one language. `text_language` is set where it is not that of the address.

    `pending` holds fields as a later revision has them, that waits unpublished.
    """

    title: str
    slug: str
    summary: str = ""
    body: tuple = ()
    fields: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    text_language: str = ""
    pending: dict = field(default_factory=dict)


class State(StrEnum):
    """Where a page of the demo stands."""

    PUBLIC = "public"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    UNPUBLISHED = "unpublished"
    EXPIRED = "expired"


class Act(StrEnum):
    """What an author or a moderator does with a proposed text."""

    SUBMIT = "submit"
    TAKE = "take"
    ASK = "ask"
    DECLINE = "decline"
    PUBLISH = "publish"
    EDIT = "edit"
    WITHDRAW = "withdraw"


@dataclass(frozen=True)
class Turn:
    """One act in the life of a proposal, some days before the demo is loaded.

    `words` are what its actor wrote of it; `fields` what an edit changes.
    """

    days: int
    act: Act
    words: str = ""
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """A page with its versions, first the one that it was written in.

    `fields` and `rows` are the same in each version. `parent` is the key of another entry,
    or "home", "stories", "coalitions", "events"; without one, the page is the one that
    opening a language made under that key, and the demo only fills in what is blank.
    `owner` is the address of the account that writes it, by default the editor's; `published`
    the day of its publication where the dates that it holds do not tell it.
    """

    key: str
    model: str
    parent: str
    versions: dict[str, Version]
    fields: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    credits: tuple[dict, ...] = ()
    licence: str = "cc-by"
    picture: str = ""
    content_language: str = "fr"
    first_in_menu: bool = False
    state: State = State.PUBLIC
    owner: str = ""
    published: date | None = None
    # What became of a draft that its owner proposed; None where it is no proposal.
    life: tuple[Turn, ...] | None = None


@dataclass(frozen=True)
class TermEntry:
    """A term of a vocabulary: what is common, and its words in each language."""

    key: str
    model: str
    words: dict[str, dict]
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class PictureEntry:
    """A picture to draw: what it is of, in French, and the drawing with its arguments."""

    key: str
    title: str
    description: str
    credit: str
    drawing: str
    arguments: dict


@dataclass(frozen=True)
class FileEntry:
    """A PDF to write, line by line: pairs of a kind (`operations.demo.pdf.Kind`) and a text."""

    key: str
    file_name: str
    title: str
    language: str
    lines: tuple[tuple[str, str], ...]
    colour: bool = True


@dataclass(frozen=True)
class Saying:
    """A remark on a page ("kit@fr"), written by an account some days before the demo is loaded.

    `passage` is the number of the passage that it is about; without one it is about the page.
    Without an `outcome` it waits for a decision.
    """

    key: str
    page: str
    author: str
    kind: str
    text: str
    days: int
    passage: int | None = None
    outcome: str = ""
    reason: str = ""
    reply: str = ""


@dataclass(frozen=True)
class Account:
    """A person of the demo with the names of their groups."""

    email: str
    display_name: str
    groups: tuple[str, ...]
    administrator: bool = False


def prose(text: str) -> Prose:
    return Prose(text)


def page(key: str) -> Ref:
    return Ref(f"page.{key}")


def organisation(key: str) -> Ref:
    return Ref(f"organisation.{key}")


def family(key: str) -> Ref:
    return Ref(f"family.{key}")


def picture(key: str) -> Ref:
    return Ref(f"picture.{key}")


def document(key: str) -> Ref:
    return Ref(f"file.{key}")
