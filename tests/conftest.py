"""Fixtures and hooks that every room's tests share.

The database of the tests starts as an installation starts: French and English are open, each with
its home and its lists. A test that needs another beginning says so.
"""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client

from operations.tree import open_locale
from tests.engines import elasticsearch, engine, engines_used, prefix  # noqa: F401
from tests.factories import Tree, account, carry_out, tree_of
from tests.requirements import BY_MARKER
from tests.sharing import Sharing
from tests.snapshots import start_from_snapshot


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let the tests that share something dear run on one worker."""
    return Sharing(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_runtest_setup(item):
    """Check what the markers of a test require before anything is set up for it."""
    for marker, check in BY_MARKER.items():
        if item.get_closest_marker(marker):
            check()


@pytest.fixture(scope="session")
def snapshot(django_db_modify_db_settings, django_db_blocker):
    """Let the migrations of an earlier run serve this one."""
    with django_db_blocker.unblock():
        return start_from_snapshot()


@pytest.fixture(scope="session")
def django_db_setup(snapshot, django_db_setup, django_db_blocker):
    """Open French and English once; keep them for tests that empty the tables."""
    with django_db_blocker.unblock():
        if snapshot:
            snapshot()
        for language in ("fr", "en"):
            open_locale(language)
        carry_out()
        if hasattr(connection, "_test_serialized_contents"):
            contents = connection.creation.serialize_db_to_string()
            connection._test_serialized_contents = contents


@pytest.fixture(scope="session", autouse=True)
def media_root(tmp_path_factory):
    """Give each run its own folder of uploaded files."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
    yield settings.MEDIA_ROOT
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def static_root():
    """Make the folder of collected files, without which the static server warns at each start."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def empty_caches():
    """Start each test without what another one cached."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def fr(db) -> Tree:
    """Return the French tree: its locale, its home and its lists."""
    return tree_of("fr")


@pytest.fixture
def en(db) -> Tree:
    """Return the English tree."""
    return tree_of("en")


@pytest.fixture
def editor(db):
    return account("editor@example.org", "Editors")


@pytest.fixture
def editor_client(editor) -> Client:
    """Return a browser in which an editor is signed in."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def admin_client(db) -> Client:
    """Return a browser in which an administrator is signed in."""
    client = Client()
    client.force_login(account("admin@example.org", superuser=True))
    return client
