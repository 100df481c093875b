"""What must follow a commit: kept with it, done once it can be, never lost in silence."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from outbox import services
from outbox.models import Entry
from outbox.services import (
    FIRST_DELAY,
    LONGEST_DELAY,
    MAX_ATTEMPTS,
    LaterError,
    drain,
    handler,
    post,
    waiting,
)


@pytest.fixture(autouse=True)
def own_handlers(monkeypatch):
    """Give each test its own topics."""
    monkeypatch.setattr(services, "_handlers", {})


@pytest.fixture
def done() -> list:
    """Register the topic "note", which writes down what it was asked; return its notes."""
    notes = []
    handler("note")(lambda subject, payload: notes.append((subject, payload)))
    return notes


@pytest.fixture
def failing() -> list:
    """Register the topic "fail", which always fails; return its attempts."""
    attempts = []

    def fail(subject, payload):
        attempts.append(subject)
        raise ConnectionError("the mail server is away")

    handler("fail")(fail)
    return attempts


def make_due() -> None:
    Entry.objects.update(due_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.django_db
def test_what_is_posted_is_done_and_forgotten(done):
    post("note", 7, {"words": "héron"})
    assert drain() == 1
    assert done == [("7", {"words": "héron"})]
    assert not Entry.objects.exists()
    assert drain() == 0


@pytest.mark.django_db
def test_what_is_rolled_back_is_never_done(done):
    with transaction.atomic():
        post("note", 1)
        transaction.set_rollback(True)
    assert drain() == 0
    assert done == []


@pytest.mark.django_db
def test_two_requests_for_one_subject_are_done_once_with_the_last_payload(done):
    post("note", 1, {"version": 1})
    post("note", 1, {"version": 2})
    post("note", 2)
    assert Entry.objects.count() == 2
    assert drain() == 2
    assert done == [("1", {"version": 2}), ("2", {})]


@pytest.mark.django_db
def test_a_request_that_comes_during_the_work_is_done_again(done):
    def again(subject, payload):
        done.append(payload)
        if len(done) == 1:
            post("again", subject, {"version": 2})

    handler("again")(again)
    post("again", 1, {"version": 1})
    drain()
    assert done == [{"version": 1}, {"version": 2}]
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_failure_is_tried_again_later_and_later(failing):
    post("fail", 1)
    delays = []
    for attempt in range(1, 5):
        before = timezone.now()
        make_due()
        assert drain() == 0
        entry = Entry.objects.get()
        assert entry.attempts == attempt
        assert entry.leased_until is None
        delays.append(round((entry.due_at - before) / FIRST_DELAY))
    assert delays == [1, 2, 4, 8]
    assert entry.last_error == "ConnectionError: the mail server is away"
    assert drain() == 0
    assert len(failing) == 4


@pytest.mark.django_db
def test_no_delay_is_longer_than_the_longest(failing):
    post("fail", 1)
    Entry.objects.update(attempts=MAX_ATTEMPTS - 2)
    drain()
    assert Entry.objects.get().due_at <= timezone.now() + LONGEST_DELAY


@pytest.mark.django_db
def test_after_the_last_attempt_it_is_given_up_and_its_error_kept(failing):
    post("fail", 1)
    for _attempt in range(MAX_ATTEMPTS + 3):
        make_due()
        drain()
    entry = Entry.objects.get()
    assert len(failing) == entry.attempts == MAX_ATTEMPTS
    assert entry.failed_at
    assert "ConnectionError" in entry.last_error


@pytest.mark.django_db
def test_what_was_given_up_is_done_when_it_is_asked_again(failing):
    post("fail", 1)
    Entry.objects.update(failed_at=timezone.now(), attempts=MAX_ATTEMPTS)
    post("fail", 1, {"version": 2})
    drain()
    entry = Entry.objects.get()
    assert (entry.attempts, entry.payload, len(failing)) == (1, {"version": 2}, 1)


@pytest.mark.django_db
def test_one_failure_does_not_hold_back_the_others(failing, done):
    post("fail", 1)
    post("note", 2)
    assert drain() == 1
    assert done == [("2", {})]


@pytest.mark.django_db
def test_a_topic_that_nobody_carries_out_waits_with_its_error():
    post("nobody", 1)
    assert drain() == 0
    assert "KeyError" in Entry.objects.get().last_error


def test_a_topic_has_one_handler(done):
    with pytest.raises(ValueError, match="note"):
        handler("note")(print)


@pytest.mark.django_db
def test_a_second_worker_leaves_what_the_first_holds(done):
    seen = []

    def slow(subject, payload):
        seen.append(subject)
        # Another worker looks for work while this one is at it.
        seen.append(drain())

    handler("slow")(slow)
    post("slow", 1)
    drain()
    assert seen == ["1", 0]


@pytest.mark.django_db
def test_what_a_dead_worker_held_is_taken_over_when_its_lease_ends(done):
    post("note", 1)
    Entry.objects.update(leased_until=timezone.now() + timedelta(minutes=1))
    assert drain() == 0
    Entry.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert drain() == 1


@pytest.mark.django_db
def test_work_that_is_not_due_yet_waits(done):
    post("note", 1)
    Entry.objects.update(due_at=timezone.now() + timedelta(minutes=1))
    assert drain() == 0
    assert Entry.objects.exists()


@pytest.mark.django_db
def test_a_worker_stops_after_as_many_as_it_was_asked(done):
    for subject in range(3):
        post("note", subject)
    assert drain(limit=2) == 2
    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_command_drains_once(done):
    post("note", 1)
    call_command("worker", once=True)
    assert done == [("1", {})]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_workers_that_run_together_do_each_thing_once():
    notes, lock = [], threading.Lock()

    def note(subject, payload):
        with lock:
            notes.append(subject)

    handler("note")(note)
    for subject in range(20):
        post("note", subject)

    def work():
        try:
            drain()
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _worker in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(notes, key=int) == [str(subject) for subject in range(20)]
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_topic_may_be_carried_out_in_batches(done):
    batches = []
    handler("many", batch=2)(batches.append)
    for subject in range(3):
        post("many", subject)
    post("note", 9)
    assert drain() == 4
    assert batches == [["0", "1"], ["2"]]
    assert done == [("9", {})]
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_of_a_batch_what_failed_waits_and_the_rest_is_done():
    def some(subjects):
        raise LaterError("The server is full.", {"1": "no room"})

    handler("many", batch=5)(some)
    for subject in range(3):
        post("many", subject)
    assert drain() == 2
    assert waiting(["many"], 10) == ["1"]
    assert Entry.objects.get().last_error == "no room"


@pytest.mark.django_db
def test_a_patient_topic_is_tried_for_ever_and_soon():
    longest = timedelta(seconds=20)

    def away(subject, payload):
        raise LaterError("The server is away.")

    handler("patient", longest_delay=longest, gives_up=False)(away)
    post("patient", 1)
    for _attempt in range(MAX_ATTEMPTS + 3):
        make_due()
        drain()
    entry = Entry.objects.get()
    assert entry.failed_at is None
    assert entry.attempts == MAX_ATTEMPTS + 3
    assert entry.due_at <= timezone.now() + longest
