"""The sections of a body, for the contents beside it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A heading of the body, the anchor it bears and the id of its block."""

    title: str
    anchor: str
    level: int
    block: str = ""


def sections_of(body, levels: tuple[str, ...] = ("h2",)) -> list[Section]:
    """Return the sections of a stream in order; `levels` says which headings count.

    The titles of axes count as sections: an exploration has few headings beside them.
    """
    sections = []
    for block in body or ():
        if block.block_type == "heading" and block.value["level"] in levels:
            level = int(block.value["level"][1])
            anchor = anchor_of(block.id)
            sections.append(Section(block.value["text"], anchor, level, block.id))
        elif block.block_type == "axis":
            anchor = anchor_of(block.id)
            sections.append(Section(block.value["title"], anchor, 2, block.id))
    return sections


def anchor_of(block_id) -> str:
    """Return the anchor of a block: stable while the block lives, valid as an HTML id."""
    return f"b-{block_id or 'preview'}"
