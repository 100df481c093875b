"""The engines on which questions are asked: fixtures that every room may use (`conftest`)."""

import os

import pytest

from search import api
from search.engines.elasticsearch.comparing import compare
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.rebuilding import rebuild


@pytest.fixture(scope="session")
def prefix(worker_id) -> str:
    """Return what the indices of this run begin with, apart from those of any other run."""
    return f"test-{os.getpid()}-{worker_id}"


@pytest.fixture(scope="session")
def engines_used(prefix):
    """Give the list of the engines of this run, whose indices are deleted when it ends."""
    engines: list[ElasticsearchEngine] = []
    yield engines
    for engine in engines[:1]:
        found = engine.client.options(request_timeout=30).indices.get(index=f"{prefix}-*")
        engine.indices.forget(found)


@pytest.fixture
def elasticsearch(db, settings, prefix, engines_used) -> ElasticsearchEngine:
    """Return the engine of the real server, which holds the pages with which a test begins."""
    settings.ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"].split(",")
    settings.ELASTICSEARCH_PREFIX = prefix
    # A machine that runs tests may be slow; how long a reader waits has tests of its own.
    settings.ELASTICSEARCH_TIMEOUT = 20.0
    engine = api.remote_engine()
    engines_used.append(engine)
    if engine.indices.state().live:
        compare(engine, fix=True)
        engine.refresh()
    else:
        rebuild(engine)
    return engine


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request) -> str:
    """Ask the questions of a test to one engine, then to the other; return its name."""
    if request.param == "elasticsearch":
        request.getfixturevalue("elasticsearch")
    return request.param
