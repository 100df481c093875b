"""What a reader found wrong on a page, and what became of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Report(models.Model):
    """One report, from a person of whom at most an address is known, for a time."""

    class Kind(models.TextChoices):
        ERROR = "error", _("Something is wrong or misleading")
        OUTDATED = "outdated", _("It is out of date")
        BROKEN = "broken", _("A link, a file or a picture does not work")
        RIGHTS = "rights", _("It uses a work or names a person without permission")
        UNLAWFUL = "unlawful", _("It is hurtful or against the law")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        KEPT = "kept", _("Left as it is")
        CHANGED = "changed", _("Changed")
        REMOVED = "removed", _("Taken off the site")

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="reader_reports",
    )
    title = models.CharField(_("title of the page"), max_length=255)
    kind = models.CharField(_("what is wrong"), max_length=10, choices=Kind.choices)
    text = models.TextField(_("in words"), max_length=4000)
    email = models.EmailField(_("address for the answer"), blank=True)
    language = models.CharField(_("language"), max_length=35)
    created_at = models.DateTimeField(_("reported at"), auto_now_add=True)
    outcome = models.CharField(
        _("decision"), max_length=10, choices=Outcome.choices, blank=True, db_index=True
    )
    answer = models.TextField(_("words to who reported"), max_length=4000, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        app_label = "contributions"
        verbose_name = _("report of a content")
        verbose_name_plural = _("reports of contents")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title}"
