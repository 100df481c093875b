"""Views, counted once a visitor and day without keeping who came."""

import operator

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from content import visibility, visitors
from content.gathering import Gathered
from contributions.saving.models import PageViews


def note(request, page_id: int) -> None:
    """Count a view of a page, unless this visitor has been counted for it today."""
    if not visitors.is_machine(request) and visitors.is_first_today(request, "view", page_id):
        gathered.add(page_id, 1)


def _store(views: dict[int, int]) -> int:
    """Write what was gathered; return how many views. Views of pages that are not public go."""
    public = visibility.public(Page.objects.filter(pk__in=views)).values_list("pk", flat=True)
    wanted = sorted(public)
    with transaction.atomic():
        known = PageViews.objects.filter(page__in=wanted).values_list("page_id", flat=True)
        new = set(wanted) - set(known)
        PageViews.objects.bulk_create(
            [PageViews(page_id=page_id) for page_id in sorted(new)], ignore_conflicts=True
        )
        for page_id in wanted:
            PageViews.objects.filter(page=page_id).update(count=F("count") + views[page_id])
    return sum(views[page_id] for page_id in wanted)


gathered = Gathered(_store, operator.add)
