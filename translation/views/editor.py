"""The editor of translators: sources and translations side by side, one form a page of texts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import get_edit_url

from content.languages import direction
from translation import prefilling, texts, workflows
from translation.permissions import covers, is_locked_for, may_edit
from translation.rows import Row, rows_for
from translation.views.review import ReviewView

EDITOR = "translation_editor"
TEXTS_A_PAGE = 40
ALL, TO_DO, TO_REVIEW = "all", "to-do", "to-review"
SHOWN = {
    ALL: lambda unit: True,
    TO_DO: lambda unit: unit.is_missing or bool(unit.error),
    TO_REVIEW: lambda unit: unit.is_to_review,
}


class EditorView(ReviewView):
    """The texts of a translation; what another person wrote meanwhile is shown, not overwritten."""

    template_name = "translation/editor.html"

    def may_enter(self, user) -> bool:
        return may_edit(user, self.target)

    @cached_property
    def units(self) -> list[texts.Unit]:
        return texts.units_of(self.translation)

    @cached_property
    def is_locked(self) -> bool:
        return is_locked_for(self.request.user, self.target)

    def get_context_data(self, rows: list[Row] | None = None, **kwargs):
        page = self._page()
        if rows is None:
            with_memory = covers(self.request.user, self.translation.target_locale)
            rows = rows_for(self.translation, list(page), with_memory)
        done = sum(not SHOWN[TO_DO](unit) for unit in self.units)
        return {
            **super().get_context_data(**kwargs),
            "translation": self.translation,
            "rows": rows,
            "page": page,
            "shown": self._shown(),
            "choices": self._choices(),
            "done": done,
            "total": len(self.units),
            "is_locked": self.is_locked,
            "target_direction": direction(self.translation.target_locale.language_code),
            "stock_url": get_edit_url(self.target),
            "has_preview": isinstance(self.target, Page),
            "has_machine": prefilling.has_machine(self.translation),
            "may_submit": done == len(self.units) and self._may_be_submitted(),
            "at": self.request.GET.get("at", ""),
        }

    def _may_be_submitted(self) -> bool:
        is_in_review = getattr(self.target, "workflow_in_progress", False)
        return not is_in_review and workflows.may_be_reviewed(self.translation)

    def _shown(self) -> str:
        asked = self.request.GET.get("show", ALL)
        return asked if asked in SHOWN else ALL

    def _choices(self) -> list[tuple[str, str, int]]:
        """Return what can be shown, its name and how many texts it has."""
        names = {ALL: _("All texts"), TO_DO: _("To do"), TO_REVIEW: _("To review")}
        return [(key, names[key], sum(map(SHOWN[key], self.units))) for key in SHOWN]

    def _page(self):
        units = [unit for unit in self.units if SHOWN[self._shown()](unit)]
        return Paginator(units, TEXTS_A_PAGE).get_page(self.request.GET.get("p"))

    def post(self, request, *args, **kwargs):
        """Save the texts of the form, fill those that are missing, submit or decide."""
        move = self.review_actions.get(request.POST.get("action", ""))
        if move:
            return move(self) or self._back()
        if self.is_locked:
            raise PermissionDenied
        if request.POST.get("action") == "memory":
            return self._fill_from_memory()
        if request.POST.get("action") == "machine":
            return self._ask_machine()
        return self._save()

    def _fill_from_memory(self):
        if not covers(self.request.user, self.translation.target_locale):
            raise PermissionDenied
        count = prefilling.from_memory(self.translation, self.request.user)
        if count:
            said = ngettext(
                "%(n)s text comes from the memory.", "%(n)s texts come from the memory.", count
            )
            messages.success(self.request, said % {"n": count})
        else:
            messages.info(self.request, _("The memory has none of the missing texts."))
        return self._back()

    def _ask_machine(self):
        if not prefilling.has_machine(self.translation):
            raise PermissionDenied
        prefilling.ask_machine(self.translation)
        messages.success(
            self.request,
            _("The machine has been asked. Its texts will be here in a moment, to be reviewed."),
        )
        return self._back()

    def _save(self):
        writings, problems = self._read_form()
        count = texts.write(self.translation, writings, self.request.user)
        if count:
            said = ngettext("%(n)s text saved.", "%(n)s texts saved.", count)
            messages.success(self.request, said % {"n": count})
        if not problems:
            return self._back()
        return self._show(problems)

    def _read_form(self) -> tuple[list[texts.Writing], dict[tuple, dict]]:
        """Return the texts to write, and what keeps the others from it, by text."""
        writings, problems = [], {}
        for unit in self.units:
            name = "-".join(map(str, unit.key))
            typed = self.request.POST.get(f"text-{name}")
            if typed is None:
                continue
            is_seen = f"seen-{name}" in self.request.POST
            try:
                text = texts.clean(unit.source, typed)
            except texts.Invalid as error:
                problems[unit.key] = {"typed": typed, "refusal": str(error)}
                continue
            if text == unit.text and not (is_seen and unit.error):
                continue
            if self.request.POST.get(f"token-{name}") != unit.token:
                problems[unit.key] = {"typed": typed, "is_conflict": True}
                continue
            writings.append(texts.Writing(unit.key, text))
        return writings, problems

    def _show(self, problems: dict[tuple, dict]):
        """Show what was not saved, as it was typed, with the reason."""
        self.units = texts.units_of(self.translation)
        units = [unit for unit in self.units if unit.key in problems]
        found = rows_for(self.translation, units, with_memory=False)
        for row in found:
            for name, value in problems[row.unit.key].items():
                setattr(row, name, value)
        messages.error(
            self.request,
            ngettext(
                "%(n)s text was not saved: see why below.",
                "%(n)s texts were not saved: see why below.",
                len(problems),
            )
            % {"n": len(problems)},
        )
        return self.render_to_response(self.get_context_data(rows=found), status=422)

    def _back(self):
        """Come back to the same texts, at the one that the keyboard asked for.

        Without a fragment, which would keep `autofocus` from the box.
        """
        query = self.request.GET.copy()
        asked = self.request.POST.get("next", "")
        query.pop("at", None)
        if asked:
            query["at"] = asked
        return HttpResponseRedirect(f"{self.request.path}?{query.urlencode()}")
