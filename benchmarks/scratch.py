"""Where a benchmark writes: a folder that goes away, a database that is nobody's."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def scratch_data_dir() -> Iterator[str]:
    """Point the settings at a temporary `DATA_DIR` and at a database that is not the user's.

    To be entered before Django is set up. Only a PostgreSQL named by `DATABASE_URL` is kept,
    as the server on which a test database is made.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        os.environ["DATA_DIR"] = folder
        yield folder
