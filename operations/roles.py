"""Groups, permissions and workflows of the roles, made by code and never by clicks.

Run again, `setup_roles` changes nothing; after a language was opened it adds its groups. A
permission that an administrator added by hand is left, one that a role needs is put back.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from contributions.charters import setup_charter
from contributions.groups import AUTHORS, MODERATORS
from contributions.workflows import setup_workflows
from home.models import HomePage
from stories.models import StoryIndexPage
from translation import workflows

EDITORS = "Editors"
ADMINISTRATORS = "Administrators"
# Wagtail's own groups would grant rights that no role of the portal has.
STOCK_GROUPS = ("Moderators", "Editors")

VOCABULARIES = ("theme", "territory", "organisation", "coalitionfamily", "glossaryterm", "licence")
EDIT_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
REVIEW_PAGES = ("add_page", "change_page", "publish_page")
LIBRARY = ("add", "change", "choose")


def translators(language: str) -> str:
    """Return the name of the group that translates into a language."""
    return f"Translators {language}"


def reviewers(language: str) -> str:
    """Return the name of the group that publishes translations of a language."""
    return f"Reviewers {language}"


@dataclass(frozen=True)
class RolesReport:
    """The groups that exist after a run, and how many permissions were added by it."""

    groups: tuple[str, ...]
    added: int


@transaction.atomic
def setup_roles() -> RolesReport:
    """Make the groups and give them what their role needs; return what was done."""
    homes = list(HomePage.objects.filter(alias_of__isnull=True).select_related("locale"))
    indexes = list(StoryIndexPage.objects.filter(alias_of__isnull=True))
    added = _authors(indexes) + _moderators(indexes) + _editors(homes) + _administrators()
    for home in homes:
        added += _language_groups(home) + setup_charter(home.locale)
    added += setup_workflows(indexes)
    names = tuple(Group.objects.order_by("name").values_list("name", flat=True))
    return RolesReport(groups=names, added=added)


def _authors(indexes: list[Page]) -> int:
    """Authors propose under the stories; they never see the admin."""
    return sum(_on_page(AUTHORS, index, ("add_page",)) for index in indexes)


def _moderators(indexes: list[Page]) -> int:
    """Moderators decide on proposals, hence publish where proposals live."""
    group = _group(MODERATORS)
    _without_site_wide_rights(group)
    added = _admin_access(group)
    added += sum(_on_page(MODERATORS, index, REVIEW_PAGES) for index in indexes)
    return added + _library(group)


def _editors(homes: list[Page]) -> int:
    """Editors keep the page tree, the vocabularies and the library, but no accounts."""
    group = _group(EDITORS)
    _without_site_wide_rights(group)
    added = _admin_access(group)
    added += sum(_on_page(EDITORS, home, EDIT_PAGES) for home in homes)
    for model in (*VOCABULARIES, "tag"):
        for action in ("add", "change", "delete", "publish"):
            added += _model(group, "content", model, action)
    for action in ("add", "change", "delete"):
        added += _model(group, "wagtailredirects", "redirect", action)
    added += _model(group, "wagtail_localize", "translation", "submit")
    added += _model(group, "operations", "importbatch", "add")
    added += _model(group, "contributions", "charter", "change")
    for action in ("add", "change", "delete"):
        added += _model(group, "search", "synonym", action)
    added += _model(group, "search", "askedquestion", "view")
    return added + _library(group)


def _administrators() -> int:
    """Administrators are superusers; the group only says who they are."""
    return _admin_access(_group(ADMINISTRATORS))


def _language_groups(home: Page) -> int:
    """Translators change the pages of their language; reviewers publish them too."""
    language = home.locale.language_code
    added = 0
    for name, permissions in (
        (translators(language), ("add_page", "change_page")),
        (reviewers(language), REVIEW_PAGES),
    ):
        group = _group(name)
        added += _admin_access(group) + _library(group)
        added += _on_page(name, home, permissions)
    if language != settings.LANGUAGE_CODE:
        workflows.set_up(home, _group(reviewers(language)))
    return added


def _group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]


def _without_site_wide_rights(group: Group) -> None:
    """Take back what Wagtail's migrations granted on the root to its groups of that name."""
    if group.name in STOCK_GROUPS:
        root = Page.get_first_root_node()
        GroupPagePermission.objects.filter(group=group, page=root).delete()


def _admin_access(group: Group) -> int:
    return _model(group, "wagtailadmin", "admin", "access")


def _model(group: Group, app: str, model: str, action: str) -> int:
    found = Permission.objects.filter(
        content_type__app_label=app, codename=f"{action}_{model}"
    ).exclude(group=group)
    permissions = list(found)
    group.permissions.add(*permissions)
    return len(permissions)


def _on_page(name: str, page: Page, codenames: tuple[str, ...]) -> int:
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    )
    made = [
        GroupPagePermission.objects.get_or_create(
            group=_group(name), page=page, permission=permission
        )[1]
        for permission in permissions
    ]
    return sum(made)


def _library(group: Group) -> int:
    """Let a group add and choose pictures and documents."""
    root = Collection.get_first_root_node()
    codenames = [
        f"{action}_{model}" for action in LIBRARY for model in ("portalimage", "image", "document")
    ]
    permissions = Permission.objects.filter(
        content_type__app_label__in=("content", "wagtailimages", "wagtaildocs"),
        codename__in=codenames,
    )
    made = [
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )[1]
        for permission in permissions
    ]
    return sum(made)
