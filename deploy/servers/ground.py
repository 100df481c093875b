"""What every server of the tests stands on: its folder, its account, its port."""

import os
import pwd
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVERS_DIR = (ROOT / os.environ.get("DATA_DIR", "var") / "servers").resolve()


class ServerError(Exception):
    """A server that cannot start; the message says what to do about it."""


def say(line: str) -> None:
    """Write one line of report to the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def unprivileged(*accounts: str) -> dict:
    """Return the `subprocess` arguments that drop root's rights; empty when there are none.

    A server refuses to run as root: `accounts` are tried in turn, the first that exists is taken.
    """
    if os.geteuid() != 0:
        return {}
    for name in accounts:
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise ServerError(f"Servers do not run as root, and there is no account {accounts[0]}.")


def own_directory(path: Path, identity: dict) -> None:
    """Make `path`, private, for the account `identity` (`unprivileged`)."""
    path.mkdir(parents=True, exist_ok=True)
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


def output_of(command: list, what: str, identity: dict, seconds: int = 120) -> str:
    """Run `command` as the account `identity`; return its output, or raise what it said."""
    done = subprocess.run(
        command, capture_output=True, text=True, cwd="/", check=False, timeout=seconds, **identity
    )
    if done.returncode:
        raise ServerError(f"{what} failed:\n{done.stderr or done.stdout}")
    return done.stdout
