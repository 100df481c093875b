"""A sheet to draw on, in the colours of a family of pages."""

import io

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1280, 720
SCALE = 2  # drawn twice as large, then reduced: smooth edges
QUALITY = 82
PAPER = (251, 249, 244)
INK = (27, 37, 36)
GLOW = (255, 224, 138)
# Strong colour and tint of each family of pages (design.md).
COLOURS = {
    "kit": ((13, 92, 70), (227, 241, 234)),
    "story": ((166, 61, 28), (251, 232, 223)),
    "coalition": ((59, 63, 163), (232, 233, 250)),
    "event": ((122, 82, 0), (250, 238, 207)),
}

Point = tuple[float, float]
Colour = tuple[int, ...]


class Canvas:
    """A picture of 1280 by 720 in the two colours of `family`; lengths are in its pixels."""

    def __init__(self, family: str, ground: Colour | None = None):
        self.strong, self.tint = COLOURS[family]
        size = (WIDTH * SCALE, HEIGHT * SCALE)
        self.image = Image.new("RGBA", size, (*(ground or self.tint), 255))

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def shade(self, part: float) -> Colour:
        """Return a colour between the tint (0) and the strong colour (1)."""
        return mixed(self.tint, self.strong, part)

    @property
    def night(self) -> Colour:
        return mixed(self.strong, INK, 0.72)

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """Draw a disc; a fourth value in `colour` is its opacity, of 255."""
        x, y = centre
        box = [round(value * SCALE) for value in (x - radius, y - radius, x + radius, y + radius)]
        if len(colour) == 3 or colour[3] == 255:
            self.pen.ellipse(box, fill=colour)
            return
        # Through a layer of its own the colours blend; drawn directly they would replace.
        side = box[2] - box[0]
        layer = Image.new("RGBA", (side + 1, side + 1))
        ImageDraw.Draw(layer).ellipse((0, 0, side, side), fill=colour)
        self._blend(layer, box[0], box[1])

    def ring(self, centre: Point, radius: float, colour: Colour, width: int) -> None:
        x, y = centre
        box = [value * SCALE for value in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.ellipse(box, outline=colour, width=width * SCALE)

    def arc(self, centre: Point, radius: float, turn: Point, colour: Colour, width: int) -> None:
        """Draw a part of a ring between the two angles of `turn`, in degrees from three o'clock."""
        x, y = centre
        box = [value * SCALE for value in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.arc(box, *turn, fill=colour, width=width * SCALE)

    def box(self, left: float, top: float, width: float, height: float, colour, round_: float = 0):
        corners = [value * SCALE for value in (left, top, left + width, top + height)]
        self.pen.rounded_rectangle(corners, radius=round_ * SCALE, fill=colour)

    def shape(self, points: list[Point], colour: Colour) -> None:
        self.pen.polygon(scaled(points), fill=colour)

    def line(self, points: list[Point], colour: Colour, width: int) -> None:
        self.pen.line(scaled(points), fill=colour, width=width * SCALE, joint="curve")

    def water(self, crest: list[Point], colour: Colour) -> None:
        """Fill what lies below `crest`."""
        self.shape([*crest, (WIDTH + 60, HEIGHT), (-60, HEIGHT)], colour)

    def to_webp(self) -> bytes:
        """Return the picture as a WebP, the same bytes for the same drawing."""
        reduced = self.image.reduce(SCALE).convert("RGB")
        output = io.BytesIO()
        reduced.save(output, "WEBP", quality=QUALITY, method=0)
        return output.getvalue()

    def _blend(self, layer: Image.Image, left: int, top: int) -> None:
        """Lay `layer` on the picture; what lies beyond its edges is left out."""
        source = (max(0, -left), max(0, -top))
        self.image.alpha_composite(layer, (max(0, left), max(0, top)), source)


def mixed(first: Colour, second: Colour, part: float) -> Colour:
    """Return `first` with so large a `part` (0 to 1) of `second` in it."""
    return tuple(round(a + (b - a) * part) for a, b in zip(first, second, strict=True))


def scaled(points) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]
