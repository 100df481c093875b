"""Fixtures and hooks that every room's tests share."""

from tests.requirements import BY_MARKER


def pytest_runtest_setup(item):
    """Check what the markers of a test require before anything is set up for it."""
    for marker, check in BY_MARKER.items():
        if item.get_closest_marker(marker):
            check()
