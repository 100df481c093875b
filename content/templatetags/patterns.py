"""The pattern drawn for a page that has no picture of its own."""

import hashlib

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

WIDTH, HEIGHT = 320, 180


class _Draw:
    """A short run of numbers that depends on its seed alone, on any machine and version."""

    def __init__(self, seed: str):
        self._bytes = iter(hashlib.sha256(seed.encode()).digest())

    def between(self, low: int, high: int) -> int:
        return low + next(self._bytes) * (high - low + 1) // 256


def _disc(x: int, y: int, radius: int, opacity: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" opacity="{opacity}"/>'


def _crest(draw: _Draw, height: int, swell: int) -> str:
    """Return a wave line from the left edge to the right one, around `height`."""
    first, second, end = (height + draw.between(-swell, swell) for _point in range(3))
    return f"M0 {height}C90 {first} 200 {second} {WIDTH} {end}"


def _water(crest: str, opacity: str) -> str:
    return f'<path d="{crest}V{HEIGHT}H0z" opacity="{opacity}"/>'


def _line(crest: str, width: int) -> str:
    return f'<path class="ripple" d="{crest}" fill="none" stroke-width="{width}"/>'


def _shore(draw: _Draw) -> str:
    """Three discs of falling size above a shore."""
    side = draw.between(0, 1)
    discs = ""
    for rank, (low, high) in enumerate(((58, 82), (34, 50), (16, 28))):
        third = rank if side else 2 - rank
        x, y = draw.between(third * 107 - 8, third * 107 + 88), draw.between(26, 104)
        discs += _disc(x, y, draw.between(low, high), (".22", ".3", ".42")[rank])
    height = draw.between(112, 136)
    ripple = _line(_crest(draw, height + 18, 18), 2)
    return discs + _water(_crest(draw, height, 30), ".86") + ripple


def _banks(draw: _Draw) -> str:
    """Two large discs that overlap, as in the mark, with water drawn across them."""
    x, y, apart = draw.between(90, 150), draw.between(78, 102), draw.between(64, 96)
    discs = _disc(x, y, draw.between(64, 84), ".8")
    discs += _disc(x + apart, y + draw.between(-16, 24), draw.between(52, 76), ".42")
    return discs + "".join(
        _line(_crest(draw, draw.between(88, 104) + step, 26), width)
        for step, width in ((0, 2), (22, 4), (44, 2))
    )


def _rings(draw: _Draw) -> str:
    """Rings that widen from one point, as from a stone in the water."""
    x, y, first = draw.between(40, 280), draw.between(30, 110), draw.between(14, 22)
    rings = "".join(
        f'<circle cx="{x}" cy="{y}" r="{first + step * 26}" fill="none" stroke="currentColor"'
        f' stroke-width="{9 - step}" opacity=".{62 - step * 9}"/>'
        for step in range(1, 6)
    )
    return (
        rings + _disc(x, y, first, ".86") + _water(_crest(draw, draw.between(138, 152), 14), ".86")
    )


def _tide(draw: _Draw) -> str:
    """Three sheets of water, each darker than the one behind, under one disc."""
    disc = _disc(draw.between(60, 260), draw.between(40, 66), draw.between(22, 36), ".6")
    sheets = ((draw.between(70, 88), ".25"), (draw.between(102, 116), ".45"), (140, ".86"))
    return disc + "".join(_water(_crest(draw, height, 26), opacity) for height, opacity in sheets)


_COMPOSITIONS = (_shore, _banks, _rings, _tide)


@register.simple_tag
def pattern(page_id, family: str = "") -> SafeString:
    """Return an inline SVG of discs and water, always the same for one page.

    It takes the colours of the nearest `data-family`; it carries no meaning, hence
    `aria-hidden` (WCAG 1.1.1, decoration).
    """
    draw = _Draw(f"{family}:{page_id}")
    shapes = _COMPOSITIONS[draw.between(0, len(_COMPOSITIONS) - 1)](draw)
    return format_html(
        '<svg class="pattern" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMax slice"'
        ' fill="currentColor" aria-hidden="true">{}</svg>',
        WIDTH,
        HEIGHT,
        mark_safe(shapes),  # noqa: S308  # only numbers that were drawn above
    )
