"""What the demo remembers of itself between two runs."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class DemoRecord(models.Model):
    """Something that the demo made, by the name that its description gives it.

    The record outlives the object: what an editor deleted is not made again. `filled` holds
    the values that the demo wrote into a page that was there before it; such a page is not
    the demo's to delete.
    """

    name = models.CharField(_("name"), max_length=160, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    filled = models.JSONField(null=True)

    class Meta:
        verbose_name = _("demo record")
        verbose_name_plural = _("demo records")
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="operations_demo_object")
        ]

    def __str__(self):
        return self.name

    @property
    def target(self):
        """The object, or None if it was deleted since."""
        model = self.content_type.model_class()
        return model._base_manager.filter(pk=self.object_id).first() if model else None
