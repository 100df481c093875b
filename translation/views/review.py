"""The moves of a review, the same on each screen of a translation that offers them."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from translation import publication, workflows
from translation.forms import ReasonForm
from translation.views.one import OneTranslationView


def is_done_behind_gate(request, move: Callable[[], None], untranslated: str) -> bool:
    """Do a move that the gate may refuse; if it does, say why and return False.

    `untranslated` is what is said when texts are missing.
    """
    try:
        move()
    except publication.Refused as refused:
        verdict = refused.verdict
        said = [*verdict.reasons, *([untranslated] if verdict.missing else [])]
    except ValidationError as error:
        said = publication.messages_of(error)
    else:
        return True
    for reason in said:
        messages.error(request, reason)
    return False


class ReviewView(OneTranslationView):
    """A screen on which a translation is submitted, approved or sent back, by a POST of its own.

    Each of `review_actions` returns a response, or None when the screen is to be read again.
    """

    def get_context_data(self, **kwargs):
        may_decide = workflows.may_decide(self.translation, self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "may_decide": may_decide,
            "reason_form": kwargs.get("reason_form") or ReasonForm(),
        }

    def _submit(self):
        if self._is_done(lambda: workflows.submit(self.translation, self.request.user)):
            messages.success(self.request, _("The reviewers of the language have been told."))

    def _approve(self):
        decide = workflows.decide
        if self._is_done(lambda: decide(self.translation, self.request.user, workflows.APPROVE)):
            messages.success(self.request, _("The translation is approved and published."))

    def _is_done(self, move) -> bool:
        return is_done_behind_gate(self.request, move, _("Translate every text first."))

    def _reject(self):
        form = ReasonForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(reason_form=form), status=422)
        reason = form.cleaned_data["comment"]
        workflows.decide(self.translation, self.request.user, workflows.REJECT, reason)
        messages.success(self.request, _("The translation goes back to its translator."))
        return None

    review_actions = {"submit": _submit, "approve": _approve, "reject": _reject}
