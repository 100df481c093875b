"""What the import remembers: which documents came in, as which pages and pictures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedDocument(models.Model):
    """A document of a file that became a page, so that a second run makes no duplicate.

    `source` is the name of the file, `key` that of the document in it, `digest` the SHA-256 of
    the file. `revision` is the revision that the import made: while it is the latest one of a
    draft, nobody has touched the page. `address` is where the document was published (the form of
    `links.address_key`); `links` are the addresses in it that are not links to pages yet.
    """

    source = models.CharField(_("file"), max_length=255)
    key = models.CharField(_("document in the file"), max_length=280)
    digest = models.CharField(_("digest"), max_length=64, db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="imported_from",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.CharField(
        _("address of the source"), max_length=500, blank=True, db_index=True
    )
    links = models.JSONField(_("links of the source"), default=list)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        app_label = "operations"
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")
        ordering = ["source", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="operations_one_page_a_document")
        ]

    def __str__(self):
        return self.source


class ImportedPicture(models.Model):
    """A picture that came in, by the SHA-256 of its bytes, so that it is never taken in twice."""

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    image = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("image"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        app_label = "operations"
        verbose_name = _("imported picture")
        verbose_name_plural = _("imported pictures")

    def __str__(self):
        return self.digest
