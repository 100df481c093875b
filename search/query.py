"""Read what a visitor typed: words, "phrases" and -words, whatever else it holds.

Any string is a question. Nothing of it ever reaches an engine as syntax: it is cleaned, cut, and
taken apart into words, of which only tokens go on.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from search import analysis
from search.expressions import AllOf, Phrase, Token, any_of, tokens_of
from search.languages import primary

LONGEST_QUERY = 200
MOST_TERMS = 16
_QUOTES = str.maketrans("“”„«»", '"""""')
_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<words>[^\s"]+))')
# A part of a compound must have this many letters to be looked for by itself.
SHORTEST_PART = 3
# Words with fewer letters have no other number: "bus" is no plural of "bu".
SHORTEST_SINGULAR = 3


@dataclass(frozen=True)
class Term:
    """A word or a phrase of a question, and the expression that finds it."""

    text: str
    expression: object
    phrase: bool = False
    # As it is written, without marks: "l'énergie" is "energie".
    written: str = ""
    # The terms of a phrase that has synonyms (`search.synonyms`), or the words of a compound, for
    # when the whole is not found.
    parts: tuple["Term", ...] = ()

    @property
    def token(self) -> str:
        """The token of the word as it is written."""
        return analysis.exact(self.written)


@dataclass(frozen=True)
class Query:
    """A question taken apart: what must be found, and what must not."""

    text: str
    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()

    def __bool__(self):
        return bool(self.terms)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Every token that the question names, each once."""
        terms = (*self.terms, *self.excluded)
        every = [one.expression for term in terms for one in (term, *term.parts)]
        return tuple(dict.fromkeys(token for one in every for token in tokens_of(one)))


def clean(typed: str) -> str:
    """Return what was typed without control characters and lone surrogates, at most 200 long."""
    # Cut before it is composed too: a few characters unfold into dozens.
    typed = typed[: 4 * LONGEST_QUERY].encode("utf-8", "ignore").decode()
    typed = unicodedata.normalize("NFC", typed)
    shown = (" " if unicodedata.category(one) in {"Cc", "Cs", "Cn", "Co"} else one for one in typed)
    return " ".join("".join(shown).split())[:LONGEST_QUERY].strip()


def parse(typed: str, languages: tuple[str, ...]) -> Query:
    """Return the question, analysed in each of `languages`, that of the reader first.

    Words that say too little are left out, unless there is nothing else; of the rest, the first
    `MOST_TERMS` count. A question that only excludes is read as words to find.
    """
    text = clean(typed)
    terms, excluded, weak = [], [], []
    for piece in _PIECE.finditer(text.translate(_QUOTES)):
        if piece["phrase"] is not None:
            found = [_phrase(piece["phrase"], languages[0])]
        else:
            found = [parse_word(word.text, languages) for word in analysis.words(piece["words"])]
        for term in filter(None, found):
            if piece["minus"]:
                excluded.append(term)
            elif _says_too_little(term, languages[0]):
                weak.append(term)
            else:
                terms.append(term)
    terms = terms or weak or excluded
    excluded = [term for term in excluded if term not in terms]
    return Query(text, _each_once(terms), _each_once(excluded))


def _each_once(terms: list[Term]) -> tuple[Term, ...]:
    kept = {term.expression: term for term in reversed(terms)}
    return tuple(term for term in terms if kept[term.expression] is term)[:MOST_TERMS]


def _says_too_little(term: Term, language: str) -> bool:
    atoms = analysis.forms(term.text, language).atoms
    return not term.phrase and all(analysis.is_stop_word(atom, language) for atom in atoms)


def parse_word(word: str, languages: tuple[str, ...]) -> Term | None:
    """Return a word as any of its forms in any of the languages, its exact form among them."""
    alternatives = []
    own = analysis.forms(word, languages[0])
    simple = len(own.atoms) == 1
    for language in languages:
        # What the reader's language joins ("people's") no other takes apart.
        found = own if simple else analysis.forms(word, language)
        if not found.atoms:
            continue
        if not found.whole:
            alternatives += _forms(found.atoms[0], language, languages[0])
            continue
        alternatives.append(Phrase(tuple(analysis.exact(atom) for atom in found.atoms)))
        alternatives += _forms(found.whole, language, languages[0])
        stems = tuple(analysis.stem(atom, language) for atom in found.atoms)
        if all(stems) and all(len(atom) >= SHORTEST_PART for atom in found.atoms):
            alternatives.append(AllOf(tuple(map(Token, stems))))
    expression = any_of(alternatives)
    if expression is None:
        return None
    inside = [atom for atom in own.atoms if own.whole and _says_something(atom, languages[0])]
    parts = tuple(filter(None, (parse_word(atom, languages) for atom in inside)))
    return Term(word, expression, written=own.whole or own.atoms[0], parts=parts)


def _says_something(atom: str, language: str) -> bool:
    return len(atom) >= SHORTEST_PART and not analysis.is_stop_word(atom, language)


def _forms(atom: str, language: str, own: str) -> list[Token]:
    """Return the stem of a word, and the word as it is written in both numbers.

    What is asked for in the plural is then ranked as it is in the singular. "Cours" is no plural of
    "cour": the reader's own language gives them two stems.
    """
    stem = analysis.stem(atom, own)
    alike = {one for one in in_both_numbers(atom) if stem == analysis.stem(one, own)}
    written = sorted(map(analysis.exact, alike | {atom}))
    return [Token(one) for one in (analysis.stem(atom, language), *written) if one]


def in_both_numbers(word: str) -> set[str]:
    """Return a folded word in the singular and the plural, by the plainest rule there is."""
    if len(word) < SHORTEST_SINGULAR or not word.isalpha():
        return {word}
    plural = len(word) > SHORTEST_SINGULAR and word[-1] in "sx" and word[-2] != "s"
    one = word[:-1] if plural else word
    return {word, one, f"{one}s", *([f"{one}x"] if one.endswith("u") else [])}


def _phrase(text: str, language: str) -> Term | None:
    """Return words between quotes as they are written, in their order."""
    atoms = [
        atom
        for word in analysis.words(text)
        for atom in analysis.forms(word.text, primary(language)).atoms
    ][:MOST_TERMS]
    if not atoms:
        return None
    tokens = tuple(analysis.exact(atom) for atom in atoms)
    expression = Phrase(tokens) if len(tokens) > 1 else Token(tokens[0])
    return Term(text.strip(), expression, phrase=True)
