"""The vocabularies, tags and library in the admin."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.agreements import ACTION as CONSENT_RECORDED
from content.agreements_views import ADDRESS, PeopleView, may_record
from content.models import (
    CoalitionFamily,
    GlossaryTerm,
    Licence,
    Organisation,
    Territory,
    Theme,
)
from content.rows import PersonRow
from content.views import TagMergeView, may_merge_tags


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "slug", "live"]
    list_filter = ["live"]


class TerritoryViewSet(SnippetViewSet):
    model = Territory
    icon = "globe"
    list_display = ["name", "kind", "code", "parent", "live"]
    list_filter = ["kind", "live"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "acronym", "territory", "live"]
    list_filter = ["live"]


class FamilyViewSet(SnippetViewSet):
    model = CoalitionFamily
    icon = "folder-open-inverse"
    list_display = ["name", "sort_order", "live"]


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    list_display = ["name", "live"]


class LicenceViewSet(SnippetViewSet):
    model = Licence
    icon = "key"
    list_display = ["name", "code", "live"]


@register_snippet
class VocabularyGroup(SnippetViewSetGroup):
    """The controlled vocabularies, together in the menu."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 250
    items = (
        ThemeViewSet,
        TerritoryViewSet,
        OrganisationViewSet,
        FamilyViewSet,
        GlossaryViewSet,
        LicenceViewSet,
    )


@hooks.register("register_admin_urls")
def register_tag_urls():
    return [path("tags/", TagMergeView.as_view(), name="content_tags")]


class TagMenuItem(MenuItem):
    def is_shown(self, request):
        return may_merge_tags(request.user)


@hooks.register("register_admin_menu_item")
def register_tag_menu():
    return TagMenuItem(_("Tags"), reverse("content_tags"), icon_name="tag", order=260)


@hooks.register("register_log_actions")
def register_merge_action(actions):
    actions.register_action(
        "content.merge_tag", _("Merge a tag"), lambda data: _merged(data.get("source", ""))
    )


def _merged(source: str) -> str:
    return gettext("Took in the tag “%(source)s”") % {"source": source}


@hooks.register("register_admin_urls")
def register_people_urls():
    return [path("people/", PeopleView.as_view(), name=ADDRESS)]


class PeopleMenuItem(MenuItem):
    def is_shown(self, request):
        return may_record(request.user)


@hooks.register("register_admin_menu_item")
def register_people_menu():
    return PeopleMenuItem(_("Named people"), reverse(ADDRESS), icon_name="group", order=255)


@hooks.register("register_log_actions")
def register_consent_action(actions):
    actions.register_action(CONSENT_RECORDED, _("Record a consent"), _recorded)


def _recorded(data: dict) -> str:
    consent = dict(PersonRow.Consent.choices).get(data.get("consent"), "")
    words = {"initials": data.get("initials", ""), "consent": consent}
    return gettext("Consent of %(initials)s: %(consent)s") % words


@hooks.register("before_move_page")
def refuse_before_asking(request, page, destination):
    """Refuse a move before its confirmation, which names pages that one may not see."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
