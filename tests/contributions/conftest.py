"""An author who accepted the charter, a moderator, and what a story needs."""

import pytest

from content.models import Licence
from contributions.charters import accept, current_charter
from tests.factories import account, term


@pytest.fixture
def author(fr):
    user = account("solene@example.org")
    user.display_name = "Solène"
    user.save()
    accept(user, current_charter("fr"))
    return user


@pytest.fixture
def other_author(fr):
    user = account("tidiane@example.org")
    accept(user, current_charter("fr"))
    return user


@pytest.fixture
def moderator(fr):
    return account("helene@example.org", "Moderators")


@pytest.fixture
def licence(fr):
    return term(Licence, "CC BY", fr.locale, code="CC-BY-4.0")
