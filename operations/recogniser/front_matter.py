"""The head of a Markdown file: "key: value" lines between two rules.

Only plain lines are read, never YAML: a tag such as `!!python/object` is text like any other.
"""

import re
from dataclasses import dataclass, field

from operations.recogniser.article import Article
from operations.recogniser.description import KINDS, Picture, gettext_noop
from operations.recogniser.languages import language_code
from operations.recogniser.text import folded

MOST_LINES = 200
_RULE = re.compile(r"---\s*\Z")
_END = re.compile(r"(?:---|\.\.\.)\s*\Z")
_ENTRY = re.compile(r"(?P<key>[^\W\d][\w .-]{0,40}?)\s{0,3}:(?:\s+(?P<value>\S.*))?\Z")
_MORE = re.compile(r"(?:\s+|-\s)\S|\s*#|\s*\Z")

_TITLE = {"title", "titre"}
_SUMMARY = {"summary", "description", "excerpt", "resume", "chapo", "abstract"}
_LANGUAGE = {"lang", "language", "langue", "locale"}
_KIND = {"type", "kind"}
_ADDRESS = {"url", "permalink", "source", "link", "canonical", "canonical url", "canonical_url"}
_PICTURE = {"image", "picture", "cover", "thumbnail", "featured_image", "vignette"}
_PUBLISHED_AT = re.compile(r"(?:https?://|/(?!/))\S{1,500}\Z")
_PICTURE_NAME = re.compile(r"\S(?:.{0,400}\S)?\.(?:jpe?g|png|gif|webp)\Z", re.IGNORECASE)


@dataclass
class FrontMatter:
    """What stood between the rules: entries by folded key, and the line of each as written."""

    entries: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of a normalised text, empty if it has none, and what follows.

    >>> head, rest = split_front_matter("---\\ntitle: A day\\ntags: [a, b]\\n---\\nText.")
    >>> head.entries, rest
    ({'title': 'A day', 'tags': '[a, b]'}, 'Text.')
    """
    lines = text.lstrip("\n").split("\n", MOST_LINES)
    if not _RULE.match(lines[0]):
        return FrontMatter(), text
    end = next((index for index, line in enumerate(lines) if index and _END.match(line)), 0)
    found = _read(lines[1:end])
    if not end or found is None:
        return FrontMatter(), text
    return found, "\n".join(lines[end + 1 :])


def _read(lines: list[str]) -> FrontMatter | None:
    """Return the entries, or None for lines that are no front matter."""
    found = FrontMatter()
    key = ""
    for line in lines:
        entry = _ENTRY.match(line)
        if entry:
            key = folded(entry["key"])
            found.entries[key] = _unquoted(entry["value"] or "")
            found.lines[key] = line
        elif key and _MORE.match(line):
            more = line.strip().removeprefix("- ")
            found.entries[key] = f"{found.entries[key]} {more}".strip(" |>")
            found.lines[key] += f" {line.strip()}"
        elif line.strip():
            return None
    return found if found.entries else None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def apply_front_matter(article: Article, head: FrontMatter) -> str:
    """Give an article what its front matter says; return the kind it names, or ""."""
    kind = ""
    description = article.description
    for key, value in head.entries.items():
        code = language_code(value) if key in _LANGUAGE else ""
        if key in _TITLE and value and not description.title:
            description.title = value
            article.drop(key)
        elif key in _SUMMARY and value and not description.summary:
            description.summary = value
            article.drop(key)
        elif code and not description.content_language:
            description.content_language = code
            article.drop(head.lines[key])
        elif key in _ADDRESS and _PUBLISHED_AT.match(value):
            description.address = description.address or value
            article.drop(head.lines[key])
        elif key in _PICTURE and _PICTURE_NAME.match(value) and not description.lead:
            description.lead = Picture(value)
            article.drop(key)
        elif key in _KIND and folded(value) in KINDS:
            kind = folded(value)
            description.explain(
                gettext_noop("The head of the file says so: “%(line)s”."), line=head.lines[key]
            )
            article.drop(head.lines[key])
        else:
            article.drop(head.lines[key])
            description.warn(
                gettext_noop("In the head of the file, without a field: “%(line)s”"),
                line=head.lines[key][:200],
            )
    return kind
