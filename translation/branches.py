"""A whole branch to translate, a kit for instance: begun by the worker, page after page."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, transaction
from wagtail.models import Locale, Page

from outbox import services as outbox
from translation import services
from translation.models import TranslationBatch
from translation.permissions import may_add, may_read_source

logger = logging.getLogger("translation")

BRANCH = "translation.branch"
# Few pages a turn: other work of the worker goes on between two turns.
PAGES_A_TURN = 5


@transaction.atomic
def ask(page: Page, locale: Locale, user) -> TranslationBatch:
    """Ask the worker to begin the translations of `page` and of the published pages below it.

    Raises `PermissionDenied`; each page is checked again when its turn comes.
    """
    if not may_read_source(user, page) or not may_add(user, page, locale):
        raise PermissionDenied
    pages = Page.objects.descendant_of(page, inclusive=True).filter(
        live=True, alias_of__isnull=True
    )
    left = list(pages.order_by("path").values_list("pk", flat=True))
    batch = TranslationBatch.objects.create(
        page=page, locale=locale, user=user, total=len(left), left=left
    )
    outbox.post(BRANCH, batch.pk)
    return batch


@outbox.handler(BRANCH)
def go_on(subject: str, payload: dict) -> None:
    """Begin a few pages of a branch; what cannot be begun is named, and the rest goes on."""
    batch = TranslationBatch.objects.filter(pk=subject).select_related("user", "locale").first()
    if batch is None or batch.user is None or not batch.user.is_active:
        return
    for number in batch.left[:PAGES_A_TURN]:
        _begin(batch, number)
        batch.left = batch.left[1:]
        batch.done += 1
        batch.save(update_fields=["left", "left_out", "done"])
    if batch.left:
        outbox.post(BRANCH, batch.pk)


def _begin(batch: TranslationBatch, number: int) -> None:
    page = Page.objects.filter(pk=number).specific().first()
    if page is None:
        return
    try:
        services.begin(page, batch.locale, batch.user)
    except (PermissionDenied, services.ParentMissing):
        batch.left_out.append(page.title)
    except OperationalError:
        # The database is busy: the outbox comes back to this page.
        raise
    except Exception:
        logger.exception("The translation of page %s was not begun", number)
        batch.left_out.append(page.title)
