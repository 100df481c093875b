"""What happened to a source, offered for its translations: unpublish, delete, move."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

UNPUBLISH, DELETE, MOVE = "unpublish", "delete", "move"


@dataclass(frozen=True)
class Follower:
    """A translation that may follow its source, and under which page when it is a move."""

    page: Page
    destination: Page | None = None


def followers(action: str, page: Page, user) -> list[Follower]:
    """Return the translations of `page` to which a user may do what was done to it.

    `page` may be deleted already: its translation key is enough. Those that follow already, by
    themselves or for want of a translated destination, are left out.
    """
    versions = Page.objects.filter(
        translation_key=page.translation_key, alias_of__isnull=True
    ).exclude(locale_id=page.locale_id)
    found = (
        _follower(action, page, version) for version in versions.select_related("locale").specific()
    )
    return [one for one in found if one and _may(action, one, user)]


def _follower(action: str, page: Page, version: Page) -> Follower | None:
    if action == UNPUBLISH:
        return Follower(version) if version.live else None
    if action == DELETE:
        return Follower(version)
    destination = Page.objects.filter(
        translation_key=page.get_parent().translation_key,
        locale_id=version.locale_id,
        alias_of__isnull=True,
    ).first()
    if destination is None or version.is_child_of(destination):
        return None
    return Follower(version, destination)


def _may(action: str, follower: Follower, user) -> bool:
    permissions = follower.page.permissions_for_user(user)
    if action == UNPUBLISH:
        return permissions.can_unpublish()
    if action == DELETE:
        return permissions.can_delete()
    return permissions.can_move_to(follower.destination)


@transaction.atomic
def follow(action: str, chosen: list[Follower], user) -> None:
    """Do to the chosen translations what was done to their source; permissions are checked."""
    for follower in chosen:
        if action == UNPUBLISH:
            UnpublishPageAction(follower.page, user=user).execute()
        elif action == DELETE:
            DeletePageAction(follower.page, user=user).execute()
        else:
            MovePageAction(
                follower.page, follower.destination, pos="last-child", user=user
            ).execute()
