"""What the tests of the import share; the demo, loaded once for each module that reads it."""

import pytest
from django.db import transaction

from home.models import HomePage
from operations.demo.loading import load


@pytest.fixture
def home(fr) -> HomePage:
    return fr.home


@pytest.fixture
def folder(tmp_path):
    """A folder of one's own, to put documents in."""
    path = tmp_path / "in"
    path.mkdir()
    return path


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Load the demo once for the module; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(demo, db):
    return demo
