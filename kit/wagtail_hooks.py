"""The kit in the explorer: chapters in order, with their numbers."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from kit.models import ChapterPage, KitPage


class ChapterExplorer(ExplorableIndexView):
    """Children of a kit or of a part: number and kind beside the title, in book order."""

    base_columns = [
        ExplorableIndexView.base_columns[0],
        Column("number", label=_("No."), width="6%"),
        *ExplorableIndexView.base_columns[1:3],
        Column("kind_in_words", label=_("Kind"), accessor="get_chapter_kind_display", width="12%"),
        *[
            column
            for column in ExplorableIndexView.base_columns[3:]
            if column.name in {"latest_revision_created_at", "status"}
        ],
    ]


class ChapterViewSet(PageViewSet):
    model = ChapterPage
    parent_models = [KitPage, ChapterPage]
    index_view_class = ChapterExplorer


@hooks.register("register_admin_viewset")
def register_chapters():
    return ChapterViewSet()
