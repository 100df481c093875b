"""An interview: a person, an occasion, questions and answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.fields import StreamField
from content.models import EditorialPage, Organisation
from stories.links import occasion_context


class InterviewPage(EditorialPage):
    """An interview; its body is a stream of questions and answers."""

    person = models.CharField(_("person"), max_length=160)
    person_role = models.CharField(_("role"), max_length=160, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interviews",
    )
    occasion = models.CharField(
        _("occasion"), max_length=200, blank=True, help_text=_("The event or the moment.")
    )
    event = models.ForeignKey(
        "coalitions.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interviews",
    )
    coalition = models.ForeignKey(
        "coalitions.CoalitionPage",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interviews",
    )
    coalition_number = models.PositiveSmallIntegerField(
        _("number of the coalition"),
        null=True,
        blank=True,
        help_text=_("Kept when the coalition itself has no page yet."),
    )
    held_on = models.DateField(_("held on"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("questions and answers"), blank=True)

    public_label = _("Interview")
    search_mapping = SearchMapping(
        kind="interview",
        family="story",
        text=("person", "person_role", "occasion"),
        date="held_on",
        facets={"coalition": "coalition"},
    )
    page_description = _("An interview: one person, questions and answers.")
    template = "stories/interview_page.html"
    sample = "stories.samples.interview"
    parent_page_types = ["stories.StoryIndexPage", "coalitions.CoalitionPage"]
    subpage_types = []

    main_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("person"), FieldPanel("person_role")]),
                FieldPanel("organisation"),
            ],
            heading=_("Person"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("occasion"), FieldPanel("held_on")]),
                FieldPanel("event"),
                FieldRowPanel([FieldPanel("coalition"), FieldPanel("coalition_number")]),
            ],
            heading=_("Occasion"),
        ),
        FieldPanel("body"),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        SynchronizedField("person", overridable=False),
        TranslatableField("person_role"),
        SynchronizedField("organisation", overridable=False),
        TranslatableField("occasion"),
        SynchronizedField("event", overridable=False),
        SynchronizedField("coalition", overridable=False),
        SynchronizedField("coalition_number", overridable=False),
        SynchronizedField("held_on", overridable=False),
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **occasion_context(self, request)}

    def card_facts(self) -> list[str]:
        return [fact for fact in (self.person, self.person_role) if fact]
