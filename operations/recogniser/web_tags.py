"""The source of a web page, cleared of what makes its parser slow."""

import re

# A whole tag, or what only looks like one. Nothing here is read twice.
_TOKEN = re.compile(
    r"""
    (?P<comment><!--)
  | <(?P<hidden>script|style)\b[^<>]*+>
  | (?P<declaration><[!?][^<>]*+>)
  | (?P<tag></?[a-z](?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|</?[a-z][^<>]*+>)
  | (?P<lone><)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def whole_tags(source: str) -> tuple[str, bool]:
    """Return `source` with nothing but text and whole tags, and whether it had a script.

    The parser looks for the end of a broken tag through all that follows, for each of them.
    """
    pieces: list[str] = []
    lowered = source.lower() if source.isascii() else re.sub("[A-Z]+", _lower, source)
    position, has_script, closed = 0, False, True
    while found := _TOKEN.search(source, position):
        pieces.append(source[position : found.start()])
        position = found.end()
        if found["tag"]:
            pieces.append(found[0])
        elif found["comment"]:
            end = source.find("-->", position) if closed else -1
            closed = end >= 0
            position = end + 3 if closed else position
        elif hidden := found["hidden"]:
            end = lowered.find(f"</{hidden.lower()}", position)
            position = end if end >= 0 else len(source)
            has_script = has_script or hidden.lower() == "script"
        elif found["lone"]:
            pieces.append("&lt;")
    pieces.append(source[position:])
    return "".join(pieces), has_script


def _lower(found: re.Match) -> str:
    return found[0].lower()
