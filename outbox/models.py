"""What must follow a commit, written in the same transaction as the change itself."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EntryQuerySet(models.QuerySet):
    def due(self, now):
        """Return entries whose time has come and that no worker holds."""
        return self.filter(
            models.Q(leased_until__isnull=True) | models.Q(leased_until__lt=now),
            due_at__lte=now,
            failed_at__isnull=True,
        )


class Entry(models.Model):
    """One thing to do for one subject; a second request for the same pair is folded into it."""

    topic = models.CharField(_("topic"), max_length=80)
    subject = models.CharField(_("subject"), max_length=200)
    payload = models.JSONField(_("payload"), default=dict)
    version = models.PositiveIntegerField(_("version"), default=1)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"), default=timezone.now, db_index=True)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    failed_at = models.DateTimeField(_("given up at"), null=True, blank=True)
    last_error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("outbox entry")
        verbose_name_plural = _("outbox entries")
        constraints = [
            models.UniqueConstraint(fields=["topic", "subject"], name="outbox_one_per_subject")
        ]

    def __str__(self):
        return f"{self.topic} {self.subject}"
