"""What wagtail-localize does not keep: freshness, changes of a source, requests of readers."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Locale
from wagtail_localize.models import Translation, TranslationSource

from translation.forms import ReasonForm


class TranslationStatus(models.Model):
    """When a translation was last published, and whether its source has changed since."""

    translation = models.OneToOneField(
        Translation, primary_key=True, on_delete=models.CASCADE, related_name="status"
    )
    published_at = models.DateTimeField(_("published at"), null=True)
    stale_since = models.DateTimeField(_("stale since"), null=True)
    # The ids of the blocks of the body that were published in the language of the source.
    untranslated = models.JSONField(_("untranslated blocks"), default=list)

    # "human", "machine" or "mixed", and the displayed names of those who wrote it.
    origin = models.CharField(_("origin"), max_length=10, blank=True)
    translators = models.JSONField(_("translators"), default=list)

    class Meta:
        verbose_name = _("status of a translation")
        verbose_name_plural = _("status of translations")

    def __str__(self):
        return f"{self.translation_id}"


class SourceChange(models.Model):
    """A text of a source that a publication changed: what it was, and what it became."""

    source = models.ForeignKey(TranslationSource, on_delete=models.CASCADE, related_name="changes")
    path = models.TextField(_("place in the page"))
    old = models.TextField(_("before"), blank=True)
    new = models.TextField(_("after"), blank=True)
    is_minor = models.BooleanField(_("minor change"), default=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    class Meta:
        verbose_name = _("change of a source")
        verbose_name_plural = _("changes of sources")
        ordering = ["changed_at", "pk"]

    def __str__(self):
        return f"{self.path} ({self.changed_at:%Y-%m-%d})"


class TranslationRequest(models.Model):
    """How many times readers have asked for a page in a language; nothing about who asked."""

    translation_key = models.UUIDField(_("translation key"))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    count = models.PositiveIntegerField(_("requests"), default=0)
    last_asked_at = models.DateTimeField(_("last asked at"), default=timezone.now)

    class Meta:
        verbose_name = _("request for a translation")
        verbose_name_plural = _("requests for translations")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="translation_one_request"
            )
        ]

    def __str__(self):
        return f"{self.translation_key} × {self.count}"


class TranslationReview(AbstractGroupApprovalTask):
    """The one step of the workflow of a language: a reviewer approves, or refuses and says why."""

    def get_form_for_action(self, action):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    @classmethod
    def get_description(cls):
        return _("A reviewer of the language approves a translation, or refuses it with a reason.")

    class Meta:
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")
