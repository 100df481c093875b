"""Read a page as a browser does: its elements and their attributes."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Element:
    """An element with its attributes and all the text inside it."""

    tag: str
    attributes: dict
    text: str = ""
    parents: list = field(default_factory=list)

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def inside(self, tag: str, **attributes) -> bool:
        """Return whether the element is in one of that tag and attributes."""
        return any(
            parent.tag == tag and attributes.items() <= parent.attributes.items()
            for parent in self.parents
        )

    @property
    def language(self) -> str | None:
        """The language of the element: its own `lang`, else that of the nearest parent."""
        chain = [self, *reversed(self.parents)]
        return next((one.get("lang") for one in chain if one.get("lang")), None)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), parents=list(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs), parents=list(self._open)))

    def handle_endtag(self, tag):
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data):
        for element in self._open:
            element.text += data


class Html:
    """The elements of an answer."""

    def __init__(self, response):
        reader = _Reader()
        self.source = response.content.decode()
        reader.feed(self.source)
        self.elements = reader.elements

    def all(self, tag: str, **attributes) -> list[Element]:
        """Return the elements of `tag` with these attributes; `rel_` stands for `rel`."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    def one(self, tag: str, **attributes) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    @property
    def title(self) -> str:
        return self.one("h1").text.strip()
