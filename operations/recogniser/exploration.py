"""Explorations: axes, the groups of each, the phases each group proposes, their roadmaps."""

import re

from operations.recogniser.article import Article, Claim
from operations.recogniser.blocks import to_rich
from operations.recogniser.description import Rich, gettext_noop
from operations.recogniser.files import File, file_of_line
from operations.recogniser.inline import plain, rich
from operations.recogniser.nodes import Node
from operations.recogniser.people import split_names, without_article
from operations.recogniser.sections import names, split_sections
from operations.recogniser.text import folded, typewriter

SECTIONS = names(
    results=r"(?:les )?resultats?\Z|(?:the )?results?\Z|what came out",
    lessons=r"(?:les )?enseignements?(?: tires)?\Z|lessons?(?: learned| learnt)?\Z"
    r"|what we learn\w*",
    key_figures=r"(?:les |quelques )?chiffres?[ -]cles?|key figures|in figures\Z|en chiffres\Z",
    proceedings=r"deroule(?:ment)?\Z|how it went|proceedings\Z",
    context=r"(?:le )?contexte\Z|(?:the )?context\Z|background\Z",
)
_EXPLORATION = re.compile(r"\bexplorations?\b", re.IGNORECASE)
_ROADMAP = re.compile(r"feuilles? de route|road-?maps?")
_AXIS = re.compile(r"(?:axe|axis|strand)\b\s?(?:n\u00b0)?\s?\w{1,3}\b", re.IGNORECASE)
_PHASE = re.compile(r"(?:phase|[eé]tape|step|stage)\s?\d{1,2}\b\s?[:.-]?\s?", re.IGNORECASE)
_LED_BY = re.compile(
    r"(?:(?:une |cette |l'|an |the |this )?exploration (?:a [eé]t[eé] |was )?)?"
    r"(?:men[eé]e|conduite|port[eé]e|pilot[eé]e|led|run|carried out)"
    r"(?: par| by)\s?:?\s+",
    re.IGNORECASE,
)
_LEADING_LABEL = re.compile(r"(?:men[eé]e par|pilotes?|porteurs?|led by|leaders?)\s?:\s+", re.I)
_THEMES = re.compile(r"\b(?:th[eè]mes?|th[eé]matiques?|themes?|topics?)\b[^:\n]{0,120}:\s")
_BETWEEN_THEMES = re.compile(r"[\u2014\u2013\u2022;]|,\s")
_FIGURE = re.compile(
    r"(?P<before>[^\d\n]{0,80}?)(?P<value>\d{1,3}(?:[ .,]?\d{1,3}){0,4}(?:\s?%)?)\s*"
)
_TITLE_OF_ITEM = re.compile(
    r"(?:\*\*(?P<bold>[^*\n]{2,120})\*\*\s{0,3}[:.-]?|(?P<plain>[^:,.\n]{2,60}?)\s{0,3}:)\s+(?=\S)"
)
MOST_FIGURES = 6


def claim(article: Article) -> Claim | None:
    """Groups with their phases or roadmaps, in a text that calls itself an exploration."""
    results = [s.nodes for s in split_sections(article.nodes, SECTIONS) if s.key == "results"]
    axes = next((axes for nodes in results if (axes := _read_axes(nodes)[0])), None)
    axes = axes or _read_axes(article.nodes)[0]
    groups = [group for axis in axes for group in axis["groups"]]
    roadmaps = sum(bool(group["roadmap"]) for group in groups)
    named = bool(_EXPLORATION.search(article.opening))
    values = {"axes": len(axes), "groups": len(groups), "roadmaps": roadmaps}
    message = gettext_noop(
        "It has what makes an exploration. Axes: %(axes)s, groups: %(groups)s, "
        "roadmaps: %(roadmaps)s"
    )
    announced = named and any(_AXIS.match(axis["title"]) for axis in axes)
    if len(groups) >= 2 and (roadmaps >= 2 or announced):
        return Claim(0.95 if named else 0.7, message, values)
    if _EXPLORATION.search(article.title) and any(
        _LED_BY.match(typewriter(text)) for text in article.paragraphs()
    ):
        return Claim(0.6, gettext_noop("It calls itself an exploration and says who led it."))
    return None


def fill(article: Article) -> None:
    """Give `led_by` (names) and `context`, `proceedings`, `results`, `lessons` (HTML).

    The body gets the key figures and one axis block for each axis. `themes` and
    `announced_themes` are derived. The report of the exploration becomes an attachment.
    """
    _take_leaders(article)
    article.attach(article.take_files(lambda file: not _is_roadmap(file)))
    gathered: dict[str, list[Node]] = {}
    for section in split_sections(article.nodes, SECTIONS):
        article.drop(section.label)
        nodes = section.nodes
        gathered.setdefault(section.key or "context", []).extend(nodes)
    axes: list[dict] = []
    for key in ("results", "proceedings", "context"):
        gathered.setdefault(key, [])
        if not axes:
            axes, gathered[key] = _read_axes(gathered[key])
    article.drop(*_roadmap_labels(axes))
    for axis in axes:
        for group in axis["groups"]:
            group["roadmap"] = _roadmap_value(group["roadmap"])
    gathered["proceedings"] += _take_figures(article, gathered.pop("key_figures", []))
    article.description.body.extend(("axis", axis) for axis in axes)
    _find_themes(article, gathered["context"])
    for key in ("context", "proceedings", "results", "lessons"):
        article.description.keep(**{key: to_rich(gathered.get(key, []))})
    article.nodes = []


def _take_leaders(article: Article) -> None:
    """A sentence that only says who led gives its names; inside another it stays there too."""
    for node in article.nodes:
        typed = typewriter(node.plain) if node.kind == "paragraph" else ""
        found = _LED_BY.match(typed) or _LEADING_LABEL.match(typed)
        if found and len(typed) <= 600 and ". " not in typed:
            listed, linking = split_names(node.plain[found.end() :])
            organisations = [without_article(name) for name in listed]
            article.description.keep(led_by=[name for name, _article in organisations])
            article.drop(node.plain[: found.end()], *linking)
            article.drop(*(word for _name, word in organisations))
            article.nodes.remove(node)
            return


def _is_roadmap(file: File) -> bool:
    return bool(_ROADMAP.search(folded(f"{file.label} {file.file_name}")))


def _is_title(node: Node) -> bool:
    if node.kind == "heading":
        return True
    text = node.plain
    return (
        node.kind == "paragraph"
        and "\n" not in node.text
        and 3 <= len(text) <= 120
        and text[-1] not in ".,;:!\u2026)"
        and ". " not in text
        and text[0].upper() == text[0]
        and file_of_line(node.text) is None
    )


def _chunks(nodes: list[Node]) -> list[tuple[list[Node], list[Node]]]:
    """Return runs of titles, each with the text under the last of them."""
    chunks: list[tuple[list[Node], list[Node]]] = [([], [])]
    for node in nodes:
        titles, content = chunks[-1]
        if not _is_title(node):
            content.append(node)
        elif content or (not titles and len(chunks) == 1):
            chunks.append(([node], []))
        else:
            titles.append(node)
    return [chunk for chunk in chunks if chunk[0] or chunk[1]]


def _read_axes(nodes: list[Node]) -> tuple[list[dict], list[Node]]:
    """Return the axes with their groups, and the nodes that belong to none.

    A group is a title over a list of phases, or over a roadmap; the title just above a group's
    own, or a title that says "Axe 1", is that of an axis.
    """
    reader = _AxisReader()
    chunks = _chunks(nodes)
    for index, (titles, content) in enumerate(chunks):
        following = chunks[index + 1][0] if index + 1 < len(chunks) else []
        reader.read(titles, content, following)
    axes = [axis for axis in reader.axes if axis["groups"]]
    return axes, reader.rest


class _AxisReader:
    def __init__(self):
        self.axes: list[dict] = []
        self.rest: list[Node] = []
        self.group: dict | None = None

    def read(self, titles: list[Node], content: list[Node], following: list[Node]) -> None:
        if self.group is not None and titles and _PHASE.match(titles[-1].plain):
            self._phase(titles[-1], content)
        elif titles and _is_group(content, following):
            self._group(titles, content)
        elif titles and self._is_axis(titles[-1], following):
            self.group = None
            self.rest.extend(titles[:-1])
            self._axis(titles[-1].plain, to_rich(content))
        else:
            self.group = None
            self.rest.extend([*titles, *content])

    def _is_axis(self, title: Node, following: list[Node]) -> bool:
        if _AXIS.match(title.plain):
            return True
        return bool(following) and 0 < title.level < following[0].level

    def _axis(self, title: str, introduction: Rich) -> None:
        self.axes.append({"title": title, "introduction": introduction, "groups": []})

    def _group(self, titles: list[Node], content: list[Node]) -> None:
        if len(titles) > 1:
            self.rest.extend(titles[:-2])
            self._axis(titles[-2].plain, Rich(""))
        elif not self.axes:
            self._axis("", Rich(""))
        self.group = {"title": titles[-1].plain, "challenge": Rich(""), "phases": [], "roadmap": {}}
        self.axes[-1]["groups"].append(self.group)
        self._content(content)

    def _content(self, content: list[Node]) -> None:
        challenge = []
        for node in content:
            file = file_of_line(node.text) if node.kind == "paragraph" else None
            if node.kind == "list" and not self.group["phases"]:
                self.group["phases"] = _phases_of(node)
            elif file and not self.group["roadmap"]:
                self.group["roadmap"] = file
            else:
                challenge.append(node)
        self.group["challenge"] = Rich(self.group["challenge"] + to_rich(challenge))

    def _phase(self, title: Node, content: list[Node]) -> None:
        texts = []
        for node in content:
            file = file_of_line(node.text) if node.kind == "paragraph" else None
            if file and not self.group["roadmap"]:
                self.group["roadmap"] = file
            else:
                texts.append(node)
        self.group["phases"].append({"title": title.plain, "text": to_rich(texts)})


def _is_group(content: list[Node], following: list[Node]) -> bool:
    files = [file_of_line(node.text) for node in content if node.kind == "paragraph"]
    return (
        any(node.kind == "list" and len(node.items) >= 2 for node in content)
        or any(file and _is_roadmap(file) for file in files)
        or bool(content and following and _PHASE.match(following[0].plain))
    )


def _phases_of(node: Node) -> list[dict]:
    phases: list[dict] = []
    for item in node.items:
        found = _TITLE_OF_ITEM.match(item.text[:200])
        title = plain(found["bold"] or found["plain"]) if found else ""
        text = item.text[found.end() :] if found else item.text
        if item.depth and phases:
            phases[-1]["text"] = Rich(f"{phases[-1]['text']}<p>{rich(item.text)}</p>")
        else:
            phases.append({"title": title, "text": Rich(f"<p>{rich(text)}</p>")})
    return phases


def _roadmap_labels(axes: list[dict]) -> list[str]:
    files = [group["roadmap"] for axis in axes for group in axis["groups"] if group["roadmap"]]
    return [text for file in files for text in (file.label, file.details)]


def _roadmap_value(file: File | dict) -> dict:
    if not file:
        return {}
    return {
        "file_name": file.file_name,
        "host": file.host,
        "url": file.url,
        "language": file.language,
        "pages": file.pages,
    }


def _take_figures(article: Article, nodes: list[Node]) -> list[Node]:
    """Place the items that hold a number; return the nodes that hold something else."""
    rest, figures = [], []
    for node in nodes:
        if node.kind != "list":
            rest.append(node)
            continue
        others = []
        for item in node.items:
            figure = _figure(plain(item.text)) if len(figures) < MOST_FIGURES else None
            if figure:
                figures.append(figure)
            else:
                others.append(item)
        if others:
            rest.append(Node("list", ordered=node.ordered, items=others))
    if figures:
        article.description.body.append(("key_figures", [figure for figure, _before in figures]))
    article.drop(*(before for _figure, before in figures))
    return rest


def _figure(text: str) -> tuple[dict, str] | None:
    """Return (key figure, the words before its number), or None if there is no number.

    >>> _figure("gathering 26 people from four towns,")[0]["label"]
    'people from four towns'
    """
    found = _FIGURE.match(text)
    if not found or len(found["before"].split()) > 3:
        return None
    value = found["value"].strip()
    unit = "%" if value.endswith("%") else ""
    label = text[found.end() :].strip(" ,;.")
    if not label or len(label) > 160:
        return None
    figure = {
        "value": value.removesuffix("%").strip(),
        "unit": unit,
        "label": label,
        "source": "",
        "source_url": "",
        "as_of": None,
        "kind": "measured",
    }
    return figure, found["before"].strip()


def _find_themes(article: Article, context: list[Node]) -> None:
    """The themes announced after a colon; of them, the one that is a title is the page's."""
    for text in (article.description.summary, *(node.plain for node in context[:6])):
        found = _THEMES.search(typewriter(text[:1000]))
        if not found:
            continue
        parts = _BETWEEN_THEMES.split(text[found.end() :])
        listed = [name for part in parts if (name := part.strip(" .,"))]
        titles = {folded(node.plain) for node in context if node.kind in ("paragraph", "heading")}
        own = [theme for theme in listed if folded(theme) in titles]
        article.description.derive(themes=own or listed, announced_themes=listed)
        return
