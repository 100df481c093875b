"""A guard around work that must grow with its input, not with its square."""

import signal
from contextlib import contextmanager

import pytest

SECONDS = 60


@contextmanager
def ends():
    """Fail if what is inside keeps the processor for more than `SECONDS`.

    No measure of speed, which depends on the machine: in proportion to their input the callers
    take a second or two, otherwise minutes or hours.
    """

    def give_up(_number, _frame):
        pytest.fail(f"not over after {SECONDS} seconds of processor", pytrace=False)

    former = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
