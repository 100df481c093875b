"""The corpus of the search benchmark is indexed as the portal itself would have done it."""

from benchmarks.search.filling import fill, index_quickly
from search.models import Document, IndexedText, IndexTerm

PAGES = 12


def index() -> tuple[list, list]:
    """Return all that the index holds."""
    return list(IndexedText.objects.order_by("pk").values()), list(
        IndexTerm.objects.order_by("token").values_list("token", "documents")
    )


def test_what_is_indexed_quickly_is_what_a_rebuild_makes(fr):
    Document.objects.all().delete()
    IndexTerm.objects.all().delete()
    assert fill(PAGES) > 0
    made = index()
    assert len(made[0]) == PAGES
    IndexedText.objects.all().delete()
    IndexTerm.objects.all().delete()
    index_quickly(PAGES)
    assert index() == made
