"""An export that a person asked for, until it is fetched or too old."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DataExport(models.Model):
    """The archive of a person. Its bytes stay in the database, which no reader can ask for files.

    `finished_at` is empty while the archive is being made; the person who asks again gets a new
    archive in the same row.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="data_export",
    )
    language = models.CharField(_("language"), max_length=35)
    asked_at = models.DateTimeField(_("asked for at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    data = models.BinaryField(_("bytes"), default=bytes)

    class Meta:
        app_label = "operations"
        verbose_name = _("export of personal data")
        verbose_name_plural = _("exports of personal data")

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
