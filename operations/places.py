"""Where imported documents go: the home of a language, the place of each type."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.folding import fold
from home.models import HomePage
from kit.models import KitPage
from stories.models import StoryIndexPage

_INDEXES: dict[str, type[Page]] = {
    "coalition": CoalitionIndexPage,
    "event": EventIndexPage,
    "interview": StoryIndexPage,
    "exploration": StoryIndexPage,
    "report": StoryIndexPage,
    "story": StoryIndexPage,
}


class ImportRefused(Exception):
    """What was asked cannot be done at all; the message says why, in the active language."""


def home_of(language: str, under: Page | None = None) -> HomePage:
    """Return the home whose tree receives the pages: that of the parent, or of the language.

    Raises `ImportRefused` if the language is not open.
    """
    locale_code = under.locale.language_code if under else language
    homes = HomePage.objects.filter(locale__language_code=locale_code, alias_of__isnull=True)
    home = homes.select_related("locale").first()
    if home is None:
        raise ImportRefused(
            _("No home in the language “%(language)s”: open it first (open_locale %(language)s).")
            % {"language": locale_code}
        )
    return home


def find_page(wanted: str) -> Page:
    """Return the page of an id or of an address ("/fr/recits/"); raise `ImportRefused`."""
    pages = Page.objects.filter(depth__gt=1)
    if wanted.isdigit():
        found = pages.filter(pk=int(wanted)).first()
    else:
        parts = [part for part in wanted.split("/") if part]
        found = _page_at(parts) if parts else None
    if found is None:
        raise ImportRefused(_("No page “%(page)s”.") % {"page": wanted})
    return found.specific


def _page_at(parts: list[str]) -> Page | None:
    home = HomePage.objects.filter(locale__language_code=parts[0], alias_of__isnull=True).first()
    page = home
    for slug in parts[1:] if home else []:
        page = page.get_children().filter(slug=slug).first()
        if page is None:
            return None
    return page


def place_of(kind: str, home: HomePage) -> Page:
    """Return the page under which pages of a kind live; raise `ImportRefused` if it is missing."""
    model = _INDEXES.get(kind)
    if model is None:
        return home
    index = model.objects.child_of(home).filter(alias_of__isnull=True).first()
    if index is None:
        raise ImportRefused(
            _("The tree of this language has no “%(index)s”.") % {"index": model._meta.verbose_name}
        )
    return index


def kit_of(title: str, home: HomePage) -> KitPage | None:
    """Return the kit of that name, the only one where none is named, or None."""
    kits = list(KitPage.objects.child_of(home).filter(alias_of__isnull=True))
    if not title and len(kits) == 1:
        return kits[0]
    wanted = _kit_name(title or _("Kit"))
    return next((kit for kit in kits if _kit_name(kit.title) == wanted), None)


def _kit_name(title: str) -> str:
    """Return the name of a kit without the word itself: "Kit Agir" and "Agir" are one."""
    words = fold(title).split()
    return " ".join(word for word in words if word != "kit") or "kit"


def check_parent(parent: Page, model: type[Page], user=None) -> None:
    """Raise `ImportRefused` if a page of `model` cannot be put there, or not by `user`."""
    is_allowed = model in parent.specific_class.allowed_subpage_models()
    if not is_allowed or not model.can_create_at(parent):
        raise ImportRefused(
            _("A page of type “%(type)s” cannot be placed under “%(parent)s”.")
            % {"type": model._meta.verbose_name, "parent": parent.title}
        )
    if user and not parent.permissions_for_user(user).can_add_subpage():
        raise ImportRefused(
            _("You may not add pages under “%(parent)s”.") % {"parent": parent.title}
        )
