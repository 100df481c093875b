"""From an address to a page: languages open or closed, wrong addresses, wrong filters."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from content.models import Theme
from home.models import HomePage, StandardPage
from kit.models import ChapterPage
from operations.tree import open_locale
from stories.models import StoryPage
from tests.factories import add, kit_in, publish, published, sample, term
from tests.reading import Html

NOT_FOUND = {"fr": "Cette page n’est sur aucune rive", "en": "This page is on no bank"}


def not_found_in(client, url: str) -> str:
    """Read an address that has no page; return the language in which it says so."""
    response = client.get(url)
    assert response.status_code == 404, url
    html = Html(response)
    language = html.one("html").get("lang")
    assert response["Content-Language"] == language
    assert html.one("meta", name="robots").get("content") == "noindex"
    assert html.all("form", role="search")
    return language


def test_each_page_answers_at_its_address(fr, en, client):
    part = published(kit_in(fr), ChapterPage, slug="part")
    inside = published(part, ChapterPage, slug="inside")
    for page in (fr.home, fr.stories, en.home, en.stories, part, inside):
        response = client.get(page.get_url())
        assert response.status_code == 200
        assert Html(response).one("html").get("lang") == page.locale.language_code


@pytest.mark.parametrize("url", ["/fr/nowhere/", "/fr/a/b/c/", "/fr/recits/nowhere/", "/nowhere/"])
def test_a_wrong_french_address_is_a_helpful_page_in_french(fr, client, url):
    assert not_found_in(client, url) == "fr"


@pytest.mark.parametrize("url", ["/en/nowhere/", "/en/stories/nowhere/", "/en/kit/"])
def test_a_wrong_english_address_is_a_helpful_page_in_english(fr, client, url):
    kit_in(fr)
    assert not_found_in(client, url) == "en"


def test_the_addresses_of_the_site_are_in_its_languages():
    names = {"search": [], "theme": ["x"], "territory": ["x"], "tag": ["x"], "not_translated": [1]}
    with override("fr"):
        french = {name: reverse(name, args=args) for name, args in names.items()}
    with override("en"):
        english = {name: reverse(name, args=args) for name, args in names.items()}
    assert (french["search"], english["search"]) == ("/fr/recherche/", "/en/search/")
    assert all(url.startswith("/fr/") for url in french.values())
    assert all(url.startswith("/en/") for url in english.values())
    assert {french[name][4:] == english[name][4:] for name in ("territory", "not_translated")} == {
        False
    }


def test_a_closed_language_is_a_404_in_french_whatever_pages_it_has(fr, client):
    assert not_found_in(client, "/es/") == "fr"
    spanish = Locale.objects.create(language_code="es")
    home = fr.home.copy_for_translation(spanish)
    published(home, StandardPage, slug="acerca")
    for url in ("/es/", "/es/acerca/", "/es/recits/", "/es/search/", "/es/themes/x/"):
        assert not_found_in(client, url) == "fr"
    publish(HomePage.objects.get(pk=home.pk))
    assert client.get("/es/acerca/").status_code == 200


def test_a_language_that_was_open_closes_with_its_home(fr, en, client):
    published(en.home, StandardPage, slug="about")
    assert client.get("/en/about/").status_code == 200
    en.home.unpublish()
    assert not_found_in(client, "/en/about/") == "fr"
    assert not_found_in(client, "/en/") == "fr"
    assert "/en/" not in client.get("/fr/").content.decode()


@pytest.mark.parametrize(
    ("accepted", "target"),
    [
        ("en", "/en/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("fr-CA", "/fr/"),
        ("de, en;q=0.5", "/fr/"),
        ("es", "/fr/"),
        ("", "/fr/"),
        ("*", "/fr/"),
        ("nonsense;;;q=", "/fr/"),
    ],
)
def test_the_bare_address_leads_to_an_open_language_of_the_browser(fr, client, accepted, target):
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response["Location"]) == (302, target)
    assert "Accept-Language" in response["Vary"]


def test_only_the_bare_address_looks_at_the_language_of_the_browser(fr, client):
    for url in ("/fr/", "/fr/nowhere/"):
        response = client.get(url, headers={"accept-language": "en"})
        assert Html(response).one("html").get("lang") == "fr"
        assert "Accept-Language" not in response.get("Vary", "")


def test_without_any_open_language_the_bare_address_is_a_404(fr, client):
    Page.objects.filter(depth=2).update(live=False)
    response = client.get("/")
    assert response.status_code == 404
    assert Html(response).one("html").get("lang") == "fr"


def test_a_draft_and_a_page_under_a_draft_are_404(fr, client):
    part = published(kit_in(fr), ChapterPage, slug="part")
    inside = published(part, ChapterPage, slug="inside")
    add(fr.stories, sample(StoryPage, fr.locale), slug="draft", live=False)
    assert client.get("/fr/recits/draft/").status_code == 404
    assert client.get(inside.get_url()).status_code == 200
    Page.objects.get(pk=part.pk).specific.unpublish()
    assert client.get(inside.get_url()).status_code == 404


def test_a_page_is_found_by_its_whole_path_not_by_its_last_word(fr, client):
    kit = kit_in(fr)
    one = published(kit, ChapterPage, slug="one", title="La première", number="1")
    two = published(kit, ChapterPage, slug="two", title="La seconde", number="2")
    for part, title in ((one, "Dans la première"), (two, "Dans la seconde")):
        published(part, ChapterPage, slug="same", title=title)
    assert Html(client.get("/fr/kit/one/same/")).title == "Dans la première"
    assert Html(client.get("/fr/kit/two/same/")).title == "Dans la seconde"
    assert client.get("/fr/kit/same/").status_code == 404
    assert client.get("/fr/same/").status_code == 404


def test_an_address_without_its_last_slash_leads_to_the_page(fr, client):
    response = client.get("/fr/recits")
    assert (response.status_code, response["Location"]) == (301, "/fr/recits/")


@pytest.mark.parametrize(
    "query",
    [
        "page=x",
        "page=999",
        "page=0",
        "page=-1",
        "page=1.5",
        "page=²",
        "page=99999999999999999999",
        "kind=nope",
        "kind=coalition",
        "theme=nope",
        "theme=a/b",
        "territory=nope",
        "year=abcd",
        "year=20260",
        "text_language=nope",
        "text_language=%00",
        "theme=%00",
        "kind=%F0%9F%A6%84",
    ],
)
def test_a_list_asked_for_what_it_has_not_is_a_404_in_its_language(fr, en, client, query):
    assert not_found_in(client, f"{fr.stories.get_url()}?{query}") == "fr"
    assert not_found_in(client, f"{en.stories.get_url()}?{query}") == "en"


def test_a_list_ignores_what_it_does_not_know_and_what_is_empty(fr, client):
    for query in ("utm_source=x", "kind=", "page=", "page=1", "q=anything"):
        assert client.get(f"{fr.stories.get_url()}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["page=x", "page=2", "kind=nope", "theme=nope", "year=1"])
def test_a_search_asked_for_what_it_has_not_is_a_404_in_its_language(fr, client, query):
    for language, word in (("fr", "recherche"), ("en", "search")):
        assert not_found_in(client, f"/{language}/{word}/?{query}") == language


@pytest.mark.parametrize(
    "words", ["%00", "%", "a'b\"c", "<script>", "é" * 300, "a " * 500, "\\", "_%_", "🦄"]
)
def test_no_search_ever_breaks(fr, client, words):
    assert client.get("/fr/recherche/", {"q": words}).status_code == 200


@pytest.mark.parametrize("name", ["theme", "territory", "tag", "organisation"])
def test_an_unknown_subject_is_a_404_in_the_language_of_the_address(fr, client, name):
    for language in ("fr", "en"):
        with override(language):
            url = reverse(name, args=["nowhere"])
        assert not_found_in(client, url) == language


def test_a_subject_that_is_a_draft_is_a_404(fr, client):
    term(Theme, "Réparer", fr.locale, live=False)
    assert not_found_in(client, "/fr/themes/reparer/") == "fr"


def test_the_words_of_a_missing_page_are_those_of_the_catalogue(fr, client):
    for language, words in NOT_FOUND.items():
        text = client.get(f"/{language}/nowhere/").content.decode()
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_open_language_without_a_catalogue_keeps_its_pages(fr):
    open_locale("es")
    client = Client()
    response = client.get("/es/")
    assert response.status_code == 200
    # Its words around the texts are French, and say so (WCAG 3.1.1).
    assert Html(response).one("html").get("lang") == "fr"
    assert settings.BASE_URL + "/es/" in client.get("/fr/").content.decode()
