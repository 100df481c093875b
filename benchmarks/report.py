"""Set the figures side by side: a table to read, an object to compare with."""

import platform

import django
import wagtail
from django.db import connection

from benchmarks.measuring import Figure

# Figures by page, by size, by way of serving: "portal" or "stock".
Figures = dict[str, dict[int, dict[str, Figure]]]


def growth(by_size: dict[int, dict[str, Figure]], way: str = "portal") -> float:
    """Return how many times more the largest site costs than the smallest."""
    sizes = sorted(by_size)
    return by_size[sizes[-1]][way].cost / by_size[sizes[0]][way].cost


def as_object(figures: Figures, repeat: int) -> dict:
    """Return the figures by name, ready for JSON. Times are milliseconds."""
    return {
        "database": connection.vendor,
        "python": platform.python_version(),
        "django": django.__version__,
        "wagtail": wagtail.__version__,
        "repeat": repeat,
        "pages": {name: _page_object(by_size) for name, by_size in figures.items()},
    }


def _page_object(by_size) -> dict:
    stock = all("stock" in ways for ways in by_size.values())
    return {
        "growth": round(growth(by_size), 2),
        "growth_stock": round(growth(by_size, "stock"), 2) if stock else None,
        "sizes": {str(size): _size_object(ways) for size, ways in by_size.items()},
    }


def _size_object(ways: dict[str, Figure]) -> dict:
    own = {way: _figure_object(figure) for way, figure in ways.items()}
    if "stock" in ways:
        own["of_stock"] = round(ways["portal"].cost / ways["stock"].cost, 2)
    return own


def _figure_object(figure: Figure) -> dict:
    return {
        "p50": round(figure.p50, 2),
        "p95": round(figure.p95, 2),
        "cpu_p50": round(figure.cpu_p50, 2),
        "queries": figure.queries,
        "bytes": figure.bytes,
        "bytes_gzip": figure.bytes_gzip,
    }


def as_table(figures: Figures) -> str:
    """Return one table: a line a page, the sizes side by side, then growth and ratios."""
    sizes = sorted(next(iter(figures.values())))
    columns = ("p50", "p95", "cpu", "q", "kB", "gz", "of stock")
    groups = "".join(f"{f'{size:,} pages':>50}" for size in sizes)
    heads = "".join(f"{'':3}" + _cells(columns) for _size in sizes)
    last = f"{sizes[-1]:,} / {sizes[0]:,}"
    lines = [f"{'':20}{groups}   {last:>15}", f"{'page':20}{heads}   {'growth':>7}{'stock':>8}"]
    lines += [_line(name, by_size, sizes) for name, by_size in figures.items()]
    return "\n".join(lines)


def _line(name: str, by_size, sizes: list[int]) -> str:
    cells = ""
    for size in sizes:
        ways = by_size[size]
        own = ways["portal"]
        ratio = f"{own.cost / ways['stock'].cost:.2f}" if "stock" in ways else "-"
        times = (f"{value:.1f}" for value in (own.p50, own.p95, own.cpu_p50))
        weights = (_kilo(own.bytes), _kilo(own.bytes_gzip))
        cells += f"{'':3}" + _cells((*times, own.queries, *weights, ratio))
    stock = f"{growth(by_size, 'stock'):.2f}" if "stock" in by_size[sizes[0]] else "-"
    return f"{name:20}{cells}   {growth(by_size):>7.2f}{stock:>8}"


def _cells(values) -> str:
    widths = (7, 7, 7, 4, 6, 6, 10)
    return "".join(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))


def _kilo(count: int) -> str:
    return f"{count / 1000:.1f}"
