"""What wagtail-localize does not keep: freshness, history, memory, requests of readers."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Locale, Page
from wagtail_localize.models import String, Translation, TranslationContext, TranslationSource

from translation.forms import ReasonForm

# In `StringTranslation.field_error`: no page refused the text; a person has to read it again
# before it goes live.
TO_REVIEW = "to review"


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


class TextVersion(models.Model):
    """A text of a translation as somebody left it; only ever added to. Empty: it was taken out."""

    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("text"), blank=True)
    kind = models.CharField(_("written by people or a machine"), max_length=20)
    tool = models.CharField(_("tool"), max_length=255, blank=True)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(_("written at"), default=timezone.now)

    class Meta:
        verbose_name = _("version of a text")
        verbose_name_plural = _("versions of texts")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["context", "locale"], name="translation_text_history")]

    def __str__(self):
        return f"{self.text[:40]} ({self.written_at:%Y-%m-%d})"


class MemoryKey(models.Model):
    """A pair of words of a translated text, as a number: texts that share some may be alike."""

    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    key = models.PositiveIntegerField(_("key"), db_index=True)

    class Meta:
        verbose_name = _("key of the memory")
        verbose_name_plural = _("keys of the memory")
        constraints = [
            models.UniqueConstraint(fields=["string", "key"], name="translation_one_key")
        ]

    def __str__(self):
        return f"{self.string_id}: {self.key}"


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


class TranslationBatch(models.Model):
    """A branch of pages whose translations the worker begins, one after the other."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    total = models.PositiveIntegerField(_("pages"), default=0)
    done = models.PositiveIntegerField(_("pages done"), default=0)
    # The ids of the pages that are left, parents first; and the titles of those left out.
    left = models.JSONField(_("pages left"), default=list)
    left_out = models.JSONField(_("pages left out"), default=list)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)

    class Meta:
        verbose_name = _("branch to translate")
        verbose_name_plural = _("branches to translate")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.page} ({self.locale})"

    @property
    def is_over(self) -> bool:
        return not self.left
