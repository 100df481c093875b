"""The pattern drawn for a page that has no picture of its own."""

import hashlib

from django import template
from django.utils.html import format_html

register = template.Library()

WIDTH, HEIGHT = 320, 180
_OPACITIES = (".22", ".3", ".42")


class _Draw:
    """A short run of numbers that depends on its seed alone, on any machine and version."""

    def __init__(self, seed: str):
        self._bytes = iter(hashlib.sha256(seed.encode()).digest())

    def between(self, low: int, high: int) -> int:
        return low + next(self._bytes) * (high - low + 1) // 256


@register.simple_tag
def pattern(page_id, family: str = "") -> str:
    """Return an inline SVG of discs above water, always the same for one page.

    It takes the colours of the nearest `data-family`; it carries no meaning, hence
    `aria-hidden` (WCAG 1.1.1, decoration).
    """
    draw = _Draw(f"{family}:{page_id}")
    left_handed = draw.between(0, 1)
    discs = []
    for rank, opacity in enumerate(_OPACITIES):
        radius = draw.between(*((58, 84), (34, 52), (16, 30))[rank])
        third = rank if left_handed else 2 - rank
        x = draw.between(third * 107 - 12, third * 107 + 92)
        y = draw.between(24, 112)
        discs.append(
            format_html('<circle cx="{}" cy="{}" r="{}" opacity="{}"/>', x, y, radius, opacity)
        )
    start, first, second, end = (
        draw.between(104, 140),
        draw.between(84, 150),
        draw.between(96, 168),
        draw.between(104, 146),
    )
    gap = draw.between(12, 22)
    crest = f"C90 {first} 200 {second} {WIDTH} {end}"
    ripple = f"M0 {start + gap}C96 {first + gap + 6} 204 {second + gap - 6} {WIDTH} {end + gap}"
    return format_html(
        '<svg class="pattern" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMax slice"'
        ' fill="currentColor" aria-hidden="true">{}{}{}'
        '<path d="M0 {}{}V{}H0z" opacity=".86"/>'
        '<path class="ripple" d="{}" fill="none" stroke-width="2"/></svg>',
        WIDTH,
        HEIGHT,
        *discs,
        start,
        crest,
        HEIGHT,
        ripple,
    )
