"""Titles that begin like what is being typed.

They come from the index of the database, whichever engine answers questions: it is always kept,
and holds only what anybody may read.
"""

from content import visibility
from content.folding import without_accents
from search import analysis
from search.api import database_engine
from search.listings import labelled
from search.models import Document
from search.query import clean
from search.selection import Selection

MOST = 8
SHORTEST = 3
# How many of the newest titles are looked at for the best.
CANDIDATES = 40
MOST_WORDS = 6


def suggestions(request, typed: str, language: str, locale_id: int) -> list[Document]:
    """Return public pages whose title has words that begin with each word typed, at most eight.

    Titles that begin so come first, then the newest; with their address and label. Fewer than
    three letters suggest nothing; last words of one or two are not looked for yet.
    """
    text = clean(typed)
    beginnings = _beginnings(text, language)
    if not beginnings:
        return []
    rules = visibility.rules_for(request)
    selection = Selection(rules=rules, locale_id=locale_id)
    titles = database_engine().titles(beginnings, selection.public_condition)
    page_ids = titles.order_by("-document_id").values_list("document_id", flat=True)[:CANDIDATES]
    documents = Document.objects.public(rules).filter(pk__in=list(page_ids))
    start = without_accents(text)
    ordered = sorted(
        documents,
        key=lambda one: (not without_accents(one.title).startswith(start), -one.pk),
    )
    return labelled(ordered[:MOST], request)


def _beginnings(text: str, language: str) -> list[str]:
    """Return the tokens with which the words of a title must begin."""
    atoms = [
        atom for word in analysis.words(text) for atom in analysis.forms(word.text, language).atoms
    ]
    while atoms and len(atoms[-1]) < SHORTEST:
        atoms.pop()
    if not atoms:
        return []
    *before, last = atoms
    wanted = [atom for atom in before if not analysis.is_stop_word(atom, language)]
    return [analysis.exact(atom) for atom in dict.fromkeys((*wanted[1 - MOST_WORDS :], last))]
