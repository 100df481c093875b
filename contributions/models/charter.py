"""The charter that one accepts before proposing a text, and who accepted which version of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, RevisionMixin

from content.fields import RichTextField


class Charter(RevisionMixin, models.Model):
    """The charter in one language."""

    locale = models.OneToOneField(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )
    version = models.PositiveSmallIntegerField(
        _("version"),
        default=1,
        help_text=_("Raise it when authors must accept the charter again, not for a comma."),
    )
    text = RichTextField(_("text"), features=["bold", "italic", "link", "ul", "ol"])

    panels = [FieldPanel("version"), FieldPanel("text")]

    class Meta:
        verbose_name = _("charter of contribution")
        verbose_name_plural = _("charters of contribution")

    def __str__(self):
        return f"{self._meta.verbose_name} ({self.locale.get_display_name()}), {self.version}"


class CharterAcceptance(models.Model):
    """Who accepted which version, in which language, and when."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="charter_acceptances",
    )
    version = models.PositiveSmallIntegerField(_("version"))
    language = models.CharField(_("language"), max_length=35)
    accepted_at = models.DateTimeField(_("accepted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("acceptance of the charter")
        verbose_name_plural = _("acceptances of the charter")
        constraints = [
            models.UniqueConstraint(fields=["user", "version"], name="charter_accepted_once")
        ]

    def __str__(self):
        return f"{self.user} {self.version}"
