"""Keep the empty database that the migrations make: they take longer than most of the tests.

SQLite only. The snapshot is named after the migrations of all applications, so that a changed one
makes another.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

FOLDER = Path(settings.DATA_DIR) / "snapshots"


def _path() -> Path:
    """Return where the snapshot of the present migrations is or will be."""
    digest = hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    for key, migration in sorted(MigrationLoader(None).disk_migrations.items()):
        source = Path(import_module(migration.__module__).__file__)
        digest.update(f"{key}".encode() + source.read_bytes())
    return FOLDER / f"{digest.hexdigest()[:16]}.sqlite3"


def start_from_snapshot() -> Callable[[], None] | None:
    """Let the test database begin as the last snapshot; return what saves a missing one, or None.

    To be called before the test database is made; what is returned, after.
    """
    if connection.vendor != "sqlite":
        return None
    path = _path()
    if not path.exists():
        return lambda: _save(path)
    create = connection.creation._create_test_db

    def create_and_fill(*arguments, **options):
        name = create(*arguments, **options)
        connection.close()
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        source = sqlite3.connect(path)
        source.backup(connection.connection)
        source.close()
        return name

    connection.creation._create_test_db = create_and_fill
    return None


def copy_snapshot(target: Path) -> None:
    """Write an empty database with all its tables to `target`, once a test database was made."""
    shutil.copy(_path(), target)


def _save(path: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Another worker may be saving the same: each its own file, the last name wins.
    unfinished = path.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    copy = sqlite3.connect(unfinished)
    connection.connection.backup(copy)
    copy.close()
    unfinished.replace(path)
