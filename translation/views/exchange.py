"""PO files: a ZIP of a language out, and files in again with a report."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from django.views.generic import FormView
from wagtail_localize.models import Translation

from content.desks import DeskItemView
from translation import po
from translation.forms import ExchangeForm
from translation.permissions import may_edit
from translation.views.desk import DeskView, languages_of

EXCHANGE, DOWNLOAD = "translation_po", "translation_po_download"


def _translations(locale, number: int):
    """Return one part of the translations into a language, and whether another follows."""
    found = (
        Translation.objects.filter(target_locale=locale, enabled=True)
        .select_related("source")
        .order_by("pk")
    )
    start = (number - 1) * po.MOST_FILES
    some = list(found[start : start + po.MOST_FILES + 1])
    return some[: po.MOST_FILES], len(some) > po.MOST_FILES


@require_GET
def download(request, language: str):
    """Return the PO files of the translations into a language of the user, `po.MOST_FILES` a part.

    Pages are those of a tree that the user may change whole; terms need their own permission.
    """
    locale = next((one for one in languages_of(request) if one.language_code == language), None)
    if locale is None:
        raise PermissionDenied
    asked = request.GET.get("part", "1")
    number = int(asked) if asked.isdecimal() and 0 < int(asked[:6]) < 10_000 else 1
    found, has_more = _translations(locale, number)
    found = [one for one in found if _is_theirs(request.user, one)]
    if not found:
        raise Http404
    response = HttpResponse(po.archive(locale, found), content_type="application/zip")
    part = f"-{number}" if has_more or number > 1 else ""
    response["Content-Disposition"] = f'attachment; filename="translations-{language}{part}.zip"'
    return response


def _is_theirs(user, translation: Translation) -> bool:
    """Return whether a user may change what is translated; a page is of a tree of theirs."""
    model = translation.source.specific_content_type.model_class()
    return hasattr(model, "get_parent") or may_edit(user, model())


class ExchangeView(DeskItemView, FormView):
    """Download a language as PO files, upload them again, and read what became of each line."""

    template_name = "translation/exchange.html"
    form_class = ExchangeForm
    page_title = gettext_lazy("PO files")
    desk = DeskView

    def get_context_data(self, **kwargs):
        counts = self._counts()
        return {"languages": counts, "reports": None, **super().get_context_data(**kwargs)}

    def _counts(self) -> list[dict]:
        """Return the languages of the user that have translations, with their parts."""
        found = []
        for locale in languages_of(self.request):
            count = Translation.objects.filter(target_locale=locale, enabled=True).count()
            parts = range(1, 2 + (count - 1) // po.MOST_FILES) if count else ()
            if count:
                found.append({"locale": locale, "count": count, "parts": parts})
        return found

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        try:
            reports = po.read(file.name, file.read(po.MOST_BYTES + 1), self.request.user)
        except po.Unreadable as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("%(n)s texts saved.") % {"n": sum(report.saved for report in reports)},
        )
        return self.render_to_response(self.get_context_data(form=form, reports=reports))

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)
