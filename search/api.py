"""The door to full-text search: which engine answers, and how long it took."""

import time
from dataclasses import replace
from functools import cache

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


def search(request: SearchRequest, rules: visibility.Rules | None = None) -> SearchResponse:
    """Return the answer to a question: public pages only, best first."""
    started = time.perf_counter()
    answer = database_engine().search(request, rules or visibility.current_rules())
    return replace(answer, took_ms=(time.perf_counter() - started) * 1000)


def engines() -> tuple[Engine, ...]:
    """Return every engine whose index is to be kept."""
    return (database_engine(),)
