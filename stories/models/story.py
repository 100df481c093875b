"""A field story: what was done somewhere, what came of it, what it teaches."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.dates import PartialDate, Precision, refuse_reversed
from content.fields import RichTextField, StreamField
from content.models import EditorialPage, Organisation
from content.rows import PersonRow
from stories.forms import StoryForm
from stories.links import related_stories


class StoryPage(EditorialPage):
    """A story of the field, proposed by an author or written by an editor."""

    places = models.CharField(
        _("places"),
        max_length=200,
        blank=True,
        help_text=_("As people say it. Choose the territories under Subjects too."),
    )
    period_start = models.DateField(_("from"), null=True, blank=True)
    period_end = models.DateField(_("until"), null=True, blank=True)
    period_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision.choices, default=Precision.MONTH
    )
    done = RichTextField(_("what was done"), blank=True)
    results = RichTextField(_("results"), blank=True)
    difficulties = RichTextField(_("difficulties"), blank=True)
    advice = RichTextField(_("advice"), blank=True)
    coalition = models.ForeignKey(
        "coalitions.CoalitionPage",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )
    body = StreamField(BodyBlock(), verbose_name=_("more"), blank=True)

    is_contribution = True
    public_label = _("Story, experience")
    search_mapping = SearchMapping(
        kind="story",
        family="story",
        text=("places", "done", "results", "difficulties", "advice", "actors"),
        date="period_start",
        facets={"coalition": "coalition"},
    )
    page_description = _("A story of the field: what was done, what came of it, advice.")
    template = "stories/story_page.html"
    sample = "stories.samples.story"
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []

    main_panels = [
        MultiFieldPanel(
            [
                FieldPanel("places"),
                FieldRowPanel(
                    [
                        FieldPanel("period_start"),
                        FieldPanel("period_end"),
                        FieldPanel("period_precision"),
                    ]
                ),
            ],
            heading=_("Where and when"),
        ),
        InlinePanel("actors", label=_("Actor")),
        FieldPanel("done"),
        FieldPanel("results"),
        FieldPanel("difficulties"),
        FieldPanel("advice"),
        FieldPanel("body"),
        InlinePanel("people", label=_("Person named in the text")),
        MultiFieldPanel(
            [
                FieldPanel("coalition"),
                InlinePanel("related_chapters", label=_("Related chapter")),
                InlinePanel("story_links", label=_("Related story")),
            ],
            heading=_("Links"),
        ),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        TranslatableField("places"),
        SynchronizedField("period_start", overridable=False),
        SynchronizedField("period_end", overridable=False),
        SynchronizedField("period_precision", overridable=False),
        TranslatableField("done"),
        TranslatableField("results"),
        TranslatableField("difficulties"),
        TranslatableField("advice"),
        SynchronizedField("coalition", overridable=False),
        TranslatableField("body"),
        SynchronizedField("actors", overridable=False),
        SynchronizedField("people", overridable=False),
        SynchronizedField("related_chapters", overridable=False),
        SynchronizedField("story_links", overridable=False),
    ]

    base_form_class = StoryForm

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def clean(self):
        super().clean()
        refuse_reversed(self.period_start, self.period_end, "period_end")

    @property
    def begins(self) -> PartialDate | None:
        return PartialDate.known(self.period_start, self.period_precision)

    @property
    def ends(self) -> PartialDate | None:
        return PartialDate.known(self.period_end, self.period_precision)

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """The filled parts of the story as (name of the field, heading, HTML)."""
        named = [
            ("done", _("What was done"), self.done),
            ("results", _("Results"), self.results),
            ("difficulties", _("Difficulties"), self.difficulties),
            ("advice", _("Advice"), self.advice),
        ]
        return [one for one in named if one[2]]

    @cached_property
    def actor_rows(self) -> list:
        return list(self.actors.all().select_related("organisation"))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **related_stories(self, request)}

    def card_facts(self) -> list[str]:
        return [str(fact) for fact in (self.places, self.begins) if fact]


class StoryActor(Orderable):
    """Who took part: an organisation of the vocabulary, or a name."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="actors")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="story_actors",
    )
    name = models.CharField(_("or name"), max_length=160, blank=True)
    role = models.CharField(_("role"), max_length=160, blank=True)

    panels = [
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
    ]
    translatable_fields = [
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("name", overridable=False),
        SynchronizedField("role", overridable=False),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("actor")

    def __str__(self):
        return self.name or str(self.organisation or "")

    def clean(self):
        super().clean()
        if not self.name and not self.organisation_id:
            raise ValidationError({"name": _("Name someone or choose an organisation.")})


class StoryPerson(PersonRow):
    """Somebody whom the text names; without consent, readers see initials in all of it."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="people")

    class Meta(PersonRow.Meta):
        verbose_name = _("person named in the text")
        verbose_name_plural = _("people named in the text")


class StoryChapter(Orderable):
    """A chapter of the kit that the story illustrates."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="related_chapters")
    chapter = models.ForeignKey(
        "kit.ChapterPage",
        verbose_name=_("chapter"),
        on_delete=models.CASCADE,
        related_name="story_links",
    )

    panels = [FieldPanel("chapter")]
    translatable_fields = [SynchronizedField("chapter", overridable=False)]

    class Meta(Orderable.Meta):
        verbose_name = _("related chapter")
        unique_together = [("page", "chapter")]


class StoryLink(Orderable):
    """A link from one story to another; both pages show it, each from its side."""

    class Kind(models.TextChoices):
        INSPIRED_BY = "inspired_by", _("inspired by")
        CONTINUES = "continues", _("continues")
        SAME_PLACE = "same_place", _("same place")
        CONTRASTS = "contrasts", _("contrasts with")

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="story_links")
    other = models.ForeignKey(
        StoryPage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="linked_from"
    )
    kind = models.CharField(_("kind of link"), max_length=12, choices=Kind.choices)

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("other")])]
    translatable_fields = [
        SynchronizedField("other", overridable=False),
        SynchronizedField("kind", overridable=False),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        unique_together = [("page", "other")]
