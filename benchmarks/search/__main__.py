"""Measure the search of each engine on corpora of growing size and print a table for each."""

import argparse
import os
import subprocess
import sys

from benchmarks.options import add_sizes, checked, parser_of, say
from benchmarks.search.worker import ROUNDS

SIZES = "1000,10000,100000"
SERVER_SIZES = "10000,100000,1000000"
REPEAT = 30


def parse(arguments: list[str], engines: tuple[str, ...]) -> argparse.Namespace:
    parser = parser_of("python -m benchmarks.search", __doc__, REPEAT)
    parser.add_argument(
        "--engines",
        default=",".join(engines),
        type=lambda given: given.split(","),
        help=f"with commas between ({','.join(engines)}, those whose server answers)",
    )
    add_sizes(parser, "--sizes", SIZES, "numbers of documents in a database")
    add_sizes(parser, "--server-sizes", SERVER_SIZES, "numbers of documents on a search server")
    options = checked(parser, arguments, ROUNDS)
    if unknown := {*options.engines} - {*engines}:
        parser.error(f"--engines does not know {', '.join(sorted(unknown))}")
    return options


def main() -> int:
    """Measure one engine after the other; return the status with which the process ends."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    from search.evaluation import scratch

    options = parse(sys.argv[1:], tuple(scratch.PLACES))
    status = 0
    for engine in options.engines:
        sizes = options.server_sizes if engine == scratch.ELASTICSEARCH else options.sizes
        if not sizes:
            continue
        own = [engine, ",".join(map(str, sizes)), str(options.repeat), *["--json"] * options.json]
        worker = [sys.executable, "-m", "benchmarks.search.worker", *own]
        try:
            with scratch.place(engine) as environment:
                say(f"{engine}:")
                status |= subprocess.run(worker, env=environment, check=False).returncode
        except scratch.Unreachable as error:
            say(f"{engine} is not measured: {error}")
    return status


if __name__ == "__main__":
    sys.exit(main())
