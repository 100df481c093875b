"""The index is made anew while pages are written, published, withdrawn, deleted and searched."""

import io
import threading
import time

import pytest
from django.core.management import call_command
from django.db import connection

from outbox import services as outbox
from search.checking import compare
from search.models import Document
from stories.models import StoryPage
from tests.factories import add, carry_out, publish
from tests.search.asking import ask, found, text

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
KEPT, SHORT_LIVED = 8, 4
REBUILDS = 2
# Between two turns, so that the rebuild has its share of a slow machine.
PAUSE = 0.05
LONGEST = 120


class Crowd:
    """Threads that each repeat one thing until told to stop, and the errors they met."""

    def __init__(self):
        self.errors: list[BaseException] = []
        self.turns: dict[str, int] = {}
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def repeat(self, turn) -> None:
        thread = threading.Thread(target=self._run, args=(turn.__name__, turn))
        self._threads.append(thread)
        thread.start()

    def _run(self, name: str, turn) -> None:
        try:
            while not self._stop.is_set():
                turn(self.turns.get(name, 0))
                self.turns[name] = self.turns.get(name, 0) + 1
                time.sleep(PAUSE)
        except BaseException as error:
            self.errors.append(error)
        finally:
            connection.close()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout=LONGEST)
        assert not any(thread.is_alive() for thread in self._threads)


def test_a_rebuild_loses_no_edit_and_fails_nobody(fr):
    kept = [text(fr, f"Lavoir {number}", "Le lavoir.") for number in range(KEPT)]
    short = [text(fr, f"Court {number}", "Un instant.") for number in range(SHORT_LIVED)]
    crowd, last, fewest = Crowd(), {}, []

    def edit(turn: int) -> None:
        page = StoryPage.objects.get(pk=kept[turn % KEPT].pk)
        page.title = f"Lavoir mot{turn}x"
        publish(page)
        last[page.pk] = page.title

    def come_and_go(turn: int) -> None:
        if short:
            page = StoryPage.objects.get(pk=short.pop().pk)
            page.unpublish()
            page.delete()
        else:
            page = StoryPage(title="Un instant", slug=f"instant-{turn}", locale=fr.locale)
            page.text_language = page.content_language = "fr"
            short.append(publish(add(fr.stories, page)))

    def search(_turn: int) -> None:
        fewest.append(ask("lavoir").total)

    def work(_turn: int) -> None:
        outbox.drain()

    for turn in (edit, come_and_go, search, work):
        crowd.repeat(turn)
    try:
        for _rebuild in range(REBUILDS):
            call_command("search_rebuild", verbosity=0, json=True, stdout=io.StringIO())
    finally:
        crowd.stop()
    assert crowd.errors == []
    assert min(crowd.turns.values()) > 0
    assert min(fewest) == KEPT
    carry_out()
    assert not compare()
    assert dict(Document.objects.filter(pk__in=last).values_list("pk", "title")) == last
    for title in last.values():
        assert found(title.split()[1]) == [title]
