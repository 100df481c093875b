"""Measure the reading pages on sites of growing size and print one table."""

import argparse
import json
import sys
from collections import defaultdict
from contextlib import nullcontext

from benchmarks.options import add_sizes, checked, parser_of, say
from benchmarks.scratch import scratch_data_dir

SIZES = "100,1000,10000"
REPEAT = 60
ROUNDS = 6


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = parser_of("python -m benchmarks", __doc__, REPEAT)
    add_sizes(parser, "--sizes", SIZES, "numbers of pages")
    return checked(parser, arguments, ROUNDS)


def run(sizes: list[int], repeat: int):
    """Return the figures of every page at every size, as `report` takes them."""
    from benchmarks.addresses import addresses
    from benchmarks.database import Databases, analyse
    from benchmarks.generator import generate
    from benchmarks.measuring import Figure, measure
    from benchmarks.stock import stock_paths

    figures = defaultdict(lambda: defaultdict(lambda: defaultdict(Figure)))
    with Databases(sizes) as databases:
        asked = {}
        for size in sizes:
            say(f"Generating {size:,} pages")
            databases.use(size)
            asked[size] = addresses(generate(size))
            analyse()
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS}")
            for size in sizes:
                databases.use(size)
                for way, serving in (("portal", nullcontext), ("stock", stock_paths)):
                    with serving():
                        for address in asked[size]:
                            if way == "portal" or address.stock:
                                figure = figures[address.name][size][way]
                                measure(address, figure, repeat // ROUNDS)
    return figures


def main() -> None:
    options = parse(sys.argv[1:])
    with scratch_data_dir():
        import django

        django.setup()
        from benchmarks import report

        figures = run(options.sizes, options.repeat)
        if options.json:
            answer = json.dumps(report.as_object(figures, options.repeat))
        else:
            answer = report.as_table(figures)
    sys.stdout.write(answer + "\n")


if __name__ == "__main__":
    main()
