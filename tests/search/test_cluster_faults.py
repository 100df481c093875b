"""What visitors and editors get while a cluster of three search servers loses parts of itself."""

import time

import pytest

from outbox import services as outbox
from search import api, services
from search.engines.base import SearchRequest
from search.engines.elasticsearch import rebuilding
from search.engines.elasticsearch.client import FAILURES
from search.engines.elasticsearch.comparing import RemoteDifferences, compare
from search.models import DocumentText
from stories.models import StoryPage
from tests.factories import carry_out
from tests.search.asking import text
from tests.search.clusters import cluster_of

pytestmark = [pytest.mark.elasticsearch, pytest.mark.cluster]

PAGES = 20
# Within a minute of the return of the servers all is as it was.
BACK = 60


@pytest.fixture(scope="module")
def cluster():
    """Return a cluster of three, started for the tests of this module."""
    with cluster_of(NODES="3") as cluster:
        yield cluster


@pytest.fixture
def engine(cluster, fr, settings):
    """Return the engine of the whole cluster, which holds `PAGES` pages about rivers."""
    cluster.start()
    settings.ELASTICSEARCH_URL = cluster.urls
    settings.ELASTICSEARCH_PREFIX = f"faults-{time.time_ns()}"
    # How long a reader waits has a test of its own; three servers on a busy machine take theirs.
    settings.ELASTICSEARCH_TIMEOUT = 3.0
    for number in range(PAGES):
        text(fr, f"Rivière {number}", "Une rivière à suivre.")
    engine = api.remote_engine()
    rebuilding.rebuild(engine)
    patient = engine.client.options(request_timeout=BACK)
    patient.cluster.health(wait_for_status="green")
    wait_for(lambda: not ask().degraded)
    return engine


def ask(q="rivière"):
    return api.search(SearchRequest(q=q, locale="fr"))


def wait_for(condition):
    """Wait until `condition` holds; fail after `BACK` seconds."""
    deadline = time.monotonic() + BACK
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def rewrite(page, title):
    """Change the title of a page that is indexed, as its publication would."""
    page.title = title
    page.save()
    services.put(page)


def test_a_node_killed_during_searches_fails_no_read(cluster, engine):
    degraded = 0
    for turn in range(200):
        if turn == 20:
            cluster.kill(1)
        answer = ask()
        assert answer.total == PAGES
        degraded += answer.degraded
    wait_for(lambda: not ask().degraded)
    assert ask().total == PAGES
    assert degraded < 200


def test_a_node_killed_during_a_rebuild_loses_no_edit(cluster, engine, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 4)
    edited = []

    def in_the_middle(done, total):
        if done == 8:
            cluster.kill(2)
        page = StoryPage.objects.order_by("pk")[len(edited)]
        rewrite(page, f"Ruisseau {done}")
        edited.append(page.title)
        assert ask().total >= PAGES - 1

    try:
        rebuilding.rebuild(engine, in_the_middle)
    except FAILURES:
        # What was being filled had one copy only: what is searched has two.
        assert ask().total >= PAGES - 1
    cluster.start()
    wait_for(lambda: not ask().degraded)
    rebuilding.rebuild(engine)
    carry_out()
    assert compare(engine) == RemoteDifferences()
    assert ask("ruisseau").total == len(edited)


def test_servers_that_hang_fail_no_read_and_lose_no_edit(cluster, engine):
    page = StoryPage.objects.last()
    cluster.freeze()
    try:
        answers = [ask() for _turn in range(6)]
        rewrite(page, "Torrent")
        while outbox.drain():
            pass
        found = ask("torrent")
    finally:
        cluster.thaw()
    assert {(answer.total, answer.degraded) for answer in answers} == {(PAGES, True)}
    assert [hit.document.pk for hit in found.hits] == [page.pk]

    def written():
        carry_out()
        answer = ask("torrent")
        return answer.total == 1 and not answer.degraded

    wait_for(written)
    assert compare(engine) == RemoteDifferences()


def test_servers_without_room_are_read_and_written_later(engine, fr):
    everything = f"{engine.config.prefix}-*"
    client = engine.client.options(request_timeout=30)
    full = {"index.blocks.read_only_allow_delete": True}
    client.indices.put_settings(index=everything, settings=full)
    page = text(fr, "Étang", "Écrit sur un disque plein.")
    assert not ask().degraded
    assert ask().total == PAGES
    freed = {"index.blocks.read_only_allow_delete": None}
    client.indices.put_settings(index=everything, settings=freed)

    def written():
        carry_out()
        return [hit.document.pk for hit in ask("étang").hits] == [page.pk]

    wait_for(written)
    assert not DocumentText.objects.filter(document__indexed=None).exists()
    assert compare(engine) == RemoteDifferences()
