"""A large corpus on a search server: the portal's answers beside the same requests sent bare.

The rows of the database are copies of a smaller corpus: what is measured is the server. Titles are
suggested from the database, and measured there.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from benchmarks.figures import WrongAnswer
from benchmarks.search.corpus import Draft, drafts
from benchmarks.search.filling import LANGUAGE, fill, tokens_of
from benchmarks.search.measuring import Answers, Question, ask_portal
from search import api
from search.engines.elasticsearch import engine as server
from search.engines.elasticsearch.documents import group_of
from search.indexing import EVERY_DOCUMENT
from search.models import IndexTerm
from stories.models import StoryPage

COPIED = 10_000
# How many texts differ: those of a larger corpus are these, again and again.
DISTINCT = 100_000
CHUNK = 2000
PATIENCE = 120
_COPIED_TABLES = {
    "wagtailcore_page": "id",
    "search_document": "page_id",
    "search_documenttext": "document_id",
}


class Server:
    """A corpus of `count` documents on the server of the settings, in indices of its own."""

    def __init__(self, count: int):
        self.count = count
        self.prefix = f"{settings.ELASTICSEARCH_PREFIX}-{count}"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        with self.searched() as engine:
            indices = engine.client.options(request_timeout=PATIENCE).indices
            for name in indices.get_alias(index=f"{self.prefix}-*"):
                indices.delete(index=name)

    @contextmanager
    def searched(self):
        """Let visitors' questions be answered by this corpus; give the engine."""
        with override_settings(ELASTICSEARCH_PREFIX=self.prefix):
            yield server.current()

    def fill(self) -> float:
        """Make the rows and the index; return the documents indexed a second."""
        copied = min(self.count, COPIED)
        if self.count % copied:
            raise ValueError(f"A corpus of more than {COPIED} has a multiple of it.")
        fill(copied)
        _copy_rows(copied, self.count // copied)
        with self.searched() as engine:
            start = time.perf_counter()
            filled = engine.indices.begin({LANGUAGE})
            client = engine.client.options(request_timeout=PATIENCE)
            for _done, _answer in streaming_bulk(client, self._actions(filled), chunk_size=CHUNK):
                pass
            engine.indices.finish(filled)
            return self.count / (time.perf_counter() - start)

    def ask(self, question: Question, figures: dict[str, Answers], repeat: int) -> None:
        """Time the portal's answer, and the requests that it sends for it sent again bare."""
        ask_portal(question, figures["portal"], repeat)
        requests = []
        search = Elasticsearch.search

        def recorded(client, **request):
            requests.append(request)
            return search(client, **request)

        with patch.object(Elasticsearch, "search", recorded):
            api.search(question.request())
        if not requests:
            raise WrongAnswer(f"{question.name}: the search server was not asked.")
        client = server.current().client

        def answer() -> int:
            answers = [client.search(**request) for request in requests]
            return answers[0]["hits"]["total"]["value"]

        figures["bare"].ask(answer, repeat)

    def _actions(self, filled: dict[str, str]) -> Iterator[dict]:
        first = StoryPage.objects.order_by("pk").first()
        made = [_source(draft, first.locale_id) for draft in drafts(min(self.count, DISTINCT))]
        for number in range(self.count):
            page_id = first.pk + number
            own = {"page": page_id, "translation_key": str(page_id), "ancestors": [page_id]}
            source = made[number % len(made)] | own
            yield {"_index": filled[LANGUAGE], "_id": str(page_id), "_source": source}


def _source(draft: Draft, locale_id: int) -> dict:
    """Return what the server holds of a document (`search.engines.elasticsearch.documents`).

    What tells one page from another is added to it.
    """
    facets: dict[str, list[str]] = {}
    for facet, value in draft.facets:
        facets.setdefault(facet, []).append(value)
    return {
        **tokens_of(draft),
        "kind": draft.kind,
        "text_language": LANGUAGE,
        "content_language": LANGUAGE,
        "year": str(draft.day.year),
        "locale": str(locale_id),
        "group": group_of(locale_id, LANGUAGE),
        "listed": True,
        "dated": draft.day.isoformat(),
        "facet": facets,
        "digest": "",
    }


@transaction.atomic
def _copy_rows(copied: int, times: int) -> None:
    """Copy the pages of a SQLite database until there are `times` of each."""
    first = StoryPage.objects.order_by("pk").first().pk
    with connection.cursor() as cursor:
        for table, key in _COPIED_TABLES.items():
            described = connection.introspection.get_table_description(cursor, table)
            names = [f'"{column.name}"' for column in described]
            for turn in range(1, times):
                changed = {
                    f'"{key}"': f"{key} + {turn * copied}",
                    '"path"': f"path || '{turn:04d}'",
                    '"translation_key"': f"'{turn:08x}' || substr(translation_key, 9)",
                }
                cursor.execute(
                    f"INSERT INTO {table} ({', '.join(names)})"  # noqa: S608
                    f" SELECT {', '.join(changed.get(name, name) for name in names)} FROM {table}"
                    f" WHERE {key} BETWEEN {first} AND {first + copied - 1}"
                )
    IndexTerm.objects.filter(token=EVERY_DOCUMENT).update(documents=times * copied)
