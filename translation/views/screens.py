"""The screens of one translation: where it stands, what its source changed, what can be done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
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

from translation import cascade, freshness, publication, workflows
from translation.forms import ReasonForm
from translation.models import TranslationStatus
from translation.permissions import may_edit, may_publish
from translation.views.one import OneTranslationView

SHEET = "translation_sheet"


def publish_or_say_why(request, translation: Translation, partial: bool = False) -> bool:
    """Publish a translation if the gate is open, say what happened, return whether it is live."""
    words = {
        "title": translation.get_target_instance(),
        "language": translation.target_locale.get_display_name(),
    }
    try:
        publication.publish(translation, request.user, partial)
    except publication.Refused as refused:
        for reason in refused.verdict.reasons:
            messages.error(request, reason)
        if refused.verdict.missing:
            messages.error(
                request,
                _("“%(title)s” was not published in %(language)s: texts are not translated.")
                % words,
            )
        return False
    except ValidationError as error:
        for message in publication.messages_of(error):
            messages.error(request, message)
        return False
    messages.success(request, _("Published “%(title)s” in %(language)s.") % words)
    return True


class TranslationView(OneTranslationView):
    """The sheet of a translation; each button is a POST of the same address."""

    template_name = "translation/sheet.html"

    def may_enter(self, user) -> bool:
        return may_edit(user, self.target) or workflows.may_decide(self.translation, user)

    def get_context_data(self, **kwargs):
        user = self.request.user
        translation = self.translation
        verdict = publication.examine(translation, user)
        status = TranslationStatus.objects.filter(translation=translation).first()
        return {
            **super().get_context_data(**kwargs),
            "translation": translation,
            "target": self.target,
            "verdict": verdict,
            "status": status,
            "changes": self._changes(status),
            "may_publish": may_publish(user, self.target),
            "may_submit": verdict.is_open and workflows.may_be_reviewed(translation),
            "may_decide": workflows.may_decide(translation, user),
            "form": kwargs.get("form") or ReasonForm(),
        }

    def _changes(self, status) -> list[dict]:
        """Return what the source has changed since the translation went live, with its old words.

        A text that was translated anew is done with.
        """
        if status is None or status.stale_since is None:
            return []
        changes = self.translation.source.changes.filter(changed_at__gte=status.published_at)
        texts = freshness.texts_of(self.translation)
        missing = {(text.path, text.text) for text in texts if text.is_missing}
        return [
            {
                "change": change,
                "former": freshness.former_translation(change, self.translation),
                "is_open": (change.path, change.new) in missing,
            }
            for change in changes
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

    def _submit(self):
        try:
            workflows.submit(self.translation, self.request.user)
        except publication.Refused as refused:
            reasons = refused.verdict.reasons or [_("Translate every text first.")]
            for reason in reasons:
                messages.error(self.request, reason)
        except ValidationError as error:
            for message in publication.messages_of(error):
                messages.error(self.request, message)
        else:
            messages.success(self.request, _("The reviewers of the language have been told."))

    def _approve(self):
        workflows.decide(self.translation, self.request.user, workflows.APPROVE)
        messages.success(self.request, _("The translation is approved and published."))

    def _reject(self):
        form = ReasonForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        reason = form.cleaned_data["comment"]
        workflows.decide(self.translation, self.request.user, workflows.REJECT, reason)
        messages.success(self.request, _("The translation goes back to its translator."))
        return None

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
        "publish": _publish,
        "partial": _publish_partial,
        "submit": _submit,
        "approve": _approve,
        "reject": _reject,
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
