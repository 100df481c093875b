"""What `make run` starts on an empty folder: a page to read, mails to read, and a clean end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.editing import faults_of
from tests.browser.server import ROOT, ask, free_port

pytestmark = pytest.mark.browser

FIRST_PAGE_SECONDS = 600


def processes_with(variable: str) -> list[int]:
    """Return the ids of the processes that have `NAME=value` in their environment."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if variable.encode() in environment.read_bytes().split(b"\0"):
                found.append(int(environment.parent.name))
        except OSError:
            # It ended meanwhile, or is not ours.
            continue
    return found


def answers(url: str) -> bool:
    try:
        return ask(url, "/fr/").status == 200
    except OSError:
        return False


@pytest.fixture
def first_run(tmp_path):
    """Run `manage.py dev` on an empty folder; yield the process, its address and its folder."""
    port = free_port()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    unset = dict.fromkeys(("DATABASE_URL", "BASE_URL", "SECRET_KEY", "DEBUG"))
    environment = {key: value for key, value in kept.items() if key not in unset}
    environment |= {
        "DATA_DIR": str(tmp_path),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    command = [sys.executable, "manage.py", "dev"]
    with (tmp_path / "dev.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    yield process, f"http://localhost:{port}", tmp_path
    process.kill()
    process.wait()
    for left in processes_with(f"DATA_DIR={tmp_path}"):
        os.kill(left, signal.SIGKILL)


def test_a_first_run_serves_the_demo_and_ends_whole(first_run, open_page):
    process, url, folder = first_run
    limit = time.monotonic() + FIRST_PAGE_SECONDS
    while process.poll() is None and not answers(url) and time.monotonic() < limit:
        time.sleep(0.5)
    assert process.poll() is None, (folder / "dev.log").read_text(encoding="utf-8")

    page = open_page()
    faults = faults_of(page)
    page.goto(f"{url}/")
    assert page.locator("main article, main .card").count() > 3
    assert page.goto(f"{url}/dev/mails/").status == 200
    assert not faults
    running = processes_with(f"DATA_DIR={folder}")
    assert len(running) >= 3

    for _twice in range(2):
        process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    process.wait(timeout=60)
    assert processes_with(f"DATA_DIR={folder}") == []
