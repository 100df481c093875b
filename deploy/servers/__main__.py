"""Start and stop the real servers of the full test suite.

    python deploy/servers start [NAME …] | stop | env

`start` brings up every server, or those named (postgresql, elasticsearch), under
`$DATA_DIR/servers`, waits until each answers, and writes their addresses to
`$DATA_DIR/servers/env`; a server already running is left as it is. `stop` ends those
that run. `env` shows the addresses of those that run, as lines `NAME=value`. `NODES=3` asks for a
cluster of three search servers, `SECURED=1` for one with TLS and passwords.

They hold throw-away data: PostgreSQL here trusts any local account and does not wait for the disk.
Standard library only: the servers start before, and without, the portal's own environment.
"""

import sys

from elastic import Elasticsearch
from ground import SERVERS_DIR, ServerError, say
from postgresql import Postgres

ENV_FILE = SERVERS_DIR / "env"
SERVERS = (Postgres(), Elasticsearch())


def environment() -> dict[str, str]:
    """Return the variables of every running server."""
    return {name: value for server in SERVERS for name, value in server.environment().items()}


def env_lines() -> str:
    """Return `environment` as lines a shell can source."""
    return "".join(f"{name}={value}\n" for name, value in environment().items())


def start(names: list[str]) -> None:
    """Start the servers of `names`, all without any; report and record where each answers."""
    SERVERS_DIR.mkdir(parents=True, exist_ok=True)
    for server in SERVERS:
        if names and server.name.lower() not in names:
            continue
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
    action, *names = arguments or [""]
    known = {server.name.lower() for server in SERVERS}
    if action not in {"start", "stop", "env"} or (names and action != "start") or {*names} - known:
        sys.stderr.write("Usage: python deploy/servers start [NAME …] | stop | env\n")
        return 2
    try:
        if action == "start":
            start(names)
        elif action == "stop":
            stop()
        else:
            sys.stdout.write(env_lines())
    except (ServerError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
