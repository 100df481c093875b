"""Named sections: a heading, a bold line, "Label :" on a line or before a text on it.

Each kind of document gives its own table of names. A name matches at the beginning of a label,
so that "Participants" also reads "Participants à la séance" and "Participants (12)".
"""

import re
from dataclasses import dataclass, field

from operations.recogniser.inline import plain
from operations.recogniser.nodes import Node
from operations.recogniser.text import folded, typewriter

LONGEST_LABEL = 70
_INLINE = re.compile(r"\s{0,3}(?:\*\*)?(?P<label>[^:*\n]{3,70}?)(?:\*\*)?\s{0,3}:(?:\*\*)?\s{0,3}")

_TAIL = re.compile(
    r"\Z|\s?\(|\s(?:de|du|des|d'|a|au|aux|et|en|pour|of|to|and|for|in|from|at|on)\b(?:\s?\S+){1,6}\Z"
)

Names = dict[str, re.Pattern]


def names(**patterns: str) -> Names:
    """Compile a table of section names; patterns are matched on folded labels, from their start."""
    return {key: re.compile(rf"(?:{pattern})\b") for key, pattern in patterns.items()}


@dataclass
class Section:
    """What stands under one name; `key` is None for what comes before any."""

    key: str | None
    label: str = ""
    heading: Node | None = None
    nodes: list[Node] = field(default_factory=list)


def name_of(label: str, table: Names, is_heading: bool = False) -> str | None:
    """Return the key of the section that `label` names, or None.

    After the name, a heading may say anything; a line may go on with what joins words only, so
    that "Participants of the day" is a label and "Participants were many" is not.
    """
    text = folded(label)
    if not text or len(text) > LONGEST_LABEL:
        return None
    for key, pattern in table.items():
        found = pattern.match(text)
        if found and (is_heading or _TAIL.match(text, found.end())):
            return key
    return None


def split_sections(nodes: list[Node], table: Names) -> list[Section]:
    """Return `nodes` cut at the names of `table`.

    >>> from operations.recogniser.nodes import read_nodes
    >>> table = names(people="participants", leads="pistes")
    >>> nodes = read_nodes("Before.\\n\\nParticipants : Ana, Bo\\n\\nPistes :\\n- one")
    >>> [(section.key, [node.lines for node in section.nodes])
    ...  for section in split_sections(nodes, table)]
    [(None, [['Before.']]), ('people', [['Ana, Bo']]), ('leads', [['one']])]
    """
    sections = [Section(None)]
    for node in nodes:
        current = sections[-1]
        if opened := _opened(node, table):
            sections.extend(opened)
        elif _closes(current, node):
            sections.append(Section(None, heading=node, nodes=[node]))
        else:
            current.nodes.append(node)
        if opened and opened[-1].nodes and _goes_back(opened[-1], current):
            sections.append(Section(current.key, nodes=[], heading=current.heading))
    return [section for section in sections if section.nodes or section.label]


def _closes(section: Section, node: Node) -> bool:
    """An unknown heading ends a section whose own heading is of the same level or deeper."""
    if node.kind != "heading" or section.key is None:
        return False
    return section.heading is not None and 0 < node.level <= (section.heading.level or 9)


def _goes_back(opened: Section, around: Section) -> bool:
    """A label before a text names that text only, when it stands inside another section."""
    return opened.heading is None and around.key is not None


def _opened(node: Node, table: Names) -> list[Section]:
    if node.kind == "list":
        return _list_of_labels(node, table)
    if node.kind not in ("paragraph", "heading"):
        return []
    text = node.plain
    if len(text) <= 2 * LONGEST_LABEL:
        labels = [label for label in re.split(r"\s*:\s*", text) if label]
        keys = [name_of(label, table, node.kind == "heading") for label in labels]
        if all(keys) and _is_bare(node, text, labels):
            return [Section(keys[-1], label=text, heading=node)]
    inline = _inline(node.text, table)
    return [inline] if inline else []


def _is_bare(node: Node, text: str, labels: list[str]) -> bool:
    """Whether a line is nothing but names: one, or several with a colon after the last."""
    if node.kind == "heading" or text.endswith(":"):
        return True
    return len(labels) == 1 and text[-1] not in ".!,"


def _inline(text: str, table: Names) -> Section | None:
    """Return the section of a "Label: text" line, or None."""
    found = _INLINE.match(text[: LONGEST_LABEL + 20])
    key = name_of(found["label"], table) if found else None
    rest = text[found.end() :].strip() if key else ""
    if not rest:
        return None
    return Section(key, label=plain(found["label"]), nodes=[Node("paragraph", rest)])


def _list_of_labels(node: Node, table: Names) -> list[Section]:
    """Return the sections of a list of which every item is "Label: text"."""
    opened = [_inline(item.text, table) for item in node.items]
    return [section for section in opened if section] if opened and all(opened) else []


def is_labelled(text: str) -> bool:
    """Whether a line begins with a short label and a colon."""
    return bool(_INLINE.match(typewriter(text[: LONGEST_LABEL + 20])))
