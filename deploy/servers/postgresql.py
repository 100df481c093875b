"""PostgreSQL, from the packages of the system."""

import os
import shutil
import subprocess
from pathlib import Path

from ground import SERVERS_DIR, ServerError, free_port, output_of, own_directory, unprivileged


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

    def identity(self) -> dict:
        """Return the `subprocess` arguments of the account it runs as."""
        return unprivileged("postgres", "nobody")

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
            status, capture_output=True, cwd="/", check=False, **self.identity()
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
        own_directory(self.directory, self.identity())
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
                output_of([self.binary("pg_ctl"), *start], "Starting PostgreSQL", self.identity())
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
        output_of([self.binary("pg_ctl"), *stop], "Stopping PostgreSQL", self.identity())
        return True

    def _create_cluster(self) -> None:
        initdb = [self.binary("initdb"), "-D", self.data, "-U", self.role, "--auth=trust"]
        # Text sorts here as in SQLite, so that both databases give the tests one order.
        output_of(
            [*initdb, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], "initdb", self.identity()
        )

    def _create_database(self, port: int) -> None:
        connect = ["-h", "127.0.0.1", "-p", str(port), "-U", self.role]
        listing = [self.binary("psql"), *connect, "-d", "postgres", "-Atc"]
        known = output_of(
            [*listing, "SELECT datname FROM pg_database"], "Listing databases", self.identity()
        )
        if self.role not in known.split():
            output_of(
                [self.binary("createdb"), *connect, self.role],
                "Creating the database",
                self.identity(),
            )
