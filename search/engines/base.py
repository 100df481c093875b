"""What the search page asks of an engine, and what an engine answers.

An engine finds, ranks, counts and keeps an index. It knows nothing of addresses, forms or words of
the interface; visitors reach it through `search.api` alone.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from content import visibility
from search.models import Document

# No picture: a page of hits may be longer than one of cards.
PAGE_SIZE = 20
# How many answers may be paged through, whichever engine gives them; all of them are counted.
WINDOW = 10_000
RELEVANCE, DATE = "relevance", "date"
EVERY_VERSION = "all"


@dataclass(frozen=True)
class SearchRequest:
    """A question as typed, asked in the language of an address.

    `filters` holds stored values by facet (a translation key for a vocabulary term); `version` is
    the language of the versions that may answer: that of the address when it is empty, any at
    `EVERY_VERSION`, where one version stands for a page (`search.selection`). `counted` names the
    facets whose values are wanted with their numbers; `sort` is `RELEVANCE` or `DATE`. Without
    `synonyms` the words are looked for as they are.
    """

    q: str
    locale: str
    filters: dict[str, str] = field(default_factory=dict)
    version: str = ""
    sort: str = RELEVANCE
    page: int = 1
    counted: frozenset[str] = frozenset()
    page_size: int = PAGE_SIZE
    synonyms: bool = True


@dataclass(frozen=True)
class Hit:
    """A document that answers, with the words found marked in its title and in a passage.

    Both texts are HTML that holds no other element than `mark`. One that is `partial` has some of
    the words only and is beside the answer.
    """

    document: Document
    title_html: str
    snippet_html: str
    partial: bool = False


@dataclass(frozen=True)
class SearchResponse:
    """The hits of one page, and what the whole answer counts.

    `facets` gives the number of pages by value, a facet in force counted as if it were not, and
    `LOCALE` by language whatever the version asked for;
    `estimated` names the facets whose numbers are near only, of very many pages;
    `elsewhere` the pages left out, by language of the text and locale id. `degraded` says that
    another engine than the configured one has answered. `level` says how strictly the question
    was asked in the end (`search.engines.loosening`): at "mended", `suggestion` is the question
    that was asked in its place, else one that finds more; at "nothing" the hits are recent pages.
    `listed` is what the page shows, best first: the hits and, where they are few, pages with some
    of the words among and after them (`more`), which are not counted.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, Counter]
    elsewhere: Counter
    query: str
    level: str = "every"
    suggestion: str = ""
    engine: str = ""
    degraded: bool = False
    took_ms: float = 0.0
    listed: list[Hit] = field(default_factory=list)
    estimated: frozenset[str] = frozenset()

    @property
    def more(self) -> list[Hit]:
        """The pages with some of the words only, best first."""
        return [hit for hit in self.listed if hit.partial]


class Engine(Protocol):
    """A full-text engine. `put` and `remove` bear being called twice.

    What `request` asks is read by `search.questions.understood`, so that all engines understand
    the same words by it.
    """

    name: str

    def search(self, request: SearchRequest, rules: visibility.Rules) -> SearchResponse:
        """Return the answer of public pages; never raises for what `request.q` holds."""

    def put(self, documents: list[Document]) -> None:
        """Index documents, each with its `words`, in place of what was indexed of them."""

    def remove(self, page_ids: list[int]) -> None:
        """Take pages out of the index."""
