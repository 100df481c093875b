"""Write documents so that nothing older ever takes the place of what is newer.

Each write bears the moment before its page was read. Whoever reads later has read what is newer,
and the server refuses the write of an earlier moment, whenever it comes: a rebuild, two workers
and a late answer of the network may cross each other.
"""

import time
from collections.abc import Iterator

from django.db import connection
from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from content import visibility
from search.engines.elasticsearch.client import WRITE_TIMEOUT
from search.engines.elasticsearch.documents import index_language, sources
from search.engines.elasticsearch.indices import NEXT, Indices, State
from search.models import Document

# A request of this size is worth its time; the server takes 100 MB at most.
CHUNK_BYTES = 8 * 1024 * 1024
CHUNK = 500
# How often a batch is written again because the indices have changed under it.
MOST_TURNS = 5
_GONE, _OLDER = 404, 409


class NotWrittenError(Exception):
    """Some pages could not be written; `reasons` says why, by page id."""

    def __init__(self, reasons: dict[int, str]):
        self.reasons = reasons
        super().__init__(f"{len(reasons)} pages were not written: {next(iter(reasons.values()))}")


def moment() -> int:
    """Return the time in microseconds, on the one clock that all workers share."""
    if connection.vendor != "postgresql":
        return time.time_ns() // 1000
    with connection.cursor() as cursor:
        cursor.execute("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
        return cursor.fetchone()[0]


class Writer:
    """Writes to the indices that are searched and to those that a rebuild fills."""

    def __init__(self, client: Elasticsearch, indices: Indices):
        self._client = client.options(request_timeout=WRITE_TIMEOUT)
        self._indices = indices

    def follow(self, page_ids: list[int]) -> None:
        """Write pages as they are now: those that anybody may read, the others taken out.

        `NotWrittenError` or a failure of the server says that it is to be done again. Without an
        index there is nothing to write to: the rebuild that makes one reads every page.
        """
        state = self._indices.state()
        for _turn in range(MOST_TURNS):
            if not state.written:
                return
            now = moment()
            public = Document.objects.public(visibility.current_rules())
            found = list(public.filter(pk__in=page_ids))
            gone = set(page_ids) - {document.pk for document in found}
            state = self._with_languages(state, found)
            self._send(
                action
                for indices in state.written
                for action in (
                    *self._puts(indices, found, now),
                    *_removals(indices.values(), gone, now),
                )
            )
            # A rebuild that began after `state` was read may have read these pages before us.
            after = self._indices.state()
            if after.written == state.written:
                return
            state = after

    def put(self, documents: list[Document]) -> None:
        """Write documents as they were read."""
        now = moment()
        state = self._with_languages(self._indices.state(), documents)
        self._send(
            action for indices in state.written for action in self._puts(indices, documents, now)
        )

    def remove(self, page_ids: list[int]) -> None:
        """Take pages out."""
        now = moment()
        state = self._indices.state()
        self._send(
            action
            for indices in state.written
            for action in _removals(indices.values(), page_ids, now)
        )

    def fill(self, indices: dict[str, str], documents: list[Document], now: int) -> None:
        """Write documents, read after the moment `now`, to indices that nothing reads yet.

        The index of a language that had no text when they were made is added to `indices`.
        """
        for language in {index_language(document.text_language) for document in documents}:
            if language not in indices:
                indices[language] = self._indices.add(language, indices, NEXT)
        self._send(self._puts(indices, documents, now, others=False))

    def _with_languages(self, state: State, documents: list[Document]) -> State:
        """Return the state once each language of `documents` has an index in each set."""
        wanted = {index_language(document.text_language) for document in documents}
        missing = [
            (language, indices, role)
            for indices, role in ((state.live, ""), (state.next, NEXT))
            for language in sorted(wanted - indices.keys())
            if indices
        ]
        for language, indices, role in missing:
            self._indices.add(language, indices, role)
        return self._indices.state() if missing else state

    def _puts(self, indices, documents, now: int, others: bool = True) -> Iterator[dict]:
        """Yield what writes documents, and takes them out of the indices of `others`."""
        for document, source in zip(documents, sources(documents), strict=True):
            own = indices[index_language(document.text_language)]
            yield {**_action("index", own, document.pk, now), "_source": source}
            if others:
                yield from _removals(set(indices.values()) - {own}, [document.pk], now)

    def _send(self, actions: Iterator[dict]) -> None:
        answers = streaming_bulk(
            self._client,
            actions,
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            raise_on_exception=True,
            max_retries=0,
        )
        failed = {}
        for done, answer in answers:
            [(action, about)] = answer.items()
            expected = {_OLDER} if action == "index" else {_OLDER, _GONE}
            if not done and about["status"] not in expected:
                error = about.get("error") or {}
                failed[int(about["_id"])] = f"{error.get('type')}: {error.get('reason')}"
        if failed:
            raise NotWrittenError(failed)


def _removals(indices, page_ids, now: int) -> Iterator[dict]:
    for index in indices:
        for page_id in page_ids:
            yield _action("delete", index, page_id, now)


def _action(operation: str, index: str, page_id: int, now: int) -> dict:
    return {
        "_op_type": operation,
        "_index": index,
        "_id": str(page_id),
        "version": now,
        "version_type": "external_gte",
    }
