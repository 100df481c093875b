"""What a page costs: indexed among few others and among many, published beside a dead server."""

import socket
import time

from django.test import override_settings

from benchmarks.search.measuring import Answers
from search import sync
from search.models import Document
from stories.models import StoryPage

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


def measure_publishing(alone: Answers, beside: Answers) -> None:
    """Time the publication of pages without a search server, and with one that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        for page in StoryPage.objects.order_by("pk")[:PAGES]:
            for servers, times in (([], alone), ([address], beside)):
                with override_settings(ELASTICSEARCH_URL=servers):
                    page.title = f"{page.title}, relu"
                    start = time.perf_counter()
                    page.save_revision().publish()
                    times.times.append((time.perf_counter() - start) * 1000)
    alone.found = beside.found = PAGES
