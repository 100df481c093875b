"""The hash locks: whole, shared by every index, and in step with `pyproject.toml`."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock"]
# The client of an older server, installed over the run lock (docs/operations.md).
OLDER_CLIENT = "requirements-elasticsearch8.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PIN = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>\S+)", re.MULTILINE)


def pins(lock):
    """Return the set of versions a lock gives for each distribution, over all its markers."""
    found = {}
    for pin in PIN.finditer((ROOT / lock).read_text()):
        found.setdefault(canonicalize_name(pin["name"]), set()).add(pin["version"])
    return found


@pytest.mark.parametrize("lock", [*LOCKS, OLDER_CLIENT, "package-lock.json"])
def test_a_lock_names_no_address(lock):
    assert "://" not in (ROOT / lock).read_text()


@pytest.mark.parametrize(("lock", "least"), [*((lock, 40) for lock in LOCKS), (OLDER_CLIENT, 3)])
def test_every_pin_carries_hashes(lock, least):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert len(entries) > least
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_declared_dependency_is_locked_inside_its_range():
    extra = PROJECT["optional-dependencies"]["test"]
    locked = pins("requirements-test.lock")
    for line in [*PROJECT["dependencies"], *extra]:
        requirement = Requirement(line)
        versions = locked[canonicalize_name(requirement.name)]
        assert [v for v in versions if v not in requirement.specifier] == [], requirement.name


def test_the_test_lock_runs_the_same_versions_as_the_run_lock():
    tested = pins("requirements-test.lock")
    for name, versions in pins("requirements.lock").items():
        assert tested[name] == versions


def test_the_lock_of_the_older_client_changes_nothing_else():
    older, run = pins(OLDER_CLIENT), pins("requirements.lock")
    assert {version.split(".")[0] for version in older.pop("elasticsearch")} == {"8"}
    assert {version.split(".")[0] for version in run["elasticsearch"]} == {"9"}
    older.pop("elastic-transport")
    assert {name: run[name] for name in older} == older


def test_both_supported_djangos_are_locked():
    assert {version.rsplit(".", 1)[0] for version in pins("requirements.lock")["django"]} == {
        "5.2",
        "6.1",
    }


def test_every_npm_package_carries_its_integrity():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    installed = {path: entry for path, entry in packages.items() if path}
    assert {"node_modules/axe-core", "node_modules/vnu-jar"} <= set(installed)
    assert [path for path, entry in installed.items() if "integrity" not in entry] == []
