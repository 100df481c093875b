"""Opening a language: its real home and index pages, and the groups of its translators."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext, pgettext
from wagtail.models import Locale, Page, Site

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.models import SiteIdentity
from home.models import HomePage
from operations.roles import setup_roles
from stories.models import StoryIndexPage


class UnknownLanguage(ValueError):
    """The language is not among those that can be opened."""


@dataclass
class Opened:
    """What opening a language did: the pages that it made."""

    language: str
    home: HomePage
    made: list[Page] = field(default_factory=list)


@transaction.atomic
def open_locale(code: str) -> Opened:
    """Open language `code` and return what was made; nothing is made twice.

    The pages are real and live, never aliases: an alias would serve the words of another
    language. Raises `UnknownLanguage` for a code that the settings do not list.
    """
    if code not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        raise UnknownLanguage(code)
    locale, _made = Locale.objects.get_or_create(language_code=code)
    with translation.override(code):
        opened = Opened(language=code, home=_home(locale))
        if not opened.home.live:
            _publish(opened.home)
            opened.made.append(opened.home)
        for model, title, slug in _indexes():
            page = _index(model, title, slug, opened.home)
            if not page.live:
                _publish(page)
                opened.made.append(page)
    setup_roles()
    return opened


def _indexes() -> list[tuple[type[Page], str, str]]:
    return [
        (StoryIndexPage, gettext("Stories"), pgettext("address", "stories")),
        (CoalitionIndexPage, gettext("Coalitions"), pgettext("address", "coalitions")),
        (EventIndexPage, gettext("Events"), pgettext("address", "events")),
    ]


def _home(locale: Locale) -> HomePage:
    """Return the home of a language: the first of the site, or a translation of the first."""
    existing = HomePage.objects.filter(locale=locale, alias_of__isnull=True).first()
    if existing:
        return existing
    first = HomePage.objects.filter(alias_of__isnull=True).order_by("path").first()
    fields = {
        "title": gettext("Home"),
        "slug": f"home-{locale.language_code}",
        "locale": locale,
        "live": False,
        "text_language": locale.language_code,
        "content_language": locale.language_code,
    }
    if first:
        fields["translation_key"] = first.translation_key
    home = Page.get_first_root_node().add_child(instance=HomePage(**fields))
    if not first:
        _make_site(home)
    return home


def _make_site(home: HomePage) -> None:
    """Make `home` the root of the default site, in the place of Wagtail's welcome page."""
    welcome = Page.objects.filter(depth=2).exclude(pk=home.pk)
    site, _made = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": settings.PORT,
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    SiteIdentity.objects.get_or_create(site=site, defaults={"name": settings.WAGTAIL_SITE_NAME})
    for page in welcome:
        if page.specific_class is Page:
            page.delete()


def _index(model: type[Page], title: str, slug: str, home: HomePage) -> Page:
    """Return the index page of a type under `home`, linked with those of other languages."""
    existing = model.objects.child_of(home).filter(alias_of__isnull=True).first()
    if existing:
        return existing
    fields = {
        "title": title,
        "slug": slug,
        "locale": home.locale,
        "live": False,
        "show_in_menus": True,
        "text_language": home.text_language,
        "content_language": home.text_language,
    }
    other = model.objects.filter(alias_of__isnull=True).exclude(locale=home.locale).first()
    if other:
        fields["translation_key"] = other.translation_key
    return home.add_child(instance=model(**fields))


def _publish(page: Page) -> None:
    page.save_revision().publish()
