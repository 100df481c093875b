"""French: accents are gone before the stem is sought, and some endings were told by them."""

import re

from search.languages.grammar import Grammar, word_set

STOP_WORDS = word_set("""
    a ai aie aient ait alors as au aucun aucune aussi autre autres aux avait avec avez avoir avons
    bien ca car ce ceci cela celle celles celui ces cet cette ceux chez ci comme comment d dans de
    depuis des donc dont du elle elles en encore entre est et etaient etait etant ete etes etre eu
    eux fait faire faut font furent il ils j je l la le les leur leurs lors lui m ma mais me mes
    moi mon n ne ni nos notre nous on ont ou par pas peut peuvent plus pour pourquoi qu quand que
    quel quelle quelles quels qui quoi s sa sans se sera seront ses si son sont sous sur t ta te
    tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y
    """)
ELIDED = word_set("l d j m n s t c qu jusqu lorsqu puisqu quoiqu presqu quelqu")
_SHORT_PLURAL = re.compile(r"^(j|f|l|n|v|vo|li|mili|av|adi|chev|pn)eux$")
_PREPARED = (
    # Past participles: "réparées", "réparés" and "réparé" are one word.
    (re.compile(r"(?<=\w\w)ees?$"), "e"),
    # Nouveau, nouveaux, nouvelle.
    (re.compile(r"(?<=\w\w)eaux?$"), "el"),
    # Travail and travaux, which Snowball makes "traval".
    (re.compile(r"(?<=\w\w)ails?$"), "al"),
    # A plain plural first: "récits" must meet "récit" before its ending is read as a verb's.
    (re.compile(r"(?<=\w\w[^s])s$"), ""),
)


def prepare(word: str) -> str:
    """Return a folded word with the endings that the algorithm would miss without accents."""
    short = _SHORT_PLURAL.match(word)
    if short:
        return word[:-1]
    for ending, replacement in _PREPARED:
        word = ending.sub(replacement, word)
    return word


GRAMMAR = Grammar(
    "french",
    stop_words=STOP_WORDS,
    elided=ELIDED,
    prepare=prepare,
    # Each would fall together with another word: donner, don; cour, cours; mars, mar.
    irregular={
        "donnee": "donnee",
        "donnees": "donnee",
        "cours": "cours",
        "yeux": "oeil",
        "fois": "fois",
        "mars": "mars",
    },
)
