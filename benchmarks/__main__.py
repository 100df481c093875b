"""Measure the reading pages on sites of growing size and print one table."""

import argparse
import json
import sys
from collections import defaultdict
from contextlib import nullcontext

from benchmarks.scratch import scratch_data_dir

SIZES = "100,1000,10000"
REPEAT = 60
ROUNDS = 6


def say(line: str) -> None:
    sys.stderr.write(line + "\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes", default=SIZES, help=f"numbers of pages, with commas between ({SIZES})"
    )
    parser.add_argument(
        "--repeat", type=int, default=REPEAT, help=f"requests for each page ({REPEAT})"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead")
    options = parser.parse_args(arguments)
    try:
        options.sizes = sorted({int(size) for size in options.sizes.split(",")})
    except ValueError:
        parser.error("--sizes takes numbers with commas between, such as 100,1000")
    if options.repeat < ROUNDS:
        parser.error(f"--repeat takes {ROUNDS} or more")
    return options


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
