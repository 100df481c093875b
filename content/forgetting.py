"""Taking a person out of stored texts: rows, revisions, what translations are made from."""

import json
import re
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext, override

APOSTROPHES = "(?:['’]|&#x27;|&#39;|&rsquo;)"
BETWEEN_WORDS = r"(?:\s|&nbsp;|\u00a0|\u202f)+"
# What the fields are called, in rows and blocks, that hold the name of a person and no more.
NAMING = {"name", "speaker", "person", "holder_name"}
_STREAM = re.compile(r"\s*[\[{]")


def anonymous_name(language: str) -> str:
    """Return what readers see instead of the name of somebody who left."""
    with override(language):
        return gettext("Anonymous author")


@dataclass(frozen=True)
class Traces:
    """What tells a person in a text: the address, the displayed name, the name in an address.

    A name of one word is taken out only of the fields that hold a name: "Rose" is a flower too.
    """

    email: str
    name: str

    def replaced(self, value, language: str):
        """Return JSON-ready `value` without the person; streams inside strings included."""
        return _Replacement(self, anonymous_name(language))(value)

    def without_address(self, value, language: str):
        """Return JSON-ready `value` without the address of the person, the name left."""
        return _Replacement(Traces(self.email, ""), anonymous_name(language))(value)


class _Replacement:
    def __init__(self, traces: Traces, instead: str):
        self.instead, self.name = instead, traces.name.strip()
        self.patterns = [(_insensitive(re.escape(traces.email)), instead)]
        words = self.name.split()
        if len(words) > 1:
            spelt = BETWEEN_WORDS.join(_spelt(word) for word in words)
            self.patterns.append((_insensitive(spelt), instead))
            slug = slugify(self.name)
            if "-" in slug:
                self.patterns.append((_insensitive(re.escape(slug)), slugify(instead)))

    def __call__(self, value):
        if isinstance(value, dict):
            return {key: self._of_field(key, one) for key, one in value.items()}
        if isinstance(value, list):
            return [self(one) for one in value]
        return self._in_text(value) if isinstance(value, str) else value

    def _of_field(self, key: str, value):
        names = self.name and key in NAMING and isinstance(value, str)
        if names and value.strip().casefold() == self.name.casefold():
            return self.instead
        return self(value)

    def _in_text(self, text: str) -> str:
        if _STREAM.match(text):
            try:
                stream = json.loads(text)
            except ValueError:
                pass
            else:
                found = self(stream)
                return text if found == stream else json.dumps(found)
        for pattern, instead in self.patterns:
            text = pattern.sub(instead, text)
        return text


def _insensitive(pattern: str) -> re.Pattern:
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def _spelt(word: str) -> str:
    return re.sub("['’]", lambda _found: APOSTROPHES, re.escape(word))


def without_account(content: dict, user_pk: int) -> dict:
    """Return the stored form of a page without its links to an account, nor its comments."""
    kept = {**content}
    for name in ("owner", "locked_by"):
        if kept.get(name) == user_pk:
            kept[name] = None
    if "wagtail_admin_comments" in content:
        comments = content["wagtail_admin_comments"]
        kept["wagtail_admin_comments"] = [
            _comment_without(comment, user_pk)
            for comment in comments
            if comment.get("user") != user_pk
        ]
    return kept


def _comment_without(comment: dict, user_pk: int) -> dict:
    replies = [reply for reply in comment.get("replies", ()) if reply.get("user") != user_pk]
    resolved_by = comment.get("resolved_by")
    return {
        **comment,
        "replies": replies,
        "resolved_by": None if resolved_by == user_pk else resolved_by,
    }
