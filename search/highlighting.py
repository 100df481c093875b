"""Mark the words found: the text is escaped first, then marked.

A word is marked when its tokens are among those of the question, by the analysis that indexed it.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import mark_safe

from search import analysis
from search.engines.base import Hit
from search.expressions import AllOf, AnyOf, Phrase, SomeOf, Token, Without
from search.languages import grammar_of
from search.models import Document

PASSAGE = 220
BEFORE = 60


class Mark(NamedTuple):
    """A word to mark: its place in the text and the wanted tokens it has."""

    start: int
    end: int
    tokens: frozenset[str]


@dataclass
class Highlighter:
    """Marks the words of an expression in titles and passages; None marks nothing."""

    expression: object
    _tokens: set[str] = field(default_factory=set)
    _beginnings: set[str] = field(default_factory=set)
    # The wanted tokens of each word that was met, by language.
    _known: dict = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self):
        self._read(self.expression)

    def hit(self, document: Document) -> Hit:
        """Return a document with its marked title and passage."""
        language = document.text_language
        title = analysis.composed(document.title)
        return Hit(
            document=document,
            title_html=_marked(title, self.marks(title, language)),
            snippet_html=self._snippet(document, language),
        )

    def marks(self, text: str, language: str) -> list[Mark]:
        """Return the words of a composed text that are to be marked."""
        if not (self._tokens or self._beginnings):
            return []
        known, found = self._known[language], []
        for word in analysis.words(text):
            tokens = known.get(word.text)
            if tokens is None:
                tokens = known[word.text] = self._wanted(word.text, language)
            if tokens:
                start = word.start + _elided_length(word.text, language)
                found.append(Mark(start, word.end, tokens))
        return found

    def _snippet(self, document: Document, language: str) -> str:
        text = analysis.composed(document.passage or "")
        marks = self.marks(text, language)
        if not marks:
            return _cut(analysis.composed(document.summary), 0, [])
        first = _best(marks)
        return _cut(text, max(0, first.start - BEFORE), marks)

    def _wanted(self, word: str, language: str) -> frozenset[str]:
        own = _tokens_of(word, language)
        begun = {one for one in self._beginnings if any(t.startswith(one) for t in own)}
        return (own & self._tokens) | begun

    def _read(self, expression) -> None:
        match expression:
            case Token(text, prefix):
                (self._beginnings if prefix else self._tokens).add(text)
            case Phrase(tokens):
                self._tokens.update(tokens)
            case AllOf(parts) | AnyOf(parts) | SomeOf(parts):
                for part in parts:
                    self._read(part)
            case Without(wanted, _excluded):
                self._read(wanted)


# A page of answers has some thousand words, most of them those of the page before.
@lru_cache(maxsize=20_000)
def _tokens_of(word: str, language: str) -> frozenset[str]:
    """Return every token by which a word is found in a text of `language`."""
    found = analysis.forms(word, language)
    atoms = [atom for atom in (*found.atoms, found.whole) if atom]
    stems = {analysis.stem(atom, language) for atom in atoms}
    return frozenset({analysis.exact(atom) for atom in atoms} | stems)


def _best(marks: list[Mark]) -> Mark:
    """Return the mark from which a passage has the most different words, then the most words."""

    def worth(rank: int) -> tuple[int, int]:
        start = marks[rank].start
        near = [one for one in marks[rank : rank + 20] if one.end <= start + PASSAGE - BEFORE]
        return len(frozenset().union(*(one.tokens for one in near))), len(near)

    return marks[max(range(len(marks)), key=worth)]


def _cut(text: str, start: int, marks: list[Mark]) -> str:
    """Return the passage from `start` as marked HTML, cut between words."""
    if start:
        start = text.find(" ", start) + 1
    end = len(text)
    if end - start > PASSAGE:
        end = max(text.rfind(" ", start, start + PASSAGE), start + PASSAGE // 2)
    inside = [
        Mark(one.start - start, one.end - start, one.tokens)
        for one in marks
        if one.start >= start and one.end <= end
    ]
    passage = _marked(text[start:end].rstrip(" ,;:"), inside)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return mark_safe(f"{before}{passage}{after}")  # noqa: S308


def _marked(text: str, marks: list[Mark]) -> str:
    pieces, place = [], 0
    for one in marks:
        pieces.append(escape(text[place : one.start]))
        pieces.append(f"<mark>{escape(text[one.start : one.end])}</mark>")
        place = one.end
    pieces.append(escape(text[place:]))
    return mark_safe("".join(pieces))  # noqa: S308


def _elided_length(word: str, language: str) -> int:
    """Return the length of what an apostrophe joins before the word itself: 2 in "l'énergie"."""
    elided = grammar_of(language).elided
    length = 0
    while (joiner := analysis.JOINER.search(word, length)) and (
        word[length : joiner.start()].lower() in elided
    ):
        length = joiner.end()
    return length
