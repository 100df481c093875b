"""The worker: what follows a commit, background tasks, scheduled pages, what is kept no more."""

import logging
import signal
import threading
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from contributions import reminders
from contributions.reports import services as reports
from operations import intake
from operations.personal import exports
from outbox import services as outbox
from search import asked

logger = logging.getLogger("operations")

PAUSE = 1.0
SCHEDULE_EVERY = 30.0
PURGE_EVERY = 3600.0


class Command(BaseCommand):
    help = (
        "Drain the outbox, run background tasks, publish and expire scheduled pages, forget old "
        "uploads, exports and questions of the search, remind of proposals that wait."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due, then stop")

    def handle(self, *args, **options):
        self.stopping = threading.Event()
        next_schedule = next_purge = 0.0
        while not self.stopping.is_set():
            self._listen_for_stop(options["once"])
            close_old_connections()
            try:
                if time.monotonic() >= next_schedule:
                    call_command("publish_scheduled", verbosity=0)
                    next_schedule = time.monotonic() + SCHEDULE_EVERY
                if time.monotonic() >= next_purge:
                    intake.purge()
                    asked.purge()
                    exports.purge()
                    reminders.remind()
                    reports.purge()
                    next_purge = time.monotonic() + PURGE_EVERY
                outbox.drain()
                call_command(
                    "db_worker",
                    "--backend=background",
                    verbosity=0,
                    batch=True,
                    reload=False,
                    startup_delay=False,
                )
            except Exception:
                # The database may be restarting, a page may refuse to be published: the worker
                # must outlive both, and say so.
                logger.exception("A turn of the worker failed")
            if options["once"]:
                return
            self.stopping.wait(PAUSE)

    def _listen_for_stop(self, once: bool):
        """Take the signals back at each turn: `db_worker` leaves its own handlers behind."""
        if not once:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_received: self.stopping.set())
