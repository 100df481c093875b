"""The recogniser of community documents: a text in, descriptions of its documents out.

Pure functions without database or settings. `nodes` reads lines, `articles` separates the
documents of a file, `head` takes the title and languages, then one module a kind of document says
whether a document is its own (`claim`) and takes its fields out (`fill`). To recognise something
new, add a pattern with its example to the module of its subject.
"""

from operations.recogniser.description import KINDS, Description, Note, Picture, Rich
from operations.recogniser.reading import recognise
from operations.recogniser.web import WebText, read_web_page
from operations.recogniser.words import missing_words

__all__ = [
    "KINDS",
    "Description",
    "Note",
    "Picture",
    "Rich",
    "WebText",
    "missing_words",
    "read_web_page",
    "recognise",
]
