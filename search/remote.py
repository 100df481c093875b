"""Keep the search server in step, where there is one: what it is told, and until when.

Its outage neither delays nor fails anything else. What it was not told waits in the outbox, for
twenty seconds at a time and for as long as it takes.
"""

from datetime import timedelta

from wagtail.models import Page

from content import visibility
from outbox import services as outbox
from search import api, topics
from search.models import Document

BATCH = 200
LONGEST_DELAY = timedelta(seconds=20)


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
