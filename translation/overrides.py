"""Pictures and files that a translation chose instead of the source's, once they are deleted.

wagtail-localize keeps the choice, and then fails to publish the page.
"""

import json

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.blocks import ChooserBlock
from wagtail_localize.models import SegmentOverride, TranslationSource


def forget(deleted: Model) -> int:
    """Drop the choices of a deleted picture or file; return how many there were."""
    values = [json.dumps(deleted.pk), json.dumps(str(deleted.pk))]
    chosen = SegmentOverride.objects.filter(data_json__in=values).select_related("context")
    orphans = [one.pk for one in chosen if _model_at(one.context) is type(deleted)]
    return SegmentOverride.objects.filter(pk__in=orphans).delete()[0] if orphans else 0


def _model_at(context) -> type[Model] | None:
    """Return the model that is chosen at a place of a page, None if it is not a choice."""
    source = TranslationSource.objects.filter(object_id=context.object_id).first()
    if source is None:
        return None
    name, *below = context.field_path.split(".")
    try:
        field = source.specific_content_type.model_class()._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(getattr(field, "remote_field", None), ParentalKey):
        field = field.related_model._meta.get_field(below[-1])
    if hasattr(field, "stream_block"):
        return _model_of_block(field.stream_block, below)
    return field.related_model


def _model_of_block(block, names: list[str]) -> type[Model] | None:
    for name in names:
        block = block.child_block if name == "item" else block.child_blocks[name]
    return block.model_class if isinstance(block, ChooserBlock) else None
