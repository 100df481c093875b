"""The list of stories, reports, explorations and interviews of one language."""

from django.utils.translation import gettext_lazy as _

from content.catalogue import SearchMapping
from content.models import EditorialPage
from content.ordering import LongList
from search.listings import ListingPage

STORY_KINDS = ("story", "report", "exploration", "interview")


class StoryIndexPage(LongList, ListingPage, EditorialPage):
    """The listing of field contributions; the tree under it stays flat."""

    public_label = _("Stories")
    search_mapping = SearchMapping(kind="index", family="story", listed=False)
    page_description = _("The list of stories, reports, explorations and interviews.")
    template = "stories/story_index_page.html"
    sample = "stories.samples.story_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "stories.StoryPage",
        "stories.WorkshopReportPage",
        "stories.ExplorationPage",
        "stories.InterviewPage",
    ]
    listed_kinds = STORY_KINDS
    group_by_year = True
    translatable_fields = EditorialPage.base_translatable_fields

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")
