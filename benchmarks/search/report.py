"""Set the figures side by side: a table to read, an object to compare with."""

import platform

import django
import wagtail
from django.db import connection

from benchmarks.search.measuring import Times

# Figures by question, by size, by way of asking: "portal" or "stock".
Figures = dict[str, dict[int, dict[str, Times]]]


def growth(by_size: dict[int, dict[str, Times]]) -> float | None:
    """Return how many times longer the largest corpus takes than the one before it."""
    sizes = sorted(by_size)
    if len(sizes) < 2:
        return None
    return by_size[sizes[-1]]["portal"].p50 / by_size[sizes[-2]]["portal"].p50


def as_object(figures: Figures, indexing: dict[int, float]) -> dict:
    """Return the figures by question, ready for JSON. Times are milliseconds."""
    return {
        "database": connection.vendor,
        "python": platform.python_version(),
        "django": django.__version__,
        "wagtail": wagtail.__version__,
        "documents_per_second": {str(size): round(rate) for size, rate in indexing.items()},
        "questions": {
            name: {
                str(size): {way: _figure(times) for way, times in ways.items() if times.times}
                for size, ways in by_size.items()
            }
            for name, by_size in figures.items()
        },
    }


def _figure(times: Times) -> dict:
    return {"found": times.found, "p50": round(times.p50, 2), "p95": round(times.p95, 2)}


def as_table(figures: Figures, indexing: dict[int, float]) -> str:
    """Return one table: a line a question, the sizes side by side, then growth.

    "× stock" says how many times longer Wagtail's own search takes.
    """
    sizes = sorted(indexing)
    title = f"{connection.vendor}, Python {platform.python_version()}, Django {django.__version__}"
    groups = "".join(f"{f'{size:,} documents':>40}" for size in sizes)
    heads = f"{'found':>12}{'p50 ms':>9}{'p95 ms':>9}{'× stock':>10}" * len(sizes)
    lines = [title, f"{'':20}{groups}", f"{'question':20}{heads}{'growth':>9}"]
    lines += [_line(name, by_size, sizes) for name, by_size in figures.items()]
    rates = "".join(f"{f'{indexing[size]:,.0f} a second':>40}" for size in sizes)
    return "\n".join([*lines, f"{'indexed':20}{rates}"])


def _line(name: str, by_size: dict[int, dict[str, Times]], sizes: list[int]) -> str:
    cells = ""
    for size in sizes:
        own, stock = by_size[size]["portal"], by_size[size].get("stock")
        ratio = f"{stock.p50 / own.p50:.0f}" if stock and stock.times else "-"
        cells += f"{own.found:>12,}{own.p50:>9.1f}{own.p95:>9.1f}{ratio:>10}"
    larger = growth({size: by_size[size] for size in sizes})
    return f"{name:20}{cells}" + (f"{larger:>9.2f}" if larger else f"{'-':>9}")
