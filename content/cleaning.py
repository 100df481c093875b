"""HTML is cleaned on the way in, whoever writes it.

The portal's rich-text field and block call `clean_rich_text` when a value is prepared for the
database, so that the form, the admin, an import, a PO file and the API all pass through here.
"""

import nh3

ALLOWED_TAGS = {
    "p", "br", "h2", "h3", "h4", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li",
    "blockquote", "a", "embed",
}  # fmt: skip
# Wagtail stores internal links and embeds as ids in these attributes (rich text data format).
ALLOWED_ATTRIBUTES = {
    "a": {"href", "linktype", "id", "uuid", "hreflang", "lang"},
    "embed": {"embedtype", "id", "alt", "format", "url"},
    "p": {"data-block-key"},
    "h2": {"data-block-key"},
    "h3": {"data-block-key"},
    "h4": {"data-block-key"},
    "li": {"data-block-key"},
    "blockquote": {"data-block-key"},
}
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}

_cleaner = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes=ALLOWED_ATTRIBUTES,
    url_schemes=ALLOWED_SCHEMES,
    # nh3 adds rel="noopener noreferrer" to stored links unless told otherwise.
    link_rel=None,
)


def clean_rich_text(html: str) -> str:
    """Return `html` with only the tags, attributes and link schemes the portal knows.

    Idempotent. Text is kept, markup is dropped; the content of script and style goes too.
    """
    return _cleaner.clean(html) if html else ""
