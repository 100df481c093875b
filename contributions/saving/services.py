"""Pages put into lists and taken out; how often a page was read and saved."""

from dataclasses import dataclass

from django.db import models, transaction
from django.db.models.functions import Coalesce
from wagtail.models import Page

from contributions.saving.models import PageViews, SavedList, SavedPage

MOST_LISTS = 100
MOST_PAGES = 1000


class TooMany(Exception):
    """The person has as many lists, or the list as many pages, as one may have."""


@dataclass(frozen=True)
class Counts:
    """How often a page was read, and by how many people it is saved."""

    views: int
    saves: int


def savers_of(page):
    """Return the query of how many people saved a page, which an `OuterRef` may name."""
    rows = SavedPage.objects.filter(page=page).order_by().values("page")
    return rows.annotate(people=models.Count("saved_list__user", distinct=True)).values("people")


def counts_of(page: Page) -> Counts:
    """Return the counts of a page, in one query."""
    views = PageViews.objects.filter(page=models.OuterRef("pk")).values("count")
    found = (
        Page.objects.filter(pk=page.pk)
        .annotate(
            read=Coalesce(models.Subquery(views), 0),
            people=Coalesce(models.Subquery(savers_of(models.OuterRef("pk"))), 0),
        )
        .values_list("read", "people")
        .first()
    )
    return Counts(*(found or (0, 0)))


@transaction.atomic
def save_page(user, page: Page, lists, new_name: str) -> None:
    """Keep `page` in these lists of the person and in no other; make the list of `new_name`.

    Raises `TooMany`.
    """
    wanted = {one.pk for one in lists if one.user_id == user.pk}
    if new_name:
        named, _made = SavedList.objects.get_or_create(user=user, name=new_name)
        wanted.add(named.pk)
    if SavedList.objects.filter(user=user).count() > MOST_LISTS:
        raise TooMany
    theirs = SavedPage.objects.filter(saved_list__user=user, page=page)
    theirs.exclude(saved_list__in=wanted).delete()
    for pk in sorted(wanted):
        SavedPage.objects.get_or_create(saved_list_id=pk, page=page)
        if SavedPage.objects.filter(saved_list=pk).count() > MOST_PAGES:
            raise TooMany
