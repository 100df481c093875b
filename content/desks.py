"""The base of the desks: a list in the admin, and one screen for each thing on it."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """A list under its own entry of the menu, for whoever `may_enter`.

    A subclass gives `page_title`, `header_icon`, `template_name`, `may_enter(user)` and, when it
    has screens under it, `address`, the name of its own.
    """

    address = ""
    _show_breadcrumbs = True

    @staticmethod
    def may_enter(user) -> bool:
        """Return whether `user` works at this desk."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Read what the screen is about, for somebody who may enter; `Http404` if it is gone."""

    def dispatch(self, request, *args, **kwargs):
        if not self.may_enter(request.user):
            raise PermissionDenied
        self.prepare()
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class DeskItemView(DeskView):
    """One thing on a desk: `desk` is the view of the list, `prepare` finds the thing.

    A subclass gives `get_page_title`.
    """

    desk: type[DeskView]

    def may_enter(self, user) -> bool:
        return self.desk.may_enter(user)

    @property
    def header_icon(self) -> str:
        return self.desk.header_icon

    def get_breadcrumbs_items(self):
        desk = {"url": reverse(self.desk.address), "label": self.desk.page_title}
        return [*self.breadcrumbs_items, desk, {"url": "", "label": self.get_page_title()}]
