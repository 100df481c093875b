"""Pages that people keep for themselves, and how often pages are read."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SavedList(models.Model):
    """A named list of pages, which its owner alone sees unless they share its address."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="saved_lists",
    )
    name = models.CharField(_("name of the list"), max_length=80)
    is_shared = models.BooleanField(_("shared"), default=False)
    key = models.UUIDField(_("key of its address"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        app_label = "contributions"
        verbose_name = _("list of saved pages")
        verbose_name_plural = _("lists of saved pages")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="one_list_of_each_name")
        ]

    def __str__(self):
        return self.name


class SavedPage(models.Model):
    """A page in a list."""

    saved_list = models.ForeignKey(
        SavedList, verbose_name=_("list"), on_delete=models.CASCADE, related_name="saved_pages"
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="saved_pages"
    )
    saved_at = models.DateTimeField(_("saved at"), auto_now_add=True)

    class Meta:
        app_label = "contributions"
        verbose_name = _("saved page")
        verbose_name_plural = _("saved pages")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["saved_list", "page"], name="once_in_each_list")
        ]

    def __str__(self):
        return self.page.title


class PageViews(models.Model):
    """How often a page was read: once a visitor and day, and nothing about who."""

    page = models.OneToOneField(
        Page,
        verbose_name=_("page"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="page_views",
    )
    count = models.PositiveIntegerField(_("views"), default=0)

    class Meta:
        app_label = "contributions"
        verbose_name = _("views of a page")
        verbose_name_plural = _("views of pages")

    def __str__(self):
        return f"{self.page_id}: {self.count}"
