"""The renditions of all the pictures of a page, in one query instead of one a picture."""

from django.db.models import Prefetch, prefetch_related_objects

from content.models.images import PortalImage, PortalRendition


def prefetch_renditions(page) -> None:
    """Read the renditions of the pictures of `page`: its own fields and the figures of its body."""
    images = [image for image in (*_of_fields(page), *_of_body(page)) if image]
    renditions = Prefetch(
        "renditions", queryset=PortalRendition.objects.all(), to_attr="prefetched_renditions"
    )
    prefetch_related_objects(images, renditions)


def _of_fields(page) -> list:
    return [
        getattr(page, field.name)
        for field in page._meta.concrete_fields
        if field.related_model is PortalImage
    ]


def _of_body(page) -> list:
    body = getattr(page, "body", None) or ()
    return [block.value["image"] for block in body if block.block_type == "figure"]
