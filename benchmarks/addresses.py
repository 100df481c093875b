"""The addresses that are measured on each generated site."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override

from benchmarks.generator import Site
from benchmarks.words import RARE_WORD
from search.listings import PAGE_SIZE
from search.models import Document
from stories.models.index import STORY_KINDS

LANGUAGE = "fr"
FAR_PAGE = 10


@dataclass(frozen=True)
class Address:
    """A page to ask for: its name in the report, its URL, the status it answers with.

    `stock` says whether Wagtail out of the box has an equal page to compare with.
    """

    name: str
    url: str
    status: int = 200
    stock: bool = True


def addresses(site: Site) -> list[Address]:
    """Return what is measured, in the order of the report; the same pages at every size."""
    tree = site.trees[LANGUAGE]
    story = tree.first["story"][0]
    listing = _url(tree.parents["story"])
    theme = story.themes[0]
    with override(LANGUAGE):
        search_url = reverse("search")
        theme_url = reverse("theme", args=[theme.slug])
    return [
        Address("article", _url(story)),
        Address("chapter in a part", _url(tree.chapters[1])),
        Address("home", _url(tree.home)),
        Address("listing", listing),
        Address("listing, far page", f"{listing}?page={_far_page(tree)}"),
        Address("listing, one theme", f"{listing}?theme={theme.slug}"),
        Address("theme", theme_url),
        Address("search, a word", f"{search_url}?q={RARE_WORD[LANGUAGE]}", stock=False),
        Address("not found", f"{listing}no-such-page/", status=404),
    ]


def _url(page) -> str:
    """Return the address of a page under the home of `LANGUAGE`, whose own slug is left out."""
    return "/".join(["", LANGUAGE, *page.url_path.split("/")[2:]])


def _far_page(tree) -> int:
    """Return 10, or the last page of a shorter list."""
    count = Document.objects.filter(locale=tree.locale, kind__in=STORY_KINDS).count()
    return min(FAR_PAGE, -(-count // PAGE_SIZE))
