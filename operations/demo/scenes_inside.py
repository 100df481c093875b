"""Drawn scenes of things on tables and walls."""

import math

from operations.demo.canvas import HEIGHT, PAPER, WIDTH, Canvas

FLOOR = 590


def _floor(canvas: Canvas) -> None:
    canvas.box(0, FLOOR, WIDTH, HEIGHT - FLOOR, canvas.shade(0.85))


def books(canvas: Canvas) -> None:
    """A shelf of books above a table with a kettle being opened."""
    canvas.box(90, 300, 1100, 14, canvas.shade(0.9))
    left = 120
    for index in range(21):
        height, width = 120 + (index * 53) % 90, 26 + (index * 17) % 24
        if index in {8, 15}:
            left += 46
        canvas.box(left, 300 - height, width, height, canvas.shade(0.3 + (index * 7 % 6) / 10), 3)
        left += width + 8
    _floor(canvas)
    canvas.box(60, 560, 1160, 32, canvas.strong, 4)
    canvas.disc((420, 490), 74, canvas.shade(0.55))
    canvas.arc((420, 452), 62, (200, 340), canvas.strong, 12)
    canvas.shape([(488, 470), (560, 428), (566, 446), (494, 510)], canvas.shade(0.55))
    canvas.box(360, 548, 120, 14, canvas.strong)
    for index, length in enumerate((260, 200, 230)):
        left = 690 + index * 170
        canvas.box(left, 541, 60, 18, canvas.shade(0.5 + index * 0.15), 9)
        canvas.box(left + 58, 546, length - 110, 8, canvas.strong)


def baskets(canvas: Canvas) -> None:
    """Three baskets of vegetables on a board."""
    _floor(canvas)
    for index, left in enumerate((110, 490, 870)):
        for vegetable in range(5):
            place = (left + 50 + vegetable * 50, 372 - (vegetable * (index + 2) % 3) * 30)
            canvas.disc(place, 52 - vegetable % 2 * 10, canvas.shade(0.25 + vegetable * 0.13))
        canvas.arc((left + 150, 420), 140, (180, 360), canvas.strong, 10)
        canvas.shape(
            [(left, 400), (left + 300, 400), (left + 256, FLOOR), (left + 44, FLOOR)],
            canvas.shade(0.8),
        )
        for row in (446, 492, 538):
            inset = (row - 400) * 0.23
            canvas.line([(left + inset, row), (left + 300 - inset, row)], canvas.tint, 5)


def magnets(canvas: Canvas) -> None:
    """A whiteboard with a river, a ring and magnets."""
    canvas.box(120, 70, 1040, 560, canvas.shade(0.75), 10)
    canvas.box(142, 92, 996, 516, PAPER, 4)
    river = [(x, 380 + 70 * math.sin(x / 150)) for x in range(142, 1139, 12)]
    canvas.line(river, canvas.shade(0.22), 30)
    canvas.ring((760, 300), 130, canvas.strong, 6)
    for index in range(26):
        angle = index * 2.4
        inside = index < 9
        reach = 24 + index * 11 if inside else 110 + index * 13
        centre = (760, 300) if inside else (560, 330)
        place = (centre[0] + reach * math.cos(angle), centre[1] + reach * 0.62 * math.sin(angle))
        if 170 < place[0] < 1110 and 120 < place[1] < 580:
            canvas.disc(place, 17, canvas.shade(0.95 if index % 3 else 0.5))
    canvas.box(520, 630, 240, 20, canvas.shade(0.5), 6)


def thermometers(canvas: Canvas) -> None:
    """Two thermometers, one in the sun and one in the shade."""
    canvas.box(640, 0, 640, HEIGHT, canvas.shade(0.22))
    canvas.disc((120, 110), 64, canvas.shade(0.6))
    for ray in range(12):
        turn = ray * math.tau / 12
        inner, outer = 84, 118
        canvas.line(
            [
                (120 + inner * math.cos(turn), 110 + inner * math.sin(turn)),
                (120 + outer * math.cos(turn), 110 + outer * math.sin(turn)),
            ],
            canvas.shade(0.6),
            8,
        )
    for centre, level in ((370, 190), (910, 330)):
        canvas.box(centre - 34, 90, 68, 470, PAPER, 34)
        canvas.disc((centre, 570), 70, PAPER)
        canvas.disc((centre, 570), 52, canvas.strong)
        canvas.box(centre - 14, level, 28, 570 - level, canvas.strong, 14)
        for mark in range(9):
            width = 46 if mark % 2 == 0 else 28
            canvas.box(centre + 48, 140 + mark * 44, width, 6, canvas.shade(0.8))


def notebook(canvas: Canvas) -> None:
    """An open notebook with a column of readings, and a pencil."""
    canvas.shape([(150, 130), (640, 165), (640, 640), (150, 605)], PAPER)
    canvas.shape([(640, 165), (1130, 130), (1130, 605), (640, 640)], canvas.shade(0.08))
    canvas.line([(640, 165), (640, 640)], canvas.shade(0.5), 6)
    for row in range(8):
        top = 215 + row * 48
        canvas.line([(200, top - 22), (592, top + 6)], canvas.shade(0.25), 4)
        length = 90 + (row * 67) % 150
        canvas.line([(210, top - 34), (210 + length, top - 24)], canvas.shade(0.9), 9)
        canvas.line([(690, top + 6), (1082, top - 22)], canvas.shade(0.25), 4)
    points = [(705 + step * 52, 540 - (step * 83) % 190 - step * 16) for step in range(8)]
    canvas.line(points, canvas.strong, 7)
    for place in points:
        canvas.disc(place, 13, canvas.strong)
    canvas.line([(860, 690), (1190, 470)], canvas.shade(0.7), 34)
    canvas.shape([(846, 680), (874, 708), (812, 722)], canvas.strong)


def _blackboard(canvas: Canvas) -> None:
    """A blackboard on which two discs change places."""
    canvas.box(90, 80, 1100, 520, canvas.shade(0.55), 8)
    canvas.box(112, 102, 1056, 476, canvas.night, 4)
    for centre, mark in ((390, canvas.shade(0.35)), (890, canvas.shade(0.75))):
        canvas.disc((centre, 350), 92, mark)
    canvas.arc((640, 400), 250, (205, 335), PAPER, 8)
    canvas.arc((640, 300), 250, (25, 155), PAPER, 8)
    canvas.shape([(884, 268), (836, 282), (872, 312)], PAPER)
    canvas.shape([(396, 432), (444, 418), (408, 388)], PAPER)
    canvas.box(480, 600, 320, 18, canvas.shade(0.8), 4)
    canvas.box(520, 588, 60, 12, PAPER, 5)


def dials(canvas: Canvas) -> None:
    """Four meters with their needles, and a plug."""
    for index, centre in enumerate((200, 493, 786, 1079)):
        canvas.disc((centre, 280), 128, canvas.shade(0.85))
        canvas.disc((centre, 280), 110, PAPER)
        for mark in range(9):
            turn = math.pi * (1 + mark / 8)
            x, y = math.cos(turn), math.sin(turn)
            canvas.line(
                [(centre + 84 * x, 290 + 84 * y), (centre + 98 * x, 290 + 98 * y)],
                canvas.shade(0.7),
                6,
            )
        turn = math.pi * (1.12 + 0.25 * (index * 3 % 4))
        needle = (centre + 86 * math.cos(turn), 290 + 86 * math.sin(turn))
        canvas.line([(centre, 290), needle], canvas.strong, 9)
        canvas.disc((centre, 290), 15, canvas.strong)
        canvas.line([(centre, 408), (centre, 560)], canvas.shade(0.7), 8)
    canvas.box(110, 560, 1060, 70, canvas.shade(0.7), 20)
    for centre in (200, 493, 786, 1079):
        canvas.disc((centre, 595), 26, canvas.tint)


def drawers(canvas: Canvas) -> None:
    """A cabinet of small drawers, two of them open."""
    canvas.box(140, 60, 1000, 600, canvas.strong, 8)
    for row in range(4):
        for column in range(6):
            left, top = 164 + column * 160, 84 + row * 140
            is_open = (row, column) in {(1, 4), (2, 1)}
            colour = canvas.shade(0.18 if is_open else 0.35 + (row + column) % 3 * 0.12)
            canvas.box(left, top + (18 if is_open else 0), 148, 126, colour, 6)
            canvas.box(left + 44, top + 24 + (18 if is_open else 0), 60, 26, PAPER, 3)
            canvas.disc((left + 74, top + 88 + (18 if is_open else 0)), 11, canvas.strong)


def tools(canvas: Canvas) -> None:
    """A board with tools hung up, and the outline of one that is out."""
    for row in range(7):
        for column in range(13):
            canvas.disc((80 + column * 94, 70 + row * 96), 5, canvas.shade(0.3))
    canvas.box(226, 150, 34, 400, canvas.shade(0.6), 12)
    canvas.box(150, 120, 190, 72, canvas.strong, 8)
    canvas.box(470, 120, 60, 170, canvas.shade(0.6), 20)
    canvas.box(490, 280, 20, 260, canvas.strong)
    canvas.shape([(486, 536), (514, 536), (520, 580), (480, 580)], canvas.strong)
    canvas.box(650, 130, 110, 150, canvas.shade(0.6), 24)
    canvas.box(682, 166, 44, 78, canvas.tint, 16)
    blade = [(750, 150), (1060, 196), (1060, 226)]
    for tooth in range(15):
        blade += [(1050 - tooth * 20, 262), (1040 - tooth * 20, 232 + tooth * 2)]
    canvas.shape([*blade, (750, 262)], canvas.strong)
    canvas.ring((1010, 470), 86, canvas.shade(0.55), 5)
    canvas.line([(1010, 556), (1010, 660)], canvas.shade(0.55), 5)


def parcels(canvas: Canvas) -> None:
    """Boxes on a pallet, of which some are only outlined: those that were not bought."""
    canvas.box(200, 610, 880, 18, canvas.strong)
    for left in (230, 600, 970):
        canvas.box(left, 628, 80, 40, canvas.shade(0.8))
    for row in range(3):
        for column in range(4 - row):
            left, top = 230 + column * 208 + row * 104, 450 - row * 165
            bought = row == 0 or (row == 1 and column == 0)
            canvas.box(left, top, 196, 155, canvas.shade(0.7), 4)
            if bought:
                canvas.box(left + 84, top, 28, 155, canvas.shade(0.45))
            else:
                canvas.box(left + 6, top + 6, 184, 143, canvas.tint, 3)


def gears(canvas: Canvas) -> None:
    """Three wheels that turn together and one on a shelf."""
    for (x, y), radius, teeth, part in (
        ((400, 330), 170, 16, 0.85),
        ((664, 436), 110, 11, 0.55),
        ((860, 300), 126, 12, 0.7),
        ((1110, 560), 74, 9, 0.35),
    ):
        for tooth in range(teeth):
            turn = tooth * math.tau / teeth
            canvas.disc(
                (x + radius * math.cos(turn), y + radius * math.sin(turn)), 22, canvas.shade(part)
            )
        canvas.disc((x, y), radius, canvas.shade(part))
        canvas.disc((x, y), radius * 0.34, canvas.tint)
    canvas.box(0, 652, WIDTH, 16, canvas.strong)


def counter(canvas: Canvas) -> None:
    """A counter with someone behind it and someone in front."""
    canvas.box(0, 0, WIDTH, 90, canvas.shade(0.35))
    canvas.disc((470, 270), 70, canvas.shade(0.6))
    canvas.shape([(360, 470), (390, 360), (550, 360), (580, 470)], canvas.shade(0.6))
    canvas.box(240, 450, 520, 40, canvas.strong, 4)
    canvas.box(270, 490, 460, 190, canvas.shade(0.8))
    canvas.disc((940, 250), 74, canvas.strong)
    canvas.shape([(826, 690), (850, 360), (1030, 360), (1054, 690)], canvas.strong)
    canvas.shape([(620, 448), (650, 400), (730, 400), (700, 448)], PAPER)
    canvas.box(0, 680, WIDTH, 40, canvas.shade(0.45))


def table(canvas: Canvas) -> None:
    """A long table seen from above, with people around it and things on it."""
    canvas.box(180, 250, 920, 230, canvas.shade(0.75), 30)
    for index in range(9):
        place = 238 + index * 100
        canvas.disc((place, 178), 44, canvas.shade(0.35 + index % 3 * 0.2))
        if index != 5:
            canvas.disc((place, 552), 44, canvas.shade(0.35 + (index + 1) % 3 * 0.2))
    for index, place in enumerate((270, 420, 545, 700, 880, 1000)):
        if index % 2:
            canvas.disc((place, 360), 38, canvas.tint)
        else:
            canvas.box(place - 44, 322, 88, 64, PAPER, 8)


def cupboard(canvas: Canvas) -> None:
    """An open cupboard with computers on its shelves, those that start marked with a disc."""
    canvas.box(0, 650, WIDTH, 70, canvas.shade(0.35))
    canvas.box(370, 50, 540, 610, canvas.strong, 6)
    canvas.shape([(370, 50), (190, 20), (190, 690), (370, 660)], canvas.shade(0.6))
    canvas.shape([(910, 50), (1090, 20), (1090, 690), (910, 660)], canvas.shade(0.6))
    canvas.disc((216, 360), 11, canvas.tint)
    canvas.disc((1064, 360), 11, canvas.tint)
    for row in range(3):
        top = 74 + row * 192
        canvas.box(392, top, 496, 178, canvas.shade(0.16))
        for column in range(3):
            left = 416 + column * 158
            canvas.box(left, top + 50, 132, 90, canvas.shade(0.8), 6)
            canvas.box(left + 10, top + 60, 112, 68, PAPER, 2)
            canvas.box(left - 10, top + 140, 152, 16, canvas.strong, 4)
            if (row * 3 + column) % 4 != 3:
                canvas.disc((left + 66, top + 94), 17, canvas.strong)


def _person(canvas: Canvas, hair: float, wide: float) -> None:
    """Someone seen from the front, to the shoulders, in the middle of the sheet."""
    canvas.disc((640, 700), 230 + wide, canvas.shade(0.85))
    canvas.box(592, 400, 96, 130, canvas.shade(0.3), 30)
    canvas.disc((640, 300), 150, canvas.strong)
    canvas.box(500, 300, 280, hair, canvas.strong, 60)
    canvas.disc((640, 330), 118, canvas.shade(0.3))


def teacher(canvas: Canvas) -> None:
    """A woman with a bun in front of a blackboard where two discs change places."""
    _blackboard(canvas)
    canvas.disc((640, 138), 62, canvas.strong)
    _person(canvas, hair=60, wide=30)


def buyer(canvas: Canvas) -> None:
    """A woman with long hair in front of shelves of boxes."""
    for row in range(3):
        canvas.box(0, 190 + row * 190, WIDTH, 12, canvas.shade(0.5))
        for column in range(9):
            height = 90 + (row * 41 + column * 29) % 60
            shade = canvas.shade(0.14 + (row + column) % 3 * 0.1)
            canvas.box(20 + column * 142, 190 + row * 190 - height, 112, height, shade, 4)
    _person(canvas, hair=230, wide=50)


def mender(canvas: Canvas) -> None:
    """A woman with short hair in front of the board of tools."""
    tools(canvas)
    _person(canvas, hair=40, wide=70)


OBJECTS = {
    "cupboard": cupboard,
    "books": books,
    "baskets": baskets,
    "magnets": magnets,
    "thermometers": thermometers,
    "notebook": notebook,
    "dials": dials,
    "drawers": drawers,
    "teacher": teacher,
    "buyer": buyer,
    "mender": mender,
    "tools": tools,
    "parcels": parcels,
    "gears": gears,
    "counter": counter,
    "table": table,
}
