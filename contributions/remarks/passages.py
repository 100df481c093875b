"""The passages of a page on which one may remark: the parts and the blocks of its text."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import Truncator
from wagtail.fields import RichTextField

from content.sections import anchor_of
from content.text import text_of_html

CHARACTERS_OF_AN_EXTRACT = 90


@dataclass(frozen=True)
class Passage:
    """A part of a page: its key, which lasts as long as it, its words, where it is read.

    The key is the id of a block of the body, or the name of a field of the page. `heading` is
    the one that it stands under; `anchor` is empty where the page has none.
    """

    key: str
    text: str
    heading: str = ""
    anchor: str = ""

    @property
    def extract(self) -> str:
        return Truncator(self.text).chars(CHARACTERS_OF_AN_EXTRACT)


def passages_of(page) -> list[Passage]:
    """Return the passages of the specific `page` in their order, as its readers see them.

    Who has not agreed to be named is named by initials.
    """
    mask = page.names.mask
    return [
        Passage(one.key, mask(one.text), mask(one.heading), one.anchor)
        for one in (*_parts(page), *_blocks(page))
        if one.text
    ]


def _parts(page):
    names = [name for name in page.search_mapping.text if _is_rich(page, name)]
    for name in names:
        label = str(page._meta.get_field(name).verbose_name)
        heading = f"{label[:1].upper()}{label[1:]}"
        yield Passage(name, text_of_html(getattr(page, name)), heading)


def _is_rich(page, name: str) -> bool:
    try:
        return isinstance(page._meta.get_field(name), RichTextField)
    except FieldDoesNotExist:
        return False


def _blocks(page):
    heading = ""
    for block in getattr(page, "body", None) or ():
        if block.block_type == "heading":
            heading = block.value["text"]
        elif block.id:
            words = block.block.get_searchable_content(block.value)
            text = " ".join(filter(None, (text_of_html(str(one)) for one in words)))
            yield Passage(block.id, text, heading, anchor_of(block.id))
