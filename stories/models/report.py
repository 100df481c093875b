"""The report of a workshop, in one of the community's two forms."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.dates import PartialDate, Precision
from content.fields import RichTextField, StreamField
from content.models import EditorialPage
from content.rows import PersonRow, TextRow, under_headings
from stories.links import occasion_context


class WorkshopReportPage(EditorialPage):
    """What a workshop discussed: by question and synthesis, or in four parts."""

    class Form(models.TextChoices):
        DISCUSSION = "discussion", _("question, synthesis, key points")
        FOUR_PARTS = "four_parts", _("promises, tensions, wishes, messages")

    form = models.CharField(_("form"), max_length=12, choices=Form.choices, default=Form.DISCUSSION)
    series = models.CharField(_("series"), max_length=160, blank=True)
    series_number = models.CharField(_("number in the series"), max_length=12, blank=True)
    session_number = models.CharField(_("session"), max_length=12, blank=True)
    event = models.ForeignKey(
        "coalitions.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    coalition = models.ForeignKey(
        "coalitions.CoalitionPage",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    held_on = models.DateField(_("held on"), null=True, blank=True)
    date_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    synthesis = RichTextField(_("synthesis"), blank=True)
    promises = RichTextField(_("promises, initiatives and actors"), blank=True)
    tensions = RichTextField(_("tensions and paradoxes"), blank=True)
    wishes = RichTextField(_("wishes and actions to take"), blank=True)
    messages = RichTextField(_("messages and recommendations"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("more"), blank=True)

    reading_rows = ("questions", "points", "key_points")

    is_contribution = True
    public_label = _("Workshop report")
    search_mapping = SearchMapping(
        kind="report",
        family="story",
        text=(
            "series",
            "questions",
            "synthesis",
            "points",
            "key_points",
            "promises",
            "tensions",
            "wishes",
            "messages",
        ),
        date="held_on",
        facets={"coalition": "coalition"},
    )
    page_description = _("The report of a workshop, by discussion or in four parts.")
    template = "stories/workshop_report_page.html"
    sample = "stories.samples.report"
    parent_page_types = ["stories.StoryIndexPage", "coalitions.EventPage"]
    subpage_types = []

    main_panels = [
        FieldPanel("form"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("series"),
                        FieldPanel("series_number"),
                        FieldPanel("session_number"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("held_on"), FieldPanel("date_precision"), FieldPanel("venue")]
                ),
                FieldPanel("event"),
                FieldPanel("coalition"),
            ],
            heading=_("Workshop"),
        ),
        InlinePanel("questions", label=_("Question")),
        FieldPanel("synthesis"),
        InlinePanel("points", label=_("Finding, lead or point of attention")),
        InlinePanel("key_points", label=_("Key point")),
        MultiFieldPanel(
            [
                FieldPanel("promises"),
                FieldPanel("tensions"),
                FieldPanel("wishes"),
                FieldPanel("messages"),
            ],
            heading=_("The four parts"),
        ),
        InlinePanel("facilitators", label=_("Facilitator")),
        InlinePanel("participants", label=_("Participant")),
        FieldPanel("body"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        SynchronizedField("form", overridable=False),
        TranslatableField("series"),
        SynchronizedField("series_number", overridable=False),
        SynchronizedField("session_number", overridable=False),
        SynchronizedField("event", overridable=False),
        SynchronizedField("coalition", overridable=False),
        SynchronizedField("held_on", overridable=False),
        SynchronizedField("date_precision", overridable=False),
        TranslatableField("venue"),
        TranslatableField("synthesis"),
        TranslatableField("promises"),
        TranslatableField("tensions"),
        TranslatableField("wishes"),
        TranslatableField("messages"),
        TranslatableField("body"),
        TranslatableField("questions"),
        TranslatableField("points"),
        TranslatableField("key_points"),
        SynchronizedField("facilitators", overridable=False),
        SynchronizedField("participants", overridable=False),
    ]

    class Meta:
        verbose_name = _("workshop report")
        verbose_name_plural = _("workshop reports")

    @property
    def date(self) -> PartialDate | None:
        return PartialDate.known(self.held_on, self.date_precision)

    @property
    def four_parts(self) -> list[tuple[str, str, str]]:
        """The filled parts of the four-part form as (name of the field, heading, HTML)."""
        named = [
            ("promises", _("Promises, initiatives and actors"), self.promises),
            ("tensions", _("Tensions and paradoxes"), self.tensions),
            ("wishes", _("Wishes and actions to take"), self.wishes),
            ("messages", _("Messages and recommendations"), self.messages),
        ]
        return [one for one in named if one[2]]

    @property
    def question_rows(self) -> list:
        return self.rows_of("questions")

    @property
    def key_point_rows(self) -> list:
        return self.rows_of("key_points")

    @property
    def facilitator_rows(self) -> list:
        return self.rows_of("facilitators")

    @property
    def participant_rows(self) -> list:
        return self.rows_of("participants")

    @cached_property
    def points_by_kind(self) -> list[tuple[str, list]]:
        """Findings, leads and points of attention, each kind under its heading."""
        headings = [
            (ReportPoint.Kind.FINDING, _("Findings")),
            (ReportPoint.Kind.LEAD, _("Leads")),
            (ReportPoint.Kind.ATTENTION, _("Points of attention")),
        ]
        return under_headings(self.rows_of("points"), "kind", headings)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **occasion_context(self, request)}

    def card_facts(self) -> list[str]:
        return [str(fact) for fact in (self.series, self.date) if fact]


class ReportQuestion(TextRow):
    page = ParentalKey(WorkshopReportPage, on_delete=models.CASCADE, related_name="questions")

    class Meta(TextRow.Meta):
        verbose_name = _("question")


class ReportPoint(TextRow):
    """A finding, a lead to follow, or a point of attention."""

    class Kind(models.TextChoices):
        FINDING = "finding", _("finding")
        LEAD = "lead", _("lead")
        ATTENTION = "attention", _("point of attention")

    page = ParentalKey(WorkshopReportPage, on_delete=models.CASCADE, related_name="points")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)

    panels = [FieldPanel("kind"), FieldPanel("text")]
    translatable_fields = [*TextRow.translatable_fields, SynchronizedField("kind")]

    class Meta(TextRow.Meta):
        verbose_name = _("point")


class Facilitator(PersonRow):
    page = ParentalKey(WorkshopReportPage, on_delete=models.CASCADE, related_name="facilitators")

    class Meta(PersonRow.Meta):
        verbose_name = _("facilitator")


class Participant(PersonRow):
    page = ParentalKey(WorkshopReportPage, on_delete=models.CASCADE, related_name="participants")

    class Meta(PersonRow.Meta):
        verbose_name = _("participant")


class ReportKeyPoint(TranslatableMixin, PersonRow):
    """What was said in the discussion, by a speaker or by nobody in particular.

    A speaker need not be in the list of participants.
    """

    page = ParentalKey(WorkshopReportPage, on_delete=models.CASCADE, related_name="key_points")
    name = models.CharField(_("speaker"), max_length=160, blank=True)
    text = models.TextField(_("point"))

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("consent")]),
        FieldPanel("text"),
    ]
    translatable_fields = [*PersonRow.translatable_fields, TranslatableField("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("key point")

    def __str__(self):
        return self.text

    def clean(self):
        super().clean()
        if not self.text.strip():
            raise ValidationError({"text": _("Write what was said.")})
