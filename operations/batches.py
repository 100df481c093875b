"""What an editor uploaded, until it has become drafts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportBatch(models.Model):
    """The files of one upload; only the person who uploaded them sees them."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        READY = "ready", _("to be confirmed")
        IMPORTING = "importing", _("being imported")
        DONE = "done", _("imported")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="import_batches",
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language of the tree"), on_delete=models.CASCADE
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.READING
    )
    created_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        app_label = "operations"
        verbose_name = _("upload of documents")
        verbose_name_plural = _("uploads of documents")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that a page should wait for."""
        return self.state in (self.State.READING, self.State.IMPORTING)


class ImportFile(models.Model):
    """A file of an upload. Its bytes stay in the database, which no reader can ask for files."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("file"), max_length=255)
    archive = models.CharField(_("archive it was in"), max_length=255, blank=True)
    data = models.BinaryField(_("bytes"), default=bytes)
    error = models.TextField(_("why it cannot be read"), blank=True)
    missing_words = models.JSONField(_("missing words"), default=list)
    is_shown = models.BooleanField(_("picture that a document shows"), default=False)
    is_read = models.BooleanField(_("read"), default=False)

    class Meta:
        app_label = "operations"
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")
        ordering = ["position"]

    def __str__(self):
        return self.name


class ImportItem(models.Model):
    """A document of a file: what was understood of it, what the editor decided, what it became.

    `report` is a `DocumentReport`. `parent` is empty for the place where the type lives; `outcome`
    is empty until the document was dealt with.
    """

    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="items")
    rank = models.PositiveIntegerField(_("rank in the file"))
    kind = models.CharField(_("type"), max_length=20)
    parent = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("parent page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_wanted = models.BooleanField(_("to import"), default=True)
    report = models.JSONField(_("report"), default=dict)
    outcome = models.CharField(_("outcome"), max_length=12, blank=True)

    class Meta:
        app_label = "operations"
        verbose_name = _("uploaded document")
        verbose_name_plural = _("uploaded documents")
        ordering = ["file__position", "rank"]

    def __str__(self):
        return self.report.get("title", "")
