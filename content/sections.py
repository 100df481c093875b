"""The sections of a body, for the contents beside it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A heading of the body and the anchor it bears."""

    title: str
    anchor: str
    level: int


def sections_of(body, levels: tuple[str, ...] = ("h2",)) -> list[Section]:
    """Return the sections of a stream in order; `levels` says which headings count.

    The titles of axes count as sections: an exploration has few headings beside them.
    """
    sections = []
    for block in body or ():
        if block.block_type == "heading" and block.value["level"] in levels:
            level = int(block.value["level"][1])
            sections.append(Section(block.value["text"], anchor_of(block.id), level))
        elif block.block_type == "axis":
            sections.append(Section(block.value["title"], anchor_of(block.id), 2))
    return sections


def anchor_of(block_id) -> str:
    """Return the anchor of a block: stable while the block lives, valid as an HTML id."""
    return f"b-{block_id or 'preview'}"
