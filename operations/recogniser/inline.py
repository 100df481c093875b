"""What happens inside a line: Markdown and the few tags people mix with it, to clean HTML."""

import html
import re
from collections.abc import Iterator

from operations.recogniser.description import Rich
from operations.recogniser.text import word_set

SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|/(?!/))[^\s\"<>]+\Z", re.IGNORECASE)
# "notes/day-1.md", "day-1#morning": what another document of the same export may be.
_LOCAL_LINK = re.compile(r"(?![a-z][a-z0-9+.-]{0,20}:)(?![/?#\\])[^\s\"<>\\]+\Z", re.IGNORECASE)
_OTHER_FILE = re.compile(r"\.(?!(?:md|markdown|mdown|txt|x?html?)\Z)[a-z]\w{0,5}\Z", re.IGNORECASE)
# The elements of HTML: "<ou>" in a sentence is not one of them and stays as typed.
HTML_NAMES = word_set(
    "a abbr address article aside audio b blockquote body br button caption center cite code col "
    "colgroup dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 "
    "h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark "
    "meta nav noscript object ol option p picture pre q s samp script section select small source "
    "span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time "
    "title tr tt u ul var video wbr"
)
_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!|<>~])
  | (?P<picture>!?)\[(?P<label>[^\[\]\n]{0,1000})\]
    \(\s{0,3}(?P<target>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)
    (?:\s{1,3}"(?P<hint>[^"\n]{0,300})")?\s{0,3}\)
  | <(?P<automatic>https?://[^<>\s]{1,2000})>
  | <(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,15})(?P<attributes>\s[^<>]{0,2000})?/?>
  | (?P<bare>https?://[^\s<>"\[\]]{1,2000})
  | `(?P<code>[^`\n]{1,1000})`
  | (?P<mark>\*{1,3}|_{1,2})
    """,
    re.VERBOSE,
)
_HREF = re.compile(r"""\shref\s{0,3}=\s{0,3}["']?([^"'\s>]{0,2000})""", re.IGNORECASE)
_ATTRIBUTE_ADDRESS = re.compile(
    r"""\s(?:href|src)\s{0,3}=\s{0,3}["']?([^"'\s>]{0,2000})""", re.IGNORECASE
)
_KEPT_TAGS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub",
}  # fmt: skip
_MARKS = {"*": ("<i>", "</i>"), "_": ("<i>", "</i>"), "**": ("<b>", "</b>"),
          "__": ("<b>", "</b>"), "***": ("<b><i>", "</i></b>")}  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_DIGITS = re.compile(r"<sup>(\d{1,20})</sup>")
_LINK = re.compile(r'<a href="([^"]{0,3000})">([^<]{0,3000})</a>')
_HREFS = re.compile(r'<a href="([^"]*)">')
_TAG = re.compile(r"<[^<>]{0,3000}>")


def rich(text: str) -> Rich:
    """Return `text` as clean HTML: b, i, sup, sub, a and br; a line end becomes a `<br/>`.

    >>> rich("**T<sup>2</sup>** and [a page](https://a.example/) and [nothing](#)")
    '<b>T<sup>2</sup></b> and <a href="https://a.example/">a page</a> and nothing'
    """
    return Rich(_Writer().write(text))


def plain(text: str) -> str:
    """Return `text` without markup: digits raised stay raised, a link gives its address.

    >>> plain("T<sup>2</sup>, [here](https://a.example/)")
    'T², here (https://a.example/)'
    """
    marked = _RAISED_DIGITS.sub(lambda found: found[1].translate(_SUPERSCRIPT), rich(text))
    marked = _LINK.sub(_address_after, marked.replace("<br/>", " "))
    return " ".join(html.unescape(_TAG.sub("", marked)).split())


def is_local(target: str) -> bool:
    """Whether an address leads to a document beside the one it stands in.

    >>> is_local("notes/day-1.md"), is_local("plan.pdf"), is_local("https://a.example/b")
    (True, False, False)
    """
    path = re.split("[?#]", target, maxsplit=1)[0]
    return bool(_LOCAL_LINK.match(target)) and not _OTHER_FILE.search(path)


def is_usable(target: str) -> bool:
    """Whether a page can keep `target` as the address of a link."""
    return bool(SAFE_LINK.match(target)) or is_local(target)


def links(text: str) -> list[tuple[str, str]]:
    """Return the (label, address) pairs of the links in `text`; no usable address is ""."""
    found = []
    for token in _TOKEN.finditer(text):
        if token["label"] is not None and not token["picture"]:
            target = token["target"]
            found.append((plain(token["label"]), target if is_usable(target) else ""))
        elif address := token["automatic"] or token["bare"]:
            found.append((address, address))
    return found


def addresses_in(value: object) -> Iterator[str]:
    """Yield the addresses of the links in every piece of HTML inside a value."""
    if isinstance(value, Rich):
        for found in _HREFS.finditer(value):
            yield html.unescape(found[1])
    elif isinstance(value, dict):
        yield from addresses_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from addresses_in(entry)


def unusable_addresses(text: str) -> list[tuple[str, str]]:
    """Return the (label, address) pairs of the links that no page can keep as links.

    The address is "" where the link led nowhere ("#").
    """
    return [
        (plain(token["label"]), token["target"].strip("#"))
        for token in _TOKEN.finditer(text)
        if token["label"] is not None and not is_usable(token["target"])
    ]


def left_out(text: str) -> list[tuple[str, str]]:
    """Return the (element, address) pairs of HTML in `text` whose address no page can keep.

    >>> left_out('<iframe src="//a.example/video"></iframe>')
    [('iframe', '//a.example/video')]
    """
    found = []
    for token in _TOKEN.finditer(text) if "<" in text else ():
        attributes = _ATTRIBUTE_ADDRESS.search(token["attributes"] or "")
        if attributes and token["tag"].lower() in HTML_NAMES:
            name, address = token["tag"].lower(), attributes[1]
            if name != "a" or not is_usable(address):
                found.append((name, address))
    return found


def without_links(text: str) -> str:
    """Return what remains of `text` once its links are taken out, as plain text."""
    return plain(_TOKEN.sub(lambda found: "" if _is_link(found) else found[0], text))


def _is_link(token: re.Match) -> bool:
    return token["label"] is not None or bool(token["automatic"] or token["bare"])


def _address_after(found: re.Match) -> str:
    address, label = found[1], found[2]
    if is_local(html.unescape(address)):
        return label
    return address if label == address else f"{label} ({address})"


def _escape(text: str) -> str:
    return html.escape(html.unescape(text), quote=False).replace("\n", "<br/>")


class _Writer:
    """One pass over a text. What is open is on a stack, so that tags nest whatever comes in."""

    def __init__(self):
        self.pieces: list[str] = []
        self.open: list[tuple[str, str, int]] = []

    def write(self, text: str) -> str:
        position = 0
        for token in _TOKEN.finditer(text):
            self.pieces.append(_escape(text[position : token.start()]))
            position = token.end()
            self._token(token, text)
        self.pieces.append(_escape(text[position:]))
        for name, _mark, _index in reversed(self.open):
            if name in ("a", *_KEPT_TAGS.values()):
                self.pieces.append(f"</{name}>")
        return "".join(self.pieces)

    def _token(self, token: re.Match, text: str) -> None:
        if token["mark"]:
            self._mark(token, text)
        elif token["tag"]:
            self._tag(token)
        elif token["label"] is not None:
            self._link(token)
        elif address := token["automatic"] or token["bare"]:
            self._address(address)
        else:
            self.pieces.append(_escape(token["code"] or token["escaped"]))

    def _link(self, token: re.Match) -> None:
        label = _Writer().write(token["label"])
        hint = f" ({_escape(token['hint'])})" if token["hint"] else ""
        target = token["target"]
        if token["picture"]:
            self.pieces.append(label + hint)
        elif is_usable(target):
            address = html.escape(html.unescape(target))
            self.pieces.append(f'<a href="{address}">{label or address}</a>{hint}')
        else:
            self.pieces.append(label + hint)

    def _address(self, address: str) -> None:
        trimmed = address.rstrip(".,;:!?)")
        if self._is_open("a"):
            self.pieces.append(_escape(address))
            return
        href = html.escape(html.unescape(trimmed))
        self.pieces.append(f'<a href="{href}">{href}</a>{_escape(address[len(trimmed) :])}')

    def _mark(self, token: re.Match, text: str) -> None:
        mark = token["mark"]
        before = text[token.start() - 1] if token.start() else " "
        after = text[token.end()] if token.end() < len(text) else " "
        word_inside = mark[0] == "_" and before.isalnum() and after.isalnum()
        if self._closes(mark) and not before.isspace() and not word_inside:
            while (top := self.open.pop())[0] != mark:
                pass
            self.pieces[top[2]] = _MARKS[mark][0]
            self.pieces.append(_MARKS[mark][1])
            return
        if not after.isspace() and not word_inside and not self._is_open(mark):
            self.open.append((mark, mark, len(self.pieces)))
        self.pieces.append(mark)

    def _closes(self, mark: str) -> bool:
        """Whether `mark` is open with nothing but other marks opened since."""
        for name, _text, _index in reversed(self.open):
            if name == mark:
                return True
            if name not in _MARKS:
                return False
        return False

    def _tag(self, token: re.Match) -> None:
        name = token["tag"].lower()
        if name not in HTML_NAMES:
            self.pieces.append(_escape(token[0]))
        elif name == "br":
            self.pieces.append("<br/>")
        elif name == "a":
            self._anchor(token)
        elif name in _KEPT_TAGS:
            self._pair(_KEPT_TAGS[name], bool(token["end"]), f"<{_KEPT_TAGS[name]}>")
        elif name in ("p", "div", "li", "td", "tr"):
            self.pieces.append(" ")

    def _anchor(self, token: re.Match) -> None:
        found = _HREF.search(token["attributes"] or "")
        address = html.escape(html.unescape(found[1])) if found else ""
        if token["end"] or is_usable(address):
            self._pair("a", bool(token["end"]), f'<a href="{address}">')

    def _pair(self, name: str, is_end: bool, opening: str) -> None:
        if not is_end:
            if not self._is_open(name):
                self.open.append((name, "", len(self.pieces)))
                self.pieces.append(opening)
            return
        if not self._is_open(name):
            return
        while (top := self.open.pop())[0] != name:
            if top[0] not in _MARKS:
                self.pieces.append(f"</{top[0]}>")
        self.pieces.append(f"</{name}>")

    def _is_open(self, name: str) -> bool:
        return any(entry[0] == name for entry in self.open)
