"""Asking for a whole branch, and following the worker."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from content.desks import DeskItemView
from translation import branches
from translation.models import TranslationBatch
from translation.views.desk import DESK, DeskView, asked_for, may_enter

BATCH = "translation_branch"


@require_POST
def begin_branch(request):
    """Ask for the translation of a page and of what is below it, and follow it."""
    if not may_enter(request.user):
        raise PermissionDenied
    page, locale = asked_for(request)
    try:
        batch = branches.ask(page, locale, request.user)
    except PermissionDenied:
        messages.error(
            request, _("You cannot begin it yet: the page above has to be translated first.")
        )
        return redirect(DESK)
    return redirect(BATCH, batch.pk)


class BranchView(DeskItemView):
    """How far the worker is with a branch; only whoever asked for it sees it."""

    template_name = "translation/branch.html"
    page_title = gettext_lazy("A branch to translate")
    desk = DeskView

    @cached_property
    def batch(self) -> TranslationBatch:
        found = TranslationBatch.objects.filter(pk=self.kwargs["pk"], user=self.request.user)
        return get_object_or_404(found.select_related("page", "locale"))

    def may_enter(self, user) -> bool:
        # Whoever asked for a branch follows it, whatever became of their rights.
        return True

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "batch": self.batch}
