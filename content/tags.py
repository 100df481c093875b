"""Merging tags: two words that mean the same become one, and old addresses lead to it."""

from django.db import transaction
from django.db.models import Count, QuerySet
from wagtail.log_actions import log

from content.models import PageTag, Tag
from content.publication import announce


class CannotMerge(ValueError):
    """The tags cannot be merged; the message says why."""


def tags_in_use() -> QuerySet:
    """Return the tags that are not merged away, with the number of pages that bear each."""
    return (
        Tag.objects.filter(replaced_by__isnull=True)
        .annotate(page_count=Count("page_tags"))
        .order_by("name")
    )


@transaction.atomic
def merge(source: Tag, target: Tag, user=None) -> int:
    """Replace `source` by `target` on every page and return how many pages changed.

    The address of `source`, and of the tags merged into it before, leads to `target` from
    now on. Raises `CannotMerge` when they are one tag, or one was merged away already.
    """
    if source.pk == target.pk:
        raise CannotMerge("A tag cannot be merged into itself.")
    if source.replaced_by_id or target.replaced_by_id:
        raise CannotMerge("One of these tags was merged already.")
    rows = PageTag.objects.filter(tag=source)
    page_ids = list(rows.values_list("content_object_id", flat=True))
    having_both = PageTag.objects.filter(tag=target, content_object_id__in=page_ids)
    rows.filter(content_object_id__in=having_both.values("content_object_id")).delete()
    rows.update(tag=target)
    Tag.objects.filter(replaced_by=source).update(replaced_by=target)
    source.replaced_by = target
    source.save()
    log(instance=target, action="content.merge_tag", user=user, data={"source": source.name})
    announce(page_ids)
    return len(page_ids)
