"""The sample site, built once a run and served to each worker as in production.

A process of its own, with its own data: gunicorn, compressed static files under hashed names,
gzip, the real security headers. The database is of the kind that the suite runs on.
"""

import contextlib
import fcntl
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tests.browser import mailbox

ROOT = Path(__file__).resolve().parents[2]
SITE = "tests.browser.sample_site"
START_SECONDS = 60
BUILD_SECONDS = 900


@dataclass(frozen=True)
class Answer:
    """What the server answers to one request: no redirect is followed."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class SampleSite:
    """A running copy of the sample site."""

    url: str
    paths: dict[str, str]
    ids: dict[str, int]
    data_dir: Path
    environment: dict[str, str]
    mails: mailbox.Mailbox

    def address(self, name: str) -> str:
        """Return the whole address of a named page."""
        return self.url + self.paths[name]

    def get(self, path: str) -> Answer:
        return ask(self.url, path)

    def manage(self, *arguments: str) -> str:
        """Run a management command on the data of this copy; return what it writes."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    @contextmanager
    def worker(self):
        """Run the worker until the block ends: mails leave, pages are indexed."""
        with (self.data_dir / "worker.log").open("w") as output:
            command = [sys.executable, "manage.py", "worker"]
            worker = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=output, stderr=subprocess.STDOUT
            )
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(timeout=60)


def ask(url: str, path: str) -> Answer:
    """Return the answer to a request that has no cookie and accepts no compression."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, dict(response.headers), response.read())
    finally:
        connection.close()


@contextmanager
def served(shared: Path, own: Path, database_url: str = ""):
    """Yield a `SampleSite` that only this worker changes.

    `shared` is a folder of the whole run, where the site is built by the first that asks;
    `own` is where its copy goes. `database_url` names a PostgreSQL; without it SQLite serves.
    """
    template = f"portal_browser_{zlib.crc32(bytes(shared)):08x}"
    database = f"{template}_{os.getpid()}"
    with _one_at_a_time(shared):
        named = _built(shared, database_url, template)
        shutil.copytree(shared / "data", own)
        if database_url:
            _create_database(database_url, database, template)
            (shared / f"{database}.user").touch()
    port = free_port()
    environment = _environment(own, _named(database_url, database), port)
    try:
        with mailbox.listening() as (mails, mail_port):
            environment["EMAIL_URL"] = f"smtp://127.0.0.1:{mail_port}"
            with _running(environment, port, log=own / "server.log"):
                yield SampleSite(
                    f"http://localhost:{port}",
                    **named,
                    data_dir=own,
                    environment=environment,
                    mails=mails,
                )
    finally:
        if database_url:
            with _one_at_a_time(shared):
                _release(shared, database_url, template, database)


def _release(shared: Path, database_url: str, template: str, database: str) -> None:
    """Drop the copy of this worker; the last one drops what it was copied from."""
    _drop_database(database_url, database)
    (shared / f"{database}.user").unlink()
    if not list(shared.glob("*.user")):
        _drop_database(database_url, template)
        (shared / "addresses.json").unlink()


@contextmanager
def _one_at_a_time(shared: Path):
    shared.mkdir(parents=True, exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _built(shared: Path, database_url: str, template: str) -> dict[str, dict]:
    """Build the site unless this run has; return paths and ids of its pages by name."""
    target = shared / "addresses.json"
    if not target.exists():
        data = shared / "data"
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir()
        if database_url:
            _create_database(database_url, template)
        environment = _environment(data, _named(database_url, template), port=80)
        _run_together(
            environment,
            [sys.executable, "-m", SITE, str(target)],
            [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        )
    return json.loads(target.read_text(encoding="utf-8"))


def _run_together(environment: dict, *commands: list[str]) -> None:
    """Run commands side by side; raise `RuntimeError` with what a failing one wrote."""
    running = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for command in commands
    ]
    written = [process.communicate(timeout=BUILD_SECONDS)[0] for process in running]
    failed = [text for process, text in zip(running, written, strict=True) if process.returncode]
    if failed:
        raise RuntimeError("The sample site was not built:\n" + "\n".join(failed))


def _environment(data: Path, database_url: str, port: int) -> dict[str, str]:
    """Return the environment of a production-like process on the data in `data`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": f"{SITE}.settings",
        "DATA_DIR": str(data),
        "DATABASE_URL": database_url,
        "BASE_URL": f"http://localhost:{port}",
        "PORT": str(port),
        "DEBUG": "0",
    }


@contextmanager
def _running(environment: dict, port: int, log: Path):
    """Serve with gunicorn until the block ends; raise `RuntimeError` if it does not start."""
    command = [sys.executable, "-m", "gunicorn", f"{SITE}.wsgi", f"--bind=127.0.0.1:{port}"]
    command += ["--threads=4", "--no-control-socket", "--timeout=120"]
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(port, server, log)
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen, log: Path) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit and server.poll() is None:
        with contextlib.suppress(OSError):
            if ask(f"http://localhost:{port}", "/health/").status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(f"The sample site did not start:\n{log.read_text(encoding='utf-8')}")


def free_port() -> int:
    """Return a port of this machine that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _named(database_url: str, name: str) -> str:
    """Return the address of another database of the same server; empty for SQLite."""
    return urlunsplit(urlsplit(database_url)._replace(path=f"/{name}")) if database_url else ""


def _create_database(server_url: str, name: str, template: str = "template0") -> None:
    _drop_database(server_url, name)
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    _execute(server_url, create.format(sql.Identifier(name), sql.Identifier(template)))


def _drop_database(server_url: str, name: str) -> None:
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    _execute(server_url, drop.format(sql.Identifier(name)))


def _execute(server_url: str, statement) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(statement)
