"""Who may translate what: page permissions on the source and on the target.

wagtail-localize asks for one permission on the whole site; with it alone, whoever has it could
copy any draft into a tree of theirs, and read it there.
"""

from django.contrib.auth import get_permission_codename
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content import visibility


def may_read_source(user, page: Page, rules: visibility.Rules | None = None) -> bool:
    """Return whether a user may copy the words of `page`: they are public, or theirs to edit."""
    return visibility.is_public(page, rules) or page.permissions_for_user(user).can_edit()


def target_parent(page: Page, locale: Locale) -> Page | None:
    """Return the real page of `locale` under which a translation of `page` goes, if there is."""
    parent = page.get_parent()
    if parent is None or parent.is_root():
        return None
    translations = Page.objects.filter(
        translation_key=parent.translation_key, locale=locale, alias_of__isnull=True
    )
    return translations.first()


def may_add(user, page: Page, locale: Locale) -> bool:
    """Return whether a user may put a translation of `page` where it goes in `locale`."""
    parent = target_parent(page, locale)
    return parent is not None and parent.permissions_for_user(user).can_add_subpage()


def may_edit(user, instance) -> bool:
    """Return whether a user may change a translated page or term."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return _may(user, "change", instance)


def may_publish(user, instance) -> bool:
    """Return whether a user may publish a translated page or term."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    action = "publish" if isinstance(instance, DraftStateMixin) else "change"
    return _may(user, action, instance)


def _may(user, action: str, instance) -> bool:
    options = instance._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


def is_locked_for(user, instance) -> bool:
    """Return whether somebody else, or a review, holds a translated page."""
    lock = instance.get_lock() if isinstance(instance, Page) else None
    return bool(lock and lock.for_user(user))


def covers(user, locale: Locale) -> bool:
    """Return whether a user may change the whole tree of a language, hence read its memory."""
    if user.is_superuser:
        return True
    permissions = PagePermissionPolicy().get_cached_permissions_for_user(user)
    roots = [one.page.path for one in permissions if one.permission.codename == "change_page"]
    homes = Page.objects.filter(locale=locale, depth=2, alias_of__isnull=True)
    paths = list(homes.values_list("path", flat=True)) if roots else []
    return bool(paths) and all(any(path.startswith(root) for root in roots) for path in paths)
