"""Counts that no visitor waits for: gathered in the process, written together a little later.

A process that is killed loses what it gathered in the last seconds, nothing else.
"""

import atexit
import logging
import threading
from collections.abc import Callable, Hashable

from django.conf import settings
from django.db import Error, connections

logger = logging.getLogger("content")

MOST_GATHERED = 2000


class Gathered:
    """Values by key, handed together to `store` by a thread of its own, `COUNTS_WRITTEN_AFTER`
    seconds after the first of them.

    `join` makes one of two values of a key. What the database refuses is tried again; new keys
    beyond `MOST_GATHERED` are dropped. With a setting of 0 only `write` writes.
    """

    def __init__(self, store: Callable[[dict], int], join: Callable):
        self._store = store
        self._join = join
        self._lock = threading.Lock()
        self._values: dict[Hashable, object] = {}
        self._timer: threading.Timer | None = None
        # What waits is written when the process ends in good order.
        atexit.register(lambda: self.write() if settings.COUNTS_WRITTEN_AFTER else None)

    def add(self, key: Hashable, value) -> None:
        """Keep a value until the next writing."""
        with self._lock:
            self._keep(key, value)
            self._write_later()

    def clear(self) -> None:
        """Forget what waits."""
        with self._lock:
            self._values.clear()

    def write(self) -> int:
        """Store what waits and return what `store` says, 0 if there is nothing or it waits on."""
        with self._lock:
            values, self._values = self._values, {}
        if not values:
            return 0
        try:
            return self._store(values)
        except Error as error:
            logger.warning("Counts are not written yet: %s", error)
            with self._lock:
                later, self._values = self._values, values
                for key, value in later.items():
                    self._keep(key, value)
            return 0

    def _keep(self, key: Hashable, value) -> None:
        if key in self._values:
            self._values[key] = self._join(self._values[key], value)
        elif len(self._values) < MOST_GATHERED:
            self._values[key] = value

    def _write_later(self) -> None:
        if self._timer is None and self._values and settings.COUNTS_WRITTEN_AFTER:
            self._timer = threading.Timer(settings.COUNTS_WRITTEN_AFTER, self._write_apart)
            self._timer.daemon = True
            self._timer.start()

    def _write_apart(self) -> None:
        with self._lock:
            self._timer = None
        try:
            self.write()
        finally:
            connections.close_all()
        with self._lock:
            self._write_later()
