"""What a web page says of itself, in its head and on its outermost elements."""

import re

from operations.recogniser.languages import language_code

# Between the title of a page and the name of its site; a dash alone may be part of a title.
_JOINT = "\\s{1,3}[-:|\u00b7\u2013\u2014\u00ab\u00bb\u2022]\\s{1,3}"
_BARS = re.compile(r"\s{1,3}[|\u00bb]\s{1,3}")


class Head:
    """The title of the window, the name of the site, the BCP 47 code of the language, the address
    where the page was published; all may be empty.
    """

    def __init__(self):
        self.site_name = self.language = self.address = ""
        self._title: list[str] = []

    @property
    def title(self) -> str:
        return " ".join("".join(self._title).split())

    def read_title(self, data: str) -> None:
        """Take a piece of the title of the window."""
        self._title.append(data)

    def declare(self, tag: str, said: dict[str, str]) -> None:
        """Take what the attributes of an element declare about the page."""
        declared = said.get("lang") or said.get("xml:lang", "")
        if said.get("http-equiv", "").lower() == "content-language":
            declared = said.get("content", "")
        elif said.get("property") == "og:site_name":
            self.site_name = " ".join(said.get("content", "").split())
        elif tag == "link" and "canonical" in said.get("rel", "").lower().split():
            self.address = said.get("href", "").strip()
        if not self.language:
            self.language = language_code(declared)

    def parted_title(self) -> tuple[str, list[str]]:
        """Return the title of the page without the name of its site, and the parts left out."""
        return _without_site(self.title, self.site_name)


def _without_site(title: str, site_name: str) -> tuple[str, list[str]]:
    """Return the title of a page without the name of its site, and the parts left out.

    Without a declared name, the site's is what follows a bar.

    >>> _without_site("A mill | Stories | The river", "")
    ('A mill', ['Stories', 'The river'])
    >>> _without_site("The river - A mill", "The river")
    ('A mill', ['The river'])
    """
    if site_name:
        name = re.escape(site_name)
        found = re.search(rf"\A{name}{_JOINT}|{_JOINT}{name}\Z", title, re.IGNORECASE)
        if not found:
            return title, []
        return title[: found.start()] + title[found.end() :], [site_name]
    first, *others = (part for part in _BARS.split(title) if part)
    return first, others
