"""The report of an exploration: axes, groups, phases, roadmaps."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.dates import PartialDate, Precision
from content.fields import RichTextField, StreamField
from content.models import EditorialPage, Organisation
from content.sections import sections_of
from stories.links import occasion_context


class ExplorationPage(EditorialPage):
    """A collective exploration. Its axes, groups, phases and key figures are in its body."""

    event = models.ForeignKey(
        "coalitions.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="explorations",
    )
    held_on = models.DateField(_("held on"), null=True, blank=True)
    date_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    context = RichTextField(_("context"), blank=True)
    proceedings = RichTextField(_("how it went"), blank=True)
    results = RichTextField(_("results"), blank=True)
    lessons = RichTextField(_("lessons"), blank=True)
    body = StreamField(
        BodyBlock(),
        verbose_name=_("axes and more"),
        blank=True,
        help_text=_("One block for each axis, with its groups, phases and roadmaps."),
    )

    public_label = _("Exploration")
    search_mapping = SearchMapping(
        kind="exploration",
        family="story",
        text=("context", "proceedings", "results", "body", "lessons", "leaders"),
        date="held_on",
    )
    page_description = _("The report of an exploration: axes, groups, phases, roadmaps.")
    template = "stories/exploration_page.html"
    sample = "stories.samples.exploration"
    parent_page_types = ["stories.StoryIndexPage", "coalitions.EventPage"]
    subpage_types = []

    main_panels = [
        InlinePanel("leaders", label=_("Led by")),
        MultiFieldPanel(
            [
                FieldPanel("event"),
                FieldRowPanel([FieldPanel("held_on"), FieldPanel("date_precision")]),
            ],
            heading=_("When"),
        ),
        FieldPanel("context"),
        FieldPanel("proceedings"),
        FieldPanel("results"),
        FieldPanel("body"),
        FieldPanel("lessons"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        SynchronizedField("event", overridable=False),
        SynchronizedField("held_on", overridable=False),
        SynchronizedField("date_precision", overridable=False),
        TranslatableField("context"),
        TranslatableField("proceedings"),
        TranslatableField("results"),
        TranslatableField("lessons"),
        TranslatableField("body"),
        SynchronizedField("leaders", overridable=False),
    ]

    class Meta:
        verbose_name = _("exploration")
        verbose_name_plural = _("explorations")

    @property
    def date(self) -> PartialDate | None:
        return PartialDate.known(self.held_on, self.date_precision)

    @property
    def sections(self) -> list:
        return sections_of(self.body)

    @cached_property
    def leader_rows(self) -> list:
        return list(self.leaders.all().select_related("organisation"))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **occasion_context(self, request)}

    def card_facts(self) -> list[str]:
        return [str(self.date)] if self.date else []


class ExplorationLeader(Orderable):
    """An organisation that led the exploration."""

    page = ParentalKey(ExplorationPage, on_delete=models.CASCADE, related_name="leaders")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="explorations_led",
    )

    panels = [FieldPanel("organisation")]
    translatable_fields = [SynchronizedField("organisation", overridable=False)]

    class Meta(Orderable.Meta):
        verbose_name = _("led by")
        unique_together = [("page", "organisation")]

    def __str__(self):
        return str(self.organisation)
