"""Measure the search on corpora of growing size and print one table."""

import argparse
import json
import sys
import time
from collections import defaultdict

from benchmarks.scratch import scratch_data_dir

SIZES = "1000,10000,100000"
REPEAT = 30
ROUNDS = 3
# The largest corpus on which Wagtail's own search is asked too.
STOCK_UP_TO = 10_000


def say(line: str) -> None:
    sys.stderr.write(line + "\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument(
        "--sizes", default=SIZES, help=f"numbers of documents, with commas between ({SIZES})"
    )
    parser.add_argument(
        "--repeat", type=int, default=REPEAT, help=f"times each question is asked ({REPEAT})"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")
    options = parser.parse_args(arguments)
    try:
        options.sizes = sorted({int(size) for size in options.sizes.split(",")})
    except ValueError:
        parser.error("--sizes takes numbers with commas between, such as 1000,10000")
    if options.repeat < ROUNDS:
        parser.error(f"--repeat takes {ROUNDS} or more")
    return options


def run(sizes: list[int], repeat: int):
    """Return the figures of every question at every size, and the documents indexed a second."""
    from benchmarks.database import Databases, analyse
    from benchmarks.search.filling import fill, index_as_stock
    from benchmarks.search.measuring import QUESTIONS, Times, ask_portal, ask_stock
    from benchmarks.search.saving import measure_saving

    figures = defaultdict(lambda: defaultdict(lambda: defaultdict(Times)))
    indexing = {}
    with Databases(sizes) as databases:
        for size in sizes:
            say(f"Filling and indexing {size:,} documents")
            databases.use(size)
            start = time.perf_counter()
            fill(size)
            indexing[size] = size / (time.perf_counter() - start)
            if size <= STOCK_UP_TO:
                index_as_stock(size)
            analyse()
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS}")
            for size in sizes:
                databases.use(size)
                for question in QUESTIONS:
                    ask_portal(question, figures[question.name][size]["portal"], repeat // ROUNDS)
                measure_saving(figures["saving a page"][size]["portal"])
        for size in sizes:
            if size <= STOCK_UP_TO:
                databases.use(size)
                for question in QUESTIONS:
                    if question.stock:
                        say(f"Wagtail's own search, {size:,} documents: {question.name}")
                        ask_stock(question, figures[question.name][size]["stock"])
    return figures, indexing


def main() -> None:
    options = parse(sys.argv[1:])
    with scratch_data_dir():
        import django

        django.setup()
        from benchmarks.search import report

        figures, indexing = run(options.sizes, options.repeat)
        if options.json:
            answer = json.dumps(report.as_object(figures, indexing))
        else:
            answer = report.as_table(figures, indexing)
    sys.stdout.write(answer + "\n")


if __name__ == "__main__":
    main()
