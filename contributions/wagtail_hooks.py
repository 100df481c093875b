"""The moderation desk in the menu of the admin, and what no author does to their own text."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from contributions.decisions import count_waiting, may_moderate
from contributions.menu import CountedMenuItem
from contributions.models import Charter, Proposal, Remark
from contributions.remarks import desk as remarks
from contributions.remarks.services import moderates, remarks_for
from contributions.reports import views as reports
from contributions.reports.services import may_decide, reports_for
from contributions.views import desk


@hooks.register("register_admin_urls")
def register_desk_urls():
    return [
        path("proposals/", desk.DeskView.as_view(), name=desk.DESK),
        path("proposals/<int:pk>/", desk.ProposalView.as_view(), name=desk.ONE),
    ]


@hooks.register("register_admin_menu_item")
def register_desk_menu():
    return CountedMenuItem(
        _("Proposals"),
        reverse(desk.DESK),
        name="proposals",
        icon_name="mail",
        order=240,
        shown=may_moderate,
        waiting=count_waiting,
    )


@hooks.register("register_admin_urls")
def register_remark_urls():
    return [
        path("proposals/remarks/", remarks.RemarksView.as_view(), name=remarks.DESK),
        path("proposals/remarks/<int:pk>/", remarks.RemarkView.as_view(), name=remarks.ONE),
    ]


@hooks.register("register_admin_menu_item")
def register_remark_menu():
    return CountedMenuItem(
        _("Remarks"),
        reverse(remarks.DESK),
        name="remarks",
        icon_name="comment",
        order=241,
        shown=moderates,
        waiting=lambda user: remarks_for(user).waiting().exclude(author=user).count(),
    )


@hooks.register("register_page_header_buttons")
def link_to_remarks(page, user, view_name, next_url=None):
    """Lead from the editor of a page to the remarks on it."""
    count = Remark.objects.filter(page=page.pk).count() if page.pk and moderates(user) else 0
    if count:
        words = ngettext("%(count)s remark", "%(count)s remarks", count) % {"count": count}
        address = f"{reverse(remarks.DESK)}?{urlencode({'page': page.pk})}"
        yield Button(words, address, icon_name="comment", priority=80)


@hooks.register("register_admin_urls")
def register_report_urls():
    return [
        path("reports/of-readers/", reports.ReportsView.as_view(), name=reports.DESK),
        path("reports/of-readers/<int:pk>/", reports.ReportView.as_view(), name=reports.ONE),
    ]


@hooks.register("register_admin_menu_item")
def register_report_menu():
    return CountedMenuItem(
        _("Reports of readers"),
        reverse(reports.DESK),
        name="reports-of-readers",
        icon_name="warning",
        order=242,
        shown=may_decide,
        waiting=lambda user: reports_for(user).filter(outcome="").count(),
    )


@hooks.register("before_publish_page")
def refuse_to_publish_ones_own(request, page):
    """Nobody decides on what they proposed, not even by the button that publishes."""
    if Proposal.objects.filter(page_id=page.pk, author=request.user).exists():
        messages.error(request, gettext("You proposed this text: somebody else publishes it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def refuse_to_publish_ones_own_among_others(request, action_type, objects, action):
    """The same for a selection of pages in the explorer."""
    if action_type != "publish":
        return None
    return next(filter(None, (refuse_to_publish_ones_own(request, one) for one in objects)), None)


class CharterViewSet(SnippetViewSet):
    model = Charter
    icon = "doc-full-inverse"
    menu_label = _("Charter")
    menu_order = 245
    add_to_admin_menu = True
    list_display = ["locale", "version"]


register_snippet(CharterViewSet)
