"""The public catalogue: one row a page, derived from the pages and made anew from them.

Never stored here: the address, the tree path, the live state, restrictions and the openness
of a language. A move or a restriction above sends no signal for the pages below, so these are
read from the joined page (`content.visibility`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from content import visibility


class DocumentQuerySet(models.QuerySet):
    def public(self, rules: visibility.Rules):
        """Return the documents whose page anybody may see, with that page."""
        return self.filter(rules.filter("page__")).select_related("page", "page__locale")

    def in_locale(self, locale_id: int):
        return self.filter(locale_id=locale_id)

    def in_menu(self, locale_id: int):
        """Return the documents of the menu of one language."""
        # "In", since SQLite uses no index for a bare boolean.
        return self.filter(in_menu__in=[True], locale_id=locale_id)

    def with_facet(self, facet: str, values):
        """Return the documents that have one of `values` for `facet`."""
        rows = Facet.objects.filter(facet=facet, value__in=values)
        return self.filter(pk__in=rows.values("document_id"))


class Document(models.Model):
    """What a card, a facet, a feed or the map needs to know of one page."""

    page = models.OneToOneField(
        Page, primary_key=True, on_delete=models.CASCADE, related_name="catalogue_document"
    )
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    translation_key = models.UUIDField(db_index=True)
    kind = models.CharField(_("kind"), max_length=20)
    family = models.CharField(_("family"), max_length=20)
    listed = models.BooleanField(_("listed"), default=True)
    in_menu = models.BooleanField(_("in the menu"), default=False)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    facts = models.JSONField(_("facts"), default=list)
    image = models.ForeignKey(
        "content.PortalImage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text_language = models.CharField(_("language of the text"), max_length=35)
    content_language = models.CharField(_("language of the contribution"), max_length=35)
    dated = models.DateField(_("date"))
    year = models.PositiveSmallIntegerField(_("year"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of the catalogue")
        verbose_name_plural = _("catalogue")
        ordering = ["-dated", "-page_id"]
        indexes = [
            models.Index(
                fields=["locale", "kind", "-dated", "-page"], name="search_by_kind_and_date"
            ),
            models.Index(fields=["locale", "-dated", "-page"], name="search_by_date"),
            models.Index(fields=["in_menu", "locale"], name="search_menu"),
            # All that a list counts, read without the rows themselves.
            models.Index(
                fields=[
                    "locale",
                    "kind",
                    "text_language",
                    "year",
                    "listed",
                    "translation_key",
                    "page",
                ],
                name="search_counting",
            ),
        ]

    def __str__(self):
        return self.title


class DocumentText(models.Model):
    """The plain words of a page, apart from its row: in it they slow every facet down."""

    document = models.OneToOneField(
        Document, primary_key=True, on_delete=models.CASCADE, related_name="words"
    )
    text = models.TextField(_("text"))
    folded = models.TextField(_("text without accents"))

    def __str__(self):
        return self.text[:80]


class Facet(models.Model):
    """One value by which a document is found: a theme, a territory, a tag, a language."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    facet = models.CharField(_("facet"), max_length=20)
    value = models.CharField(_("value"), max_length=64)

    class Meta:
        verbose_name = _("facet value")
        verbose_name_plural = _("facet values")
        constraints = [
            models.UniqueConstraint(fields=["document", "facet", "value"], name="search_facet_once")
        ]
        indexes = [models.Index(fields=["facet", "value", "document"], name="search_facet_value")]

    def __str__(self):
        return f"{self.facet}={self.value}"
