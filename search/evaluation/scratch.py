"""Try an engine on data of its own, of which nothing is left: not on a failure, nor on Ctrl-C."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings
from elasticsearch import Elasticsearch
from psycopg import sql

from search.engines.elasticsearch.client import FAILURES, Configuration, client_of
from search.evaluation.collection import Collection
from search.evaluation.measures import Answer
from search.evaluation.worker import ANSWERS, QUESTIONS, TEXTS

SQLITE, POSTGRESQL, ELASTICSEARCH = "sqlite", "postgresql", "elasticsearch"
# What the settings read: a try must reach neither the user's data nor a shared cache.
NEVER_PASSED_ON = ("DATABASE_URL", "REDIS_URL", "ELASTICSEARCH_URL", "S3_BUCKET")
SECONDS_TO_CONNECT = 5
SECONDS_TO_ANSWER = 30


class Unreachable(RuntimeError):
    """A server that does not answer; the message says how to have one."""


def server_addresses() -> dict[str, str]:
    """Return the addresses of the servers: those of the environment, else of `make servers`."""
    file = settings.DATA_DIR / "servers" / "env"
    lines = file.read_text().splitlines() if file.exists() else []
    started = dict(line.split("=", 1) for line in lines if "=" in line)
    names = ("DATABASE_URL", "ELASTICSEARCH_URL")
    return {name: os.environ.get(name) or started.get(name, "") for name in names}


def ask(engine: str, collection: Collection) -> dict[str, Answer]:
    """Return what an engine answers to each question of a collection.

    Raises `Unreachable` when its server does not answer.
    """
    with place(engine) as environment:
        folder = Path(environment["DATA_DIR"])
        (folder / TEXTS).write_text(json.dumps([asdict(one) for one in collection.texts]))
        (folder / QUESTIONS).write_text(json.dumps([asdict(one) for one in collection.questions]))
        worker = [sys.executable, "-m", "search.evaluation.worker", engine, str(folder)]
        done = subprocess.run(worker, cwd=settings.BASE_DIR, env=environment, check=False)
        if done.returncode:
            raise Unreachable(f"The try on {engine} has failed; what it said is above.")
        answers = json.loads((folder / ANSWERS).read_text())
    return {key: Answer(**answer) for key, answer in answers.items()}


@contextmanager
def place(engine: str) -> Iterator[dict[str, str]]:
    """Give the environment of a process that tries an engine; what it makes there goes with it.

    `DATA_DIR` is a folder of its own. Raises `Unreachable` when there is no such server.
    """
    with TemporaryDirectory(prefix="portal-try-") as folder, PLACES[engine]() as own:
        kept = {name: os.environ[name] for name in os.environ.keys() - {*NEVER_PASSED_ON}}
        yield {**kept, "DATA_DIR": folder, **own}


def search_server() -> tuple[Configuration, Elasticsearch]:
    """Return the set-up of the search server and a patient client; `Unreachable` if there is none.

    The names of what is made there begin with the prefix of the settings, and with no other.
    """
    url = server_addresses()["ELASTICSEARCH_URL"]
    if not url:
        raise Unreachable("no Elasticsearch: set ELASTICSEARCH_URL, or start one with make servers")
    config = Configuration(
        urls=tuple(url.split(",")),
        api_key=settings.ELASTICSEARCH_API_KEY,
        ca_file=settings.ELASTICSEARCH_CA_FILE,
        prefix=f"{settings.ELASTICSEARCH_PREFIX}-try-{secrets.token_hex(6)}",
        timeout=SECONDS_TO_ANSWER,
    )
    try:
        client = client_of(config)
        client.info()
    except FAILURES as error:
        raise Unreachable(f"Elasticsearch does not answer at {url}: {error}") from error
    return config, client


@contextmanager
def _sqlite() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def _postgresql() -> Iterator[dict[str, str]]:
    """Make a database on the server of `DATABASE_URL` and drop it."""
    url = server_addresses()["DATABASE_URL"]
    if not url.startswith(("postgres", "psql", "pgsql")):
        raise Unreachable("no PostgreSQL: set DATABASE_URL, or start one with make servers")
    parts = urlsplit(url)
    name = f"portal_try_{secrets.token_hex(6)}"
    address = urlunsplit(parts._replace(scheme="postgresql"))
    try:
        server = psycopg.connect(address, autocommit=True, connect_timeout=SECONDS_TO_CONNECT)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.Error as error:
        raise Unreachable(
            f"PostgreSQL has refused: {str(error).strip()}. The role of DATABASE_URL must be "
            "allowed to make a database (CREATEDB)."
        ) from error
    try:
        yield {"DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}
    finally:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        server.execute(drop.format(sql.Identifier(name)))
        server.close()


@contextmanager
def _elasticsearch() -> Iterator[dict[str, str]]:
    """Give the server indices of their own beside an SQLite database, and remove them."""
    config, client = search_server()
    try:
        yield {
            "ELASTICSEARCH_URL": ",".join(config.urls),
            "ELASTICSEARCH_PREFIX": config.prefix,
            # A busy machine is no reason to measure another engine.
            "ELASTICSEARCH_TIMEOUT": str(SECONDS_TO_ANSWER),
        }
    finally:
        # By their names: a server refuses to delete by a pattern.
        for index in client.indices.get_alias(index=f"{config.prefix}-*"):
            client.indices.delete(index=index)


PLACES = {SQLITE: _sqlite, POSTGRESQL: _postgresql, ELASTICSEARCH: _elasticsearch}
