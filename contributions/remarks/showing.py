"""Who may read the remarks on a page, and how they are laid out for readers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.http import Http404
from wagtail.models import Page

from content import visibility
from content.models.editorial import EditorialPage
from contributions.remarks.models import LONGEST_QUOTE, Remark
from contributions.remarks.passages import Passage, passages_of


def readable_page(request, page_id: int) -> EditorialPage:
    """Return the specific page, if who asks may read it; `Http404` for any other.

    Of a page that asks for a password, an account or a group, nobody else learns that it exists.
    """
    page = Page.objects.select_related("locale").filter(pk=page_id).first()
    rules = visibility.rules_for(request)
    if page is None or not visibility.is_public(page, replace(rules, restricted=())):
        raise Http404
    if rules.restricts(page.path) and not all(
        one.accept_request(request) for one in page.get_view_restrictions()
    ):
        raise Http404
    specific = page.specific
    if not isinstance(specific, EditorialPage):
        raise Http404
    return specific


@dataclass(frozen=True)
class Shown:
    """A remark as readers see it: who has not agreed to be named is named by initials."""

    remark: Remark
    text: str
    reason: str
    reply: str
    # The words that were remarked on, where the page has others by now.
    earlier: str = ""


@dataclass
class Group:
    """The remarks on one passage, on the page as a whole, or on passages that are gone."""

    passage: Passage | None = None
    quote: str = ""
    is_gone: bool = False
    # Its anchor, for the first group of a passage on the page.
    anchor: str = ""
    shown: list[Shown] = field(default_factory=list)


def grouped(page, remarks: list[Remark]) -> list[Group]:
    """Return `remarks` by passage, in the order of the page; then what is gone from it."""
    mask = page.names.mask
    groups = {"": Group()}
    groups |= {one.key: Group(one, one.extract) for one in passages_of(page)}
    gone: dict[str, Group] = {}
    for remark in remarks:
        group = groups.get(remark.passage)
        earlier = ""
        if group is None:
            lost = Group(quote=mask(remark.quote), is_gone=True)
            group = gone.setdefault(f"{remark.passage}:{remark.quote}", lost)
        elif group.passage and group.passage.text[:LONGEST_QUOTE] != remark.quote:
            earlier = mask(remark.quote)
        words = (mask(text) for text in (remark.text, remark.reason, remark.reply))
        group.shown.append(Shown(remark, *words, earlier))
    return [group for group in (*groups.values(), *gone.values()) if group.shown]


def anchored(groups: Iterable[Group]) -> None:
    """Give the first of `groups` on each passage the anchor to which its page leads."""
    named = set()
    for group in groups:
        if group.passage and group.passage.key not in named:
            named.add(group.passage.key)
            group.anchor = anchor_of_remarks(group.passage.key)


def anchor_of_remarks(key: str) -> str:
    """Return the anchor of the remarks on a passage, on the page of remarks."""
    return f"p-{key}"
