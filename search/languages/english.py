"""English: the possessive goes, then Snowball's own algorithm ("Porter 2")."""

from search.languages.grammar import Grammar, word_set

STOP_WORDS = word_set("""
    a about after all also am an and any are as at be because been before being between but by can
    could did do does doing for from had has have having he her here hers him his how i if in into
    is it its itself just me more most my no nor not of off on once only or other our ours out over
    own s same she should so some such t than that the their them then there these they this those
    through to too under until up very was we were what when where which while who whom why will
    with would you your yours
    """)

GRAMMAR = Grammar(
    "english",
    stop_words=STOP_WORDS,
    possessive="s",
    irregular={
        "children": "child",
        "childrens": "child",
        "women": "woman",
        "womens": "woman",
        "men": "man",
        "mens": "man",
        "data": "data",
    },
)
