"""Post what must follow a commit, and carry it out with retries and a lease.

An entry is posted inside the caller's transaction: rolled back with it, kept with it. The
worker drains due entries. Handlers must bear being called twice, since a worker may die
between the work and the deletion of its entry.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Least
from django.utils import timezone

from outbox.models import Entry

logger = logging.getLogger("outbox")

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 12
FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)
# Where the count of a topic that never gives up ends.
MOST_ATTEMPTS = 10_000


class LaterError(Exception):
    """What is asked cannot be done now, for a reason that is known and passes by itself.

    `reasons` says why by subject; those it leaves out are done. Empty, it is all of them.
    """

    def __init__(self, message: str, reasons: dict[str, str] | None = None):
        super().__init__(message)
        self.reasons = reasons or {}


@dataclass(frozen=True)
class Handler:
    """How a topic is carried out, how many entries at a time, and how patiently.

    A topic that never gives up is tried again for as long as it fails.
    """

    carry_out: Callable
    batch: int
    longest_delay: timedelta
    gives_up: bool


_handlers: dict[str, Handler] = {}


def handler(
    topic: str, batch: int = 1, longest_delay: timedelta = LONGEST_DELAY, gives_up: bool = True
):
    """Register the decorated function as what carries out `topic`.

    It receives the subject and the payload; with a `batch`, the list of so many subjects at most.
    `ValueError` if the topic has a handler already.
    """

    def register(function):
        if topic in _handlers:
            raise ValueError(f"Topic {topic!r} has two handlers.")
        _handlers[topic] = Handler(function, batch, longest_delay, gives_up)
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


def waiting(topics: Iterable[str], most: int) -> list[str]:
    """Return up to `most` subjects about which something of `topics` is still to be done."""
    entries = Entry.objects.filter(topic__in=list(topics)).order_by()
    return list(entries.values_list("subject", flat=True)[:most])


def drain(limit: int = 100) -> int:
    """Carry out due entries, up to `limit` or the batch that exceeds it; return how many are done.

    Entries of a topic that takes batches are carried out together.
    """
    done = turns = 0
    while turns < limit:
        entries = _lease_next()
        if not entries:
            break
        turns += len(entries)
        done += _carry_out(entries)
    return done


def _lease_next() -> list[Entry]:
    """Hold the entry that has been due for longest, and others of its topic up to its batch."""
    now = timezone.now()
    with transaction.atomic():
        due = Entry.objects.due(now).select_for_update(skip_locked=True).order_by("due_at", "pk")
        entries = list(due[:1])
        batch = _batch_of(entries[0].topic) if entries else 1
        if batch > 1:
            entries = list(due.filter(topic=entries[0].topic)[:batch])
        for entry in entries:
            entry.attempts += 1
        Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
            leased_until=now + LEASE, attempts=Least(F("attempts") + 1, MOST_ATTEMPTS)
        )
        return entries


def _batch_of(topic: str) -> int:
    return _handlers[topic].batch if topic in _handlers else 1


def _carry_out(entries: list[Entry]) -> int:
    """Carry out entries of one topic, and return how many were done."""
    topic = entries[0].topic
    try:
        own = _handlers[topic]
        if own.batch > 1:
            own.carry_out([entry.subject for entry in entries])
        else:
            own.carry_out(entries[0].subject, entries[0].payload)
    except LaterError as error:
        late = [entry for entry in entries if not error.reasons or entry.subject in error.reasons]
        logger.debug("Outbox topic %s has to wait: %s", topic, error)
        for entry in late:
            _postpone(entry, error.reasons.get(entry.subject, str(error)))
        entries = [entry for entry in entries if entry not in late]
    except Exception as error:
        logger.exception("Outbox entry %s failed (attempt %s)", entries[0], entries[0].attempts)
        for entry in entries:
            _postpone(entry, f"{type(error).__name__}: {error}")
        return 0
    for entry in entries:
        # A request that came while the work ran has raised the version: it stays to be done.
        deleted, _detail = Entry.objects.filter(pk=entry.pk, version=entry.version).delete()
        if not deleted:
            Entry.objects.filter(pk=entry.pk).update(leased_until=None)
    return len(entries)


def _postpone(entry: Entry, reason: str) -> None:
    own = _handlers.get(entry.topic)
    longest = own.longest_delay if own else LONGEST_DELAY
    now = timezone.now()
    delay = min(FIRST_DELAY * 2 ** min(entry.attempts - 1, MAX_ATTEMPTS), longest)
    given_up = entry.attempts >= MAX_ATTEMPTS and (own is None or own.gives_up)
    Entry.objects.filter(pk=entry.pk).update(
        leased_until=None,
        due_at=now + delay,
        failed_at=now if given_up else None,
        last_error=reason[:2000],
    )
