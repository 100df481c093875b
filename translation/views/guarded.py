"""The screens of wagtail-localize that start, update or refuse a translation, with their guards."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation, submit_translations, update_translations

from translation import freshness, po, prefilling
from translation.permissions import is_locked_for, may_add, may_edit


class SubmitPageForm(submit_translations.SubmitTranslationForm):
    """Offers the languages that have a real page above, where the user may add one.

    The pages below are left out: a whole branch is started from the desk, page by page, since
    each may have its own privacy.
    """

    def __init__(self, instance, *args, user, **kwargs):
        super().__init__(instance, *args, **kwargs)
        self.fields["include_subtree"].widget = forms.HiddenInput()
        offered = [
            locale.pk
            for locale in self.fields["locales"].queryset
            if may_add(user, instance, locale)
        ]
        self.fields["locales"].queryset = Locale.objects.filter(pk__in=offered)
        self.fields["locales"].help_text = _(
            "A language is offered once the page above has been translated into it."
        )

    def clean_include_subtree(self):
        return False


class SubmitPageView(submit_translations.SubmitPageTranslationView):
    """Ask for translations of a page that the user may edit, where they may add pages."""

    def get_object(self):
        page = super().get_object()
        if page.alias_of_id or not may_edit(self.request.user, page):
            raise PermissionDenied
        return page

    def get_form(self):
        data = self.request.POST if self.request.method == "POST" else None
        chosen = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        return SubmitPageForm(
            self.object, data, user=self.request.user, initial={"locales": list(chosen)}
        )


class SubmitSnippetView(submit_translations.SubmitSnippetTranslationView):
    """Ask for translations of a term that the user may edit."""

    def get_object(self):
        term = super().get_object()
        if not may_edit(self.request.user, term):
            raise PermissionDenied
        return term


class UpdateForm(update_translations.UpdateTranslationsForm):
    """Never publishes: what has changed has to be translated first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].widget = forms.HiddenInput()

    def clean_publish_translations(self):
        return False


class UpdateView(update_translations.UpdateTranslationsView):
    """Bring what was published since into the translations of a source the user may edit."""

    title = gettext_lazy("Update existing translations")

    def get_object(self):
        source = super().get_object()
        if not may_edit(self.request.user, source.get_source_instance()):
            raise PermissionDenied
        return source

    def get_form(self):
        return UpdateForm(self.request.POST if self.request.method == "POST" else None)

    def form_valid(self, form):
        instance = self.object.get_source_instance()
        self.changed = freshness.note_changes(instance)
        return super().form_valid(form)

    def get_success_message(self):
        if self.changed:
            return super().get_success_message()
        if getattr(self.object.get_source_instance(), "has_unpublished_changes", False):
            return _(
                "Nothing new has been published: what waits as a draft is translated once it is "
                "published."
            )
        return _("Nothing has changed: the translations are up to date with the text.")


def no_alias(request, page_id: int):
    """Refuse to make a translation an alias, which would serve the words of another language."""
    get_object_or_404(Page, pk=page_id)
    raise PermissionDenied


def edit_string(request, translation_id: int, string_segment_id: int):
    """Save a string as wagtail-localize does, unless the page is locked for the user."""
    _refuse_locked(request, translation_id)
    return edit_translation.edit_string_translation(request, translation_id, string_segment_id)


def edit_override(request, translation_id: int, overridable_segment_id: int):
    """Save a picture or a link of a translation, unless the page is locked for the user."""
    _refuse_locked(request, translation_id)
    return edit_translation.edit_override(request, translation_id, overridable_segment_id)


@require_safe
def download_po(request, translation_id: int):
    """Return the PO file of a translation, with what is to be reviewed marked as fuzzy."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    if not may_edit(request.user, translation.get_target_instance()):
        raise PermissionDenied
    response = HttpResponse(po.alone(translation), content_type="text/x-gettext-translation")
    response["Content-Disposition"] = f'attachment; filename="translation-{translation.pk}.po"'
    return response


@require_POST
def ask_machine(request, translation_id: int):
    """Ask the worker for what the machine of the settings makes of the missing texts."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    if not may_edit(request.user, translation.get_target_instance()):
        raise PermissionDenied
    _refuse_locked(request, translation_id)
    if not prefilling.has_machine(translation):
        raise Http404
    prefilling.ask_machine(translation)
    return redirect("translation_editor", translation.pk)


def _refuse_locked(request, translation_id: int) -> None:
    translation = get_object_or_404(Translation, pk=translation_id)
    if is_locked_for(request.user, translation.get_target_instance()):
        raise PermissionDenied
