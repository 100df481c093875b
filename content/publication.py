"""What follows a publication, asked for without one."""

from collections.abc import Iterable

from wagtail.models import Page
from wagtail.signals import page_published


def announce(page_ids: Iterable[int]) -> None:
    """Tell the catalogue and the caches that live pages read differently, as publishing would.

    Pages that are not live are left alone.
    """
    for page in Page.objects.filter(pk__in=list(page_ids), live=True).specific():
        page_published.send(sender=type(page), instance=page, revision=page.live_revision)
