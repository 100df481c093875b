"""The kit, a book that local actors use: its landing page and its chapters."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.fields import LanguageField, RichTextField, StreamField
from content.files import FileFacts
from content.models import EditorialPage
from content.steps import Step, step_to
from content.visibility import branch
from kit.forms import ChapterForm
from kit.reading import kit_summary, reading_context


class KitPage(EditorialPage):
    """The landing page of a kit: what it is, its summary, its editions and downloads."""

    class Status(models.TextChoices):
        PREPARING = "preparing", _("in preparation")
        CURRENT = "current", _("current edition")
        FORMER = "former", _("former edition")

    baseline = models.CharField(
        _("baseline"), max_length=200, blank=True, help_text=_("One line under the title.")
    )
    introduction = RichTextField(_("introduction"), blank=True)
    cover = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    edition = models.CharField(
        _("edition"), max_length=80, blank=True, help_text=_("For instance: second edition.")
    )
    edition_date = models.DateField(_("date of the edition"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.PREPARING
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("previous edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="successors",
    )

    show_in_menus_default = True

    public_label = _("Kit")
    search_mapping = SearchMapping(
        kind="kit", family="kit", text=("baseline", "introduction"), date="edition_date"
    )
    page_description = _("A kit: a book in chapters, with its editions and downloads.")
    template = "kit/kit_page.html"
    sample = "kit.samples.kit"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["kit.ChapterPage"]
    admin_default_ordering = "ord"

    main_panels = [
        FieldPanel("baseline"),
        FieldPanel("introduction"),
        FieldPanel("cover"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("edition"), FieldPanel("edition_date")]),
                FieldPanel("status"),
                FieldPanel("predecessor"),
            ],
            heading=_("Edition"),
        ),
        InlinePanel("downloads", label=_("Download")),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        TranslatableField("baseline"),
        TranslatableField("introduction"),
        SynchronizedField("cover", overridable=True),
        TranslatableField("edition"),
        SynchronizedField("edition_date", overridable=False),
        SynchronizedField("status", overridable=False),
        SynchronizedField("predecessor", overridable=True),
        TranslatableField("downloads"),
    ]

    class Meta:
        verbose_name = _("kit")
        verbose_name_plural = _("kits")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "summary_entries": kit_summary(self, request)}

    def card_facts(self) -> list[str]:
        return [fact for fact in (self.edition, self.baseline) if fact]

    def chapters(self):
        """Return the chapters of the kit at every level, in book order, public or not."""
        return ChapterPage.objects.filter(branch(self.path), depth__gt=self.depth).order_by("path")

    @cached_property
    def files(self) -> list:
        return list(self.downloads.all().select_related("document"))


class KitDownload(FileFacts, TranslatableMixin, Orderable):
    """A file of the whole kit: in colour, in black and white, as a book for readers."""

    class Variant(models.TextChoices):
        COLOUR = "colour", _("PDF in colour")
        BLACK_AND_WHITE = "bw", _("PDF in black and white")
        EPUB = "epub", _("EPUB")
        OTHER = "other", _("other file")

    page = ParentalKey(KitPage, on_delete=models.CASCADE, related_name="downloads")
    variant = models.CharField(_("variant"), max_length=10, choices=Variant.choices)
    label = models.CharField(_("label"), max_length=160, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    language = LanguageField(_("language"), blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("variant"), FieldPanel("label")]),
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("pages")]),
    ]
    translatable_fields = [
        SynchronizedField("variant", overridable=False),
        TranslatableField("label"),
        SynchronizedField("document", overridable=True),
        SynchronizedField("language", overridable=True),
        SynchronizedField("pages", overridable=True),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("download")

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return self.label or self.get_variant_display()


class ChapterPage(EditorialPage):
    """A chapter of a kit. One that has chapters under it is a part."""

    class Kind(models.TextChoices):
        INTRODUCTION = "introduction", _("introduction")
        CHAPTER = "chapter", _("chapter")
        WORKSHEET = "worksheet", _("worksheet")
        CONCLUSION = "conclusion", _("conclusion")
        ANNEX = "annex", _("annex")

    chapter_kind = models.CharField(
        _("kind"), max_length=14, choices=Kind.choices, default=Kind.CHAPTER
    )
    number = models.CharField(
        _("number"),
        max_length=12,
        blank=True,
        help_text=_("As it is quoted: 3, 3.2, A. It stays the same when chapters move."),
    )
    valid_as_of = models.DateField(
        _("valid as of"),
        null=True,
        blank=True,
        help_text=_("The date of the state of things that the text describes."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    summary_entries = ()

    public_label = _("Chapter of the kit")
    search_mapping = SearchMapping(kind="chapter", family="kit", text=("number",))
    page_description = _("A chapter of a kit; with chapters under it, a part.")
    template = "kit/chapter_page.html"
    sample = "kit.samples.chapter"
    parent_page_types = ["kit.KitPage", "kit.ChapterPage"]
    subpage_types = ["kit.ChapterPage"]
    admin_default_ordering = "ord"

    main_panels = [
        FieldRowPanel([FieldPanel("chapter_kind"), FieldPanel("number")]),
        FieldPanel("valid_as_of"),
        FieldPanel("body"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        SynchronizedField("chapter_kind", overridable=False),
        SynchronizedField("number", overridable=False),
        SynchronizedField("valid_as_of", overridable=False),
        TranslatableField("body"),
    ]

    base_form_class = ChapterForm

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    @classmethod
    def can_create_at(cls, parent):
        """Refuse a third level: a chapter inside a part holds no chapter."""
        return super().can_create_at(parent) and not _is_inside_a_part(parent)

    def can_move_to(self, parent):
        return (
            super().can_move_to(parent)
            and not _is_inside_a_part(parent)
            and not (self.numchild and isinstance(parent.specific, ChapterPage))
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        reading = reading_context(self, request)
        self.summary_entries = reading["summary_entries"]
        return {**context, **reading}

    @cached_property
    def kit(self) -> KitPage | None:
        """The kit that holds the chapter; None for a chapter that is not placed yet."""
        ends = range(self.steplen, len(self.path), self.steplen)
        paths = [self.path[:end] for end in ends]
        return KitPage.objects.filter(path__in=paths).order_by("-depth").first()

    def steps_above(self, request) -> list[Step]:
        """Return the kit and the part, without a query: the summary has them already."""
        if self.kit is None:
            return []
        parts = [entry for entry in self.summary_entries if self.path.startswith(entry.path)]
        above = [
            Step(part.title, part.url, part.text_language)
            for part in parts
            if part.path != self.path
        ]
        return [step_to(self.kit, request), *above]

    def card_facts(self) -> list[str]:
        facts = [gettext("chapter %(number)s") % {"number": self.number}] if self.number else []
        return facts or [self.get_chapter_kind_display()]


def _is_inside_a_part(page) -> bool:
    parent = page.get_parent()
    return (
        page.specific_class is ChapterPage
        and parent is not None
        and parent.specific_class is ChapterPage
    )
