"""Does this exist already? Published texts that resemble a title."""

from content import visibility
from search.api import search
from search.engines.base import SearchRequest

# What search answers when it found little says nothing about likeness.
ALIKE = {"every", "mended", "most"}
MOST = 3


def similar_pages(page) -> list:
    """Return up to three public documents that answer the title of `page`, itself left out."""
    words = page.title.strip()
    if len(words) < 4:
        return []
    request = SearchRequest(q=words, locale=page.locale.language_code, page_size=MOST + 1)
    answer = search(request, visibility.current_rules())
    if answer.level not in ALIKE:
        return []
    return [hit.document for hit in answer.hits if hit.document.pk != page.pk][:MOST]
