"""What readers are told of a file: held here, linked to, or known by name and host only."""

from urllib.parse import urlparse


class FileFacts:
    """The facts of a file, from the values that a row or a block holds.

    `fact(name)` returns one of `document`, `url`, `file_name`, `host`, `label`, `size`; what is
    not known of the file is empty.
    """

    def fact(self, name: str):
        return getattr(self, name, "")

    @property
    def href(self) -> str:
        """Where the file is, or an empty string: never a dead link."""
        document = self.fact("document")
        return document.url if document else self.fact("url") or ""

    @property
    def title(self) -> str:
        """The label, or the best name known for the file."""
        if label := self.fact("label"):
            return label
        if document := self.fact("document"):
            return document.title
        url = self.fact("url") or ""
        return self.fact("file_name") or url.rsplit("/", 1)[-1] or url

    @property
    def format(self) -> str:
        """The format in capitals ("PDF"), or an empty string."""
        document = self.fact("document")
        name = document.filename if document else self.fact("file_name") or self.fact("url") or ""
        stem, dot, extension = name.rsplit("/", 1)[-1].rpartition(".")
        return extension.upper() if dot and stem and len(extension) <= 5 else ""

    @property
    def place(self) -> str:
        """The host of a file that is elsewhere, or an empty string."""
        if self.fact("document"):
            return ""
        return self.fact("host") or urlparse(self.fact("url") or "").hostname or ""

    @property
    def bytes(self) -> int | None:
        """The size in bytes, or None if unknown."""
        document = self.fact("document")
        return document.file_size if document else self.fact("size") or None
