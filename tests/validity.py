"""What the Nu HTML checker, which implements the WHATWG standard, says of pages."""

import json
import re
import subprocess

from tests.requirements import JAVA, VNU_JAR

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


def faults(folder) -> list[str]:
    """Return a line for each fault of the HTML files of `folder`: file, line, what, around it."""
    return [
        _line(message)
        for message in check(folder)
        if not any(re.search(pattern, message["message"]) for pattern in KNOWN)
    ]


def _line(message: dict) -> str:
    name = message["url"].rsplit("/", 1)[-1]
    around = re.sub(r"\s+", " ", message.get("extract", ""))
    return f"{name}:{message.get('lastLine', 0)}: {message['message']} ({around})"
