"""Leave a server that fails alone for a while, so that nobody waits for it in vain."""

import logging
import threading
import time
from collections.abc import Callable

logger = logging.getLogger("search")

FIRST_PAUSE = 1.0
PAUSE = 10.0


class Breaker:
    """Lets one question pass in a while once a server has failed, until it answers again.

    The first pause is short, for a server that was slow once; each failure doubles it, up to
    `pause` seconds. Says in the log when it begins to fail and when it is well again, and no more.
    Threads share it.
    """

    def __init__(
        self,
        name: str,
        first_pause: float = FIRST_PAUSE,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._name, self._first, self._most, self._clock = name, first_pause, pause, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._next = 0.0

    def lets_pass(self) -> bool:
        """Return whether the server may be asked now: one of many during a pause."""
        with self._lock:
            if not self._failures:
                return True
            now = self._clock()
            if now < self._next:
                return False
            self._next = now + self._pause()
            return True

    def failed(self, error: Exception) -> None:
        """Count a failure."""
        with self._lock:
            self._failures += 1
            self._next = self._clock() + self._pause()
            first = self._failures == 1
        if first:
            logger.warning("%s fails: %s: %s", self._name, type(error).__name__, error)

    def succeeded(self) -> None:
        """Forget the failures."""
        with self._lock:
            well_again = self._failures > 0
            self._failures = 0
        if well_again:
            logger.warning("%s answers again", self._name)

    def _pause(self) -> float:
        """Return the seconds in which nothing passes, after so many failures."""
        doublings = min(self._failures - 1, 10)
        return min(self._most, self._first * 2**doublings)
