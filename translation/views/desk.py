"""The desk of translators: pages × languages, what is left to do, and the way to begin."""

import csv

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content import desks, visibility
from translation import queue, services, vocabularies
from translation.models import TranslationBatch

DESK = "translation_desk"
ROWS_A_PAGE = 50
RIGHTS = {"add_page", "change_page"}
COLUMNS = (
    gettext_lazy("Page"),
    gettext_lazy("Language"),
    gettext_lazy("State"),
    gettext_lazy("Texts"),
    gettext_lazy("Translated"),
    gettext_lazy("Words to do"),
    gettext_lazy("Requests"),
)
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def may_enter(user) -> bool:
    """Return whether a user translates into some language. No query but that of permissions."""
    if user.is_superuser:
        return True
    permissions = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return any(one.page.depth <= 2 and one.permission.codename in RIGHTS for one in permissions)


def languages_of(request) -> list[Locale]:
    """Return the open languages whose whole tree a user may change, in the order of settings."""
    homes = visibility.rules_for(request).homes
    user = request.user
    if not user.is_superuser:
        permissions = PagePermissionPolicy().get_cached_permissions_for_user(user)
        roots = {one.page.path for one in permissions if one.permission.codename == "change_page"}
        homes = [home for home in homes if any(home.path.startswith(root) for root in roots)]
    return [Locale(pk=home.locale_id, language_code=home.language) for home in homes]


class DeskView(desks.DeskView):
    """Every published page of a language, and where it stands in the languages of the user."""

    template_name = "translation/desk.html"
    page_title = gettext_lazy("Translations")
    header_icon = "wagtail-localize-language"
    address = DESK
    may_enter = staticmethod(may_enter)

    def get(self, request, *args, **kwargs):
        rules = visibility.rules_for(request)
        self.source = self._source(rules)
        self.languages = [locale for locale in languages_of(request) if locale.pk != self.source.pk]
        self.choice = self._choice()
        targets = [
            locale
            for locale in self.languages
            if self.choice.language in ("", locale.language_code)
        ]
        self.rows = queue.rows(self.source, targets, request.user, rules, self.choice)
        if request.GET.get("export") == "csv":
            return self._csv()
        return super().get(request, *args, **kwargs)

    def _source(self, rules) -> Locale:
        asked = self.request.GET.get("source", "")
        home = rules.home(asked) or rules.home(settings.LANGUAGE_CODE) or rules.homes[0]
        return Locale(pk=home.locale_id, language_code=home.language)

    def _choice(self) -> queue.Choice:
        asked = self.request.GET
        codes = {locale.language_code for locale in self.languages}
        language, state = asked.get("language", ""), asked.get("state", "")
        return queue.Choice(
            language=language if language in codes else "",
            state=state if state in queue.STATES else "",
            words=asked.get("q", "")[:200],
            in_order_of_kit=asked.get("sort") == "kit",
        )

    def get_context_data(self, **kwargs):
        page = Paginator(self.rows, ROWS_A_PAGE).get_page(self.request.GET.get("p"))
        queue.count_words(list(page))
        columns = [
            locale
            for locale in self.languages
            if self.choice.language in ("", locale.language_code)
        ]
        return {
            **super().get_context_data(**kwargs),
            "source": self.source,
            "sources": visibility.rules_for(self.request).open_languages,
            "languages": self.languages,
            "columns": columns,
            "rows": page,
            "choice": self.choice,
            "states": queue.STATES.items(),
            "summary": self._summary(columns),
            "batches": TranslationBatch.objects.filter(user=self.request.user)
            .exclude(left=[])
            .select_related("page", "locale"),
            "vocabularies": vocabularies.progress(self.source, columns),
            "catalogues": vocabularies.catalogue_progress(columns),
        }

    def _summary(self, columns) -> list[dict]:
        """Return for each language how many pages are in each state that has any."""
        counts = queue.summary(self.rows)
        return [
            {
                "language": locale.language_code,
                "states": [
                    (key, queue.STATES[key], count)
                    for key, count in counts.get(locale.language_code, {}).items()
                    if count
                ],
            }
            for locale in columns
        ]

    def _csv(self) -> HttpResponse:
        """Return every row that the filters keep, one line a page and language."""
        queue.count_words(self.rows)
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="translations.csv"'
        response.write("\ufeff")
        writer = csv.writer(response, delimiter=";")
        writer.writerow([*map(str, COLUMNS)])
        for row in self.rows:
            for cell in row.cells:
                line = [_harmless(row.title), cell.language, cell.label]
                writer.writerow([*line, cell.total, cell.done, cell.words, cell.requests])
        return response


def _harmless(text: str) -> str:
    """Return a cell that a spreadsheet takes for text."""
    return f"'{text}" if text.startswith(FORMULA) else text


def asked_for(request) -> tuple[Page, Locale]:
    """Return the specific page and the language that a button of the desk names; or `Http404`."""
    number = request.POST.get("page", "")
    page = get_object_or_404(Page, pk=number if number.isdecimal() else 0).specific
    return page, get_object_or_404(Locale, language_code=request.POST.get("language", ""))


@require_POST
def begin(request):
    """Begin the translation of a page into a language, and open its editor."""
    page, locale = asked_for(request)
    try:
        translation = services.begin(page, locale, request.user)
    except services.ParentMissing as missing:
        messages.error(
            request,
            _("Translate the page above first: “%(title)s”.") % {"title": missing.parent.title},
        )
        return redirect(DESK)
    return redirect("translation_editor", translation.pk)
