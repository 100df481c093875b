"""The controlled vocabularies: themes, territories, organisations, families, terms, licences."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.fields import RichTextField


class Term(TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """What every vocabulary shares: a name, an address, a draft state, translations."""

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(
        _("address"),
        max_length=160,
        help_text=_("The last part of the public address: letters, digits and hyphens."),
    )

    panels = [FieldPanel("name"), FieldPanel("slug")]
    translatable_fields = [
        TranslatableField("name"),
        SynchronizedField("slug", overridable=True),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "locale"],
                name="%(app_label)s_%(class)s_slug_per_locale",
                violation_error_message=_("Another one has this address in this language."),
            )
        ]

    def __str__(self):
        return self.name


class Theme(Term):
    """A subject of the controlled list; a page has at most five."""

    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences, shown on its page.")
    )

    panels = [*Term.panels, FieldPanel("description")]
    translatable_fields = [*Term.translatable_fields, TranslatableField("description")]

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Territory(Term):
    """A place of any size. Its aliases make it found: "53" leads to Mayenne."""

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
        MUNICIPALITY = "municipality", _("municipality")
        INTERMUNICIPALITY = "intermunicipality", _("group of municipalities")
        LIVING_AREA = "living_area", _("living area")
        DEPARTMENT = "department", _("department")
        REGION = "region", _("region")
        COUNTRY = "country", _("country")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    code = models.CharField(
        _("code"), max_length=20, blank=True, help_text=_("The official code, for instance 53.")
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line: former names, abbreviations, codes that people type."),
    )

    panels = [
        *Term.panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("code")]),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("aliases"),
    ]
    translatable_fields = [
        *Term.translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("code", overridable=False),
        TranslatableField("parent"),
        SynchronizedField("latitude", overridable=False),
        SynchronizedField("longitude", overridable=False),
        SynchronizedField("aliases", overridable=True),
    ]
    search_fields = [
        *Term.search_fields,
        index.SearchField("code"),
        index.SearchField("aliases"),
        index.AutocompleteField("aliases"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("territory")
        verbose_name_plural = _("territories")

    def clean(self):
        super().clean()
        ancestor = self.parent
        for _level in range(12):
            if ancestor is None:
                return
            if ancestor.pk == self.pk:
                break
            ancestor = ancestor.parent
        raise ValidationError({"parent": _("A territory cannot be part of itself.")})


class Organisation(Term):
    """A body that leads, hosts or takes part."""

    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    territory = models.ForeignKey(
        Territory,
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
    )
    description = models.TextField(_("description"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("slug")]),
        FieldPanel("website"),
        FieldPanel("territory"),
        FieldPanel("description"),
    ]
    translatable_fields = [
        *Term.translatable_fields,
        SynchronizedField("acronym", overridable=True),
        SynchronizedField("website", overridable=True),
        TranslatableField("territory"),
        TranslatableField("description"),
    ]
    search_fields = [*Term.search_fields, index.SearchField("acronym")]

    class Meta(Term.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class CoalitionFamily(Term):
    """One of the few families in which coalitions are classified."""

    description = models.TextField(_("description"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [*Term.panels, FieldPanel("description"), FieldPanel("sort_order")]
    translatable_fields = [
        *Term.translatable_fields,
        TranslatableField("description"),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(Term.Meta):
        verbose_name = _("coalition family")
        verbose_name_plural = _("coalition families")
        ordering = ["sort_order", "name"]


class GlossaryTerm(Term):
    """A word and its meaning, the same for readers and for translators."""

    definition = RichTextField(_("definition"), features=["bold", "italic", "link"])
    is_kept = models.BooleanField(
        _("not translated"),
        default=False,
        help_text=_("A name that stays as it is in every language."),
    )
    refused_forms = models.TextField(
        _("forms not to use"),
        blank=True,
        help_text=_("One a line: what translators are warned of when they write it."),
    )

    panels = [
        *Term.panels,
        FieldPanel("definition"),
        MultiFieldPanel(
            [FieldPanel("is_kept"), FieldPanel("refused_forms")], heading=_("For translators")
        ),
    ]
    translatable_fields = [
        *Term.translatable_fields,
        TranslatableField("definition"),
        SynchronizedField("is_kept", overridable=False),
        SynchronizedField("refused_forms", overridable=True),
    ]
    search_fields = [*Term.search_fields, index.SearchField("definition")]

    class Meta(Term.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")


class Licence(Term):
    """Terms of reuse, with the address of their text."""

    code = models.CharField(
        _("code"),
        max_length=40,
        validators=[RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9.+-]*$")],
        help_text=_("The SPDX identifier, for instance CC-BY-4.0."),
    )
    url = models.URLField(_("address of the text"), blank=True)
    summary = models.TextField(
        _("in short"), blank=True, help_text=_("What one may do, and on which condition.")
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("slug")]),
        MultiFieldPanel([FieldPanel("url"), FieldPanel("summary")], heading=_("Terms")),
    ]
    translatable_fields = [
        *Term.translatable_fields,
        SynchronizedField("code", overridable=False),
        SynchronizedField("url", overridable=True),
        TranslatableField("summary"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
