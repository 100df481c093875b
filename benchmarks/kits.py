"""The kit of a generated site: three parts of three chapters, whatever the size of the site."""

import json
from uuid import UUID

from benchmarks.words import Prose
from kit.models import ChapterPage, KitPage

PARTS = 3
CHAPTERS = 3
LENGTH = 1 + PARTS * (1 + CHAPTERS)


def kit(tree, prose: Prose, keys: list[UUID], live: bool, name: str):
    """Yield pairs of a page and its parent, one for each of `keys`, in the order of the book."""
    fields = {
        "locale": tree.locale,
        "live": live,
        "content_language": "fr",
        "text_language": prose.language,
    }
    landing = KitPage(
        title=prose.title(),
        slug=name,
        translation_key=keys[0],
        summary=prose.sentences(2),
        introduction=prose.html(2),
        status=KitPage.Status.CURRENT,
        show_in_menus=False,
        **fields,
    )
    yield landing, tree.home
    part = None
    for place, key in enumerate(keys[1:]):
        in_part = place % (1 + CHAPTERS)
        number = str(1 + place // (1 + CHAPTERS))
        chapter = ChapterPage(
            title=prose.title(),
            number=f"{number}.{in_part}" if in_part else number,
            slug=f"chapter-{place}",
            translation_key=key,
            summary=prose.sentences(2),
            body=body(prose, f"{name}-{prose.language}-{place}"),
            **fields,
        )
        yield chapter, part if in_part else landing
        part = part if in_part else chapter


def body(prose: Prose, name: str, sections: int = 4) -> str:
    """Return the JSON of a body: headings with text, an example, a point of attention, a quote."""
    blocks = []
    for number in range(sections):
        blocks.append(("heading", {"text": prose.title(), "level": "h2"}))
        blocks.append(("text", prose.html(2)))
        if number == 0:
            blocks.append(("attention", {"title": "", "text": prose.html(1, 2)}))
        if number == 1:
            blocks.append(("example", {"title": prose.title(), "text": prose.html(1, 2)}))
    blocks.append(("quote", {"text": prose.sentence(), "author": "", "source": ""}))
    return as_json(blocks, name)


def as_json(blocks: list[tuple], name: str) -> str:
    """Return a stream of (type, value) as stored, with block ids that follow from `name`."""
    stored = [
        {"type": kind, "value": value, "id": f"{name}-{number}"}
        for number, (kind, value) in enumerate(blocks)
    ]
    return json.dumps(stored, ensure_ascii=False)
