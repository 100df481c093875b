"""The demo, loaded once for all that reads it."""

import pytest
from django.db import transaction

from operations.demo.loading import load


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker):
    """Load the demo once for the package; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(demo, db):
    return demo
