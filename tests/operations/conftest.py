"""What the tests of the import share."""

import pytest

from home.models import HomePage


@pytest.fixture
def home(fr) -> HomePage:
    return fr.home


@pytest.fixture
def folder(tmp_path):
    """A folder of one's own, to put documents in."""
    path = tmp_path / "in"
    path.mkdir()
    return path
