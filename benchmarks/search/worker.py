"""Measure one engine, in a process whose environment leads to it and to nothing of the user's.

Run as `python -m benchmarks.search.worker ENGINE SIZES REPEAT [--json]` by `benchmarks.search`.
"""

import json
import sys
import time
from collections import defaultdict

from benchmarks.options import say
from benchmarks.scratch import scratch_data_dir

ROUNDS = 3
PUBLISHING = ("publishing a page", "… server hangs")
# The largest corpus on which Wagtail's own search is asked too.
STOCK_UP_TO = 10_000


def measure_database(sizes: list[int], repeat: int):
    """Return the figures of every question at every size, and the documents indexed a second."""
    from benchmarks.database import Databases, analyse
    from benchmarks.search.filling import fill, index_as_stock
    from benchmarks.search.measuring import QUESTIONS, ask_portal, ask_stock, suggest
    from benchmarks.search.saving import measure_publishing, measure_saving

    figures, indexing = _figures(), {}
    with Databases(sizes) as databases:
        for size in sizes:
            say(f"Filling and indexing {size:,} documents")
            databases.use(size)
            indexing[size] = fill(size)
            if size <= STOCK_UP_TO:
                index_as_stock(size)
            analyse()
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS}")
            for size in sizes:
                databases.use(size)
                for question in QUESTIONS:
                    ask_portal(question, figures[question.name][size]["portal"], repeat // ROUNDS)
                suggest(figures, size, repeat // ROUNDS)
                measure_saving(figures["saving a page"][size]["portal"])
                alone, beside = (figures[name][size]["portal"] for name in PUBLISHING)
                measure_publishing(alone, beside)
        for size in sizes:
            if size <= STOCK_UP_TO:
                databases.use(size)
                for question in QUESTIONS:
                    if question.stock:
                        say(f"Wagtail's own search, {size:,} documents: {question.name}")
                        ask_stock(question, figures[question.name][size]["stock"])
    return figures, indexing


def measure_server(sizes: list[int], repeat: int):
    """Return the same of a search server, with what its bare requests take."""
    from contextlib import ExitStack

    from benchmarks.database import Databases
    from benchmarks.search.measuring import QUESTIONS
    from benchmarks.search.server import Server

    figures, indexing = _figures(), {}
    with ExitStack() as stack:
        databases = stack.enter_context(Databases(sizes))
        servers = {size: stack.enter_context(Server(size)) for size in sizes}
        for size, server in servers.items():
            say(f"Filling and indexing {size:,} documents")
            databases.use(size)
            indexing[size] = server.fill()
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS}")
            for size, server in servers.items():
                databases.use(size)
                with server.searched():
                    for question in QUESTIONS:
                        server.ask(question, figures[question.name][size], repeat // ROUNDS)
    return figures, indexing


def _figures():
    from benchmarks.search.measuring import Answers

    return defaultdict(lambda: defaultdict(lambda: defaultdict(Answers)))


def main(engine: str, sizes: list[int], repeat: int, as_json: bool) -> None:
    with scratch_data_dir():
        import django

        django.setup()
        from benchmarks.search import report

        measure = measure_server if engine == "elasticsearch" else measure_database
        start = time.perf_counter()
        figures, indexing = measure(sizes, repeat)
        say(f"{engine}: {(time.perf_counter() - start) / 60:.0f} minutes")
        if as_json:
            answer = json.dumps(report.as_object(engine, figures, indexing))
        else:
            answer = report.as_table(engine, figures, indexing)
    sys.stdout.write(answer + "\n")


if __name__ == "__main__":
    named, given, times, *flags = sys.argv[1:]
    main(named, [int(size) for size in given.split(",")], int(times), "--json" in flags)
