"""Where authors propose texts and follow them."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from contributions.remarks import views as remarks
from contributions.reports import views as reports
from contributions.saving import views as saving
from contributions.views import entrance, space, writing

urlpatterns = [
    path(pgettext_lazy("address", "propose/"), entrance.propose, name="propose"),
    path(pgettext_lazy("address", "propose/charter/"), entrance.charter, name="propose_charter"),
    path(
        pgettext_lazy("address", "propose/story/"),
        writing.begin,
        {"kind": "story"},
        name="propose_story",
    ),
    path(
        pgettext_lazy("address", "propose/report/"),
        writing.begin,
        {"kind": "report"},
        name="propose_report",
    ),
    path(pgettext_lazy("address", "propose/<int:pk>/"), writing.edit, name="propose_edit"),
    path(
        pgettext_lazy("address", "propose/preview/<int:pk>/"),
        writing.preview,
        name="propose_preview",
    ),
    path(
        pgettext_lazy("address", "propose/rendering/"),
        writing.render_text,
        name="propose_render",
    ),
    path(pgettext_lazy("address", "propose/send/<int:pk>/"), writing.send, name="propose_send"),
    path(pgettext_lazy("address", "my-space/"), space.texts, name="my_space"),
    path(pgettext_lazy("address", "my-space/<int:pk>/"), space.text, name="my_space_text"),
    path(pgettext_lazy("address", "my-space/remarks/"), remarks.mine, name="my_remarks"),
    path(
        pgettext_lazy("address", "my-space/remarks/story/<int:pk>/"),
        remarks.make_story,
        name="my_remark_story",
    ),
    path(pgettext_lazy("address", "react/<int:page_id>/"), remarks.remarks, name="remarks"),
    path(pgettext_lazy("address", "react/reaction/<int:page_id>/"), remarks.react, name="react"),
    path(pgettext_lazy("address", "report/<int:page_id>/"), reports.report, name="report_content"),
    path(
        pgettext_lazy("address", "report/sent/<int:page_id>/"),
        reports.sent,
        name="report_content_sent",
    ),
    path(pgettext_lazy("address", "save/<int:page_id>/"), saving.save, name="saved_page"),
    path(pgettext_lazy("address", "my-lists/"), saving.lists, name="saved_lists"),
    path(pgettext_lazy("address", "my-lists/<int:pk>/"), saving.edit, name="saved_list"),
    path(pgettext_lazy("address", "lists/<uuid:key>/"), saving.shared, name="saved_shared"),
    # Not of an open language only: a picture has no language.
    path("_view/<int:page_id>.gif", saving.view, name="count_view"),
]
