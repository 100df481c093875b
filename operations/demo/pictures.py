"""Pictures of the demo: discs and wave lines in the colour of a kind of page, from a seed."""

import io
import math
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1280, 720
SCALE = 2  # drawn twice as large, then reduced: smooth edges
QUALITY = 82
PAPER = (251, 249, 244)
# Strong colour and tint of each family of pages (design.md).
COLOURS = {
    "kit": ((13, 92, 70), (227, 241, 234)),
    "story": ((166, 61, 28), (251, 232, 223)),
    "coalition": ((59, 63, 163), (232, 233, 250)),
    "event": ((122, 82, 0), (250, 238, 207)),
}


def pattern(family: str, seed: int) -> bytes:
    """Return a WebP of discs above water, 1280 by 720, the same for the same seed."""
    # Not a secret: a run of numbers that is the same on every machine.
    draw_from = Random(seed)  # noqa: S311
    strong, tint = COLOURS[family]
    picture = _sheet(tint)
    for opacity in (56, 76, 107, 140):
        radius = draw_from.randint(70, 250)
        place = (draw_from.randint(0, WIDTH), draw_from.randint(40, HEIGHT - 160))
        _disc(picture, place, radius, (*strong, opacity))
    crest = _wave(draw_from, HEIGHT - draw_from.randint(250, 320))
    _water(picture, crest, (*strong, 219))
    for step, width in ((44, 5), (100, 9), (160, 4)):
        _line(picture, [(x, y + step) for x, y in crest], (*PAPER, 255), width)
    return _webp(picture)


def disc_rows(family: str, filled: int, total: int, columns: int) -> bytes:
    """Return a WebP of `total` discs in rows, the first `filled` of them full."""
    strong, tint = COLOURS[family]
    picture = _sheet(tint)
    rows = math.ceil(total / columns)
    step = min(WIDTH / (columns + 1), HEIGHT / (rows + 1))
    left = (WIDTH - step * (columns - 1)) / 2
    top = (HEIGHT - step * (rows - 1)) / 2
    for index in range(total):
        place = (left + step * (index % columns), top + step * (index // columns))
        _disc(picture, place, step * 0.36, (*strong, 255))
        if index >= filled:
            _disc(picture, place, step * 0.36 - 6, (*tint, 255))
    return _webp(picture)


def growing_discs(family: str, counts: list[int]) -> bytes:
    """Return a WebP of one disc for each count, its area in proportion, on one line of water."""
    strong, tint = COLOURS[family]
    picture = _sheet(tint)
    step = WIDTH / (len(counts) + 1)
    unit = step * 0.46 / math.sqrt(max(counts))
    ground = HEIGHT - 170
    for index, count in enumerate(counts, start=1):
        radius = unit * math.sqrt(count)
        _disc(picture, (step * index, ground - radius), radius, (*strong, 255))
    _line(picture, [(0, ground), (WIDTH, ground)], (*strong, 255), 6)
    return _webp(picture)


def _sheet(colour) -> Image.Image:
    return Image.new("RGBA", (WIDTH * SCALE, HEIGHT * SCALE), (*colour, 255))


def _disc(picture, centre, radius, colour) -> None:
    x, y = centre
    box = [round(value * SCALE) for value in (x - radius, y - radius, x + radius, y + radius)]
    if colour[3] == 255:
        ImageDraw.Draw(picture).ellipse(box, fill=colour)
        return
    # Through a layer of its own the colours blend; drawn directly they would replace.
    side = box[2] - box[0]
    layer = Image.new("RGBA", (side + 1, side + 1))
    ImageDraw.Draw(layer).ellipse((0, 0, side, side), fill=colour)
    _blend(picture, layer, box[0], box[1])


def _blend(picture: Image.Image, layer: Image.Image, left: int, top: int) -> None:
    """Lay `layer` on `picture`; what lies beyond its edges is left out."""
    source = (max(0, -left), max(0, -top))
    picture.alpha_composite(layer, (max(0, left), max(0, top)), source)


def _wave(draw_from: Random, level: int) -> list[tuple[float, float]]:
    height = draw_from.randint(24, 58)
    turns = draw_from.uniform(0.8, 1.6)
    start = draw_from.uniform(0, math.tau)
    slope = draw_from.uniform(-0.06, 0.06)
    return [
        (x, level + slope * x + height * math.sin(start + turns * math.tau * x / WIDTH))
        for x in range(-40, WIDTH + 60, 20)
    ]


def _scaled(points) -> list[tuple[float, float]]:
    return [(x * SCALE, y * SCALE) for x, y in points]


def _water(picture, crest, colour) -> None:
    top = int(min(y for _x, y in crest))
    shore = [(x, y - top) for x, y in (*crest, (WIDTH + 60, HEIGHT), (-60, HEIGHT))]
    layer = Image.new("RGBA", (WIDTH * SCALE, (HEIGHT - top) * SCALE))
    ImageDraw.Draw(layer).polygon(_scaled(shore), fill=colour)
    _blend(picture, layer, 0, top * SCALE)


def _line(picture, points, colour, width: int) -> None:
    pen = ImageDraw.Draw(picture)
    pen.line(_scaled(points), fill=colour, width=width * SCALE, joint="curve")


def _webp(picture: Image.Image) -> bytes:
    reduced = picture.reduce(SCALE).convert("RGB")
    output = io.BytesIO()
    reduced.save(output, "WEBP", quality=QUALITY, method=0)
    return output.getvalue()


DRAWINGS = {"pattern": pattern, "disc_rows": disc_rows, "growing_discs": growing_discs}
