"""The languages whose words are reduced to stems, and what is particular to each.

A language is a Snowball algorithm and a `Grammar`; French and English have their own, any other
takes the default. Adding one is adding a line.
"""

from search.languages import english, french
from search.languages.grammar import Grammar

GRAMMARS = {
    "fr": french.GRAMMAR,
    "en": english.GRAMMAR,
    "ar": Grammar("arabic"),
    "ca": Grammar("catalan", elided=frozenset({"l", "d", "s", "m", "t", "n"})),
    "de": Grammar("german"),
    "es": Grammar("spanish"),
    "eu": Grammar("basque"),
    "it": Grammar(
        "italian",
        elided=frozenset({"l", "d", "un", "dell", "all", "dall", "nell", "sull", "quest", "c"}),
    ),
    "nl": Grammar("dutch"),
    "pt": Grammar("portuguese"),
}
# A language without an algorithm (Breton): its words are found as they are written.
PLAIN = Grammar("")


def grammar_of(language: str) -> Grammar:
    """Return the grammar of a BCP 47 code, by its first subtag."""
    return GRAMMARS.get(primary(language), PLAIN)


def primary(language: str) -> str:
    """Return the first subtag of a BCP 47 code: "pt" of "pt-BR"."""
    return language.partition("-")[0].lower()
