"""Post what must follow a commit, and carry it out with retries and a lease.

An entry is posted inside the caller's transaction: rolled back with it, kept with it. The
worker drains due entries. Handlers must bear being called twice, since a worker may die
between the work and the deletion of its entry.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from outbox.models import Entry

logger = logging.getLogger("outbox")

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 12
FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)

_handlers: dict[str, Callable[[str, dict], None]] = {}


def handler(topic: str):
    """Register the decorated function as what carries out `topic`.

    It receives the subject and the payload. `ValueError` if the topic has one already.
    """

    def register(function):
        if topic in _handlers:
            raise ValueError(f"Topic {topic!r} has two handlers.")
        _handlers[topic] = function
        return function

    return register


def post(topic: str, subject, payload: dict | None = None) -> None:
    """Ask for `topic` to be carried out for `subject` after the current transaction.

    A pending entry of the same topic and subject takes the new payload instead of
    becoming two, also when it had been given up.
    """
    entry, created = Entry.objects.get_or_create(
        topic=topic, subject=str(subject), defaults={"payload": payload or {}}
    )
    if not created:
        Entry.objects.filter(pk=entry.pk).update(
            payload=payload or {},
            version=F("version") + 1,
            due_at=timezone.now(),
            attempts=0,
            failed_at=None,
        )


def drain(limit: int = 100) -> int:
    """Carry out up to `limit` due entries and return how many succeeded."""
    done = 0
    for _turn in range(limit):
        entry = _lease_next()
        if entry is None:
            break
        done += _carry_out(entry)
    return done


def _lease_next() -> Entry | None:
    now = timezone.now()
    with transaction.atomic():
        entry = (
            Entry.objects.due(now)
            .select_for_update(skip_locked=True)
            .order_by("due_at", "pk")
            .first()
        )
        if entry:
            entry.leased_until = now + LEASE
            entry.attempts += 1
            entry.save(update_fields=["leased_until", "attempts"])
        return entry


def _carry_out(entry: Entry) -> bool:
    try:
        _handlers[entry.topic](entry.subject, entry.payload)
    except Exception as error:
        logger.exception("Outbox entry %s failed (attempt %s)", entry, entry.attempts)
        _postpone(entry, error)
        return False
    # A request that came while the work ran has raised the version: it stays to be done.
    deleted, _detail = Entry.objects.filter(pk=entry.pk, version=entry.version).delete()
    if not deleted:
        Entry.objects.filter(pk=entry.pk).update(leased_until=None)
    return True


def _postpone(entry: Entry, error: Exception) -> None:
    now = timezone.now()
    delay = min(FIRST_DELAY * 2 ** (entry.attempts - 1), LONGEST_DELAY)
    given_up = entry.attempts >= MAX_ATTEMPTS
    Entry.objects.filter(pk=entry.pk).update(
        leased_until=None,
        due_at=now + delay,
        failed_at=now if given_up else None,
        last_error=f"{type(error).__name__}: {error}"[:2000],
    )
