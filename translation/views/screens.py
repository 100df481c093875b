"""The screens of one translation: where it stands, what its source changed, what can be done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from content.languages import name_for_reader
from translation import cascade, differences, freshness, publication, workflows
from translation.models import TranslationStatus
from translation.permissions import may_edit, may_publish
from translation.views.review import ReviewView, is_done_behind_gate

SHEET = "translation_sheet"


def publish_or_say_why(request, translation: Translation, partial: bool = False) -> bool:
    """Publish a translation if the gate is open, say what happened, return whether it is live."""
    words = {
        "title": translation.get_target_instance(),
        "language": name_for_reader(translation.target_locale.language_code),
    }
    untranslated = _("“%(title)s” was not published in %(language)s: texts are not translated.")

    def publish() -> None:
        publication.publish(translation, request.user, partial)

    if not is_done_behind_gate(request, publish, untranslated % words):
        return False
    messages.success(request, _("Published “%(title)s” in %(language)s.") % words)
    return True


class TranslationView(ReviewView):
    """The sheet of a translation; each button is a POST of the same address."""

    template_name = "translation/sheet.html"

    def may_enter(self, user) -> bool:
        return may_edit(user, self.target) or workflows.may_decide(self.translation, user)

    def get_context_data(self, **kwargs):
        user = self.request.user
        translation = self.translation
        verdict = publication.examine(translation, user)
        return {
            **super().get_context_data(**kwargs),
            "translation": translation,
            "target": self.target,
            "verdict": verdict,
            "status": TranslationStatus.objects.filter(translation=translation).first(),
            "changes": self._changes(),
            "may_publish": may_publish(user, self.target),
            "may_submit": verdict.is_open and workflows.may_be_reviewed(translation),
        }

    def _changes(self) -> list[dict]:
        """Return what the source has changed since the translation went live, with its old words.

        A text that was translated anew is done with.
        """
        texts = freshness.texts_of(self.translation)
        missing = {(text.path, text.text) for text in texts if text.is_missing}
        return [
            {
                "change": change,
                "marked": differences.marked(change.old, change.new),
                "is_open": (change.path, change.new) in missing,
            }
            for change in freshness.changes_since_publication(self.translation)
        ]

    def post(self, request, *args, **kwargs):
        """Do what the button says, and come back to the sheet."""
        action = self.actions.get(request.POST.get("action", ""))
        if action is None:
            return HttpResponseBadRequest()
        return action(self) or redirect(SHEET, self.translation.pk)

    def _publish(self):
        publish_or_say_why(self.request, self.translation)

    def _publish_partial(self):
        publish_or_say_why(self.request, self.translation, partial=True)

    def _keep(self):
        if not may_edit(self.request.user, self.target):
            raise PermissionDenied
        number = self.request.POST.get("change", "")
        changes = self.translation.source.changes.filter(pk=number if number.isdecimal() else 0)
        change = get_object_or_404(changes)
        if freshness.carry_over(change, self.translation):
            messages.success(self.request, _("The former translation stands for the new text."))
        else:
            messages.warning(self.request, _("This text is translated already."))

    actions = {
        **ReviewView.review_actions,
        "publish": _publish,
        "partial": _publish_partial,
        "keep": _keep,
    }


class CascadeView(WagtailAdminTemplateMixin, TemplateView):
    """Offer for the translations what was just done to their source."""

    template_name = "translation/cascade.html"
    header_icon = "wagtail-localize-language"
    titles = {
        cascade.UNPUBLISH: gettext_lazy("Unpublish its translations too?"),
        cascade.DELETE: gettext_lazy("Delete its translations too?"),
        cascade.MOVE: gettext_lazy("Move its translations too?"),
    }

    def get_page_title(self):
        return self.titles[self.kwargs["action"]]

    @cached_property
    def followers(self) -> list[cascade.Follower]:
        return cascade.followers(self.kwargs["action"], self._source(), self.request.user)

    def _source(self) -> Page:
        """Return the source; a deleted one is known by what its translations keep of it."""
        key, locale = self.kwargs["key"], self.kwargs["source"]
        page = Page.objects.filter(translation_key=key, locale_id=locale).first()
        if page is None and self.kwargs["action"] == cascade.DELETE:
            return Page(translation_key=key, locale_id=locale)
        if page is None or (self.kwargs["action"] == cascade.UNPUBLISH and page.live):
            raise Http404
        return page

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "action": self.kwargs["action"],
            "followers": self.followers,
            "back": reverse("wagtailadmin_explore_root"),
        }

    def post(self, request, *args, **kwargs):
        wanted = set(request.POST.getlist("page"))
        chosen = [one for one in self.followers if str(one.page.pk) in wanted]
        cascade.follow(self.kwargs["action"], chosen, request.user)
        if chosen:
            messages.success(
                request, _("Done for %(count)s translations.") % {"count": len(chosen)}
            )
        return redirect("wagtailadmin_explore_root")
