"""Every page is valid HTML for the Nu HTML checker, which implements the WHATWG standard."""

import json
import re
import subprocess

import pytest

from tests.browser import addresses
from tests.requirements import JAVA, VNU_JAR

pytestmark = pytest.mark.vnu

MINUTES = 5
# What the checker says that is no fault of the page, and why.
KNOWN = {
    # Its guess of the language of a text by its words; samples are short, and some texts are in
    # another language than their interface on purpose, with `lang` where they begin.
    r"^This document appears to be written in": "a guess",
}


def check(folder) -> list[dict]:
    """Return what the checker says of the HTML files of `folder`, errors and warnings alike."""
    command = [JAVA, "-jar", VNU_JAR, "--format", "json", "--exit-zero-always", folder]
    answer = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=MINUTES * 60
    )
    return json.loads(answer.stderr)["messages"]


def line_of(message: dict) -> str:
    """Return a message as a line: page, place, what is wrong, around what."""
    name = message["url"].rsplit("/", 1)[-1]
    around = re.sub(r"\s+", " ", message.get("extract", ""))
    return f"{name}:{message.get('lastLine', 0)}: {message['message']} ({around})"


def test_every_page_is_valid_html(site, tmp_path):
    statuses = {}
    for name in addresses.NAMES:
        answer = site.get(site.paths[name])
        statuses[name] = answer.status
        (tmp_path / f"{name}.html").write_bytes(answer.body)
    said = [
        line_of(message)
        for message in check(tmp_path)
        if not any(re.search(pattern, message["message"]) for pattern in KNOWN)
    ]

    assert statuses == {name: addresses.STATUSES.get(name, 200) for name in addresses.NAMES}
    assert not said, "\n".join(said)


def test_an_invalid_page_would_be_seen(tmp_path):
    page = "<!doctype html><html lang='fr'><title>Un</title><p><div>deux</div></p><b id=a><i id=a>"
    (tmp_path / "wrong.html").write_text(page, encoding="utf-8")

    assert {message["type"] for message in check(tmp_path)} >= {"error"}
