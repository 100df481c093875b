"""A Markdown file as what a search reads of a page: title, summary, headings, subjects, words.

Light on purpose: what is displayed needs a parser, what is searched only needs the words. A front
matter is read as plain "key: value" lines, never as YAML.
"""

import html
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from content.text import text_of_html

TITLE = ("title", "titre")
SUMMARY = ("summary", "description", "resume", "résumé", "excerpt", "chapo", "abstract")
LANGUAGE = ("lang", "language", "langue", "locale")
SUBJECTS = ("tags", "keywords", "themes", "theme", "categories", "category", "mots-cles")
# A title and a summary of the catalogue hold so much.
LONGEST_TITLE = 255

_HEAD = re.compile(
    r"\A\s*(?P<rule>-{3}|\+{3})[ \t]*\n(?P<head>.*?)\n(?:(?P=rule)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_ENTRY = re.compile(r"(?P<key>[^\W\d][\w-]{0,40})\s*[:=](?:\s+(?P<value>.*))?\Z")
_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>\S[^\n]*)\n(?P<rule>=+|-{3,})[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:[ \t]*\S+.*$", re.MULTILINE)
_SIGNS = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+|```.*|~~~.*)+", re.MULTILINE)
_EMPHASIS = re.compile(r"[*`|]+|(?<!\w)_+|_+(?!\w)|~~")


@dataclass(frozen=True)
class Text:
    """A file of the collection, by its path in the folder; `language` is "" where none is told."""

    file: str
    title: str
    summary: str = ""
    headings: str = ""
    subjects: str = ""
    text: str = ""
    language: str = ""


@dataclass
class _Head:
    entries: dict[str, str] = field(default_factory=dict)

    def first(self, names: tuple[str, ...]) -> str:
        return next((self.entries[name] for name in names if self.entries.get(name)), "")

    def every(self, names: tuple[str, ...]) -> str:
        return "\n".join(self.entries[name] for name in names if self.entries.get(name))


def read(file: str, source: str) -> Text:
    """Return the text of a Markdown file at the relative path `file`.

    The title is that of the front matter, else the first heading of the first level, else the name
    of the file; the summary that of the front matter; the language that of the front matter.
    """
    # PostgreSQL takes no NUL in a text.
    source = source.removeprefix("\ufeff").replace("\0", " ")
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    head, body = _split(source)
    body = _UNDERLINED.sub(_as_heading, body)
    headings = [(len(one["level"]), _words(one["title"])) for one in _HEADING.finditer(body)]
    first = next((title for level, title in headings if level == 1 and title), "")
    title = head.first(TITLE) or first or _name(file)
    return Text(
        file=file,
        title=" ".join(title.split())[:LONGEST_TITLE],
        summary=_words(head.first(SUMMARY)),
        headings="\n".join(words for _level, words in headings if words != title),
        subjects=head.every(SUBJECTS),
        text=_words(_HEADING.sub(lambda one: f"{one['title']}\n", body)),
        language=head.first(LANGUAGE).replace("_", "-"),
    )


def _split(source: str) -> tuple[_Head, str]:
    """Return the front matter, empty if there is none, and what follows it."""
    match = _HEAD.match(source)
    if not match:
        return _Head(), source
    head, key = _Head(), ""
    for line in match["head"].split("\n"):
        entry = _ENTRY.match(line)
        if entry:
            key = entry["key"].lower()
            value = (entry["value"] or "").strip()
            head.entries[key] = "" if value in {"|", ">", "|-", ">-"} else _unquoted(value)
        elif key and line.strip() and line[0] in " \t-":
            more = _unquoted(line.strip().removeprefix("- "))
            head.entries[key] = f"{head.entries[key]} {more}".strip()
    return (head, source[match.end() :]) if head.entries else (_Head(), source)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(one.strip()) for one in value[1:-1].split(","))
    return value


def _as_heading(match: re.Match) -> str:
    return f"{'#' if match['rule'][0] == '=' else '##'} {match['title']}"


def _words(markdown: str) -> str:
    """Return the words of a piece of Markdown in one line."""
    for pattern in (_COMMENT, _SCRIPT, _DEFINITION, _SIGNS):
        markdown = pattern.sub(" ", markdown)
    markdown = _LINK.sub(lambda one: one["words"], markdown)
    if _TAG.search(markdown):
        markdown = text_of_html(markdown)
    return " ".join(html.unescape(_EMPHASIS.sub(" ", markdown)).split())


def _name(file: str) -> str:
    """Return the name of a file as words: "repair-cafe.md" is "repair cafe"."""
    return re.sub(r"[-_]+", " ", PurePosixPath(file).stem).strip() or file
