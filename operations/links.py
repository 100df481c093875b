"""Links between imported documents, made links between pages once both are there.

A link to another document is kept with the address that the source gave, under a link type that
readers see as plain words and that the editor shows as a link. Once the documents of a run are
in, `tie` gives those that lead to one of them the page it became, in the draft and its revision.
"""

import html
import json
import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote, urljoin, urlsplit

from django.db import transaction
from django.utils.text import slugify
from wagtail.fields import RichTextField, StreamField
from wagtail.models import ReferenceIndex

from content.folding import fold
from operations.imported import ImportedDocument
from operations.recogniser import Description, Rich
from operations.recogniser.inline import addresses_in, is_local
from operations.sources import Source

LINK_TYPE = "imported"
LONGEST_ADDRESS = 500
MOST_LINKS = 1000
EXTENSIONS = ("", ".md", ".markdown", ".mdown", ".txt", ".html", ".htm", ".xhtml")
DOCUMENTS_AT_ONCE = 50
_HREF = re.compile(r'<a href="([^"]*)">')
_ANCHOR = re.compile(r"<a\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'\b(href|linktype)="([^"]*)"')
_KNOWN_EXTENSION = re.compile(r"\.(?:md|markdown|mdown|txt|x?html?)\Z", re.IGNORECASE)
_INDEX = re.compile(r"/index(?:\.x?html?)?\Z", re.IGNORECASE)


def marked(description: Description) -> tuple[Description, list[str]]:
    """Return a description whose links to other documents wait for them, and all its links."""
    said = dict.fromkeys(addresses_in([description.fields, description.body]))
    addresses = [address for address in said if _may_be_document(address)][:MOST_LINKS]

    def wait(found: re.Match) -> str:
        if not leads_to_document(html.unescape(found[1])):
            return found[0]
        return f'<a linktype="{LINK_TYPE}" href="{found[1]}">'

    if not any(map(leads_to_document, addresses)):
        return description, addresses
    change = _changed(lambda text: Rich(_HREF.sub(wait, text)), Rich)
    fields = {name: change(value) for name, value in description.fields.items()}
    return replace(description, fields=fields, body=change(description.body)), addresses


def leads_to_document(address: str) -> bool:
    """Whether an address can only be that of a page of the old site."""
    return is_local(address) or address.startswith("/")


def _may_be_document(address: str) -> bool:
    return leads_to_document(address) or address.startswith(("http://", "https://"))


def _changed(change: Callable[[str], str], kind: type[str] = str):
    """Return a function that applies `change` to every text of a kind inside a value."""

    def apply(value):
        if isinstance(value, kind):
            return change(value)
        if isinstance(value, dict):
            return {key: apply(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [apply(entry) for entry in value]
        if type(value) is tuple:
            return tuple(apply(entry) for entry in value)
        return value

    return apply


def address_key(address: str) -> str:
    """Return the form under which two addresses of one page are the same.

    >>> address_key("https://www.A.example/kit/index.html#top"), address_key("/kit/")
    ('a.example/kit', '/kit')
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = _INDEX.sub("", unquote(parts.path)).rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{path or '/'}{query}"[:LONGEST_ADDRESS]


def names_for(source: str, own_address: str, address: str) -> tuple[list[str], list[str]]:
    """Return the file names, then the address keys, of the document a link may lead to.

    The best comes first. `source` and `own_address` are those of the document it stands in.
    """
    if not is_local(address):
        whole = urljoin(f"https://{own_address}", address) if _has_host(own_address) else address
        keys = [address_key(whole), address_key(address)]
        return [], list(dict.fromkeys(keys))
    path = unquote(re.split("[?#]", address, maxsplit=1)[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    joined = unicodedata.normalize("NFC", joined)
    if joined.startswith(".."):
        return [], []
    stem = _KNOWN_EXTENSION.sub("", joined)
    indexes = [posixpath.join(joined, f"index{extension}") for extension in EXTENSIONS[1:]]
    files = [joined, *(stem + extension for extension in EXTENSIONS), *indexes]
    keys = []
    if _has_host(own_address):
        keys = [address_key(urljoin(f"https://{own_address}", address))]
    return list(dict.fromkeys(files)), keys


def _has_host(key: str) -> bool:
    return bool(key) and not key.startswith("/")


@dataclass(frozen=True)
class Waiting:
    """A document whose links wait: its file, its own address, and the addresses they give."""

    source: str
    address: str
    links: tuple[str, ...]


@dataclass(frozen=True)
class _Target:
    source: str
    address: str
    key: str
    page_id: int


class Targets:
    """The pages that the links of some documents lead to, found in a few queries.

    Documents of `run`, a set of page ids, go before others of the same name. `coming` are files
    of a dry run that would become pages.
    """

    def __init__(self, waiting: Iterable[Waiting], run: set[int], coming: Iterable[str] = ()):
        self.run = run
        self.coming = set(coming)
        files: set[str] = set()
        keys: set[str] = set()
        for one in waiting:
            for address in one.links:
                for names, wanted in zip(
                    (files, keys), names_for(one.source, one.address, address), strict=True
                ):
                    names.update(wanted)
        self.by_file = _by_name("source", files)
        self.by_address = _by_name("address", keys)

    def page(self, one: Waiting, address: str) -> int | None:
        """Return the id of the page a link leads to, or None if it is unknown or in doubt."""
        files, keys = names_for(one.source, one.address, address)
        for known, names in ((self.by_file, files), (self.by_address, keys)):
            for name in names:
                if found := known.get(name):
                    return self._one(found, address)
        return None

    def is_coming(self, one: Waiting, address: str) -> bool:
        """Whether a link leads to a file of the same dry run."""
        files, keys = names_for(one.source, one.address, address)
        return not self.coming.isdisjoint((*files, *keys))

    def _one(self, found: list[_Target], address: str) -> int | None:
        found = [target for target in found if target.page_id in self.run] or found
        if len(found) == 1:
            return found[0].page_id
        # A file of several documents: the anchor may name one of them.
        anchor = slugify(fold(unquote(urlsplit(address).fragment).replace("-", " ")))
        named = [target for target in found if anchor and slugify(target.key) == anchor]
        return named[0].page_id if len(named) == 1 else None


def _by_name(field: str, names: set[str]) -> dict[str, list[_Target]]:
    found: dict[str, list[_Target]] = {}
    for some in _batches(sorted(names), 500):
        known = ImportedDocument.objects.filter(**{f"{field}__in": some})
        for target in known.values_list("source", "address", "key", "page_id"):
            made = _Target(*target)
            found.setdefault(getattr(made, field), []).append(made)
    return found


def tie(page_ids: Iterable[int]) -> dict[int, list[str]]:
    """Make page links of the links between imported documents, for the pages of a run.

    Returns by page id the addresses of documents that are not there: their links stay as they
    are. A draft that somebody has edited is left alone. Each page is a transaction.
    """
    run = set(page_ids)
    left: dict[int, list[str]] = {}
    for some in _batches(sorted(run), DOCUMENTS_AT_ONCE):
        records = ImportedDocument.objects.filter(page_id__in=some).select_related("revision")
        waiting = {record: _waiting(record) for record in records if record.links}
        targets = Targets(waiting.values(), run)
        for record, one in waiting.items():
            found = {address: targets.page(one, address) for address in one.links}
            ends = {address: page_id for address, page_id in found.items() if page_id}
            if ends:
                _tie_page(record, ends)
            absent = [address for address in found if address not in ends]
            if absent := [address for address in absent if leads_to_document(address)]:
                left[record.page_id] = absent
    return left


def _waiting(record: ImportedDocument) -> Waiting:
    return Waiting(record.source, record.address, tuple(record.links))


def _batches(values: list, size: int) -> Iterator[list]:
    return (values[start : start + size] for start in range(0, len(values), size))


@transaction.atomic
def _tie_page(record: ImportedDocument, ends: dict[str, int]) -> None:
    page, revision = record.page.specific, record.revision
    if page.live or revision is None or page.latest_revision_id != revision.pk:
        return
    tied = _changed(lambda text: _ANCHOR.sub(lambda found: _tied(found, ends), text))
    values = {}
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            revision.content[field.name] = tied(revision.content[field.name])
            values[field.name] = revision.content[field.name]
        elif isinstance(field, StreamField):
            stream = tied(json.loads(revision.content[field.name]))
            revision.content[field.name] = json.dumps(stream)
            values[field.name] = field.to_python(revision.content[field.name])
    type(page).objects.filter(pk=page.pk).update(**values)
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)
    links = [address for address in record.links if address not in ends]
    ImportedDocument.objects.filter(pk=record.pk).update(links=links)
    ReferenceIndex.create_or_update_for_object(type(page).objects.get(pk=page.pk))


def _tied(found: re.Match, ends: dict[str, int]) -> str:
    said = dict(_ATTRIBUTE.findall(found[1]))
    page_id = ends.get(html.unescape(said.get("href", "")))
    if page_id is None or said.get("linktype", LINK_TYPE) != LINK_TYPE:
        return found[0]
    return f'<a linktype="page" id="{page_id}">'


def own_address(source: Source, description: Description) -> str:
    """Return the key of the address where a document says it was published, or ""."""
    address = description.address or source.address
    return address_key(address) if address else ""
