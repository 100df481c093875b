"""Pictures of the demo: patterns and figures of discs, and the drawn scenes, by their names."""

import math
from random import Random

from operations.demo.canvas import HEIGHT, PAPER, WIDTH, Canvas
from operations.demo.scenes_inside import OBJECTS
from operations.demo.scenes_outside import LANDSCAPES


def pattern(family: str, seed: int) -> bytes:
    """Return a WebP of discs above water, 1280 by 720, the same for the same seed."""
    # Not a secret: a run of numbers that is the same on every machine.
    draw_from = Random(seed)  # noqa: S311
    canvas = Canvas(family)
    for opacity in (56, 76, 107, 140):
        radius = draw_from.randint(70, 250)
        place = (draw_from.randint(0, WIDTH), draw_from.randint(40, HEIGHT - 160))
        canvas.disc(place, radius, (*canvas.strong, opacity))
    crest = _wave(draw_from, HEIGHT - draw_from.randint(250, 320))
    canvas.water(crest, (*canvas.strong, 219))
    for step, width in ((44, 5), (100, 9), (160, 4)):
        canvas.line([(x, y + step) for x, y in crest], PAPER, width)
    return canvas.to_webp()


def disc_rows(family: str, filled: int, total: int, columns: int) -> bytes:
    """Return a WebP of `total` discs in rows, the first `filled` of them full."""
    canvas = Canvas(family)
    rows = math.ceil(total / columns)
    step = min(WIDTH / (columns + 1), HEIGHT / (rows + 1))
    left = (WIDTH - step * (columns - 1)) / 2
    top = (HEIGHT - step * (rows - 1)) / 2
    for index in range(total):
        place = (left + step * (index % columns), top + step * (index // columns))
        canvas.disc(place, step * 0.36, canvas.strong)
        if index >= filled:
            canvas.disc(place, step * 0.36 - 6, canvas.tint)
    return canvas.to_webp()


def growing_discs(family: str, counts: list[int]) -> bytes:
    """Return a WebP of one disc for each count, its area in proportion, on one line of water."""
    canvas = Canvas(family)
    step = WIDTH / (len(counts) + 1)
    unit = step * 0.46 / math.sqrt(max(counts))
    ground = HEIGHT - 170
    for index, count in enumerate(counts, start=1):
        radius = unit * math.sqrt(count)
        canvas.disc((step * index, ground - radius), radius, canvas.strong)
    canvas.line([(0, ground), (WIDTH, ground)], canvas.strong, 6)
    return canvas.to_webp()


def scene(family: str, name: str) -> bytes:
    """Return a WebP of the drawn scene called `name`, in the colours of `family`."""
    canvas = Canvas(family)
    SCENES[name](canvas)
    return canvas.to_webp()


def _wave(draw_from: Random, level: int) -> list[tuple[float, float]]:
    height = draw_from.randint(24, 58)
    turns = draw_from.uniform(0.8, 1.6)
    start = draw_from.uniform(0, math.tau)
    slope = draw_from.uniform(-0.06, 0.06)
    return [
        (x, level + slope * x + height * math.sin(start + turns * math.tau * x / WIDTH))
        for x in range(-40, WIDTH + 60, 20)
    ]


SCENES = {**LANDSCAPES, **OBJECTS}
DRAWINGS = {
    "pattern": pattern,
    "disc_rows": disc_rows,
    "growing_discs": growing_discs,
    "scene": scene,
}
