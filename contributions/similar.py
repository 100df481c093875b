"""Does this exist already? Published texts that resemble a title."""

from content import visibility
from contributions.decisions import SIMILAR
from contributions.models import Proposal
from outbox import services as outbox
from search.api import search
from search.engines.base import SearchRequest

# What search answers when it found little says nothing about likeness.
ALIKE = {"every", "mended", "most"}
MOST = 3


@outbox.handler(SIMILAR)
def count_similar(subject: str, payload: dict) -> None:
    """Keep how many published texts resemble a proposal, for the list of the desk."""
    proposal = Proposal.objects.select_related("page").filter(pk=int(subject)).first()
    if proposal is None:
        return
    page = proposal.page.get_latest_revision_as_object()
    Proposal.objects.filter(pk=proposal.pk).update(similar=len(similar_pages(page)))


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
