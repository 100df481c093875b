"""A text that an author proposed, beside the page that holds it, and what was said about it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Revision


class Proposal(models.Model):
    """What the portal knows of a proposed page beyond the page itself.

    Where the text stands is read from the page and its workflow (`contributions.states`); only
    what Wagtail has no word for is kept here.
    """

    class Ending(models.TextChoices):
        WITHDRAWN = "withdrawn", _("withdrawn by its author")
        DECLINED = "declined", _("not kept")

    page = models.OneToOneField(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="proposal"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    author_name = models.CharField(_("name of the author"), max_length=120, blank=True)
    language = models.CharField(_("language of the author"), max_length=35)
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, editable=False)
    note = models.TextField(_("note to the moderators"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("proposed at"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    # Counted after each time it was proposed; nothing until then.
    similar = models.PositiveSmallIntegerField(_("similar texts"), null=True, blank=True)
    ending = models.CharField(_("ending"), max_length=10, choices=Ending.choices, blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="one_page_for_each_form")
        ]

    def __str__(self):
        return self.page.get_admin_display_title()


class Exchange(models.Model):
    """One turn of the conversation between an author and those who decide."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("Proposed")
        RESUBMITTED = "resubmitted", _("Proposed again")
        UPDATED = "updated", _("Proposal updated")
        TAKEN = "taken", _("Taken in charge")
        RELEASED = "released", _("Given back")
        INCOMPLETE = "incomplete", _("Changes asked for")
        DECLINED = "declined", _("Not kept")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        # A text, where a report speaks of a page.
        UNPUBLISHED = "unpublished", pgettext_lazy("text", "Taken off the site")
        REMINDED = "reminded", _("Moderators reminded")
        DELAYED = "delayed", _("Author told of the delay")

    proposal = models.ForeignKey(
        Proposal, verbose_name=_("proposal"), on_delete=models.CASCADE, related_name="exchanges"
    )
    kind = models.CharField(_("what happened"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    actor_name = models.CharField(_("name"), max_length=120, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    revision = models.ForeignKey(
        Revision,
        verbose_name=_("revision"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The accounts that were told by mail: a second attempt leaves them out.
    mailed = models.JSONField(_("told by mail"), default=list, editable=False)

    class Meta:
        verbose_name = _("exchange about a proposal")
        verbose_name_plural = _("exchanges about proposals")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"
