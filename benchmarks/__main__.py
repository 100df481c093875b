"""Measure the reading pages on sites of growing size and print one table."""

import argparse
import sys
from contextlib import nullcontext

from benchmarks.options import add_sizes, checked, parser_of
from benchmarks.scratch import scratch_data_dir

SIZES = "100,1000,10000"
REPEAT = 60
ROUNDS = 6


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = parser_of("python -m benchmarks", __doc__, REPEAT)
    add_sizes(parser, "--sizes", SIZES, "numbers of pages")
    return checked(parser, arguments, ROUNDS)


def questions(asked: list):
    """Give every page to the portal, and those that it has to stock Wagtail."""
    from benchmarks.stock import stock_paths

    for way, serving in (("portal", nullcontext), ("stock", stock_paths)):
        with serving():
            for address in asked:
                if way == "portal" or address.stock:
                    yield way, address, None


def main() -> None:
    options = parse(sys.argv[1:])
    with scratch_data_dir():
        import django

        django.setup()
        from benchmarks.addresses import addresses
        from benchmarks.rounds import figures_of, told

        figures = figures_of(options.sizes, options.repeat, ROUNDS, addresses, questions)
        answer = told(figures, options)
    sys.stdout.write(answer + "\n")


if __name__ == "__main__":
    main()
