"""One document on its way to a description: what is still to be placed, what has been placed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from operations.recogniser.description import Description, gettext_noop
from operations.recogniser.files import File, file_of_line
from operations.recogniser.nodes import Node


@dataclass
class Article:
    """`nodes` is what no field has taken yet: at the end it becomes the body."""

    nodes: list[Node]
    # The language that the markup of a web page declares.
    language: str = ""
    description: Description = field(default_factory=Description)
    label: str = ""

    @property
    def title(self) -> str:
        return self.description.title

    @property
    def opening(self) -> str:
        """The title, the summary and the first nodes as text, to look for a sentence in."""
        parts = [self.title, self.description.summary]
        parts += [node.plain for node in self.nodes[:12] if node.kind == "paragraph"]
        return "\n".join(parts)

    def paragraphs(self) -> Iterable[str]:
        """The paragraphs not yet placed, as plain text."""
        return (node.plain for node in self.nodes if node.kind == "paragraph")

    def drop(self, *texts: str) -> None:
        """Record words that were the old form's and not the author's."""
        self.description.furniture.extend(text for text in texts if text and text.strip())

    def take_files(self, wanted=lambda file: True) -> list[File]:
        """Take out the lines that only name a file, those that `wanted` accepts."""
        kept, files = [], []
        for node in self.nodes:
            file = file_of_line(node.text) if node.kind == "paragraph" else None
            if file and wanted(file):
                files.append(file)
            else:
                kept.append(node)
        self.nodes = kept
        return files

    def attach(self, files: list[File]) -> None:
        """Add files to the attachments."""
        for file in files:
            self.description.attachments.append(file.as_attachment())
            if not file.url:
                self.description.warn(
                    gettext_noop("File known by its name only, no address: %(name)s"),
                    name=file.file_name or file.label,
                )


@dataclass(frozen=True)
class Claim:
    """How sure a kind is that an article is its own, from 0 to 1, and why."""

    score: float
    message: str
    values: dict = field(default_factory=dict)
