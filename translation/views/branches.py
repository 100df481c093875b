"""Asking for a whole branch, and following the worker."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from translation import branches
from translation.models import TranslationBatch
from translation.views.desk import may_enter

BATCH = "translation_branch"


@require_POST
def begin_branch(request):
    """Ask for the translation of a page and of what is below it, and follow it."""
    if not may_enter(request.user):
        raise PermissionDenied
    number = request.POST.get("page", "")
    page = get_object_or_404(Page, pk=number if number.isdecimal() else 0).specific
    locale = get_object_or_404(Locale, language_code=request.POST.get("language", ""))
    try:
        batch = branches.ask(page, locale, request.user)
    except PermissionDenied:
        messages.error(
            request, _("You cannot begin it yet: the page above has to be translated first.")
        )
        return redirect("translation_desk")
    return redirect(BATCH, batch.pk)


class BranchView(WagtailAdminTemplateMixin, TemplateView):
    """How far the worker is with a branch; only whoever asked for it sees it."""

    template_name = "translation/branch.html"
    page_title = gettext_lazy("A branch to translate")
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    @cached_property
    def batch(self) -> TranslationBatch:
        found = TranslationBatch.objects.filter(pk=self.kwargs["pk"], user=self.request.user)
        batch = found.select_related("page", "locale").first()
        if batch is None:
            raise Http404
        return batch

    def get_breadcrumbs_items(self):
        desk = {"url": reverse("translation_desk"), "label": _("Translations")}
        return [*self.breadcrumbs_items, desk, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "batch": self.batch}
