"""Coalitions: a transforming intent, a vision, experiences, problems and actors."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from coalitions.reading import by_family, coalition_context
from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.dates import PartialDate, Precision
from content.fields import RichTextField, StreamField
from content.models import CoalitionFamily, EditorialPage, Organisation
from content.ordering import LongList
from content.rows import PersonRow, TextRow, under_headings
from content.subjects import term_of
from search.facets import FAMILY, FILTERS, FacetType
from search.listings import ListingPage


class Stage(models.TextChoices):
    INTENTION = "intention", pgettext_lazy("stage of a coalition", "intention")
    FORMING = "forming", pgettext_lazy("stage of a coalition", "forming")
    ENGAGED = "engaged", pgettext_lazy("stage of a coalition", "engaged")
    SPREAD = "spread", pgettext_lazy("stage of a coalition", "spread")
    CLOSED = "closed", pgettext_lazy("stage of a coalition", "closed")


class CoalitionIndexPage(LongList, ListingPage, EditorialPage):
    """The coalitions of one language, by family."""

    public_label = _("Coalitions")
    search_mapping = SearchMapping(kind="index", family="coalition", listed=False)
    page_description = _("The list of coalitions, by family.")
    template = "coalitions/coalition_index_page.html"
    sample = "coalitions.samples.coalition_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["coalitions.CoalitionPage"]
    listed_kinds = ("coalition",)
    # Read one by one, family by family, rather than skimmed: half a page of stories.
    page_size = 6
    filters = (
        FacetType(FAMILY, _("Family")),
        FacetType("stage", _("Stage"), choices=dict(Stage.choices)),
        *FILTERS,
    )
    translatable_fields = EditorialPage.base_translatable_fields

    class Meta:
        verbose_name = _("list of coalitions")
        verbose_name_plural = _("lists of coalitions")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "families": by_family(context["rows"], self.locale_id)}


class CoalitionPage(EditorialPage):
    """A coalition, shown by the five parts of its method."""

    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    coalition_family = models.ForeignKey(
        CoalitionFamily,
        verbose_name=_("family"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="coalitions",
    )
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.INTENTION
    )
    transforming_intent = RichTextField(_("transforming intent"), blank=True)
    vision = RichTextField(_("vision"), blank=True)
    impact = RichTextField(_("impact sought"), blank=True)
    impact_horizon = models.CharField(
        _("horizon"), max_length=60, blank=True, help_text=_("A year, or a phrase.")
    )
    holder_name = models.CharField(_("held by"), max_length=160, blank=True)
    holder_role = models.CharField(_("role of the holder"), max_length=160, blank=True)
    holder_consent = models.CharField(
        _("consent of the holder"),
        max_length=12,
        choices=PersonRow.Consent.choices,
        default=PersonRow.Consent.NOT_ASKED,
        help_text=_("Without consent, readers see initials."),
    )
    holder_organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation of the holder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="coalitions_held",
    )
    body = StreamField(BodyBlock(), verbose_name=_("more"), blank=True)

    person_fields = (("holder_name", "holder_consent"),)

    public_label = _("Coalition")
    search_mapping = SearchMapping(
        kind="coalition",
        family="coalition",
        text=(
            "transforming_intent",
            "vision",
            "impact",
            "problems",
            "experiences",
            "actors",
        ),
        facets={"family": "coalition_family", "stage": "stage", "coalition": "translation_key"},
    )
    page_description = _("A coalition: intent, vision, experiences, problems, actors.")
    template = "coalitions/coalition_page.html"
    sample = "coalitions.samples.coalition"
    parent_page_types = ["coalitions.CoalitionIndexPage"]
    subpage_types = ["stories.InterviewPage"]

    main_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("stage")]),
                FieldPanel("coalition_family"),
                InlinePanel("stages", label=_("Stage reached")),
            ],
            heading=_("Place and stage"),
        ),
        FieldPanel("transforming_intent"),
        FieldPanel("vision"),
        MultiFieldPanel([FieldPanel("impact"), FieldPanel("impact_horizon")], heading=_("Impact")),
        InlinePanel("experiences", label=_("Experience")),
        InlinePanel("problems", label=_("Problem")),
        InlinePanel("actors", label=_("Actor")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("holder_name"), FieldPanel("holder_role")]),
                FieldPanel("holder_consent"),
                FieldPanel("holder_organisation"),
            ],
            heading=_("Holder"),
        ),
        FieldPanel("body"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        SynchronizedField("number", overridable=False),
        SynchronizedField("coalition_family", overridable=False),
        SynchronizedField("stage", overridable=False),
        TranslatableField("transforming_intent"),
        TranslatableField("vision"),
        TranslatableField("impact"),
        TranslatableField("impact_horizon"),
        SynchronizedField("holder_name", overridable=False),
        TranslatableField("holder_role"),
        SynchronizedField("holder_consent", overridable=False),
        SynchronizedField("holder_organisation", overridable=False),
        TranslatableField("body"),
        TranslatableField("stages"),
        TranslatableField("experiences"),
        TranslatableField("problems"),
        TranslatableField("actors"),
    ]

    class Meta:
        verbose_name = _("coalition")
        verbose_name_plural = _("coalitions")

    @property
    def holder(self) -> str:
        """The name of the holder, or initials without consent."""
        return PersonRow.shown(self.holder_name, self.holder_consent)

    @cached_property
    def family_to_read(self) -> CoalitionFamily | None:
        """The family, in the language of the page where it is translated."""
        return term_of(self, "coalition_family")

    @cached_property
    def actors_by_commitment(self) -> list[tuple[str, list]]:
        """The actors under the heading of their commitment, engaged first."""
        rows = list(self.actors.all().select_related("organisation"))
        headings = [
            (CoalitionActor.Commitment.ENGAGED, _("Engaged")),
            (CoalitionActor.Commitment.INVITED, _("Invited")),
            (CoalitionActor.Commitment.SOUGHT, _("Sought")),
        ]
        return under_headings(rows, "commitment", headings)

    @cached_property
    def stage_history(self) -> list:
        """The stages reached, oldest first; undated ones come first."""
        return sorted(
            self.stages.all(), key=lambda row: (row.reached_on is not None, row.reached_on or 0)
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **coalition_context(self, request)}

    def card_facts(self) -> list[str]:
        facts = [gettext("stage: %(stage)s") % {"stage": self.get_stage_display()}]
        if self.number:
            facts.insert(0, gettext("coalition no. %(number)s") % {"number": self.number})
        return facts


class CoalitionStage(TranslatableMixin, Orderable):
    """A stage reached, with its date as far as it is known."""

    page = ParentalKey(CoalitionPage, on_delete=models.CASCADE, related_name="stages")
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices)
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    date_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision.choices, default=Precision.MONTH
    )
    note = models.CharField(_("note"), max_length=240, blank=True)

    panels = [
        FieldRowPanel(
            [FieldPanel("stage"), FieldPanel("reached_on"), FieldPanel("date_precision")]
        ),
        FieldPanel("note"),
    ]
    translatable_fields = [
        SynchronizedField("stage", overridable=False),
        SynchronizedField("reached_on", overridable=False),
        SynchronizedField("date_precision", overridable=False),
        TranslatableField("note"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("stage reached")

    def __str__(self):
        return self.get_stage_display()

    @property
    def date(self) -> PartialDate | None:
        return PartialDate.known(self.reached_on, self.date_precision)


class CoalitionExperience(TextRow):
    """An experience on which the coalition builds, with its story if there is one."""

    page = ParentalKey(CoalitionPage, on_delete=models.CASCADE, related_name="experiences")
    story = models.ForeignKey(
        "stories.StoryPage",
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="coalition_experiences",
    )

    panels = [FieldPanel("text"), FieldPanel("story")]
    translatable_fields = [
        *TextRow.translatable_fields,
        SynchronizedField("story", overridable=False),
    ]

    class Meta(TextRow.Meta):
        verbose_name = _("experience")


class CoalitionProblem(TextRow):
    page = ParentalKey(CoalitionPage, on_delete=models.CASCADE, related_name="problems")

    class Meta(TextRow.Meta):
        verbose_name = _("problem")


class CoalitionActor(TranslatableMixin, Orderable):
    """Who is engaged, invited or sought: an organisation, or a kind of actor in words."""

    class Commitment(models.TextChoices):
        ENGAGED = "engaged", _("engaged")
        INVITED = "invited", _("invited")
        SOUGHT = "sought", _("sought")

    page = ParentalKey(CoalitionPage, on_delete=models.CASCADE, related_name="actors")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="coalition_actors",
    )
    description = models.CharField(_("or in words"), max_length=200, blank=True)
    commitment = models.CharField(
        _("commitment"), max_length=8, choices=Commitment.choices, default=Commitment.ENGAGED
    )

    panels = [
        FieldRowPanel([FieldPanel("commitment"), FieldPanel("organisation")]),
        FieldPanel("description"),
    ]
    translatable_fields = [
        SynchronizedField("organisation", overridable=False),
        TranslatableField("description"),
        SynchronizedField("commitment", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("actor")

    def __str__(self):
        return self.description or str(self.organisation or "")

    def clean(self):
        super().clean()
        if not self.description and not self.organisation_id:
            raise ValidationError(
                {"description": _("Choose an organisation, or say who in words.")}
            )
