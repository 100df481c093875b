"""Events: meetings on site or online, upcoming or past."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from coalitions.reading import event_context
from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.dates import PartialDate, Precision, refuse_reversed
from content.fields import StreamField
from content.models import EditorialPage
from content.ordering import LongList
from content.rows import PersonRow
from search.listings import ListingPage


class EventIndexPage(LongList, ListingPage, EditorialPage):
    """The events of one language: those to come, then those past."""

    public_label = _("Events")
    search_mapping = SearchMapping(kind="index", family="event", listed=False)
    page_description = _("The list of events, upcoming and past.")
    template = "coalitions/event_index_page.html"
    sample = "coalitions.samples.event_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["coalitions.EventPage"]
    listed_kinds = ("event",)
    # About two years of meetings.
    page_size = 6
    group_by_year = True
    translatable_fields = EditorialPage.base_translatable_fields

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")


class EventPage(EditorialPage):
    """A meeting, with its programme before and its account after."""

    class Mode(models.TextChoices):
        ON_SITE = "on_site", _("on site")
        ONLINE = "online", _("online")
        BOTH = "both", _("on site and online")

    class CountPrecision(models.TextChoices):
        EXACT = "exact", _("exact")
        ABOUT = "about", _("about")
        UNKNOWN = "unknown", _("unknown")

    series = models.CharField(
        _("series"), max_length=160, blank=True, help_text=_("The name that returns each time.")
    )
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    date_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    date_as_written = models.CharField(
        _("date as written"),
        max_length=120,
        blank=True,
        help_text=_("Shown when no date is known better: “a Tuesday in spring”."),
    )
    mode = models.CharField(_("held"), max_length=8, choices=Mode.choices, default=Mode.ON_SITE)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    cancelled = models.BooleanField(_("cancelled"), default=False)
    participant_count = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    participant_precision = models.CharField(
        _("this number is"),
        max_length=8,
        choices=CountPrecision.choices,
        default=CountPrecision.UNKNOWN,
    )
    body = StreamField(BodyBlock(), verbose_name=_("account of the day"), blank=True)

    public_label = _("Event")
    search_mapping = SearchMapping(
        kind="event",
        family="event",
        text=("series", "venue", "programme"),
        date="starts_on",
        facets={"coalition": "coalitions"},
    )
    page_description = _("A meeting: dates, venue, programme, reports.")
    template = "coalitions/event_page.html"
    sample = "coalitions.samples.event"
    parent_page_types = ["coalitions.EventIndexPage"]
    subpage_types = ["stories.WorkshopReportPage", "stories.ExplorationPage"]

    main_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("series"), FieldPanel("number")]),
                FieldRowPanel(
                    [
                        FieldPanel("starts_on"),
                        FieldPanel("ends_on"),
                        FieldPanel("date_precision"),
                    ]
                ),
                FieldPanel("date_as_written"),
                FieldRowPanel([FieldPanel("mode"), FieldPanel("venue")]),
                FieldPanel("cancelled"),
            ],
            heading=_("When and where"),
        ),
        InlinePanel("programme", label=_("Item of the programme")),
        InlinePanel("facilitators", label=_("Facilitator")),
        FieldRowPanel(
            [FieldPanel("participant_count"), FieldPanel("participant_precision")],
            heading=_("Participants"),
        ),
        InlinePanel("coalitions_presented", label=_("Coalition presented")),
        FieldPanel("body"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        TranslatableField("series"),
        SynchronizedField("number", overridable=False),
        SynchronizedField("starts_on", overridable=False),
        SynchronizedField("ends_on", overridable=False),
        SynchronizedField("date_precision", overridable=False),
        TranslatableField("date_as_written"),
        SynchronizedField("mode", overridable=False),
        TranslatableField("venue"),
        SynchronizedField("cancelled", overridable=False),
        SynchronizedField("participant_count", overridable=False),
        SynchronizedField("participant_precision", overridable=False),
        TranslatableField("body"),
        TranslatableField("programme"),
        SynchronizedField("facilitators", overridable=False),
        SynchronizedField("coalitions_presented", overridable=False),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        refuse_reversed(self.starts_on, self.ends_on, "ends_on")
        counted = self.participant_precision != self.CountPrecision.UNKNOWN
        if counted and self.participant_count is None:
            raise ValidationError({"participant_count": _("Give the number, or say “unknown”.")})

    def save(self, *args, **kwargs):
        if self.participant_precision == self.CountPrecision.UNKNOWN:
            self.participant_count = None
        super().save(*args, **kwargs)

    @property
    def begins(self) -> PartialDate | None:
        return PartialDate.known(self.starts_on, self.date_precision)

    @property
    def ends(self) -> PartialDate | None:
        return PartialDate.known(self.ends_on, self.date_precision)

    @property
    def is_past(self) -> bool:
        """Whether the whole event is over today; one without a date counts as past."""
        last = self.ends_on or self.starts_on
        return last is None or _last_day(last, self.date_precision) < timezone.localdate()

    @property
    def participants(self) -> str:
        """The number of participants in words: "28 participants", "about 30 participants"."""
        if self.participant_count is None:
            return ""
        counted = ngettext(
            "%(count)s participant", "%(count)s participants", self.participant_count
        ) % {"count": self.participant_count}
        if self.participant_precision == self.CountPrecision.ABOUT:
            return gettext("about %(participants)s") % {"participants": counted}
        return counted

    @property
    def coalitions(self) -> list:
        """The coalitions that were presented."""
        return [row.coalition for row in self.rows_of("coalitions_presented")]

    @property
    def programme_rows(self) -> list:
        return self.rows_of("programme")

    @property
    def facilitator_rows(self) -> list:
        return self.rows_of("facilitators")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **event_context(self, request)}

    def card_facts(self) -> list[str]:
        state = _("cancelled") if self.cancelled else ""
        where = self.venue or self.get_mode_display()
        facts = (self.begins or self.date_as_written, where, state)
        return [str(fact) for fact in facts if fact]


def _last_day(day: date, precision: str) -> date:
    """Return the last day that a partial date may mean."""
    if precision == Precision.YEAR:
        return date(day.year, 12, 31)
    if precision == Precision.MONTH:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    return day


class EventProgrammeItem(TranslatableMixin, Orderable):
    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="programme")
    time = models.CharField(_("time"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)

    panels = [FieldRowPanel([FieldPanel("time"), FieldPanel("title")]), FieldPanel("text")]
    translatable_fields = [
        SynchronizedField("time", overridable=True),
        TranslatableField("title"),
        TranslatableField("text"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("item of the programme")

    def __str__(self):
        return self.title


class EventFacilitator(PersonRow):
    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="facilitators")

    class Meta(PersonRow.Meta):
        verbose_name = _("facilitator")


class EventCoalition(Orderable):
    """A coalition that was presented at the event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="coalitions_presented")
    coalition = models.ForeignKey(
        "coalitions.CoalitionPage",
        verbose_name=_("coalition"),
        on_delete=models.CASCADE,
        related_name="presentations",
    )

    panels = [FieldPanel("coalition")]
    translatable_fields = [SynchronizedField("coalition", overridable=False)]

    class Meta(Orderable.Meta):
        verbose_name = _("coalition presented")
        unique_together = [("page", "coalition")]
