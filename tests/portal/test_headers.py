"""What every answer says of itself, and what a reading page never holds."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from content.models import Theme
from portal import csp
from stories.models import StoryPage
from tests.factories import PAGE_MODELS, add, parent_for, picture, publish, restrict, sample, term
from tests.reading import Html

LOADING = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "input": ("src",),
    "use": ("href",),
}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}


def loaded(html: Html) -> set[str]:
    """Return the addresses that a browser loads by itself with the page."""
    addresses = {
        element.get(name)
        for element in html.elements
        for name in LOADING.get(element.tag, ())
        if element.get(name)
    }
    links = {
        link.get("href")
        for link in html.all("link")
        if LOADED_LINKS & set((link.get("rel") or "").split())
    }
    return addresses | links


# Styles, pictures, and the picture that counts a view.
OWN = re.compile(r"/(static|media)/|/[a-z-]+/_view/\d+\.gif$")


def assert_is_a_reading_page(response) -> None:
    """Fail unless the answer can be read without script, cookie or third party."""
    html = Html(response)
    assert response["Content-Security-Policy"] == csp.as_header(csp.READING)
    assert not response.cookies
    assert "Set-Cookie" not in response.headers
    assert not html.all("script")
    assert not html.all("style")
    assert not [form for form in html.all("form") if (form.get("method") or "get") != "get"]
    for element in html.elements:
        assert element.get("style") is None, element
        assert not [name for name in element.attributes if name.startswith("on")], element
    assert loaded(html)
    assert all(OWN.match(url) for url in loaded(html)), loaded(html)
    assert_is_guarded(response)


def assert_is_guarded(response) -> None:
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]


def test_the_policy_of_a_reading_page_allows_no_script_and_no_other_site():
    assert csp.READING["default-src"] == "'none'"
    assert not {"script-src", "connect-src", "object-src", "frame-src"} & set(csp.READING)
    for sources in (*csp.READING.values(), *csp.FORM.values()):
        assert set(sources.split()) <= {"'none'", "'self'", "data:"}


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_every_page_type_is_read_without_script_cookie_or_third_party(model, fr, en):
    for tree in (fr, en):
        own = {type(page): page for page in (tree.home, tree.stories, tree.coalitions, tree.events)}
        page = own.get(model)
        if page is None:
            page = sample(model, tree.locale, slug="read", listing_image=picture())
            page = publish(add(parent_for(model, tree), page))
        response = Client().get(page.get_url())
        assert response.status_code == 200
        assert_is_a_reading_page(response)


@pytest.mark.parametrize("name", ["theme", "not_translated"])
def test_subjects_and_missing_translations_are_reading_pages(name, fr, en):
    story = publish(add(fr.stories, sample(StoryPage, fr.locale)))
    term(Theme, "Réparer", en.locale)
    arguments = {"theme": ["reparer"], "not_translated": [story.pk]}
    with override("en"):
        url = reverse(name, args=arguments[name])
    assert_is_a_reading_page(Client().get(url))


def test_the_search_page_may_load_scripts_of_the_site_and_sets_no_cookie(fr):
    response = Client().get("/fr/recherche/")
    assert response["Content-Security-Policy"] == csp.as_header(csp.FORM)
    assert not response.cookies


@pytest.mark.parametrize("url", ["/fr/nowhere/", "/en/nowhere/", "/fr/recits/?page=x"])
def test_a_page_that_is_not_there_is_a_reading_page(url, fr):
    assert_is_a_reading_page(Client().get(url))


def test_a_reader_who_is_signed_in_gets_the_same_page(fr, editor_client):
    cache.clear()
    response = editor_client.get(fr.home.get_url())
    assert_is_a_reading_page(response)
    assert response.content == Client().get(fr.home.get_url()).content


def test_development_has_the_pages_and_headers_of_production(fr, settings):
    settings.DEBUG = True
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "portal.middleware.ReadersErrorsMiddleware"]
    assert_is_a_reading_page(Client().get(fr.stories.get_url()))
    missing = Client().get("/fr/nowhere/")
    assert missing.status_code == 404
    assert_is_a_reading_page(missing)


def test_a_page_behind_a_password_holds_one_form_and_no_script(fr):
    story = publish(add(fr.stories, sample(StoryPage, fr.locale)))
    restrict(story)
    response = Client().get(story.get_url())
    html = Html(response)
    assert_is_guarded(response)
    assert "'unsafe" not in response["Content-Security-Policy"]
    assert not html.all("script")
    assert len([form for form in html.all("form") if (form.get("method") or "get") != "get"]) == 1


@pytest.mark.parametrize("url", ["/health/", "/robots.txt", "/sitemap.xml", "/sitemap-fr-1.xml"])
def test_what_machines_read_is_guarded_too(fr, url):
    response = Client().get(url)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == csp.as_header(csp.READING)
    assert not response.cookies


def test_health_says_whether_the_database_answers(db):
    response = Client().get("/health/")
    assert response.json() == {"database": True}
    assert "no-store" in response["Cache-Control"]


def test_the_admin_has_its_own_policy(editor_client):
    for client, expected in ((Client(), csp.FORM), (editor_client, csp.EDITING)):
        response = client.get("/admin/", follow=True)
        assert response.status_code == 200
        policy = response["Content-Security-Policy"]
        assert policy == csp.as_header(expected)
        assert "http" not in policy


def plain(text: str) -> str:
    """Return `text` without what French typography changes."""
    return "".join(text.replace("’", "'").split())


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_a_draft_of_every_type_can_be_previewed(model, fr, editor_client):
    own = {type(page): page for page in (fr.home, fr.stories, fr.coalitions, fr.events)}
    page = own.get(model)
    if page is None:
        page = add(parent_for(model, fr), sample(model, fr.locale, slug="draft"), live=False)
        page.save_revision()
    response = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    assert plain(page.title) in plain(response.content.decode())
    assert response["Content-Security-Policy"] == csp.as_header(csp.EDITING)
