"""The plain words of a page, read from the fields that its search mapping names."""

import html
import re

from django.db import models
from django.utils.html import strip_tags
from modelcluster.fields import ParentalKey
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField

# A tag that ends a line of text: without a space, "one</p><p>two" would read "onetwo".
_BOUNDARY = re.compile(r"</(?:p|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)


def text_of_html(markup: str) -> str:
    """Return the words of an HTML fragment, a space where a block ends."""
    return " ".join(html.unescape(strip_tags(_BOUNDARY.sub(r"\g<0> ", markup))).split())


def plain_text_of(page, rows: tuple[str, ...] | None = None) -> str:
    """Return the words of a page beside its title, in the order of its fields, as readers see them.

    Each relation of child rows costs a query; `rows` names those to read, all of them if None.
    Names without consent are initials.
    """
    names = ["summary", *page.search_mapping.text]
    if any(field.name == "body" for field in page._meta.fields):
        names.append("body")
    texts = (_text_of(page, name, rows) for name in dict.fromkeys(names))
    return page.names.mask(" ".join(filter(None, texts)))


def _text_of(page, name: str, rows: tuple[str, ...] | None) -> str:
    field = page._meta.get_field(name)
    if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
        wanted = rows is None or name in rows
        return " ".join(_text_of_row(row) for row in page.rows_of(name)) if wanted else ""
    value = getattr(page, name)
    if isinstance(value, StreamValue):
        return text_of_stream(value)
    if isinstance(field, RichTextField):
        return text_of_html(value)
    return str(value or "")


def _text_of_row(row) -> str:
    if hasattr(row, "public_text"):
        return row.public_text
    words = []
    for field in row._meta.fields:
        if isinstance(field, models.CharField | models.TextField) and not field.choices:
            value = getattr(row, field.name)
            words.append(text_of_html(value) if isinstance(field, RichTextField) else value)
    return " ".join(filter(None, words))


def text_of_stream(stream: StreamValue) -> str:
    """Return the words of a stream, as Wagtail's own search would see them."""
    contents = stream.stream_block.get_searchable_content(stream)
    return " ".join(filter(None, (text_of_html(str(content)) for content in contents)))
