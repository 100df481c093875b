"""Compare the index with the pages, and mend what differs."""

from collections import Counter
from dataclasses import asdict, dataclass

from wagtail.models import Page

from content import visibility
from search import indexing, remote, services, sync
from search.models import Document, IndexedText, IndexTerm

BATCH = 200


@dataclass
class Differences:
    """How many pages or terms differ, by the kind of difference.

    `uncatalogued` pages are published without a row of the catalogue; `missing` ones may be read
    by anybody and are not in the index; `hidden` ones are in it and may not; `stale` ones have
    changed since. `frequencies` are terms whose number of pages is wrong. The `server` ones are
    those of the search server, where there is one.
    """

    uncatalogued: int = 0
    missing: int = 0
    hidden: int = 0
    stale: int = 0
    frequencies: int = 0
    server_missing: int = 0
    server_hidden: int = 0
    server_stale: int = 0

    def __bool__(self):
        return any(asdict(self).values())


def compare(fix: bool = False) -> Differences:
    """Return how the index differs from the pages; with `fix`, mend it as it is found.

    `remote.FailedError` if the search server cannot be compared; all else is by then.
    """
    found = Differences()
    found.uncatalogued = _catalogue(fix)
    rules = visibility.current_rules()
    public = set(Document.objects.public(rules).values_list("pk", flat=True))
    indexed = set(IndexedText.objects.values_list("pk", flat=True))
    stale = _stale(sorted(public & indexed))
    found.missing, found.hidden = len(public - indexed), len(indexed - public)
    found.stale = len(stale)
    if fix:
        wrong = sorted({*(public ^ indexed), *stale})
        for start in range(0, len(wrong), BATCH):
            sync.pages(wrong[start : start + BATCH])
    found.frequencies = _frequencies(fix)
    if server := remote.compare(fix):
        found.server_missing, found.server_hidden = server.missing, server.hidden
        found.server_stale = server.stale
    return found


def _catalogue(fix: bool) -> int:
    pages = Page.objects.filter(live=True, depth__gt=1, alias_of__isnull=True)
    rows = Document.objects.values("page_id")
    absent = [
        page
        for page in pages.exclude(pk__in=rows).specific().iterator()
        if services.is_catalogued(page)
    ]
    if fix:
        for page in absent:
            services.put_again(page.pk)
    return len(absent)


def _stale(page_ids: list[int]) -> list[int]:
    """Return the pages whose tokens are not those of their words."""
    stale = []
    for start in range(0, len(page_ids), BATCH):
        some = page_ids[start : start + BATCH]
        rows = IndexedText.objects.in_bulk(some)
        for document in Document.objects.filter(pk__in=some).select_related("words"):
            fresh, row = indexing.indexed(document), rows.get(document.pk)
            if row is None or any(
                getattr(row, column) != getattr(fresh, column) for column in indexing.COLUMNS
            ):
                stale.append(document.pk)
    return stale


def _frequencies(fix: bool) -> int:
    """Return how many terms have a wrong number of pages; with `fix`, put them right."""
    true: Counter = Counter()
    for row in IndexedText.objects.iterator(chunk_size=BATCH):
        true.update(indexing.counted(row))
    kept = dict(IndexTerm.objects.values_list("token", "documents"))
    changes = Counter(
        {
            token: true[token] - kept.get(token, 0)
            for token in {*true, *kept}
            if true[token] != kept.get(token, 0)
        }
    )
    if fix:
        indexing.count(changes)
    return len(changes)
