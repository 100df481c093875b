"""Pictures: as small and as discreet as a reader needs them."""

import io

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from PIL import ImageOps
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

LOSSY_QUALITY = 90


def without_metadata(file) -> ContentFile:
    """Return the picture in `file` re-encoded without EXIF, GPS, XMP or comments.

    The orientation that EXIF carried is applied first. The format stays the same; only the
    first frame of an animation is kept, since nothing moves on these pages.
    """
    file.seek(0)
    with PillowImage.open(file) as source:
        picture_format = source.format
        upright = ImageOps.exif_transpose(source)
        clean = PillowImage.new(upright.mode, upright.size)
        if upright.mode == "P":
            clean.putpalette(upright.getpalette())
            if (transparency := upright.info.get("transparency")) is not None:
                clean.info["transparency"] = transparency
        clean.paste(upright)
    output = io.BytesIO()
    options = {} if picture_format in {"PNG", "GIF"} else {"quality": LOSSY_QUALITY}
    if profile := upright.info.get("icc_profile"):
        options["icc_profile"] = profile
    if "transparency" in clean.info:
        options["transparency"] = clean.info["transparency"]
    clean.save(output, picture_format, **options)
    return ContentFile(output.getvalue(), name=file.name)


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
