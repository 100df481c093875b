"""Start and stop the real servers of the full test suite.

    python deploy/servers.py start | stop | env

`start` brings up every server under `$DATA_DIR/servers`, waits until each answers, and writes their
addresses to `$DATA_DIR/servers/env`; a server already running is left as it is. `stop` ends those
that run. `env` shows the addresses of those that run, as lines `NAME=value`.

They hold throw-away data: PostgreSQL here trusts any local account and does not wait for the disk.
Standard library only: the servers start before, and without, the portal's own environment.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVERS_DIR = (ROOT / os.environ.get("DATA_DIR", "var") / "servers").resolve()
ENV_FILE = SERVERS_DIR / "env"
# A server refuses to run as root: these accounts are tried in turn.
ACCOUNTS = ("postgres", "nobody")


class ServerError(Exception):
    """A server that cannot start; the message says what to do about it."""


def say(line: str) -> None:
    """Write one line of report to the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def unprivileged() -> dict:
    """Return the `subprocess` arguments that drop root's rights; empty when there are none."""
    if os.geteuid() != 0:
        return {}
    for name in ACCOUNTS:
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise ServerError(f"Servers do not run as root, and there is no account {ACCOUNTS[0]}.")


def own_directory(path: Path) -> None:
    """Make `path`, private, for the account the servers run as."""
    path.mkdir(parents=True, exist_ok=True)
    identity = unprivileged()
    if identity:
        os.chown(path, identity["user"], identity["group"])
    path.chmod(0o700)
    reach = subprocess.run(["/usr/bin/test", "-w", path], check=False, **identity)
    if reach.returncode:
        raise ServerError(
            f"The account of the servers cannot reach {path}: "
            "set DATA_DIR to a folder whose parents every account may enter."
        )


def free_port(first: int) -> int:
    """Return the first port from `first` on that nothing on the loopback listens to."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise ServerError(f"No free port from {first} to {first + 99}.")


def output_of(command: list, what: str) -> str:
    """Run `command` as the unprivileged account; return its output, or raise what it said."""
    done = subprocess.run(
        command, capture_output=True, text=True, cwd="/", check=False, timeout=120, **unprivileged()
    )
    if done.returncode:
        raise ServerError(f"{what} failed:\n{done.stderr or done.stdout}")
    return done.stdout


class Postgres:
    """PostgreSQL on the loopback, in a cluster of its own."""

    name = "PostgreSQL"
    first_port = 54329
    role = "portal"
    directory = SERVERS_DIR / "postgresql"
    data = directory / "data"
    log = directory / "log"
    settings = (
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= "
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )

    def binary(self, name: str) -> str:
        """Return the path of a PostgreSQL program, the newest version first."""
        versions = Path("/usr/lib/postgresql").glob("*/bin")
        newest_first = sorted(versions, key=lambda path: float(path.parent.name), reverse=True)
        found = shutil.which(name, path=os.pathsep.join(map(str, newest_first)))
        found = found or shutil.which(name)
        if not found:
            raise ServerError("PostgreSQL is missing: apt-get install postgresql")
        return found

    def port(self) -> int | None:
        """Return the port of the running server, None when it does not run."""
        if not os.path.exists(self.data):
            return None
        status = [self.binary("pg_ctl"), "status", "-D", self.data]
        running = subprocess.run(
            status, capture_output=True, cwd="/", check=False, **unprivileged()
        )
        if running.returncode:
            return None
        return int((self.data / "postmaster.pid").read_text().splitlines()[3])

    def environment(self) -> dict[str, str]:
        """Return the variables that lead the portal to this server; empty when it does not run."""
        port = self.port()
        if not port:
            return {}
        return {"DATABASE_URL": f"postgres://{self.role}@127.0.0.1:{port}/{self.role}"}

    def start(self) -> None:
        """Bring the server up, making its cluster and database the first time."""
        if self.port():
            return
        own_directory(self.directory)
        if not (self.data / "PG_VERSION").exists():
            self._create_cluster()
        self._create_database(self._launch())

    def _launch(self) -> int:
        """Start the process on a free port, again if another took it meanwhile; return the port."""
        while True:
            port = free_port(self.first_port)
            options = f"{self.settings} -p {port}"
            start = ["start", "-D", self.data, "-l", self.log, "-o", options, "-w", "-t", "60"]
            try:
                output_of([self.binary("pg_ctl"), *start], "Starting PostgreSQL")
            except ServerError as error:
                if free_port(port) == port:
                    raise ServerError(f"{error}\nIts log: {self.log}") from error
            else:
                return port

    def stop(self) -> bool:
        """End the server by its process id; return whether it was running."""
        if not self.port():
            return False
        stop = ["stop", "-D", self.data, "-m", "fast", "-w", "-t", "60"]
        output_of([self.binary("pg_ctl"), *stop], "Stopping PostgreSQL")
        return True

    def _create_cluster(self) -> None:
        initdb = [self.binary("initdb"), "-D", self.data, "-U", self.role, "--auth=trust"]
        # Text sorts here as in SQLite, so that both databases give the tests one order.
        output_of([*initdb, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], "initdb")

    def _create_database(self, port: int) -> None:
        connect = ["-h", "127.0.0.1", "-p", str(port), "-U", self.role]
        listing = [self.binary("psql"), *connect, "-d", "postgres", "-Atc"]
        known = output_of([*listing, "SELECT datname FROM pg_database"], "Listing databases")
        if self.role not in known.split():
            output_of([self.binary("createdb"), *connect, self.role], "Creating the database")


SERVERS = (Postgres(),)


def environment() -> dict[str, str]:
    """Return the variables of every running server."""
    return {name: value for server in SERVERS for name, value in server.environment().items()}


def env_lines() -> str:
    """Return `environment` as lines a shell can source."""
    return "".join(f"{name}={value}\n" for name, value in environment().items())


def start() -> None:
    """Start every server; report and record where each answers."""
    SERVERS_DIR.mkdir(parents=True, exist_ok=True)
    for server in SERVERS:
        server.start()
        for name, value in server.environment().items():
            say(f"{server.name} answers: {name}={value}")
    ENV_FILE.write_text(env_lines())


def stop() -> None:
    """Stop every server that runs and forget its address."""
    for server in SERVERS:
        say(f"{server.name} {'stopped' if server.stop() else 'was not running'}")
    ENV_FILE.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit status."""
    actions = {"start": start, "stop": stop, "env": lambda: sys.stdout.write(env_lines())}
    if len(arguments) != 1 or arguments[0] not in actions:
        sys.stderr.write(f"Usage: python deploy/servers.py {' | '.join(actions)}\n")
        return 2
    try:
        actions[arguments[0]]()
    except (ServerError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
