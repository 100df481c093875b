"""Where wagtail-localize is led through our doors: addresses, editing, what follows a source.

Its own hooks have order 0; ours come before them.
"""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation

from translation import cascade, freshness, publication, restart
from translation.views import desk, guarded
from translation.views.branches import BATCH, BranchView, begin_branch
from translation.views.editor import EDITOR, EditorView
from translation.views.exchange import DOWNLOAD, EXCHANGE, ExchangeView, download
from translation.views.screens import SHEET, CascadeView, TranslationView, publish_or_say_why

BEFORE = -10
MINOR = "translation-minor"
TO_DESK = RedirectView.as_view(pattern_name=desk.DESK)
# The button of wagtail-localize that follows a translation again.
RESTART = "localize-restart-translation"
STOCK_ITEMS = {"localize-convert-to-alias"}

OURS = [
    path("", desk.DeskView.as_view(), name=desk.DESK),
    path("<int:pk>/texts/", EditorView.as_view(), name=EDITOR),
    path("<int:pk>/", TranslationView.as_view(), name=SHEET),
    path("begin/", desk.begin, name="translation_begin"),
    path("branches/", begin_branch, name="translation_begin_branch"),
    path("branches/<int:pk>/", BranchView.as_view(), name=BATCH),
    path("po/", ExchangeView.as_view(), name=EXCHANGE),
    path("po/<str:language>/", download, name=DOWNLOAD),
    *(
        path(
            f"{action}/<uuid:key>/<int:source>/",
            CascadeView.as_view(),
            {"action": action},
            name=f"translation_{action}",
        )
        for action in (cascade.UNPUBLISH, cascade.DELETE, cascade.MOVE)
    ),
]
# The addresses of wagtail-localize that have to be guarded, as it writes them.
GUARDED = [
    path("submit/page/<int:page_id>/", guarded.SubmitPageView.as_view()),
    path(
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        guarded.SubmitSnippetView.as_view(),
    ),
    path("update/<int:translation_source_id>/", guarded.UpdateView.as_view()),
    path(
        "translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
        guarded.edit_string,
    ),
    path(
        "translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        guarded.edit_override,
    ),
    path("translate/<int:translation_id>/pofile/download/", guarded.download_po),
    # A file is known by its head: that of another translation of theirs goes there.
    path("translate/<int:translation_id>/pofile/upload/", ExchangeView.as_view()),
    path("translate/<int:translation_id>/machine_translate/", guarded.ask_machine),
    path("page/<int:page_id>/convert_to_alias/", guarded.no_alias),
    path("reports/translations/", TO_DESK),
    path("reports/translations/results/", TO_DESK),
]


@hooks.register("register_admin_urls", order=BEFORE)
def register_urls():
    return [path("translations/", include(OURS)), path("localize/", include(GUARDED))]


@hooks.register("before_edit_page", order=BEFORE)
@hooks.register("before_edit_snippet", order=BEFORE)
def keep_what_was_written(request: HttpRequest, instance):
    """Before a translation is followed again, take in what was written without it."""
    if request.method == "POST" and RESTART in request.POST:
        restart.take_in(instance, request.user)


class DeskMenuItem(MenuItem):
    def is_shown(self, request):
        return desk.may_enter(request.user)


@hooks.register("register_admin_menu_item")
def register_desk_menu():
    address = reverse(desk.DESK)
    return DeskMenuItem(
        _("Translations"), address, icon_name="wagtail-localize-language", order=240
    )


@hooks.register("construct_reports_menu")
def hide_stock_report(request, menu_items):
    """The stock report shows every title, drafts included, to whoever enters the admin."""
    address = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if getattr(item, "url", "") != address]


@hooks.register("construct_page_action_menu")
def hide_aliases(menu_items, request, context):
    menu_items[:] = [item for item in menu_items if item.name not in STOCK_ITEMS]


@hooks.register("before_edit_page", order=BEFORE)
@hooks.register("before_edit_snippet", order=BEFORE)
def publish_through_the_gate(request: HttpRequest, instance):
    """Publish a translation ourselves when its editor asks wagtail-localize to."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not isinstance(instance, TranslatableMixin):
        return None
    translation = freshness.translation_of(instance)
    if translation is None:
        return None
    if publish_or_say_why(request, translation):
        return redirect(request.path)
    return redirect(SHEET, translation.pk)


@hooks.register("before_bulk_action")
def leave_translations_out(request, action_type, objects, action):
    """Leave translations out of the pages that are published together.

    Their last draft may be older than their texts: they are published from their own sheet.
    """
    if action_type != "publish" or request.method != "POST":
        return
    with_descendants = bool(request.POST.get("include_descendants"))
    kept = [one for one in objects if not _has_translation_to_publish(one, with_descendants)]
    for refused in set(objects) - set(kept):
        messages.error(
            request,
            gettext("“%(title)s” holds translations: publish each from its own sheet.")
            % {"title": refused},
        )
    objects[:] = kept


def _has_translation_to_publish(instance, with_descendants: bool) -> bool:
    if not isinstance(instance, TranslatableMixin):
        return False
    if freshness.translation_of(instance):
        return True
    if not (with_descendants and isinstance(instance, Page)):
        return False
    written = Translation.objects.filter(target_locale=instance.locale_id, enabled=True)
    keys = written.values("source__object_id")
    return instance.get_descendants().filter(live=False, translation_key__in=keys).exists()


class PublishMinorItem(ActionMenuItem):
    """Publish a source whose translations stay right: a comma, a spelling."""

    label = _("Publish as a minor change")
    name = "action-publish"
    template_name = "translation/publish_minor.html"
    icon_name = "check"

    def is_shown(self, context):
        if context["view"] != "edit" or context["locked_for_user"]:
            return False
        permissions = self.get_user_page_permissions_tester(context)
        if not permissions.can_publish():
            return False
        source = freshness.source_of(context["page"])
        return source is not None and source.translations.filter(enabled=True).exists()


@hooks.register("register_page_action_menu_item")
def register_minor_item():
    return PublishMinorItem(order=15)


@hooks.register("before_publish_page")
def note_minor(request, page):
    is_minor = request.POST.get("action-publish") == MINOR
    freshness.announce_minor(page.pk if is_minor else None)


@hooks.register("after_unpublish_page")
def offer_to_unpublish(request, page):
    return _offer(request, cascade.UNPUBLISH, page)


@hooks.register("after_delete_page")
def offer_to_delete(request, page):
    return _offer(request, cascade.DELETE, page)


@hooks.register("after_move_page")
def offer_to_move(request, page):
    return _offer(request, cascade.MOVE, Page.objects.get(pk=page.pk))


def _offer(request, action: str, page: Page):
    if cascade.followers(action, page, request.user):
        return redirect(f"translation_{action}", page.translation_key, page.locale_id)
    return None


@hooks.register("register_log_actions")
def register_partial_action(actions):
    actions.register_action(publication.PARTIAL, _("Publish a partial translation"), _partial)


def _partial(data: dict) -> str:
    count = data.get("blocks", 0)
    return ngettext(
        "Published with %(count)s block in the language of the original",
        "Published with %(count)s blocks in the language of the original",
        count,
    ) % {"count": count}
