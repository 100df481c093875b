"""The tags in the admin: which there are, and merging two of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from content.forms import MergeTagsForm
from content.tags import merge, tags_in_use


def may_merge_tags(user) -> bool:
    return user.has_perm("content.change_tag")


class TagMergeView(WagtailAdminTemplateMixin, FormView):
    """List the tags with their use, and merge one into another."""

    form_class = MergeTagsForm
    template_name = "content/admin/tags.html"
    page_title = gettext_lazy("Tags")
    header_icon = "tag"
    success_url = reverse_lazy("content_tags")
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_merge_tags(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "tags": tags_in_use()}

    def form_valid(self, form):
        source, target = form.cleaned_data["source"], form.cleaned_data["target"]
        changed = merge(source, target, user=self.request.user)
        message = ngettext(
            "“%(source)s” is now “%(target)s”: %(count)s page changed.",
            "“%(source)s” is now “%(target)s”: %(count)s pages changed.",
            changed,
        )
        words = {"source": source.name, "target": target.name, "count": changed}
        messages.success(self.request, message % words)
        return redirect(self.success_url)
