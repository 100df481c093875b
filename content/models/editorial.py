"""`EditorialPage`: what every page of the portal shares."""

from django.db import models
from django.utils.functional import cached_property, classproperty
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.catalogue import SearchMapping
from content.consent import people_of, sources_of
from content.fields import LanguageField
from content.languages import direction
from content.models.vocabularies import Licence, Territory, Theme
from content.panels import PeoplePanel
from content.people import Names, initials
from content.renditions import prefetch_renditions
from content.steps import Step, step_to
from content.subjects import Subject, localised_terms, subjects_of, term_of
from content.text import plain_text_of

MAX_THEMES = 5
WORDS_PER_MINUTE = 200
# The tree root, the home of a language, its sections.
DEPTH_OF_SECTION = 3


def default_language() -> str:
    """Return the language of a new text: the one the form is filled in under."""
    return (get_language() or "fr").split("-")[0]


class EditorialPage(Page):
    """A page with a summary, languages, subjects, credits, a licence and attachments.

    Abstract: wagtail-localize does not support another base page than Wagtail's own. The
    child tables are keyed to `wagtailcore.Page`, so that they are one set for all types.
    """

    search_mapping = SearchMapping(kind="page", family="page")
    public_label = _("Page")
    # The relations of child rows that are read as text: they count in the reading time.
    reading_rows: tuple[str, ...] = ()
    # The pairs of own fields that name a person and hold the consent to be named.
    person_fields: tuple[tuple[str, str], ...] = ()
    # Whether a page belongs to who wrote it, who may take it away, rather than to the house.
    is_contribution = False

    summary = models.TextField(
        _("summary"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences that make one want to read on. Shown in lists."),
    )
    listing_image = models.ForeignKey(
        "content.PortalImage",
        verbose_name=_("picture in lists"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At least 800 pixels wide. Without one, a pattern is drawn."),
    )
    content_language = LanguageField(
        _("language of the contribution"),
        default=default_language,
        help_text=_("The language in which it was first written; the same in each translation."),
    )
    text_language = LanguageField(
        _("language of this text"),
        default=default_language,
        help_text=_("The language of the text on this page, whatever the address says."),
    )
    licence = models.ForeignKey(
        Licence,
        verbose_name=_("licence"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    attribution = models.CharField(
        _("attribution"),
        max_length=300,
        blank=True,
        help_text=_("The sentence that whoever reuses the page must quote."),
    )
    incomplete = models.BooleanField(
        _("incomplete text"),
        default=False,
        help_text=_("Tick when the text is cut or still has gaps: readers are told."),
    )

    tags = ClusterTaggableManager(
        through="content.PageTag",
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Free words, suggested while you type. Accents and plurals are one tag."),
    )

    class Meta:
        abstract = True

    # Each version states its own: set when a translation is made, never copied back.
    version_fields = ("text_language",)
    base_translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("slug", overridable=True),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("show_in_menus", overridable=False),
        TranslatableField("summary"),
        SynchronizedField("listing_image", overridable=True),
        SynchronizedField("content_language", overridable=False),
        SynchronizedField("licence", overridable=False),
        TranslatableField("attribution"),
        SynchronizedField("incomplete", overridable=True),
        SynchronizedField("page_tags", overridable=False),
        SynchronizedField("page_themes", overridable=False),
        SynchronizedField("page_territories", overridable=False),
        SynchronizedField("page_credits", overridable=False),
        TranslatableField("attachments"),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.FilterField("text_language"),
        index.FilterField("content_language"),
    ]

    summary_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("listing_image"),
    ]
    main_panels = []
    subject_panels = [
        InlinePanel("page_themes", label=_("Theme"), max_num=MAX_THEMES),
        InlinePanel("page_territories", label=_("Territory")),
        FieldPanel("tags"),
    ]
    source_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("content_language"), FieldPanel("text_language")]),
                HelpPanel(
                    _("The language of each file is chosen beside the file, under Attachments.")
                ),
            ],
            heading=_("Languages"),
        ),
        InlinePanel("page_credits", label=_("Credit")),
        MultiFieldPanel([FieldPanel("licence"), FieldPanel("attribution")], heading=_("Reuse")),
        InlinePanel("attachments", label=_("Attachment")),
        FieldPanel("incomplete"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Address and search engines"),
        )
    ]
    settings_panels = Page.settings_panels

    @classproperty
    def edit_handler(cls):
        """The the tabs of the editing form: text, subjects, source, promotion."""
        tabs = [
            ObjectList([PeoplePanel(), *cls.summary_panels, *cls.main_panels], heading=_("Text")),
            ObjectList(cls.subject_panels, heading=_("Subjects")),
            ObjectList(cls.source_panels, heading=_("Source and files")),
            ObjectList(cls.promote_panels, heading=_("Promotion")),
            ObjectList(cls.settings_panels, heading=_("Publication")),
        ]
        return TabbedInterface(tabs)

    @property
    def kind(self) -> str:
        return self.search_mapping.kind

    @property
    def family(self) -> str:
        return self.search_mapping.family

    @property
    def text_direction(self) -> str:
        return direction(self.text_language)

    def rows_of(self, relation: str) -> list:
        """Return the child rows of a relation, read once; those in memory are always fresh."""
        manager = getattr(self, relation)
        if _in_memory(manager):
            return list(manager.all())
        kept = self.__dict__.setdefault("_rows_read", {})
        if relation not in kept:
            kept[relation] = list(manager.all())
        return kept[relation]

    @property
    def names(self) -> Names:
        """The people named on the page, and how its texts read without who has not agreed."""
        return Names(people_of(self)) if sources_of(type(self)) else Names()

    @property
    def hidden_people(self) -> list[str]:
        """The initials that stand for people who have not agreed to be named."""
        return list(dict.fromkeys(initials(name) for name in self.names.hidden))

    @cached_property
    def themes(self) -> list[Theme]:
        """The themes of the page, in its own language where they have been translated."""
        return localised_terms(self, "theme")

    @cached_property
    def territories(self) -> list[Territory]:
        """The territories of the page, in its own language where they have been translated."""
        return localised_terms(self, "territory")

    @cached_property
    def subjects(self) -> list[Subject]:
        """The themes, territories and tags of the page, to be read."""
        return subjects_of(self)

    @property
    def picture_is_in_text(self) -> bool:
        """Whether the picture of the page's card is also one of its figures."""
        pictures = [block.value["image"] for block in self.body if block.block_type == "figure"]
        return self.listing_image_id in {picture.pk for picture in pictures if picture}

    @cached_property
    def terms_of_reuse(self) -> Licence | None:
        """The licence, to be read."""
        return term_of(self, "licence")

    @cached_property
    def credits_by_role(self) -> list:
        return _with_related(self.page_credits, "organisation")

    @cached_property
    def attached_files(self) -> list:
        return _with_related(self.attachments, "document")

    @property
    def resource_languages(self) -> list[str]:
        """The codes of the languages of the attachments, each once, in their order."""
        return list(dict.fromkeys(file.language for file in self.attached_files if file.language))

    @cached_property
    def reading_minutes(self) -> int:
        """The time to read the page at 200 words a minute, at least 1."""
        words = plain_text_of(self, rows=self.reading_rows).split()
        return max(1, round(len(words) / WORDS_PER_MINUTE))

    @cached_property
    def plain_text(self) -> str:
        """The words of the page beside its title, without markup, for search and counting."""
        return plain_text_of(self)

    # Set by the router, which has read every restriction of the site already.
    known_unrestricted = False

    def get_view_restrictions(self):
        if self.known_unrestricted:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def serve(self, request, *args, **kwargs):
        """Return the page; names without consent are hidden in all of it, whatever shows them."""
        return _without_names(super().serve(request, *args, **kwargs), self.names)

    def serve_preview(self, request, mode_name):
        """Return the page as its readers would see it."""
        return _without_names(super().serve_preview(request, mode_name), self.names)

    def get_context(self, request, *args, **kwargs):
        request.portal_page = self
        prefetch_renditions(self)
        return super().get_context(request, *args, **kwargs)

    def steps_above(self, request) -> list[Step]:
        """Return the pages between the section of the menu and this page."""
        return [step_to(self.get_parent(), request)] if self.depth > DEPTH_OF_SECTION + 1 else []

    def card_facts(self) -> list[str]:
        """Return the short facts of the page's card; a page type gives its own."""
        return []

    def copy_for_translation(self, locale, *args, **kwargs):
        """Return the copy in `locale`, which states the language of that version."""
        translation = super().copy_for_translation(locale, *args, **kwargs)
        translation.text_language = locale.language_code
        translation.save()
        return translation


def _without_names(response, names: Names):
    """Return a response in which names are hidden once it is rendered."""

    def hide(rendered):
        rendered.content = names.mask_html(rendered.content.decode(rendered.charset))

    if names and hasattr(response, "add_post_render_callback"):
        response.add_post_render_callback(hide)
    return response


def _in_memory(manager) -> bool:
    """Return whether child rows are held on the page, as in a preview, not in the database."""
    return not isinstance(manager.all(), models.QuerySet)


def _with_related(manager, name: str) -> list:
    """Return the child rows of a page with the row each points to, in one query at most."""
    return list(manager.all().select_related(name))
