"""What readers with an account say of a page, what became of it, and how they react to it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content.fields import LanguageField

LONGEST_TEXT = 4000
LONGEST_QUOTE = 2000


class RemarkQuerySet(models.QuerySet):
    def waiting(self):
        """Return the remarks on which nobody has decided, longest first."""
        return self.filter(outcome="").order_by("created_at", "pk")

    def public(self):
        """Return the remarks that readers see: decided, and not kept from them."""
        return self.exclude(outcome__in=Remark.NOT_PUBLIC)


class Remark(models.Model):
    """One remark on one version of a page, or on a passage of it.

    The passage is known by the id of its block, and quoted as it was: the remark stays
    understandable when the page changes.
    """

    class Kind(models.TextChoices):
        EXAMPLE = "example", _("An example")
        IMPERFECTION = "imperfection", _("An imperfection")
        DIFFICULTY = "difficulty", _("A difficulty")
        QUESTION = "question", _("A question")
        USE = "use", _("A use")
        JOIN = "join", _("We join")

    class Outcome(models.TextChoices):
        KEPT = "kept", _("Kept")
        COVERED = "covered", _("Already covered")
        SET_ASIDE = "aside", _("Set aside")
        HIDDEN = "hidden", _("Not shown to readers")

    # Undecided, or kept from readers.
    NOT_PUBLIC = ("", Outcome.HIDDEN)

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )
    title = models.CharField(_("title of the page"), max_length=255)
    passage = models.CharField(_("passage"), max_length=64, blank=True)
    quote = models.TextField(
        _("the passage as it was"), max_length=LONGEST_QUOTE, blank=True, editable=False
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    text = models.TextField(_("in words"), max_length=LONGEST_TEXT)
    # Of the pages that its author read when writing: that of what is written back.
    language = LanguageField(_("language"))
    text_language = LanguageField(_("language of the text"))
    key = models.UUIDField(_("key of its form"), default=uuid.uuid4, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )
    author_name = models.CharField(_("name of the author"), max_length=120)
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)
    outcome = models.CharField(
        _("decision"), max_length=10, choices=Outcome.choices, blank=True, db_index=True
    )
    reason = models.TextField(_("reason"), max_length=LONGEST_TEXT, blank=True)
    reply = models.TextField(_("reply of the editors"), max_length=LONGEST_TEXT, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    proposal = models.ForeignKey(
        "contributions.Proposal",
        verbose_name=_("story made of it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="remarks",
    )

    objects = RemarkQuerySet.as_manager()

    class Meta:
        app_label = "contributions"
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "key"], name="one_remark_of_each_form")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title}"


class Reaction(models.Model):
    """One word about a page, once a person: that it is useful, was tried, needs completing."""

    class Kind(models.TextChoices):
        USEFUL = "useful", _("Useful")
        TRIED = "tried", _("Tried here")
        COMPLETE = "complete", _("To complete")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="reactions",
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="reactions"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        app_label = "contributions"
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.UniqueConstraint(fields=["user", "page", "kind"], name="one_of_each_reaction")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.page_id}"
