"""Samples of what page types share. A room's `samples.py` makes one page of each type.

They serve the tests and the pattern page: original words, every field filled.
"""

from content.blocks import BodyBlock
from content.models import Attachment, PageCredit


def sample_body(*names: str) -> list[tuple]:
    """Return a body of the named blocks, each with its sample; all of them but figures if none."""
    blocks = BodyBlock().child_blocks
    wanted = names or [name for name in blocks if name != "figure"]
    return [(name, blocks[name].get_preview_value()) for name in wanted]


def common(slug: str, title: str, summary: str) -> dict:
    """Return the values of the common fields, ready for a page type's constructor."""
    return {
        "title": title,
        "slug": slug,
        "summary": summary,
        "content_language": "fr",
        "text_language": "fr",
        "attribution": "Le collectif des deux rives, carnet de terrain.",
        "page_credits": [
            PageCredit(name="Nour Bellanger", role=PageCredit.Role.AUTHOR, sort_order=0),
            PageCredit(name="Tom Le Gall", role=PageCredit.Role.PROOFREADER, sort_order=1),
        ],
        "live": False,
    }


def attachments(locale) -> list[Attachment]:
    """Return two attachments: one with an address, one known by its name and host only."""
    return [
        Attachment(
            locale=locale,
            label="Le carnet de relevés",
            url="https://example.org/carnet.pdf",
            language="fr",
            pages=12,
            size=340_000,
            sort_order=0,
        ),
        Attachment(
            locale=locale,
            file_name="field-notes.odt",
            host="archive.example.org",
            language="en",
            sort_order=1,
        ),
    ]
