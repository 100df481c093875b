"""The moderation desk in the menu of the admin, and what no author does to their own text."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from contributions.models import Charter, Proposal
from contributions.reports import views as reports
from contributions.reports.services import may_decide
from contributions.views import desk


@hooks.register("register_admin_urls")
def register_desk_urls():
    return [
        path("proposals/", desk.DeskView.as_view(), name=desk.DESK),
        path("proposals/<int:pk>/", desk.ProposalView.as_view(), name=desk.ONE),
    ]


class DeskMenuItem(MenuItem):
    def is_shown(self, request):
        return desk.may_moderate(request.user)


@hooks.register("register_admin_menu_item")
def register_desk_menu():
    return DeskMenuItem(_("Proposals"), reverse(desk.DESK), icon_name="mail", order=240)


@hooks.register("register_admin_urls")
def register_report_urls():
    return [
        path("reports/of-readers/", reports.ReportsView.as_view(), name=reports.DESK),
        path("reports/of-readers/<int:pk>/", reports.ReportView.as_view(), name=reports.ONE),
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_decide(request.user)


@hooks.register("register_admin_menu_item")
def register_report_menu():
    address = reverse(reports.DESK)
    return ReportMenuItem(_("Reports of readers"), address, icon_name="warning", order=242)


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
