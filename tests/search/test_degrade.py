"""A search server that is away, hangs or refuses: the database answers, and nothing is lost."""

import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from content.visibility import current_rules
from outbox.models import Entry
from outbox.services import drain
from search import api, topics
from search.checks import check_search_server
from search.engines.base import SearchRequest, SearchResponse
from search.engines.breaker import Breaker
from search.engines.elasticsearch import engine as engine_module
from search.remote import LONGEST_DELAY
from tests.factories import carry_out, publish
from tests.search.asking import found, text
from tests.search.sockets import black_hole, closed_port

# What the fall may cost a reader beside the answer of the database itself, in milliseconds.
MOST = 300


@pytest.fixture(autouse=True)
def forget_failures():
    """Let no test begin with a server that another one found away."""
    engine_module._engine_of.cache_clear()


@pytest.fixture
def hole():
    with black_hole() as one:
        yield one


def answer(q: str = "zanzibar") -> SearchResponse:
    return api.search(SearchRequest(q=q, locale="fr"), current_rules())


def waited(settings, times: int = 3) -> float:
    """Return the milliseconds by which an answer is later than the database's own, at best."""

    def quickest() -> float:
        took = []
        for _number in range(times):
            engine_module._engine_of.cache_clear()
            took.append(answer().took_ms)
        return min(took)

    fallen = quickest()
    settings.ELASTICSEARCH_URL = []
    return fallen - quickest()


def make_due() -> None:
    Entry.objects.update(due_at=timezone.now())
    engine_module._engine_of.cache_clear()


def assert_answered_by_the_database() -> None:
    given = answer()
    assert given.degraded
    assert given.engine in api.DATABASE_ENGINES
    assert [hit.document.title for hit in given.hits] == ["Le zanzibar"]


def test_a_server_that_refuses_is_answered_for_at_once(fr, settings):
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [closed_port()]
    assert_answered_by_the_database()
    assert waited(settings) < MOST


def test_a_server_that_hangs_is_answered_for_within_the_bound(fr, settings, hole):
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [hole.url]
    assert_answered_by_the_database()
    assert hole.taken == 1
    assert waited(settings) < MOST


def test_a_node_that_refuses_is_left_for_one_that_hangs_without_waiting_longer(fr, settings, hole):
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [closed_port(), hole.url, closed_port()]
    assert_answered_by_the_database()
    assert waited(settings) < MOST


def test_only_the_first_reader_waits(fr, settings, hole, monkeypatch):
    monkeypatch.setattr(Breaker, "_pause", lambda self: 60.0)
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [hole.url]
    for _number in range(6):
        assert_answered_by_the_database()
    assert hole.taken == 1


def test_the_log_says_once_that_it_fails(fr, settings, caplog):
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [closed_port()]
    for _number in range(5):
        answer()
    said = [record for record in caplog.records if record.name == "search"]
    assert len(said) == 1
    assert "ConnectionError" in said[0].getMessage()


@pytest.mark.parametrize("url", ["localhost:9200", "https://127.0.0.1:1", "http://[::1"])
def test_settings_that_lead_nowhere_are_no_error_for_readers(fr, settings, url, tmp_path):
    text(fr, "Le zanzibar")
    settings.ELASTICSEARCH_URL = [url]
    settings.ELASTICSEARCH_CA_FILE = str(tmp_path / "absent.crt")
    assert_answered_by_the_database()
    assert check_search_server(None)


def test_the_page_says_so_discreetly(fr, settings, client):
    text(fr, "Le zanzibar")
    assert "serveur de recherche" not in client.get("/fr/recherche/?q=zanzibar").content.decode()
    settings.ELASTICSEARCH_URL = [closed_port()]
    response = client.get("/fr/recherche/?q=zanzibar")
    assert response.status_code == 200
    assert "serveur de recherche ne répond pas" in response.content.decode()
    assert "Le <mark>zanzibar</mark>" in response.content.decode()


def test_publishing_does_not_speak_to_the_server(fr, settings, hole):
    settings.ELASTICSEARCH_URL = [hole.url]
    page = text_without_worker(fr)
    page.title = "Autre titre"
    publish(page)
    page.unpublish()
    assert hole.taken == 0


def text_without_worker(fr):
    """Return a published story that no index knows yet."""
    from stories.models import StoryPage
    from tests.factories import published

    return published(fr.stories, StoryPage, slug="unknown", title="Le zanzibar")


def test_an_outage_holds_up_no_other_index(fr, settings, hole):
    settings.ELASTICSEARCH_URL = [hole.url]
    text_without_worker(fr)
    while drain():
        pass
    assert_answered_by_the_database()
    waiting = Entry.objects.get(topic=topics.REMOTE)
    assert waiting.due_at <= timezone.now() + LONGEST_DELAY
    for _attempt in range(20):
        make_due()
        drain()
    waiting.refresh_from_db()
    assert waiting.failed_at is None
    assert waiting.due_at <= timezone.now() + LONGEST_DELAY


@pytest.mark.elasticsearch
def test_what_was_changed_during_an_outage_is_found_after_it(fr, settings, elasticsearch):
    page = text(fr, "Le zanzibar", "lavoir")
    gone = text(fr, "Le lavoir", "lavoir")
    address, settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL, [closed_port()]
    page.title = "Le madagascar"
    publish(page)
    gone.unpublish()
    while drain():
        pass
    assert Entry.objects.filter(topic=topics.REMOTE).count() == 2
    settings.ELASTICSEARCH_URL = address
    # Late, but it says nothing that is not so: what is gone is counted no more.
    assert found("lavoir") == ["Le madagascar"]
    make_due()
    carry_out()
    assert not Entry.objects.exists()
    assert found("madagascar") == ["Le madagascar"]


@pytest.mark.elasticsearch
def test_an_index_that_may_only_be_read_answers_and_catches_up(fr, elasticsearch):
    text(fr, "Le lavoir", "pierre")
    client = elasticsearch.client.options(request_timeout=30)
    name = elasticsearch.config.prefix

    def block(on: bool | None) -> None:
        settings = {"index.blocks.read_only_allow_delete": on}
        client.indices.put_settings(index=name, settings=settings)

    block(True)
    try:
        text(fr, "Le zanzibar", "pierre")
        assert Entry.objects.filter(topic=topics.REMOTE).count() == 1
        assert found("pierre") == ["Le lavoir"]
    finally:
        block(None)
    make_due()
    carry_out()
    assert set(found("pierre")) == {"Le lavoir", "Le zanzibar"}


@pytest.mark.elasticsearch
def test_without_an_index_the_database_answers_and_the_check_says_what_to_do(fr, settings):
    settings.ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"].split(",")
    settings.ELASTICSEARCH_PREFIX = "test-no-such-index"
    text(fr, "Le zanzibar")
    assert_answered_by_the_database()
    [said] = check_search_server(None)
    assert "search_rebuild" in said.msg
    with pytest.raises(CommandError, match="before the last rebuild"):
        call_command("search_rebuild", rollback=True)


@pytest.mark.elasticsearch
def test_the_check_has_nothing_to_say_of_a_server_that_is_well(elasticsearch):
    assert check_search_server(None) == []


class Stranger(BaseHTTPRequestHandler):
    """A web server that is not a search server."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *arguments):
        """Say nothing."""


def test_the_check_says_what_is_wrong(db, settings, hole, monkeypatch):
    monkeypatch.setattr("search.engines.elasticsearch.diagnosis.PATIENCE", 0.2)
    assert check_search_server(None) == []
    stranger = HTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=stranger.serve_forever, daemon=True).start()
    addresses = {
        closed_port(): "cannot be reached",
        hole.url: "does not answer in time",
        f"http://127.0.0.1:{stranger.server_port}": "is not Elasticsearch",
        "localhost:9200": "ELASTICSEARCH_URL",
    }
    try:
        for url, words in addresses.items():
            settings.ELASTICSEARCH_URL = [url]
            [said] = check_search_server(None)
            assert words in said.msg
            assert "database" in said.hint
    finally:
        stranger.shutdown()
        stranger.server_close()


def test_a_breaker_lets_one_question_through_in_a_while():
    now = 0.0
    breaker = Breaker("It", first_pause=2, pause=10, clock=lambda: now)
    assert breaker.lets_pass()
    for pause in (2, 4, 8, 10, 10):
        breaker.failed(ConnectionError())
        now += pause - 0.5
        assert not breaker.lets_pass()
        now += 0.5
        assert [breaker.lets_pass() for _number in range(3)] == [True, False, False]
    breaker.succeeded()
    assert breaker.lets_pass()
    assert breaker.lets_pass()


def test_threads_are_not_let_through_together():
    breaker = Breaker("It", first_pause=0.05)
    breaker.failed(ConnectionError())
    time.sleep(0.06)
    passed = []
    threads = [
        threading.Thread(target=lambda: passed.append(breaker.lets_pass())) for _number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(passed) == 1
