"""Keep the search server in step, where there is one: what it is told, and until when.

Its outage neither delays nor fails anything else. What it was not told waits in the outbox, for
twenty seconds at a time and for as long as it takes.
"""

from collections.abc import Callable
from datetime import timedelta

from wagtail.models import Page

from content import visibility
from outbox import services as outbox
from search import api, topics
from search.models import Document

BATCH = 200
LONGEST_DELAY = timedelta(seconds=20)


class FailedError(Exception):
    """The server did not do what it was asked; the message says what to do about it."""


def post(page_ids: list[int]) -> None:
    """Ask for pages to be written to the server as they will be then."""
    if api.remote_engine():
        for page_id in page_ids:
            outbox.post(topics.REMOTE, page_id)


def post_branch(page_id: int) -> None:
    """Ask for a page and all below it to be written, after a move."""
    if api.remote_engine():
        outbox.post(topics.REMOTE_BRANCH, page_id)


@outbox.handler(topics.REMOTE, batch=BATCH, longest_delay=LONGEST_DELAY, gives_up=False)
def write_pages(subjects: list[str]) -> None:
    """Write pages as they are now."""
    engine = api.remote_engine()
    if engine:
        engine.follow([int(subject) for subject in subjects])


@outbox.handler(topics.REMOTE_BRANCH, longest_delay=LONGEST_DELAY, gives_up=False)
def write_branch(subject: str, payload: dict) -> None:
    """Write a page and all below it: what is above them has changed."""
    engine = api.remote_engine()
    top = Page.objects.filter(pk=int(subject)).first()
    if engine is None or top is None:
        return
    below = Document.objects.filter(visibility.branch(top.path, "page__")).order_by("pk")
    page_ids = list(below.values_list("pk", flat=True))
    for start in range(0, len(page_ids), BATCH):
        engine.follow(page_ids[start : start + BATCH])


def rebuild(*report: Callable[[int, int], None]) -> int:
    """Make the indices of the server anew beside those in use; return how many pages they hold.

    `report` is told how many pages are done, and of how many. `FailedError` leaves the old
    indices in use.
    """
    from search.engines.elasticsearch import rebuilding

    return _carried_out(lambda engine: rebuilding.rebuild(engine, *report))


def roll_back() -> int:
    """Search the indices from before the last rebuild, mended; return how many pages differed.

    `FailedError` if there are none.
    """
    from search.engines.elasticsearch import comparing

    def back(engine) -> int:
        engine.indices.go_back()
        found = comparing.compare(engine, fix=True)
        return found.missing + found.hidden + found.stale

    return _carried_out(back)


def compare(fix: bool = False):
    """Return how the server differs from the pages, None without a server; `fix` mends it.

    `FailedError` if it cannot be compared.
    """
    if api.remote_engine() is None:
        return None
    from search.engines.elasticsearch import comparing

    return _carried_out(lambda engine: comparing.compare(engine, fix))


def _carried_out(action: Callable):
    from search.engines.elasticsearch import client, diagnosis, indices, writing

    try:
        return action(api.remote_engine())
    except (*client.FAILURES, writing.NotWrittenError) as error:
        raise FailedError(diagnosis.advice(error)) from error
    except indices.GenerationError as error:
        raise FailedError(str(error)) from error
