"""Compare what the server holds with the pages, and mend what differs."""

from collections.abc import Iterator
from dataclasses import dataclass

from content import visibility
from search.engines.elasticsearch.documents import index_language, sources
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.models import Document

BATCH = 500
# How long the server keeps what it is read from between two batches.
KEEP = "2m"


@dataclass(frozen=True)
class RemoteDifferences:
    """How many pages differ: lacking, held though not public, held as they were before."""

    missing: int = 0
    hidden: int = 0
    stale: int = 0


def compare(engine: ElasticsearchEngine, fix: bool = False) -> RemoteDifferences:
    """Return how the server differs from the pages; with `fix`, write again what does."""
    engine.refresh()
    live = engine.indices.state().live
    held: dict[int, set[tuple[str, str]]] = {}
    for page_id, index, digest in _held(engine):
        held.setdefault(page_id, set()).add((index, digest))
    missing, stale, public = [], [], set()
    for documents in _public():
        for document, source in zip(documents, sources(documents), strict=True):
            public.add(document.pk)
            expected = {(live.get(index_language(document.text_language), ""), source["digest"])}
            if document.pk not in held:
                missing.append(document.pk)
            elif held[document.pk] != expected:
                stale.append(document.pk)
    hidden = sorted(held.keys() - public)
    if fix:
        wrong = [*missing, *stale, *hidden]
        for start in range(0, len(wrong), BATCH):
            engine.writer.follow(wrong[start : start + BATCH])
        engine.refresh()
    return RemoteDifferences(len(missing), len(hidden), len(stale))


def _public() -> Iterator[list[Document]]:
    rules = visibility.current_rules()
    every, last = Document.objects.public(rules).order_by("pk"), 0
    while batch := list(every.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        yield batch


def _held(engine: ElasticsearchEngine) -> Iterator[tuple[int, str, str]]:
    """Yield the page, the index and the digest of everything that is searched."""
    client = engine.client.options(request_timeout=30)
    point = client.open_point_in_time(index=engine.config.prefix, keep_alive=KEEP)["id"]
    after = {}
    try:
        while True:
            answer = client.search(
                body={
                    "pit": {"id": point, "keep_alive": KEEP},
                    "size": 2000,
                    "sort": ["_shard_doc"],
                    "track_total_hits": False,
                    "_source": ["digest"],
                    **after,
                }
            )
            hits = answer["hits"]["hits"]
            if not hits:
                return
            for hit in hits:
                yield int(hit["_id"]), hit["_index"], hit["_source"].get("digest", "")
            point, after = answer["pit_id"], {"search_after": hits[-1]["sort"]}
    finally:
        client.close_point_in_time(id=point)
