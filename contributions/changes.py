"""What changed between two versions of a text, in the words of its form."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from contributions.forms.drafts import Draft, kind_of
from contributions.forms.words import words_of
from contributions.models import Exchange, Proposal

SEEN = (
    Exchange.Kind.SUBMITTED,
    Exchange.Kind.RESUBMITTED,
    Exchange.Kind.UPDATED,
    Exchange.Kind.PUBLISHED,
)
# Beyond, paragraphs are compared rather than words: the time grows with the square.
MOST_WORDS = 2000
# What stays the same is shown this far around a change.
AROUND = 120
_WORDS, _PARAGRAPHS = re.compile(r"\S+[^\S\n]*|\s+"), re.compile(r".*?\n\s*|.+", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A run of words that were added, removed, or are the same."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """A part of the form that reads otherwise, with its pieces in their order."""

    label: str
    pieces: list[Piece]


def seen_before(proposal: Proposal):
    """Return the revision that moderators saw last, or None.

    While they read one, that is the one before it.
    """
    seen = proposal.exchanges.filter(kind__in=SEEN, revision__isnull=False)
    if proposal.page.workflow_in_progress:
        seen = seen.exclude(revision=proposal.page.latest_revision_id)
    last = seen.select_related("revision").order_by("at", "pk").last()
    return last.revision if last else None


def changes_since(revision, page) -> list[Change]:
    """Return what `page` says otherwise than `revision`, by the parts of its form."""
    kind = kind_of(page)
    before = words_of(Draft(kind, revision.as_object()))
    after = words_of(Draft(kind, page))
    found = []
    for label in dict.fromkeys([*before, *after]):
        old, new = before.get(label, ""), after.get(label, "")
        if old != new:
            found.append(Change(label, _pieces(old, new)))
    return found


def _pieces(old: str, new: str) -> list[Piece]:
    """Return the pieces that make both texts; long runs of the same words are shortened."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(a), len(b)) > MOST_WORDS:
        a, b = _PARAGRAPHS.findall(old), _PARAGRAPHS.findall(new)
    pieces = []
    for what, i, j, k, m in SequenceMatcher(None, a, b).get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", _shortened("".join(a[i:j]))))
        else:
            pieces += [Piece("removed", "".join(a[i:j]))] if j > i else []
            pieces += [Piece("added", "".join(b[k:m]))] if m > k else []
    return pieces


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * AROUND else f"{text[:AROUND]} […] {text[-AROUND:]}"
