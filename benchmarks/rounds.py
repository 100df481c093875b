"""Sites of growing size, asked in rounds so that they share the same noise; what is told of them.

Imported once Django is set up.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable

from benchmarks import report
from benchmarks.database import Databases, analyse
from benchmarks.generator import generate
from benchmarks.measuring import Figure, measure
from benchmarks.options import say


def figures_of(
    sizes: list[int],
    repeat: int,
    rounds: int,
    prepare: Callable,
    questions: Callable[..., Iterable],
):
    """Return the figures of every question on a site of every size, as `report` takes them.

    `prepare` takes what `generate` returned and adds what is missing; `questions` takes what
    `prepare` returned and gives what is asked, as (way, address, user).
    """
    figures = defaultdict(lambda: defaultdict(lambda: defaultdict(Figure)))
    with Databases(sizes) as databases:
        prepared = {}
        for size in sizes:
            say(f"Generating {size:,} pages")
            databases.use(size)
            prepared[size] = prepare(generate(size))
            analyse()
        for number in range(rounds):
            say(f"Round {number + 1} of {rounds}")
            for size in sizes:
                databases.use(size)
                for way, address, user in questions(prepared[size]):
                    figure = figures[address.name][size][way]
                    measure(address, figure, repeat // rounds, user)
    return figures


def told(figures, options) -> str:
    """Return the figures as the options ask for them: a table, or JSON."""
    if options.json:
        return json.dumps(report.as_object(figures, options.repeat))
    return report.as_table(figures)
