"""What every page of the public site shows around its text: names, menus, languages."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override

from content import visibility
from content.languages import own_name
from content.models.editorial import DEPTH_OF_SECTION
from content.sites import identity_for
from search.addresses import absolute
from search.models import Document
from search.translations import translated_urls


@dataclass(frozen=True)
class Link:
    """An entry of a menu or of a breadcrumb."""

    title: str
    url: str
    family: str = "page"
    current: bool = False
    current_kind: str = "true"
    path: str = ""
    language: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one of the open languages."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool


def site(request) -> dict:
    """Return the surroundings of a public page; each is read when a template uses it."""
    if request.path.startswith("/admin/"):
        return {}
    menus = SimpleLazyObject(lambda: _menus(request))
    languages = SimpleLazyObject(lambda: language_links(request))
    return {
        "site_identity": SimpleLazyObject(lambda: identity_for(request)),
        "menu": SimpleLazyObject(lambda: [one for one in menus if one.family != "page"]),
        "footer_menu": SimpleLazyObject(lambda: [one for one in menus if one.family == "page"]),
        "breadcrumb": SimpleLazyObject(lambda: _breadcrumb(request, menus)),
        "languages": languages,
        "home_url": f"/{reading_language(request)}/",
        "search_url": SimpleLazyObject(lambda: _search_url(request)),
        "canonical_url": SimpleLazyObject(lambda: absolute(_own_url(request))),
        "alternates": SimpleLazyObject(lambda: _alternates(languages)),
    }


def reading_language(request) -> str:
    """Return the open language around the page: the active one, else the first that is open."""
    languages = visibility.rules_for(request).open_languages
    active = get_language() or settings.LANGUAGE_CODE
    return active if active in languages or not languages else languages[0]


def _search_url(request) -> str:
    with override(reading_language(request)):
        return reverse("search")


def _menus(request) -> list[Link]:
    rules = visibility.rules_for(request)
    home = rules.home(reading_language(request))
    if home is None:
        return []
    # Only pages right under a home: a section that was moved below another leaves the menu.
    documents = Document.objects.in_menu(home.locale_id).filter(page__depth=DEPTH_OF_SECTION)
    here = getattr(request, "portal_page", None)
    return [
        Link(
            title=document.title,
            url=document.page.get_url(request) or "",
            family=document.family,
            current=bool(here and here.path and here.path.startswith(document.page.path)),
            current_kind="page" if here and here.pk == document.pk else "true",
            path=document.page.path,
            language=document.text_language,
        )
        for document in documents.public(rules).order_by("page__path")
    ]


def _breadcrumb(request, menus) -> list[Link]:
    """Return the pages above this one, without a query: home, then the section it is in."""
    page = getattr(request, "portal_page", None)
    if page is None or not page.path or page.depth < 3:
        return []
    with override(reading_language(request)):
        home = Link(title=identity_for(request).name, url=f"/{get_language()}/")
    above = [one for one in menus if page.path.startswith(one.path) and one.path != page.path]
    sections = {one.url for one in above}
    steps = [step for step in page.steps_above(request) if step.url not in sections]
    return [home, *above, *steps]


def language_links(request) -> list[LanguageLink]:
    """Return one link for each open language: to the same page, or to "not translated yet".

    A page that is not in the tree says where it is in other languages by setting
    `request.translated_urls`; without it the link leads to the home of the language.
    """
    urls = translated_urls(request)
    active = reading_language(request)
    return [
        LanguageLink(
            code=home.language,
            name=own_name(home.language),
            url=urls.get(home.language) or _fallback_url(request, home.language),
            current=home.language == active,
            translated=home.language in urls,
        )
        for home in visibility.rules_for(request).homes
    ]


def _fallback_url(request, language: str) -> str:
    page = getattr(request, "portal_page", None)
    with override(language):
        if page is None or not page.pk:
            return f"/{language}/"
        return reverse("not_translated", args=[page.pk])


def _own_url(request) -> str:
    page = getattr(request, "portal_page", None)
    return (page.get_url(request) or "") if page is not None and page.pk else request.path


def _alternates(languages) -> list[dict]:
    """Return the `hreflang` links: each public version, this one too, and `x-default`."""
    versions = [
        {"language": link.code, "url": absolute(link.url)} for link in languages if link.translated
    ]
    default = next(
        (one for one in versions if one["language"] == settings.LANGUAGE_CODE),
        versions[0] if versions else None,
    )
    return [*versions, {"language": "x-default", "url": default["url"]}] if default else []
