"""Search servers of a test's own, started by the script of `make servers` in a folder of theirs."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Cluster:
    """The servers under one folder, and the faults that may befall them."""

    def __init__(self, folder: Path, **options: str):
        self.folder = folder
        self.options = options

    def start(self) -> None:
        """Start every server that does not run, and wait for all of them."""
        self._servers("start", "elasticsearch")

    def stop(self) -> None:
        self._servers("stop")

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead to it."""
        lines = (self.folder / "servers" / "env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def urls(self) -> list[str]:
        return self.environment["ELASTICSEARCH_URL"].split(",")

    def kill(self, number: int) -> None:
        """Kill a node at once, as a power cut does."""
        self._signal(number, signal.SIGKILL)

    def freeze(self) -> None:
        """Let all nodes accept connections and answer none."""
        for number in range(1, len(self._nodes()) + 1):
            self._signal(number, signal.SIGSTOP)

    def thaw(self) -> None:
        for number in range(1, len(self._nodes()) + 1):
            self._signal(number, signal.SIGCONT)

    def _signal(self, number: int, what: signal.Signals) -> None:
        launcher = json.loads(self._nodes()[number - 1].read_text())["pid"]
        # The launcher is the parent of the server.
        threads = Path(f"/proc/{launcher}/task").glob("*/children")
        children = [int(child) for thread in threads for child in thread.read_text().split()]
        assert children, f"node {number} does not run"
        for child in children:
            os.kill(child, what)

    def _nodes(self) -> list[Path]:
        return sorted(self.folder.glob("servers/elasticsearch/*/node-*/node.json"))

    def _servers(self, *arguments: str) -> None:
        own = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
        done = subprocess.run(
            [sys.executable, ROOT / "deploy" / "servers", *arguments],
            env={**own, "DATA_DIR": str(self.folder), **self.options},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def cluster_of(**options: str) -> Iterator[Cluster]:
    """Start a cluster with the options of the script, such as `NODES="3"`, for the context."""
    # Not pytest's own folder, whose parents only root may enter when root runs the tests.
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o711)
        cluster = Cluster(Path(folder), **options)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()
