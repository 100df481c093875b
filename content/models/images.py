"""Pictures: as small and as discreet as a reader needs them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

from content.discreet import without_metadata


class PortalImage(AbstractImage):
    """A picture of the site. Its place and date of taking are removed on upload."""

    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it, and its licence.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args, **kwargs):
        # Only a file that was just uploaded is uncommitted: it is cleaned before it is written.
        if self.file and not self.file._committed:
            self.file.file = without_metadata(self.file.file)
            self._meta.get_field("file").update_dimension_fields(self, force=True)
            self.file_size = self.file.size
            self.file_hash = hash_filelike(self.file.file)
            self.file.seek(0)
        super().save(*args, **kwargs)


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
