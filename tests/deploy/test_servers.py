"""`make servers` and `make servers-stop`, on a real PostgreSQL of their own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from tests.requirements import require

ROOT = Path(__file__).resolve().parents[2]


def postgres_is_installed():
    return shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


class Machine:
    """A data folder of its own, and the script run against it."""

    def __init__(self, data_dir):
        self.data_dir = data_dir
        self.env_file = data_dir / "servers" / "env"

    def servers(self, *arguments, check=True):
        own = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
        return subprocess.run(
            [sys.executable, ROOT / "deploy" / "servers", *arguments],
            env={**own, "DATA_DIR": str(self.data_dir)},
            capture_output=True,
            text=True,
            check=check,
        )

    def database_url(self):
        return self.servers("env").stdout.strip().removeprefix("DATABASE_URL=")


@pytest.fixture
def machine():
    """Return a `Machine` whose servers are stopped afterwards."""
    require(postgres_is_installed(), "PostgreSQL is missing: apt-get install postgresql")
    # Not pytest's own folder, whose parents only root may enter when root runs the tests.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o711)
        machine = Machine(Path(folder))
        yield machine
        machine.servers("stop")


def test_start_leads_to_a_server_that_answers(machine):
    assert "PostgreSQL answers" in machine.servers("start", "postgresql").stdout
    url = machine.database_url()
    assert machine.env_file.read_text() == f"DATABASE_URL={url}\n"
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT current_database(), inet_server_addr()::text").fetchone()
    assert row == ("portal", "127.0.0.1/32")


def test_start_leaves_a_running_server_alone_and_a_restart_keeps_its_data(machine):
    machine.servers("start", "postgresql")
    url = machine.database_url()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept ()")
        connection.commit()
        machine.servers("start", "postgresql")
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    machine.servers("stop")
    machine.servers("start", "postgresql")
    with psycopg.connect(machine.database_url()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_stop_ends_the_server_and_forgets_its_address(machine):
    machine.servers("start", "postgresql")
    url = machine.database_url()
    assert "stopped" in machine.servers("stop").stdout
    assert not machine.env_file.exists()
    assert machine.database_url() == ""
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)
    assert "was not running" in machine.servers("stop").stdout


def test_an_unknown_action_says_what_there_is(machine):
    refused = machine.servers("restart", check=False)
    assert refused.returncode == 2
    assert "start [NAME …] | stop | env" in refused.stderr


def test_an_unknown_server_says_what_there_is(machine):
    refused = machine.servers("start", "oracle", check=False)
    assert refused.returncode == 2
    assert "start [NAME …] | stop | env" in refused.stderr
