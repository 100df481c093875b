"""French typography, applied once, on output.

Editors type ordinary spaces; readers get the narrow no-break spaces that French asks for
before « ; ! ? » and inside guillemets, and a no-break space before « : » (Lexique des règles
typographiques en usage à l'Imprimerie nationale).
"""

import re

NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"

_RULES = [
    (re.compile(rf"(?<=\S){_SPACES}([;!?»])"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=\S){_SPACES}:(?=\s|$)"), f"{NO_BREAK}:"),
    (re.compile(rf"«{_SPACES}?(?=\S)"), f"«{NARROW}"),
    (re.compile(rf"(?<=[^\s«]){_SPACES}?»"), f"{NARROW}»"),
    (re.compile(rf"(?<=\d){_SPACES}(?=(?:%|€|k[mgW]|m²|ha)(?:\W|$))"), NARROW),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    # Django escapes an apostrophe as a character reference.
    (re.compile(r"(?<=\w)(?:'|&#x27;)(?=\w)"), "’"),
]
_TAG = re.compile(r"(<[^>]*>)")


def french(text: str) -> str:
    """Return plain `text` with French spacing and apostrophes."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def french_html(html: str) -> str:
    """Return `html` with French spacing in its text; tags and attributes are left alone."""
    return "".join(part if part.startswith("<") else french(part) for part in _TAG.split(html))
