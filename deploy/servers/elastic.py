"""Elasticsearch on the loopback: one node, or a cluster of three, or one with TLS and passwords."""

import base64
import hashlib
import json
import os
import pwd
import secrets
import shutil
import signal
import ssl
import subprocess
import time
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import unquote, urlsplit

import distribution
from certificates import make_certificates
from ground import SERVERS_DIR, ServerError, free_port, own_directory, say, unprivileged

ACCOUNT = "elasticsearch"
SECONDS_TO_GREEN = 180
HEAP = "-Xms512m -Xmx512m"
# What the shell script `bin/elasticsearch` does; the artifact comes without it.
LAUNCH = """
source "${0%/*}/elasticsearch-env"
export ES_HOME ES_PATH_CONF ES_DISTRIBUTION_TYPE JAVA JAVA_TYPE
exec "$JAVA" -Xms4m -Xmx64m -XX:+UseSerialGC -cp "$ES_HOME/lib/tools/server-launcher/*" \
  org.elasticsearch.server.launcher.ServerLauncher
"""


class Node:
    """One server process, with a folder of its own."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.settings = directory / "config"
        self.log = directory / "log"
        self.facts_file = directory / "node.json"

    @property
    def facts(self) -> dict:
        """The process id of the launcher and the ports, as recorded at the last start."""
        try:
            return json.loads(self.facts_file.read_text())
        except (OSError, ValueError):
            return {}

    def pid(self) -> int | None:
        """Return the process id of the launcher, None when it does not run."""
        pid = self.facts.get("pid")
        if not pid:
            return None
        # The whole line, however narrow the terminal.
        ps = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
        command = subprocess.run(ps, capture_output=True, text=True, check=False).stdout
        # The id may have gone to another process since.
        return pid if "elasticsearch" in command else None

    def configure(self, home: Path, settings: dict[str, str], identity: dict) -> None:
        """Write the configuration folder."""
        for path in (self.directory, self.settings, self.directory / "tmp"):
            own_directory(path, identity)
        for name in ("jvm.options", "log4j2.properties"):
            shutil.copyfile(home / "config" / name, self.settings / name)
        lines = [f"{name}: {json.dumps(value)}\n" for name, value in settings.items()]
        (self.settings / "elasticsearch.yml").write_text("".join(lines))
        for path in self.settings.iterdir():
            _give(path, identity)

    def launch(self, home: Path, ports: dict[str, int], identity: dict) -> None:
        """Start the process and record it; it goes on after this program."""
        environment = {
            "PATH": os.environ["PATH"],
            "ES_PATH_CONF": str(self.settings),
            "ES_TMPDIR": str(self.directory / "tmp"),
            "ES_JAVA_OPTS": os.environ.get("ES_JAVA_OPTS", HEAP),
        }
        if java := distribution.java_home(home):
            environment["ES_JAVA_HOME"] = str(java)
        script = home / "bin" / "elasticsearch"
        command = [script] if script.exists() else ["bash", "-c", LAUNCH, script]
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self.directory,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **identity,
            )
        self.facts_file.write_text(json.dumps({"pid": process.pid, **ports}))

    def end(self) -> bool:
        """Stop the process and wait for its end; return whether it was running."""
        pid = self.pid()
        if not pid:
            return False
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + 60
        while self.pid():
            if time.monotonic() > deadline:
                os.killpg(pid, signal.SIGKILL)
            time.sleep(0.1)
        return True


class Elasticsearch:
    """A cluster of its own; or the one that `ELASTICSEARCH_URL` names, which is left alone.

    `NODES` says how many servers it has, `SECURED=1` that it asks for a password over TLS.
    """

    name = "Elasticsearch"
    first_port = 19200
    user = "portal"

    def __init__(self):
        self.given = os.environ.get("ELASTICSEARCH_URL", "")
        self.root = SERVERS_DIR / "elasticsearch"
        self.secured = os.environ.get("SECURED") == "1"
        count = int(os.environ.get("NODES") or 1)
        kind = "secured" if self.secured else f"{count}-nodes"
        self.nodes = [Node(self.root / kind / f"node-{n}") for n in range(1, count + 1)]

    @property
    def running(self) -> list[Node]:
        """The nodes that run, of whatever kind of cluster."""
        found = (Node(path.parent) for path in sorted(self.root.glob("*/node-*/node.json")))
        return [node for node in found if node.pid()]

    def environment(self) -> dict[str, str]:
        """Return the variables that lead the portal to this cluster; empty when it does not run."""
        if self.given:
            return {"ELASTICSEARCH_URL": self.given}
        running = self.running
        if not running:
            return {}
        authority = running[0].directory.parent / "ca.pem"
        if not authority.exists():
            urls = [f"http://127.0.0.1:{node.facts['http']}" for node in running]
            return {"ELASTICSEARCH_URL": ",".join(urls)}
        password = (authority.parent / "password").read_text()
        urls = [f"https://{self.user}:{password}@127.0.0.1:{n.facts['http']}" for n in running]
        return {"ELASTICSEARCH_URL": ",".join(urls), "ELASTICSEARCH_CA_FILE": str(authority)}

    def start(self) -> None:
        """Bring the cluster up and wait until it is green."""
        if self.given:
            self._wait(time.monotonic() + 10)
            return
        running = {node.directory for node in self.running}
        own = {node.directory for node in self.nodes}
        if running - own:
            raise ServerError("Another Elasticsearch of this folder runs: make servers-stop first.")
        if not running:
            self._launch()
        elif running != own:
            self._bring_back()
        self._wait(time.monotonic() + SECONDS_TO_GREEN)

    def stop(self) -> bool:
        """End every node by its process id; return whether one was running."""
        ended = [node.end() for node in self.running]
        return any(ended)

    def _launch(self) -> None:
        home = distribution.home()
        identity = _own_account()
        own_directory(self.root, identity)
        own_directory(self.nodes[0].directory.parent, identity)
        ports = _ports(len(self.nodes), self.first_port)
        settings = self._settings(ports)
        if self.secured:
            settings |= self._security(identity)
        for node, own in zip(self.nodes, ports, strict=True):
            node.configure(home, {**settings, **_place(node, own)}, identity)
            if self.secured:
                self._write_users(node, identity)
            node.launch(home, own, identity)

    def _bring_back(self) -> None:
        """Start the nodes that have ended, as they were."""
        home, identity = distribution.home(), _own_account()
        for node in self.nodes:
            if not node.pid():
                ports = {name: node.facts[name] for name in ("http", "transport")}
                node.launch(home, ports, identity)

    def _settings(self, ports: list[dict[str, int]]) -> dict:
        """Return what all nodes have in common."""
        shared = {
            "cluster.name": "portal-tests",
            "network.host": "127.0.0.1",
            "xpack.security.enabled": self.secured,
            # The disk of a test machine may be nearly full: its index is thrown away.
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
        if len(self.nodes) == 1:
            return {**shared, "discovery.type": "single-node"}
        names = [node.directory.name for node in self.nodes]
        hosts = [f"127.0.0.1:{own['transport']}" for own in ports]
        cluster = {"discovery.seed_hosts": hosts, "cluster.initial_master_nodes": names}
        return {**shared, **cluster}

    def _security(self, identity: dict) -> dict:
        """Return the settings of TLS, its certificates made in the folder of the cluster."""
        folder = self.nodes[0].directory.parent
        make_certificates(folder)
        (folder / "password").write_text(secrets.token_urlsafe(16))
        for path in folder.glob("*.pem"):
            _give(path, identity)
        return {
            "xpack.security.http.ssl.enabled": True,
            "xpack.security.http.ssl.key": "node-key.pem",
            "xpack.security.http.ssl.certificate": "node.pem",
        }

    def _write_users(self, node: Node, identity: dict) -> None:
        """Write the file realm of a node: one user who may do everything."""
        folder = node.directory.parent
        for name in ("node.pem", "node-key.pem"):
            shutil.copyfile(folder / name, node.settings / name)
        password = (folder / "password").read_text()
        (node.settings / "users").write_text(f"{self.user}:{_hashed(password)}\n")
        (node.settings / "users_roles").write_text(f"superuser:{self.user}\n")
        for path in node.settings.iterdir():
            _give(path, identity)

    def _wait(self, deadline: float) -> None:
        """Wait until the cluster is green with all its nodes; `ServerError` if it never is."""
        say("Waiting for Elasticsearch …")
        while True:
            environment = self.environment()
            if not environment:
                log = self.nodes[0].log
                said = log.read_text(errors="replace")[-1500:] if log.exists() else ""
                raise ServerError(f"Elasticsearch ended at once. Its log, {log}:\n{said}")
            health = _health(environment)
            wanted = 1 if self.given else len(self.nodes)
            # A cluster of the user's own may well be yellow: one node, and replicas asked for.
            good = {"green", "yellow"} if self.given else {"green"}
            if health.get("status") in good and health["number_of_nodes"] >= wanted:
                return
            if time.monotonic() > deadline:
                where = self.given or f"its log: {self.nodes[0].log}"
                raise ServerError(f"Elasticsearch is not green, {where}")
            time.sleep(0.5)


def _own_account() -> dict:
    """Return the `subprocess` arguments of an account for the server, made if root runs this."""
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(ACCOUNT)
        except KeyError:
            make = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
            subprocess.run([*make, ACCOUNT], check=True)
    return unprivileged(ACCOUNT)


def _give(path: Path, identity: dict) -> None:
    if identity:
        os.chown(path, identity["user"], identity["group"])


def _ports(count: int, first: int) -> list[dict[str, int]]:
    """Return two free ports for each of `count` nodes."""
    found, port = [], first
    for _node in range(count):
        http = free_port(port)
        transport = free_port(http + 1)
        found.append({"http": http, "transport": transport})
        port = transport + 1
    return found


def _place(node: Node, ports: dict[str, int]) -> dict:
    """Return the settings that each node has of its own."""
    return {
        "node.name": node.directory.name,
        "path.data": str(node.directory / "data"),
        "path.logs": str(node.directory / "logs"),
        "http.port": ports["http"],
        "transport.port": ports["transport"],
    }


def _hashed(password: str) -> str:
    """Return a password as the file realm of Elasticsearch keeps it."""
    salt, rounds = secrets.token_bytes(32), 10_000
    digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, rounds, dklen=32)
    parts = (base64.b64encode(part).decode() for part in (salt, digest))
    return f"{{PBKDF2}}{rounds}${'$'.join(parts)}"


def _health(environment: dict[str, str]) -> dict:
    """Return what the cluster says of its health, empty when it does not answer yet."""
    address = urlsplit(environment["ELASTICSEARCH_URL"].split(",")[0])
    authority = environment.get("ELASTICSEARCH_CA_FILE") or os.environ.get("ELASTICSEARCH_CA_FILE")
    headers = {}
    if address.username:
        pair = f"{unquote(address.username)}:{unquote(address.password or '')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    if address.scheme == "https":
        trust = ssl.create_default_context(cafile=authority)
        connection = HTTPSConnection(address.hostname, address.port, timeout=5, context=trust)
    else:
        connection = HTTPConnection(address.hostname, address.port, timeout=5)
    try:
        connection.request("GET", "/_cluster/health", headers=headers)
        return json.load(connection.getresponse())
    except (OSError, HTTPException, ValueError):
        return {}
    finally:
        connection.close()
