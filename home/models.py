"""The home of each language, and the plain pages under it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.blocks import BodyBlock
from content.catalogue import SearchMapping
from content.fields import StreamField
from content.models import EditorialPage
from home.routing import PathRouting
from home.services import featured_pages


class FeaturedPage(Orderable):
    home = ParentalKey("home.HomePage", on_delete=models.CASCADE, related_name="featured")
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Readers of another language see its translation if there is one."),
    )

    panels = [FieldPanel("page")]
    translatable_fields = [SynchronizedField("page", overridable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("featured page")


class HomePage(PathRouting, EditorialPage):
    """The home of one language: every address of that language starts here."""

    heading = models.CharField(
        _("heading"), max_length=160, blank=True, help_text=_("The large sentence of the home.")
    )
    call_title = models.CharField(_("title of the call"), max_length=160, blank=True)
    call_text = models.TextField(_("text of the call"), max_length=600, blank=True)
    call_link_text = models.CharField(_("words of the link"), max_length=80, blank=True)
    call_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page of the link"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    public_label = _("Home")
    search_mapping = SearchMapping(kind="home", family="page", text=("heading",), listed=False)
    page_description = _("The home of a language, one for each.")
    template = "home/home_page.html"
    sample = "home.samples.home"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "kit.KitPage",
        "stories.StoryIndexPage",
        "coalitions.CoalitionIndexPage",
        "coalitions.EventIndexPage",
    ]

    main_panels = [
        FieldPanel("heading"),
        InlinePanel("featured", label=_("Featured page"), max_num=6),
        MultiFieldPanel(
            [
                FieldPanel("call_title"),
                FieldPanel("call_text"),
                FieldRowPanel([FieldPanel("call_link_text"), FieldPanel("call_page")]),
            ],
            heading=_("Call to contribute"),
        ),
    ]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        TranslatableField("heading"),
        TranslatableField("call_title"),
        TranslatableField("call_text"),
        TranslatableField("call_link_text"),
        SynchronizedField("call_page", overridable=True),
        SynchronizedField("featured", overridable=True),
    ]

    class Meta:
        verbose_name = _("home")
        verbose_name_plural = _("homes")

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            **featured_pages(self, request),
        }


class StandardPage(EditorialPage):
    """About, charter, legal notice, accessibility, ecodesign, help."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    public_label = _("Page")
    search_mapping = SearchMapping(kind="page", family="page")
    page_description = _("A plain page: about, charter, legal notice, accessibility, help.")
    template = "home/standard_page.html"
    sample = "home.samples.standard"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    main_panels = [FieldPanel("body")]
    translatable_fields = [
        *EditorialPage.base_translatable_fields,
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
