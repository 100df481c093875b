"""Drawn scenes of villages, fields and water."""

import math

from operations.demo.canvas import GLOW, HEIGHT, PAPER, WIDTH, Canvas, mixed

MARGIN = 60


def _hills(level: float, height: float, length: float, start: float = 0) -> list:
    steps = range(-MARGIN, WIDTH + MARGIN, 20)
    return [(x, level + height * math.sin(start + x / length)) for x in steps]


def cover(canvas: Canvas) -> None:
    """The mark of the site, two discs that overlap above the water, in the middle of the sheet."""
    canvas.disc((580, 330), 190, canvas.strong)
    canvas.disc((720, 350), 170, (*mixed(canvas.strong, PAPER, 0.42), 205))
    crest = _hills(500, 26, 150, 1.2)
    canvas.water(crest, canvas.shade(0.82))
    for step, width in ((40, 6), (86, 9), (132, 5)):
        canvas.line([(x, y + step) for x, y in crest], PAPER, width)


def night(canvas: Canvas) -> None:
    """A village asleep under stars, two windows and one lamp alight."""
    canvas.box(0, 0, WIDTH, HEIGHT, canvas.night)
    for index in range(70):
        place = ((index * 367) % WIDTH, (index * index * 29) % 400)
        canvas.disc(place, 2 + index % 3, PAPER)
    canvas.water(_hills(470, 40, 260), mixed(canvas.night, canvas.strong, 0.35))
    roofs = ((90, 150, 400), (300, 190, 370), (540, 130, 420), (820, 200, 380), (1070, 140, 410))
    for left, width, top in roofs:
        wall = mixed(canvas.night, canvas.strong, 0.12)
        canvas.box(left, top + 60, width, HEIGHT, wall)
        canvas.shape(
            [(left - 18, top + 62), (left + width / 2, top - 24), (left + width + 18, top + 62)],
            mixed(canvas.night, canvas.strong, 0.6),
        )
    canvas.box(352, 478, 36, 48, GLOW, 3)
    canvas.box(942, 500, 36, 48, GLOW, 3)
    canvas.disc((735, 440), 92, (*GLOW, 60))
    canvas.disc((735, 440), 46, (*GLOW, 110))
    canvas.box(730, 440, 10, 240, PAPER)
    canvas.disc((735, 440), 15, GLOW)
    canvas.box(0, 668, WIDTH, 60, mixed(canvas.night, canvas.strong, 0.25))


def lamps(canvas: Canvas) -> None:
    """Nine street lamps along a slope, two of them alight."""
    canvas.box(0, 0, WIDTH, HEIGHT, canvas.night)
    ground = _hills(600, 34, 300, 0.6)
    for index in range(9):
        x = 90 + index * 138
        foot = 600 + 34 * math.sin(0.6 + x / 300)
        lit = index in {2, 6}
        if lit:
            canvas.shape(
                [(x + 40, foot - 290), (x - 60, foot + 20), (x + 140, foot + 20)],
                mixed(canvas.night, GLOW, 0.28),
            )
        canvas.box(x, foot - 300, 10, 330, canvas.shade(0.55))
        canvas.line([(x + 4, foot - 300), (x + 44, foot - 300)], canvas.shade(0.55), 8)
        canvas.disc((x + 44, foot - 292), 15, GLOW if lit else canvas.shade(0.8))
    canvas.water(ground, mixed(canvas.night, canvas.strong, 0.5))
    canvas.ring((1120, 130), 62, canvas.shade(0.2), 5)


def hedges(canvas: Canvas) -> None:
    """Three hedges on their banks, one behind the other, and a gap in the second."""
    canvas.disc((1010, 170), 90, canvas.shade(0.3))
    for row, (level, part, size) in enumerate(((330, 0.35, 40), (460, 0.6, 56), (620, 0.9, 76))):
        bank = _hills(level + size, 16, 210 + row * 60, row * 1.7)
        for index in range(-1, WIDTH // size + 2):
            x = index * size + row * 13
            if row == 1 and 700 < x < 860:
                continue
            top = level + 16 * math.sin(row * 1.7 + x / (210 + row * 60))
            grown = size * (0.62 + (index * 7 % 5) / 12)
            canvas.disc((x, top + size * 0.5), grown, canvas.shade(part))
        canvas.water(bank, canvas.shade(part - 0.14))


def walkers(canvas: Canvas) -> None:
    """A path over the fields, and people who walk it in a line."""
    canvas.water(_hills(330, 46, 230, 2), canvas.shade(0.3))
    canvas.water(_hills(430, 40, 280, 0.4), canvas.shade(0.55))
    ground = _hills(560, 34, 330, 1)
    canvas.water(ground, canvas.shade(0.85))
    for index in range(8):
        x = 150 + index * 128 + (index % 3) * 22
        foot = 560 + 34 * math.sin(1 + x / 330)
        tall = 96 - (index * 31) % 34
        canvas.disc((x, foot - tall - 20), 19, canvas.strong)
        canvas.shape(
            [(x - 24, foot + 6), (x - 15, foot - tall), (x + 15, foot - tall), (x + 24, foot + 6)],
            canvas.strong,
        )
    canvas.line([(x, y + 60) for x, y in ground], PAPER, 6)


def crossing(canvas: Canvas) -> None:
    """A school behind a crossing, with the steps of children on it."""
    canvas.box(380, 120, 520, 230, canvas.shade(0.45))
    canvas.shape([(350, 124), (640, 20), (930, 124)], canvas.shade(0.8))
    for index in range(5):
        canvas.box(420 + index * 94, 170, 62, 80, PAPER, 3)
    canvas.box(606, 270, 68, 80, canvas.strong)
    canvas.box(0, 350, WIDTH, HEIGHT - 350, canvas.shade(0.7))
    for index in range(7):
        spread = 1 + index * 0.32
        top = 372 + index * index * 6 + index * 8
        canvas.box(640 - 130 * spread, top, 260 * spread, 10 + index * 6, PAPER, 3)
    for index, place in enumerate(((190, 470), (300, 590), (1010, 450), (1090, 600), (930, 540))):
        canvas.disc(place, 30 + index % 2 * 8, canvas.strong)


def channel(canvas: Canvas) -> None:
    """An irrigation channel, its gate and the ruler painted on it."""
    canvas.disc((220, 150), 84, canvas.shade(0.35))
    canvas.water(_hills(300, 60, 200, 0.5), canvas.shade(0.3))
    canvas.box(0, 400, WIDTH, HEIGHT - 400, canvas.shade(0.55))
    canvas.shape([(430, 400), (850, 400), (1080, HEIGHT), (200, HEIGHT)], canvas.shade(0.12))
    for index in range(6):
        y = 450 + index * 48
        half = 150 + index * 44
        wave = [(640 + x, y + 7 * math.sin(x / 24 + index)) for x in range(-half, half, 8)]
        canvas.line(wave, canvas.shade(0.7), 5)
    canvas.box(560, 170, 160, 330, canvas.strong)
    canvas.box(520, 150, 240, 28, canvas.shade(0.8), 4)
    for mark in range(9):
        width = 80 if mark % 2 == 0 else 48
        canvas.box(578, 206 + mark * 32, width, 8, PAPER)


def paths(canvas: Canvas) -> None:
    """Two paths that part into three each: the axes and groups of an exploration."""
    start = (110, 360)
    canvas.disc(start, 46, canvas.strong)
    for axis, level in enumerate((190, 530)):
        fork = (470, level)
        canvas.line([start, (290, 360), (330, level), fork], canvas.shade(0.6), 10)
        for group in range(3):
            end = (880, level + (group - 1) * 105)
            canvas.line([fork, (640, level), (690, end[1]), end], canvas.shade(0.45), 7)
            for phase in range(3):
                place = (end[0] + phase * 120, end[1])
                canvas.disc(place, 36 - phase * 6, canvas.shade(0.5 + 0.22 * axis + phase * 0.1))
        canvas.disc(fork, 38, canvas.shade(0.9))


LANDSCAPES = {
    "cover": cover,
    "night": night,
    "lamps": lamps,
    "hedges": hedges,
    "walkers": walkers,
    "crossing": crossing,
    "channel": channel,
    "paths": paths,
}
