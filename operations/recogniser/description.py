"""What the recogniser hands back: a description of one document, and its vocabulary."""

from dataclasses import dataclass, field

KINDS = (
    "chapter", "coalition", "event", "interview", "exploration", "report", "story", "page",
)  # fmt: skip


class Rich(str):
    """A piece of clean HTML: what is not marked so is plain text."""

    __slots__ = ()


class Note(str):
    """A sentence for the editor, in English, with what it takes to say it in another language.

    `message` is the sentence with named gaps, `values` fills them:
    `translate(note.message) % note.values`. `to_check` tells what needs a look from what explains.
    """

    message: str
    values: dict
    to_check: bool

    def __new__(cls, message: str, values: dict, to_check: bool = False):
        note = super().__new__(cls, message % values)
        note.message, note.values, note.to_check = message, values, to_check
        return note


def gettext_noop(message: str) -> str:
    """Mark `message` for the catalogues and return it as it is, without needing Django."""
    return message


LEFT_OUT = gettext_noop("Left out, an element of the old page (%(element)s): %(address)s")


@dataclass(frozen=True)
class Picture:
    """A picture that the source shows; `link` is what a click on it led to."""

    address: str
    alt: str = ""
    caption: str = ""
    link: str = ""


@dataclass
class Description:
    """One document, as understood.

    `body` holds `(block name, value)` pairs in the shape of the portal's body blocks, rich text
    being `Rich`; a "picture" is a `Picture`, the address of which is still the source's. `lead`
    is the picture at the top of the document. `address` is where the document was published.
    `fields` depends on `kind`; each kind's module says what it gives. `derived` names the fields
    (and "title", "summary") that only repeat words kept elsewhere.
    `attachments` are dicts of file_name, host, url, label, language and pages. `furniture` is
    what belonged to the old site: navigation, counters, labels of the form, empty links.
    """

    kind: str = "page"
    title: str = ""
    summary: str = ""
    content_language: str = ""
    resources_language: str = ""
    interface_language: str = ""
    fields: dict = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)
    body: list[tuple[str, object]] = field(default_factory=list)
    attachments: list[dict] = field(default_factory=list)
    lead: Picture | None = None
    address: str = ""
    incomplete: bool = False
    furniture: list[str] = field(default_factory=list)
    reasons: list[Note] = field(default_factory=list)

    def keep(self, **values) -> None:
        """Store the values as fields that hold words moved out of the text; skip empty ones."""
        self.fields.update({name: value for name, value in values.items() if value})

    def derive(self, **values) -> None:
        """Store the values as fields that repeat what the text keeps saying; skip empty ones."""
        kept = {name: value for name, value in values.items() if value not in (None, "", [], {})}
        self.fields.update(kept)
        self.derived.update(kept)

    def explain(self, message: str, **values) -> None:
        """Say why the document was read as it was."""
        self._note(Note(message, values))

    def warn(self, message: str, **values) -> None:
        """Say what the editor should look at."""
        self._note(Note(message, values, to_check=True))

    def _note(self, note: Note) -> None:
        if note not in self.reasons:
            self.reasons.append(note)


def person(name: str, role: str = "", organisation: str = "") -> dict:
    """Return the description of a named person."""
    return {"name": name, "role": role, "organisation": organisation}


def attachment(
    file_name: str = "", host: str = "", url: str = "", label: str = "", language: str = ""
) -> dict:
    """Return the description of an attached file, known by its address or only by its name."""
    return {
        "file_name": file_name,
        "host": host,
        "url": url,
        "label": label,
        "language": language,
        "pages": None,
    }
