"""What every benchmark asks of its command line, and how it tells what it does."""

import argparse
import sys


def say(line: str) -> None:
    """Write one line of progress beside the figures."""
    sys.stderr.write(line + "\n")


def parser_of(prog: str, description: str, repeat: int) -> argparse.ArgumentParser:
    """Return a parser with the options of every benchmark but the sizes."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument(
        "--repeat", type=int, default=repeat, help=f"times each is asked ({repeat})"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser


def add_sizes(parser: argparse.ArgumentParser, name: str, default: str, what: str) -> None:
    """Give a parser an option that takes numbers with commas between, returned in their order."""
    parser.add_argument(
        name, type=_sizes, default=default, help=f"{what}, with commas between ({default})"
    )


def checked(parser: argparse.ArgumentParser, arguments: list[str], rounds: int):
    """Return the options; ends the process with a message for fewer repeats than `rounds`."""
    options = parser.parse_args(arguments)
    if options.repeat < rounds:
        parser.error(f"--repeat takes {rounds} or more")
    return options


def _sizes(given: str) -> list[int]:
    try:
        sizes = sorted({int(size) for size in given.split(",") if size})
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            "takes numbers with commas between, such as 1000,10000"
        ) from error
    if any(size < 1 for size in sizes):
        raise argparse.ArgumentTypeError("takes numbers above 0")
    return sizes
