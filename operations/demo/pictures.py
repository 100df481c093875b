"""Pictures of the demo: figures made of discs, and the drawn scenes, by their names."""

import math

from operations.demo.canvas import HEIGHT, WIDTH, Canvas
from operations.demo.scenes_inside import OBJECTS
from operations.demo.scenes_outside import LANDSCAPES


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


SCENES = {**LANDSCAPES, **OBJECTS}
DRAWINGS = {
    "disc_rows": disc_rows,
    "growing_discs": growing_discs,
    "scene": scene,
}
