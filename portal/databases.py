"""Connection settings for the two databases the portal runs on."""

from pathlib import Path

SQLITE_OPTIONS = {
    # Without these three, parallel writers meet "database is locked" (see docs/adr/0003).
    "transaction_mode": "IMMEDIATE",
    # Below the patience of the servers in front: who waits their turn is not sent away.
    "timeout": 50,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def sqlite(path: Path) -> dict:
    """Return the settings of an SQLite file at `path` that bears several writers."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": SQLITE_OPTIONS,
        # A file, not memory: the browser tests read it from a second thread.
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def from_url(env, data_dir: Path) -> dict:
    """Return the default database: `DATABASE_URL` if given, else SQLite in `data_dir`."""
    if not env.str("DATABASE_URL", default=""):
        return sqlite(data_dir / "portal.sqlite3")
    database = env.db("DATABASE_URL")
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite(Path(database["NAME"]))
    return {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
