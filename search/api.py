"""The door to full-text search: which engine answers, and how long it took.

Where a search server is set up, it is asked; what it cannot answer at once, the database answers,
whose index is always kept too.
"""

import time
from dataclasses import replace
from functools import cache

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from content import visibility
from search.engines.base import Engine, SearchRequest, SearchResponse

DATABASE_ENGINES = {
    "sqlite": "search.engines.sqlite.SqliteEngine",
    "postgresql": "search.engines.postgres.PostgresEngine",
}


@cache
def database_engine() -> Engine:
    """Return the engine of the database that holds the pages."""
    return import_string(DATABASE_ENGINES[connection.vendor])()


def remote_engine():
    """Return the engine of the search server, None if the settings name none."""
    if not settings.ELASTICSEARCH_URL:
        return None
    # A portal without a server does not pay for the client.
    from search.engines.elasticsearch.engine import current

    return current()


def search(request: SearchRequest, rules: visibility.Rules | None = None) -> SearchResponse:
    """Return the answer to a question: public pages only, best first."""
    started = time.perf_counter()
    rules = rules or visibility.current_rules()
    remote = remote_engine()
    answer = remote.try_to_search(request, rules) if remote else None
    if answer is None:
        answer = replace(database_engine().search(request, rules), degraded=remote is not None)
    return replace(answer, took_ms=(time.perf_counter() - started) * 1000)


def engines() -> tuple[Engine, ...]:
    """Return every engine whose index is to be kept."""
    return tuple(filter(None, (database_engine(), remote_engine())))
