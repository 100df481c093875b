"""Set the figures side by side: a table to read, an object to compare with."""

import os
import platform

import django
import wagtail

from benchmarks.search.measuring import Answers

# Figures by question, by size, by way of asking: "portal", "stock" or "bare".
Figures = dict[str, dict[int, dict[str, Answers]]]


def growth(by_size: dict[int, dict[str, Answers]]) -> float | None:
    """Return how many times longer the largest corpus takes than the one before it."""
    sizes = sorted(by_size)
    if len(sizes) < 2:
        return None
    return by_size[sizes[-1]]["portal"].p50 / by_size[sizes[-2]]["portal"].p50


def as_object(engine: str, figures: Figures, indexing: dict[int, float | None]) -> dict:
    """Return the figures by question, ready for JSON. Times are milliseconds."""
    return {
        "engine": engine,
        "python": platform.python_version(),
        "django": django.__version__,
        "wagtail": wagtail.__version__,
        "load": round(os.getloadavg()[2], 1),
        "documents_per_second": {
            str(size): rate and round(rate) for size, rate in indexing.items()
        },
        "questions": {
            name: {
                str(size): {way: _figure(times) for way, times in ways.items() if times.times}
                for size, ways in by_size.items()
            }
            for name, by_size in figures.items()
        },
    }


def _figure(times: Answers) -> dict:
    return {"found": times.found, "p50": round(times.p50, 2), "p95": round(times.p95, 2)}


def as_table(engine: str, figures: Figures, indexing: dict[int, float | None]) -> str:
    """Return one table: a line a question, the sizes side by side, then growth.

    "× stock" says how many times longer Wagtail's own search takes, "bare" the median of the same
    requests sent to the search server by themselves.
    """
    sizes = sorted(indexing)
    title = (
        f"{engine}, Python {platform.python_version()}, Django {django.__version__},"
        f" load of the machine {os.getloadavg()[2]:.1f}"
    )
    beside = "bare ms" if engine == "elasticsearch" else "× stock"
    groups = "".join(f"{f'{size:,} documents':>40}" for size in sizes)
    heads = f"{'found':>12}{'p50 ms':>9}{'p95 ms':>9}{beside:>10}" * len(sizes)
    lines = [title, f"{'':20}{groups}", f"{'question':20}{heads}{'growth':>9}"]
    lines += [_line(name, by_size, sizes) for name, by_size in figures.items()]
    rates = "".join(
        f"{f'{indexing[size]:,.0f} a second' if indexing[size] else '-':>40}" for size in sizes
    )
    return "\n".join([*lines, f"{'indexed':20}{rates}"])


def _line(name: str, by_size: dict[int, dict[str, Answers]], sizes: list[int]) -> str:
    cells = ""
    for size in sizes:
        own = by_size[size]["portal"]
        cells += f"{own.found:>12,}{own.p50:>9.1f}{own.p95:>9.1f}{_beside(by_size[size]):>10}"
    larger = growth({size: by_size[size] for size in sizes})
    return f"{name:20}{cells}" + (f"{larger:>9.2f}" if larger else f"{'-':>9}")


def _beside(ways: dict[str, Answers]) -> str:
    stock, bare = ways.get("stock"), ways.get("bare")
    if stock and stock.times:
        return f"{stock.p50 / ways['portal'].p50:.0f}"
    return f"{bare.p50:.1f}" if bare and bare.times else "-"
