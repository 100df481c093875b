"""Words that stand for each other in a question, as editors have said.

A question is compared by the keys of its words, stems without what says too little: who types
"ateliers de la réparation" has typed "atelier de réparation". What it finds besides is found as
the question itself is: a word by its stem and as it is written, a phrase by its words in a row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _

from search import analysis
from search.expressions import Phrase, all_of, any_of
from search.query import Query, Term, clean, parse_word

FEWEST, MOST = 2, 10
LONGEST_ENTRY = 60
MOST_WORDS = 6
MOST_RULES = 500
ONE_WAY = "one_way"
_BETWEEN = re.compile(r"[\n,;]")

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """Words and phrases that find each other; with `one_way`, the first finds the others only."""

    entries: tuple[str, ...]
    one_way: bool = False

    @property
    def asked(self) -> tuple[str, ...]:
        """The entries that find the others when they are asked."""
        return self.entries[:1] if self.one_way else self.entries


@lru_cache(maxsize=4 * MOST_RULES)
def rule_of(text: str) -> Rule:
    """Return the rule of a text: its direction on the first line, then its entries."""
    direction, _newline, words = text.partition("\n")
    return Rule(tuple(entries_of(words)), direction == ONE_WAY)


def entries_of(words: str) -> list[str]:
    """Return the entries of a text that has one a line, or between commas; none is empty."""
    pieces = (clean(piece.replace('"', " ")) for piece in _BETWEEN.split(words))
    return [piece for piece in pieces if piece]


def keys_of(entry: str, language: str) -> Keys:
    """Return the words of an entry or of a question in the form by which they are compared."""
    atoms = [
        atom
        for word in analysis.words(analysis.composed(entry))
        for atom in analysis.forms(word.text, language).atoms
        if not analysis.is_stop_word(atom, language)
    ]
    return tuple(analysis.stem(atom, language) or analysis.exact(atom) for atom in atoms)


def check(rule: Rule, others: Mapping[str, Rule], language: str) -> None:
    """Raise `ValueError` with a sentence for the editor if a rule cannot be used.

    `others` are the rules of the same language by the words that name them.
    """
    if not FEWEST <= len(rule.entries) <= MOST:
        raise ValueError(
            _("Write %(fewest)s words or phrases at least and %(most)s at most, one a line.")
            % {"fewest": FEWEST, "most": MOST}
        )
    if len(others) >= MOST_RULES:
        raise ValueError(
            _("This language has %(most)s groups of synonyms: remove some first.")
            % {"most": MOST_RULES}
        )
    seen: dict[Keys, str] = {}
    for entry in rule.entries:
        keys = _checked_keys(entry, language)
        if keys in seen:
            raise ValueError(
                _("“%(one)s” and “%(other)s” are the same for the search: keep one of them.")
                % {"one": seen[keys], "other": entry}
            )
        seen[keys] = entry
    _check_asked_once(rule, others, language)


def _checked_keys(entry: str, language: str) -> Keys:
    keys = keys_of(entry, language)
    words = {"entry": entry, "letters": LONGEST_ENTRY, "words": MOST_WORDS}
    if not keys:
        raise ValueError(
            _("“%(entry)s” holds only words that the search passes over, like “the” or “of”.")
            % words
        )
    if len(entry) > LONGEST_ENTRY or len(keys) > MOST_WORDS:
        raise ValueError(
            _("“%(entry)s” is too long: %(letters)s letters and %(words)s words at most.") % words
        )
    return keys


def _check_asked_once(rule: Rule, others: Mapping[str, Rule], language: str) -> None:
    asked = {keys_of(entry, language): entry for entry in rule.asked}
    for name, other in others.items():
        for entry in other.asked:
            if (keys := keys_of(entry, language)) in asked:
                raise ValueError(
                    _("“%(entry)s” already has synonyms: add yours to “%(name)s”.")
                    % {"entry": asked[keys], "name": name}
                )


@lru_cache(maxsize=32)
def table_of(rules: frozenset[Rule], language: str) -> dict[Keys, tuple]:
    """Return the expressions that each sequence of keys finds besides its own words."""
    table: dict[Keys, tuple] = {}
    for rule in sorted(rules, key=lambda one: one.entries):
        found = {entry: _finding(entry, language) for entry in rule.entries}
        for entry in rule.asked:
            others = tuple(found[other] for other in rule.entries if other != entry)
            keys = keys_of(entry, language)
            table[keys] = (*table.get(keys, ()), *filter(None, others))
    return {keys: others for keys, others in table.items() if keys and others}


def expanded(query: Query, rules: frozenset[Rule], language: str) -> Query:
    """Return a question in which a word that has synonyms is answered by any of them.

    The longest run of words that is an entry is taken. Phrases between quotes and what is
    excluded stay as they are.
    """
    table = table_of(rules, language)
    if not table:
        return query
    terms, left = [], query.terms
    while left:
        run, others = _longest_run(left, table, language)
        terms.append(_either(run, others) if others else run[0])
        left = left[len(run) :]
    return replace(query, terms=tuple(terms))


def _longest_run(terms: tuple[Term, ...], table: dict[Keys, tuple], language: str):
    """Return the most terms from the first on that have synonyms, with these; else the first."""
    found, keys = (terms[:1], ()), ()
    for count, term in enumerate(terms[:MOST_WORDS], start=1):
        keys += keys_of(term.text, language)
        if term.phrase:
            break
        if keys in table:
            found = (terms[:count], table[keys])
    return found


def _either(run: tuple[Term, ...], others: tuple) -> Term:
    """Return one term that a run of terms answers, all of them, or any of its synonyms."""
    own = all_of(term.expression for term in run)
    either = any_of((own, *others))
    if len(run) == 1:
        return replace(run[0], expression=either)
    return Term(" ".join(term.text for term in run), either, parts=run)


def _finding(entry: str, language: str):
    """Return the expression of what an entry finds in pages."""
    found = list(analysis.words(analysis.composed(entry)))
    if len(found) == 1:
        term = parse_word(found[0].text, (language,))
        return term.expression if term else None
    atoms = [atom for word in found for atom in analysis.forms(word.text, language).atoms]
    stems = tuple(filter(None, (analysis.stem(atom, language) for atom in atoms)))
    spoken = [atom for atom in atoms if not analysis.is_stop_word(atom, language)]
    if len(spoken) < 2:
        return any_of(parse_word(atom, (language,)).expression for atom in spoken)
    phrases = [Phrase(stems)] if len(stems) == len(spoken) else []
    # A phrase of written words would have "de" marked in every passage.
    if len(spoken) == len(atoms):
        phrases.append(Phrase(tuple(analysis.exact(atom) for atom in atoms)))
    return any_of(phrases)
