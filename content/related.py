"""Pages linked from a page: each shown in the reader's language when it exists there."""

from dataclasses import dataclass

from wagtail.models import Page

from content import visibility
from content.consent import public_titles


@dataclass(frozen=True)
class RelatedPage:
    """A page to show, with the word of the link that leads to it."""

    page: Page
    label: str
    url: str

    @property
    def title(self) -> str:
        return self.page.public_title


def reader_versions(keys, locale_id: int, request) -> dict:
    """Return by translation key the public version of each page for a reader of `locale_id`.

    The version of the reader's language when it is public, else whichever is. One query, and one
    more when some of them name people. Each page has its `public_title`: the title as readers
    see it.
    """
    keys = [key for key in keys if key]
    if not keys:
        return {}
    rules = visibility.rules_for(request)
    pages = visibility.public(Page.objects.filter(translation_key__in=keys), rules)
    versions = {}
    for page in pages.select_related("locale").order_by("pk"):
        if page.locale_id == locale_id or page.translation_key not in versions:
            versions[page.translation_key] = page
    titles = public_titles(versions.values())
    for page in versions.values():
        page.public_title = titles[page.pk]
    return versions


def related(pages: dict, labels: dict, request) -> list[RelatedPage]:
    """Return the pages whose key has a label, in the order of the labels."""
    return [
        RelatedPage(pages[key], str(label), pages[key].get_url(request) or "")
        for key, label in labels.items()
        if key in pages
    ]
