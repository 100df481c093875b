"""Lines that are nothing but a file: a label, a name or an address, a host, a size."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from operations.recogniser.description import attachment
from operations.recogniser.inline import is_local, links, plain, without_links
from operations.recogniser.languages import language_code

_HOST = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,12}"
_EXTENSION = (
    r"\.(?:pdf|odt|ods|odp|docx?|xlsx?|pptx?|epub|zip|csv|png|jpe?g|svg|mp3|mp4|ogg|webm|txt|key)"
)
_FILE_NAME = re.compile(rf".{{1,180}}{_EXTENSION}\Z", re.IGNORECASE)
# "Label: name of the file (host.example)" or "Label: name.pdf"
_NAMED = re.compile(
    rf"(?P<label>[^:\n]{{2,120}}?)\s{{0,3}}:\s{{0,3}}(?P<name>[^()\n]{{1,180}}?)"
    rf"\s{{0,3}}(?:\((?P<host>{_HOST})(?P<more>[^()]{{0,80}})\))?\.?\Z",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?P<name>[^()\n:]{{1,180}}{_EXTENSION})\s{{0,3}}"
    rf"(?:\((?P<host>{_HOST})(?P<more>[^()]{{0,80}})\))?\.?\Z",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"\s*\(([^()]{1,80})\)\s*\Z")
_PAGES = re.compile(r"(\d{1,4})\s?(?:p\b|pages?)")
LONGEST = 500


@dataclass(frozen=True)
class File:
    """A file somebody names: `details` is what its line says beside, in words."""

    label: str
    file_name: str
    host: str
    url: str = ""
    details: str = ""

    @property
    def language(self) -> str:
        words = re.split(r"[\s,;\u00b7]+", self.details)
        return next((code for word in words if len(word) > 2 and (code := language_code(word))), "")

    @property
    def pages(self) -> int | None:
        found = _PAGES.search(self.details)
        return int(found[1]) if found else None

    def as_attachment(self) -> dict:
        """The file as an attachment of a description."""
        label = f"{self.label} ({self.details})" if self.details else self.label
        made = attachment(self.file_name, self.host, self.url, label, self.language)
        return {**made, "pages": self.pages}


def file_of_line(text: str) -> File | None:
    """Return the file that a line is about, or None if the line says something else too.

    >>> file_of_line("Our roadmap: group_2.pdf (files.example.org)")
    File(label='Our roadmap', file_name='group_2.pdf', host='files.example.org', url='', details='')
    """
    if len(text) > LONGEST or "\n" in text:
        return None
    found = links(text)
    if len(found) == 1 and found[0][1]:
        return _linked(text, *found[0])
    line = plain(text)
    named = _NAMED.match(line) or _BARE.match(line)
    if not named or not (named["host"] or _FILE_NAME.match(named["name"])):
        return None
    label = named.groupdict().get("label") or ""
    details = (named["more"] or "").strip(" ,;-")
    return File(label.strip(), named["name"].strip(), (named["host"] or "").lower(), "", details)


def _linked(text: str, label: str, url: str) -> File | None:
    """Return the file of a line that is a link to a file, with at most a label before it."""
    parts = urlsplit(url)
    name = unquote(parts.path.rsplit("/", 1)[-1])
    if not _FILE_NAME.match(name) or is_local(url):
        return None
    around = without_links(text)
    details = _DETAILS.search(around)
    before = (around[: details.start()] if details else around).strip(" :.-")
    if len(before) > 120 or ". " in before:
        return None
    words = [word for word in (before, label if label != url else "") if word]
    return File(" : ".join(words), name, parts.netloc, url, details[1] if details else "")
