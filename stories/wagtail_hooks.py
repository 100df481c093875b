"""Stories in the explorer: every type together, filtered as editors look for them."""

from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail import hooks
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, get_page_content_types

from content.languages import language_choices
from content.models import Territory, Theme
from content.ordering import LongListExplorer
from stories.models import (
    ExplorationPage,
    InterviewPage,
    StoryIndexPage,
    StoryPage,
    WorkshopReportPage,
)

STORY_TYPES = (StoryPage, WorkshopReportPage, ExplorationPage, InterviewPage)
STATES = [
    ("live", _("Live")),
    ("draft", _("Draft")),
    ("changed", _("Live with a draft")),
    ("scheduled", _("Scheduled")),
    ("in_review", _("In review")),
]
_CONDITIONS = {
    "live": Q(live=True),
    "draft": Q(live=False),
    "changed": Q(live=True, has_unpublished_changes=True),
    "scheduled": Q(_revisions__approved_go_live_at__isnull=False),
    "in_review": Q(_workflow_states__status__in=("in_progress", "needs_changes")),
}


def _story_content_types(request):
    names = [model._meta.model_name for model in STORY_TYPES]
    return get_page_content_types(include_base_page_type=False).filter(model__in=names)


class TermFilter(ModelMultipleChoiceFilter):
    """Pages with a term of a vocabulary, in whichever language it was chosen."""

    def __init__(self, relation: str, model, **kwargs):
        self.relation = relation
        super().__init__(
            queryset=lambda request: model.objects.filter(live=True).order_by("name"),
            widget=CheckboxSelectMultiple,
            **kwargs,
        )

    def filter(self, queryset, value):
        if not value:
            return queryset
        keys = [term.translation_key for term in value]
        return queryset.filter(**{f"{self.relation}__translation_key__in": keys}).distinct()


class StoryFilterSet(WagtailFilterSet):
    """Type, theme, language of the text, territory and state; all read saved rows."""

    content_type = MultipleContentTypeFilter(
        label=_("Type"), queryset=_story_content_types, widget=CheckboxSelectMultiple
    )
    theme = TermFilter("page_themes__theme", Theme, label=_("Theme"))
    territory = TermFilter("page_territories__territory", Territory, label=_("Territory"))
    text_language = ChoiceFilter(
        label=_("Language of the text"), choices=language_choices, method="in_language"
    )
    state = ChoiceFilter(label=_("State"), choices=STATES, method="in_state")

    class Meta:
        model = Page
        fields = []

    def in_language(self, queryset, name, value):
        """Keep pages whose text is in a language; the column is each type's own."""
        condition = Q()
        for model in STORY_TYPES:
            condition |= Q(pk__in=model.objects.filter(text_language=value).values("pk"))
        return queryset.filter(condition)

    def in_state(self, queryset, name, value):
        return queryset.filter(_CONDITIONS[value]).distinct()


class StoryExplorer(LongListExplorer, ExplorableIndexView):
    pass


class StoryIndexViewSet(PageViewSet):
    """Registered on the parent: a viewset of one type would hide all the others under it."""

    model = StoryIndexPage
    parent_models = [StoryIndexPage]
    index_view_class = StoryExplorer
    filterset_class = StoryFilterSet

    def get_index_view_kwargs(self, **kwargs):
        return {**super().get_index_view_kwargs(**kwargs), "model": Page}


@hooks.register("register_admin_viewset")
def register_stories():
    return StoryIndexViewSet()
