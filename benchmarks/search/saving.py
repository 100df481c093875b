"""What saving a page costs the search index, when few others are indexed and when many are."""

import time

from benchmarks.search.measuring import Answers
from search import sync
from search.models import Document

PAGES = 40


def measure_saving(times: Answers) -> None:
    """Time the indexing of single pages whose text has changed."""
    some = Document.objects.order_by("pk").select_related("words")[:PAGES]
    for number, document in enumerate(some):
        words = document.words
        words.text = f"Relu {number} fois : {words.text}"
        words.save(update_fields=["text"])
        start = time.perf_counter()
        sync.pages([document.pk])
        times.times.append((time.perf_counter() - start) * 1000)
    times.found = PAGES
