"""Pictures that weigh what photographs weigh."""

import io
import random

from django.core.files.images import ImageFile
from PIL import Image

from content.models import PortalImage

WIDTH, HEIGHT = 1500, 1000
OCTAVES = 9
# Chosen so that WebP at quality 72 takes about 1 bit a pixel at 640 pixels, amid real
# photographs (0.5 to 1.8 in a sample of five). One colour, or pure noise, would say nothing of
# what readers download.
PERSISTENCE = 0.77


def photograph(title: str, seed: int) -> PortalImage:
    """Return a stored picture with the detail of a photograph; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 (a drawing, not a secret)
    scene = Image.new("RGB", (WIDTH, HEIGHT), (128, 128, 128))
    for octave in range(OCTAVES):
        size = min(WIDTH, 6 * 2**octave), min(HEIGHT, 4 * 2**octave)
        detail = Image.frombytes("RGB", size, draw.randbytes(size[0] * size[1] * 3))
        detail = detail.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        scene = Image.blend(scene, detail, 0.6 * PERSISTENCE**octave)
    output = io.BytesIO()
    scene.save(output, "JPEG", quality=90)
    output.seek(0)
    return PortalImage.objects.create(
        title=title, file=ImageFile(output, name=f"photograph-{seed}.jpg")
    )
