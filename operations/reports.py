"""What an import tells: documents, files, the whole run."""

from collections import Counter
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _

from operations.recogniser import Description, Note, Picture, Rich
from operations.recogniser.words import described_words, words_of_markup
from operations.sources import Source
from operations.wording import field_name, language_name

CREATED = "created"
UPDATED = "updated"
UNCHANGED = "unchanged"
KEPT = "kept"
FAILED = "failed"
OUTCOMES = (CREATED, UPDATED, UNCHANGED, KEPT, FAILED)


@dataclass
class DocumentReport:
    """What became of one document of a file.

    `outcome` is created, updated (a new revision of an untouched draft), unchanged (imported
    before), kept (changed since, but its draft was edited or published) or failed. `recognised`
    gives for each field how many entries it has, or its value; `words_in_body` and
    `words_in_furniture` count words.
    """

    source: str
    title: str
    kind: str
    outcome: str
    page_id: int | None = None
    parent: str = ""
    incomplete: bool = False
    why: list[str] = field(default_factory=list)
    recognised: dict[str, object] = field(default_factory=dict)
    words_in_body: int = 0
    furniture: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    to_check: list[str] = field(default_factory=list)


@dataclass
class FileReport:
    """What became of one file: its documents, or the line that says why there is none."""

    source: str
    error: str = ""
    words: int = 0
    missing_words: list[str] = field(default_factory=list)
    documents: list[DocumentReport] = field(default_factory=list)


@dataclass
class ImportReport:
    """What a run did, file by file; `pictures` were taken in, each counted once."""

    files: list[FileReport] = field(default_factory=list)
    pictures: int = 0
    dry_run: bool = False

    @property
    def documents(self) -> list[DocumentReport]:
        return [document for file in self.files for document in file.documents]

    def figures(self) -> dict:
        """Return the report as one object, figures by name."""
        outcomes = Counter(document.outcome for document in self.documents)
        kinds = Counter(document.kind for document in self.documents)
        return {
            "dry_run": self.dry_run,
            "files": len(self.files),
            "unreadable": sum(bool(file.error) for file in self.files),
            "documents": len(self.documents),
            "pictures": self.pictures,
            **{name: outcomes[name] for name in OUTCOMES},
            "kinds": dict(sorted(kinds.items())),
            "words": sum(file.words for file in self.files),
            "words_missing": sum(len(file.missing_words) for file in self.files),
            "by_file": [asdict(file) for file in self.files],
        }


def described(source: Source, description: Description) -> DocumentReport:
    """Return the report on a document of which nothing was made yet."""
    words = Description(body=description.body)
    return DocumentReport(
        source=source.name,
        title=description.title,
        kind=description.kind,
        outcome=FAILED,
        incomplete=description.incomplete,
        why=[_said(note, description.kind) for note in description.reasons if not note.to_check],
        recognised=_recognised(description),
        words_in_body=len(described_words(words)),
        furniture=list(description.furniture),
        to_check=[_said(note, description.kind) for note in description.reasons if note.to_check],
    )


def _said(note: Note, kind: str) -> str:
    """Return a note in the active language, fields and languages called by their names."""
    values = dict(note.values)
    if found := values.get("found"):
        values["found"] = ", ".join(field_name(kind, name) for name in found.split(", "))
    if code := values.get("code"):
        values["code"] = language_name(code)
    return _(note.message) % values


def _recognised(description: Description) -> dict[str, object]:
    found = {name: _figure(value) for name, value in description.fields.items()}
    for name in ("content_language", "resources_language", "interface_language"):
        if value := getattr(description, name):
            found[name] = value
    blocks = Counter(name for name, _value in description.body)
    if description.lead:
        blocks["picture"] += 1
    found.update(blocks)
    if description.attachments:
        found["attachments"] = len(description.attachments)
    return found


def _figure(value: object) -> object:
    """Return how many entries a list has, how many words a text has, or a short value."""
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return " ".join(str(entry) for entry in value.values() if entry)
    if isinstance(value, Rich) or (isinstance(value, str) and len(value) > 80):
        return len(words_of_markup(value))
    return value


def picture_name(picture: Picture) -> str:
    """Return how a report names a picture: its address, and its text where it has one."""
    address = picture.address[:200]
    return f"{address} ({picture.alt[:200]})" if picture.alt else address
