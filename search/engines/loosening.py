"""Ask again, less strictly, what found little: a question of ten words must not end in nothing
because no page has one of them.

The order: every word; slips of the finger mended; most of the words; any of them. The page says
which one answered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.analysis import stem
from search.expressions import SomeOf, Token, Without, all_of, any_of, known_part
from search.query import Query, Term, parse_word
from search.spelling import nearest_words

EVERY, MENDED, MOST, ANY, OTHER, NOTHING = "every", "mended", "most", "any", "other", "nothing"
# With fewer answers than this to so many words or more, less is demanded.
FEW = 3
SHORTEST_BEGINNING = 3
# From so many words on, two may be missing in "most of the words", and not one only.
MANY_WORDS = 6


@dataclass(frozen=True)
class Attempt:
    """One way to ask: its level, its expression, and the question as it was mended, if it was."""

    level: str
    expression: object
    mended: str = ""


def strict(query: Query, known: Callable[[str], bool]) -> Attempt:
    """Return the attempt that demands every word; its expression is None if no page has them.

    A word that no page has is taken for the beginning of one.
    """
    wanted = [_answerable(term, known) for term in _units(query, known)]
    expression = None if None in wanted or not wanted else all_of(wanted)
    return Attempt(EVERY, _refusing(expression, query, known))


def looser(query: Query, known: Callable[[str], bool], languages) -> Iterator[Attempt]:
    """Yield what may be asked instead, the strictest first; each costs what it needs only."""
    terms = _units(query, known)
    unknown = [term for term in terms if not (term.phrase or _found(term, known))]
    alike, mended = _mending(unknown, query.text, languages)
    parts = {term: alike.get(term) or _found(term, known) for term in terms}
    kept = [part for part in parts.values() if part is not None]
    if mended != query.text and len(kept) == len(terms):
        yield Attempt(MENDED, _refusing(all_of(kept), query, known), mended)
    if 0 < len(kept) < len(terms):
        yield Attempt(MOST, _refusing(all_of(kept), query, known))
    different = tuple(dict.fromkeys(kept))
    for missing in (1, 2) if len(different) >= MANY_WORDS else (1,):
        if len(different) - missing >= 2:
            some = SomeOf(different, len(different) - missing)
            yield Attempt(MOST, _refusing(some, query, known))
    inside = (_found(part, known) for term in terms for part in term.parts)
    every = [*kept, *filter(None, inside)]
    if len(every) > 1:
        yield Attempt(ANY, _refusing(any_of(every), query, known))


def respelled(query: Query, known: Callable[[str], bool], languages) -> Attempt | None:
    """Return the question with words near to its own, which only texts of other languages have.

    None if texts of the reader's language have one of them, no text at all, or no word is near.
    """
    if None in (_found(term, known) for term in query.terms):
        return None
    words = [term for term in query.terms if not term.phrase]
    own = [stem(term.written, languages[0]) for term in words]
    if not all(own) or any(map(known, own)):
        return None
    alike, mended = _mending(words, query.text, languages)
    if not alike:
        return None
    parts = [alike.get(term) or _found(term, known) for term in query.terms]
    return Attempt(MENDED, _refusing(all_of(parts), query, known), mended)


def _mending(terms: list[Term], text: str, languages) -> tuple[dict[Term, object], str]:
    """Return what stands for each term that has near words, and the text with the nearest."""
    nearest = nearest_words([term.written for term in terms]) if terms else {}
    alike = {}
    for term in terms:
        if words := nearest.get(term.written):
            alike[term] = any_of(parse_word(word, languages).expression for word in words)
            text = text.replace(term.text, words[0])
    return alike, text


def _units(query: Query, known: Callable[[str], bool]) -> list[Term]:
    """Return the terms to ask for: word by word where neither a phrase nor its synonyms exist."""
    return [
        part
        for term in query.terms
        for part in (term.parts if term.parts and _found(term, known) is None else (term,))
    ]


def _found(term: Term, known: Callable[[str], bool]):
    return known_part(term.expression, known)


def _answerable(term: Term, known: Callable[[str], bool]):
    found = _found(term, known)
    if found is None and not term.phrase and len(term.written) >= SHORTEST_BEGINNING:
        return Token(term.token, prefix=True)
    return found


def _refusing(expression, query: Query, known: Callable[[str], bool]):
    """Return the expression without what the question excludes."""
    refused = any_of(filter(None, (_found(term, known) for term in query.excluded)))
    return Without(expression, refused) if expression and refused else expression
