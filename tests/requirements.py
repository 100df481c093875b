"""What some tests need beside Python, and what happens when it is absent.

A test says what it needs by a marker (`browser`, `elasticsearch`, `postgres`, `vnu`) or by calling
`require`. Absent means skipped, with a reason that says how to get it; `REQUIRE_SERVERS=1` turns
every such skip into a failure, so that a machine meant to run everything cannot pass by running
less.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.db import connection

NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
VNU_JAR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium"))
JAVA = shutil.which("java")


def require(condition: object, reason: str) -> None:
    """Go on if `condition` is true; else skip for `reason`, or fail under `REQUIRE_SERVERS=1`."""
    if condition:
        return
    if os.environ.get("REQUIRE_SERVERS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def require_browser() -> None:
    """Require Chromium and axe-core."""
    require(CHROMIUM, "Chromium is missing: apt-get install chromium")
    require(AXE.exists(), "axe-core is missing: npm ci --ignore-scripts")


def require_vnu() -> None:
    """Require Java and the Nu HTML checker."""
    require(JAVA, "Java is missing: apt-get install default-jre-headless")
    require(VNU_JAR.exists(), "vnu-jar is missing: npm ci --ignore-scripts")


def require_postgres() -> None:
    """Require that the suite runs on PostgreSQL."""
    require(connection.vendor == "postgresql", "not on PostgreSQL: make servers, then make test")


def require_elasticsearch() -> None:
    """Require an Elasticsearch server."""
    url = os.environ.get("ELASTICSEARCH_URL")
    require(url, "no Elasticsearch: make servers, then make test")


BY_MARKER = {
    "browser": require_browser,
    "elasticsearch": require_elasticsearch,
    "vnu": require_vnu,
    "postgres": require_postgres,
}
