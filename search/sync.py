"""Bring the index in step with the pages: only what anybody may read is indexed.

The index of the database first; what it was told, the search server is told by topics of the outbox
that nothing else waits for (`search.remote`).
"""

from collections.abc import Callable

from django.db import models, transaction
from wagtail.models import Page

from content import visibility
from search import api, remote
from search.models import Document, IndexedText
from search.services import lock_documents

BATCH = 100


def pages(page_ids: list[int]) -> None:
    """Index the pages of `page_ids` that anybody may read, and take the others out."""
    in_database(page_ids)
    remote.post(page_ids)


def in_database(page_ids: list[int]) -> None:
    """Bring the index of the database alone in step.

    Rows are read once nobody else can change them: what is written is never older than what is.
    """
    engine = api.database_engine()
    with transaction.atomic():
        engine.put(list(_public(page_ids).select_related("words")))
    # Apart: two changes of the frequencies in one transaction could wait for another's two.
    with transaction.atomic():
        engine.remove(sorted(set(page_ids) - set(_public(page_ids).values_list("pk", flat=True))))


def _public(page_ids: list[int]) -> models.QuerySet:
    """Keep the rows of `page_ids` for this transaction; return those that anybody may read."""
    lock_documents(page_ids)
    return Document.objects.public(visibility.current_rules()).filter(pk__in=page_ids)


def branch(page_id: int) -> None:
    """Bring the page and all below it in step: what is indexed and must not be, and the reverse.

    Pages that are rightly in the index are left as they are.
    """
    top = Page.objects.filter(pk=page_id).first()
    if top is None:
        return
    below = Document.objects.filter(visibility.branch(top.path, "page__"))
    public = set(below.public(visibility.current_rules()).values_list("pk", flat=True))
    indexed = set(below.filter(indexed__isnull=False).values_list("pk", flat=True))
    changed = sorted(public ^ indexed)
    for start in range(0, len(changed), BATCH):
        pages(changed[start : start + BATCH])


def everything(report: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Index every page that anybody may read, and nothing else; return how many there are.

    In the database; the search server has its own rebuild. `report` is told how many pages are
    done, and of how many, after each batch. A batch is one short transaction: pages are edited and
    searched meanwhile.
    """
    page_ids = list(Document.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(page_ids), BATCH):
        in_database(page_ids[start : start + BATCH])
        report(min(start + BATCH, len(page_ids)), len(page_ids))
    return IndexedText.objects.count()
