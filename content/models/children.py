"""Child tables that every page type shares, keyed to Wagtail's own page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.fields import LanguageField
from content.files import FileFacts
from content.folding import fold
from content.models.vocabularies import Organisation, Territory, Theme


class TagQuerySet(models.QuerySet):
    def get(self, *args, **lookup):
        """Return the tag of a word under all its spellings.

        taggit looks a typed word up by `name__iexact` (setting `TAGGIT_CASE_INSENSITIVE`);
        here accents and plurals do not count either, and a merged tag gives its successor.
        """
        if (name := lookup.pop("name__iexact", None)) is not None:
            tag = super().select_related("replaced_by").get(*args, folded=fold(name), **lookup)
            return tag.replaced_by or tag
        return super().get(*args, **lookup)


class Tag(index.Indexed, TagBase):
    """A free word. Two words that differ by accents, case or plural are the same tag."""

    free_tagging = True
    folded = models.CharField(max_length=120, unique=True, editable=False)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="replaces",
    )

    objects = TagQuerySet.as_manager()
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag, i=None):
        slug = "-".join(fold(tag).split())[:90] or "tag"
        return slug if i is None else f"{slug}-{i}"


class PageTag(ItemBase):
    tag = models.ForeignKey(Tag, related_name="page_tags", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_tags"
    )

    class Meta:
        verbose_name = _("tag of a page")
        unique_together = [("tag", "content_object")]


class PageTheme(Orderable):
    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_themes")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="page_themes"
    )

    panels = [FieldPanel("theme")]
    translatable_fields = [SynchronizedField("theme", overridable=False)]

    class Meta(Orderable.Meta):
        verbose_name = _("theme")
        unique_together = [("page", "theme")]

    def __str__(self):
        return str(self.theme)


class PageTerritory(Orderable):
    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_territories"
    )
    territory = models.ForeignKey(
        Territory,
        verbose_name=_("territory"),
        on_delete=models.CASCADE,
        related_name="page_territories",
    )

    panels = [FieldPanel("territory")]
    translatable_fields = [SynchronizedField("territory", overridable=False)]

    class Meta(Orderable.Meta):
        verbose_name = _("territory")
        unique_together = [("page", "territory")]

    def __str__(self):
        return str(self.territory)


class PageCredit(Orderable):
    """Who made the page, and in which role: a person by name, or an organisation."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("author")
        EDITOR = "editor", _("editor")
        CONTRIBUTOR = "contributor", _("contributor")
        ILLUSTRATOR = "illustrator", _("illustrator")
        TRANSLATOR = "translator", _("translator")
        PROOFREADER = "proofreader", _("proofreader")
        FUNDER = "funder", _("funder")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_credits")
    name = models.CharField(_("name of the person"), max_length=160, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="page_credits",
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.AUTHOR)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("role")]), FieldPanel("organisation")]
    translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("role", overridable=False),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")

    def __str__(self):
        return self.name or str(self.organisation or "")

    def clean(self):
        super().clean()
        if not self.name and not self.organisation_id:
            raise ValidationError({"name": _("Name a person or choose an organisation.")})


class Attachment(FileFacts, TranslatableMixin, Orderable):
    """A file that comes with a page: held here, linked to, or known by name and host only."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="attachments")
    label = models.CharField(
        _("label"),
        max_length=200,
        blank=True,
        help_text=_("What the file is, as readers will see it."),
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    file_name = models.CharField(
        _("name of the file"),
        max_length=200,
        blank=True,
        help_text=_("For a file of which only the name is known."),
    )
    host = models.CharField(
        _("host"),
        max_length=200,
        blank=True,
        help_text=_("The site where the file was, for instance example.org."),
    )
    language = LanguageField(_("language"), blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    size = models.PositiveBigIntegerField(
        _("size in bytes"), null=True, blank=True, help_text=_("Filled in from the file if held.")
    )

    panels = [
        FieldPanel("label"),
        FieldPanel("document"),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("file_name"), FieldPanel("host")]),
        FieldRowPanel([FieldPanel("language"), FieldPanel("pages"), FieldPanel("size")]),
    ]
    translatable_fields = [
        TranslatableField("label"),
        SynchronizedField("document", overridable=True),
        SynchronizedField("url", overridable=True),
        SynchronizedField("file_name", overridable=False),
        SynchronizedField("host", overridable=False),
        SynchronizedField("language", overridable=False),
        SynchronizedField("pages", overridable=False),
        SynchronizedField("size", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("attachment")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if not (self.document_id or self.url or self.file_name):
            raise ValidationError(
                {"document": _("Choose a file, or give its address, or at least its name.")}
            )
