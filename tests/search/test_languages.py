"""One page, several languages: menu, "not translated yet", hreflang, sitemap, `lang` and `dir`."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from content.models import Theme
from kit.models import ChapterPage
from operations.tree import open_locale
from search import sitemaps
from stories.models import StoryPage
from tests.factories import add, kit_in, many, publish, published, sample, term, tree_of
from tests.reading import Html

XML = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def translated(page, tree, **changes):
    """Publish a translation of `page` into the language of `tree`."""
    copy = page.copy_for_translation(tree.locale)
    for name, value in changes.items():
        setattr(copy, name, value)
    return publish(copy)


@pytest.fixture
def story(fr):
    return published(fr.stories, StoryPage, slug="lavoir")


@pytest.fixture
def both(story, en):
    """Return a story and its published translation."""
    return story, translated(story, en, slug="wash-house", title="The wash house")


def menu(html: Html) -> dict[str, str]:
    """Return the address of each language of the menu."""
    links = [link for link in html.all("a") if link.inside("nav", **{"class": "languages"})]
    assert all(link.get("lang") == link.get("hreflang") for link in links)
    return {link.get("hreflang"): link.get("href") for link in links}


def alternates(html: Html) -> dict[str, str]:
    """Return the `hreflang` links of a page."""
    found = [link for link in html.all("link", rel="alternate") if link.get("hreflang")]
    urls = {link.get("hreflang"): link.get("href") for link in found}
    assert len(urls) == len(found)
    return urls


def test_the_menu_leads_to_the_same_page_in_the_other_language(both, client):
    french, english = both
    expected = {"fr": french.get_url(), "en": english.get_url()}
    for page in both:
        assert menu(Html(client.get(page.get_url()))) == expected


def test_the_menu_leads_to_a_page_that_says_there_is_no_translation_yet(story, en, client):
    url = menu(Html(client.get(story.get_url())))["en"]
    response = client.get(url)
    html = Html(response)
    assert response.status_code == 404
    assert html.one("html").get("lang") == response["Content-Language"] == "en"
    assert html.one("meta", name="robots").get("content") == "noindex"
    assert alternates(html) == {}
    [offer] = [link for link in html.all("a") if link.get("href") == story.get_url()][:1]
    assert offer.get("hreflang") == "fr"
    [ancestor] = [link for link in html.all("a") if link.get("href") == en.stories.get_url()][-1:]
    assert en.stories.title in ancestor.text
    assert menu(html)["fr"] == story.get_url()


def test_the_nearest_page_above_that_is_translated_is_offered(fr, en, client):
    kit = kit_in(fr)
    part = published(kit, ChapterPage, slug="part", number="1")
    inside = published(part, ChapterPage, slug="inside", number="1.1")
    english = translated(kit, en, slug="kit", title="The kit of two banks")
    with override("en"):
        url = reverse("not_translated", args=[inside.pk])
    assert "The kit of two banks" in client.get(url).content.decode()
    translated(part, en, slug="part", title="The first part")
    text = client.get(url).content.decode()
    assert "The first part" in text
    Page.objects.get(pk=english.pk).specific.unpublish()
    assert "The first part" not in client.get(url).content.decode()


def test_the_page_leads_to_the_translation_once_it_has_come(story, en, client):
    with override("en"):
        url = reverse("not_translated", args=[story.pk])
    assert client.get(url).status_code == 404
    copy = story.copy_for_translation(en.locale)
    assert client.get(url).status_code == 404
    english = publish(copy)
    response = client.get(url)
    assert (response.status_code, response["Location"]) == (302, english.get_url())


def test_a_page_that_is_not_public_is_not_spoken_of(fr, en, client):
    draft = add(fr.stories, sample(StoryPage, fr.locale, title="Le pont suspendu"), live=False)
    with override("en"):
        response = client.get(reverse("not_translated", args=[draft.pk]))
    assert response.status_code == 404
    assert "pont suspendu" not in response.content.decode()
    assert "translated yet" not in response.content.decode()


def test_hreflang_is_reciprocal_with_self_and_default(both, client):
    french, english = both
    base = settings.BASE_URL
    expected = {
        "fr": base + french.get_url(),
        "en": base + english.get_url(),
        "x-default": base + french.get_url(),
    }
    for page in both:
        html = Html(client.get(page.get_url()))
        assert alternates(html) == expected
        assert html.one("link", rel="canonical").get("href") == base + page.get_url()


def test_a_translation_in_draft_or_unpublished_is_no_alternate(both, client):
    french, english = both
    english.unpublish()
    url = settings.BASE_URL + french.get_url()
    assert alternates(Html(client.get(french.get_url()))) == {"fr": url, "x-default": url}


def test_an_english_page_without_french_is_its_own_default(en, client):
    story = published(en.stories, StoryPage, slug="only")
    url = settings.BASE_URL + story.get_url()
    assert alternates(Html(client.get(story.get_url()))) == {"en": url, "x-default": url}


def test_lists_and_subjects_have_their_versions_too(fr, en, client):
    theme = term(Theme, "Réparer", fr.locale)
    english = theme.copy_for_translation(en.locale)
    english.name, english.slug, english.live = "Repair", "repair", True
    english.save()
    urls = {"fr": "/fr/themes/reparer/", "en": "/en/themes/repair/"}
    for url in urls.values():
        html = Html(client.get(url))
        assert menu(html) == urls
        assert {code: alternates(html)[code] for code in urls} == {
            code: settings.BASE_URL + one for code, one in urls.items()
        }
    assert client.get("/en/themes/reparer/")["Location"] == "/en/themes/repair/"
    assert menu(Html(client.get(fr.stories.get_url())))["en"] == en.stories.get_url()
    assert menu(Html(client.get("/fr/recherche/"))) == {
        "fr": "/fr/recherche/",
        "en": "/en/search/",
    }


def sitemap(client, name: str) -> dict[str, dict[str, str]]:
    """Return the addresses of a sitemap, each with its alternates."""
    response = client.get(f"/{name}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return {
        url.findtext("s:loc", namespaces=XML): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", XML)
        }
        for url in ElementTree.fromstring(response.content).findall("s:url", XML)
    }


def test_the_sitemap_gives_each_address_once_with_its_versions(both, client):
    french, english = both
    base = settings.BASE_URL
    entries = sitemap(client, "sitemap-fr-1.xml")
    assert entries[base + french.get_url()] == {
        "fr": base + french.get_url(),
        "en": base + english.get_url(),
        "x-default": base + french.get_url(),
    }
    assert (
        sitemap(client, "sitemap-en-1.xml")[base + english.get_url()]
        == (entries[base + french.get_url()])
    )
    assert f"{base}/fr/" in entries


def test_the_sitemap_index_lists_the_files_of_every_open_language(fr, en, client, monkeypatch):
    monkeypatch.setattr(sitemaps, "FILE_SIZE", 4)
    many(fr.stories, StoryPage, 5)
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    files = [one.text.removeprefix(settings.BASE_URL) for one in root.iterfind(".//s:loc", XML)]
    french = [f"/sitemap-fr-{number}.xml" for number in (1, 2, 3)]
    assert files == [*french, "/sitemap-en-1.xml"]
    listed = [url for file in french for url in sitemap(client, file.strip("/"))]
    assert len(listed) == len(set(listed)) == 9
    for wrong in ("/sitemap-fr-4.xml", "/sitemap-fr-0.xml", "/sitemap-es-1.xml"):
        assert client.get(wrong).status_code == 404
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_text_in_another_language_says_so_where_it_is_read(en, client):
    story = published(en.stories, StoryPage, text_language="fr", content_language="fr")
    html = Html(client.get(story.get_url()))
    assert html.one("html").get("lang") == "en"
    assert html.one("h1").language == "fr"
    [prose] = [one for one in html.all("div") if "prose" in (one.get("class") or "").split()]
    assert prose.language == "fr"
    assert "French" in html.source
    listed = Html(client.get(en.stories.get_url()))
    [card] = [link for link in listed.all("a") if link.get("href") == story.get_url()]
    assert "fr" in {
        card.language,
        *(one.language for one in listed.elements if card in one.parents),
    }


def test_an_arabic_text_is_read_from_right_to_left(fr, client):
    story = published(fr.stories, StoryPage, text_language="ar")
    html = Html(client.get(story.get_url()))
    assert html.one("html").get("dir") in {None, "ltr"}
    heading = html.one("h1")
    assert (heading.get("lang"), heading.get("dir")) == ("ar", "rtl")


def test_an_arabic_interface_is_read_from_right_to_left(fr, client, settings):
    open_locale("ar")
    settings.INTERFACE_LANGUAGES = [*settings.INTERFACE_LANGUAGES, "ar"]
    html = Html(client.get("/ar/"))
    assert (html.one("html").get("lang"), html.one("html").get("dir")) == ("ar", "rtl")
    assert set(menu(html)) == {"fr", "en", "ar"}
    assert menu(html)["ar"] == "/ar/"


def test_a_language_without_a_catalogue_says_where_its_words_begin(fr, client):
    spanish = tree_of(open_locale("es").language)
    story = published(spanish.stories, StoryPage, title="El taller", text_language="es")
    html = Html(client.get(story.get_url()))
    assert html.one("html").get("lang") == "fr"
    assert html.one("h1").language == "es"
    [prose] = [one for one in html.all("div") if "prose" in (one.get("class") or "").split()]
    assert prose.language == "es"
    [menu_entry] = [one for one in html.all("a") if one.get("href") == spanish.stories.get_url()][
        :1
    ]
    assert menu_entry.language == "es"
    [skip] = [one for one in html.all("a") if one.get("href") == "#content"]
    assert (skip.text, skip.language) == ("Aller au texte", "fr")


def test_arabic_is_read_from_right_to_left_under_french_words(fr, client):
    arabic = tree_of(open_locale("ar").language)
    story = published(arabic.stories, StoryPage, text_language="ar")
    html = Html(client.get(story.get_url()))
    assert (html.one("html").get("lang"), html.one("html").get("dir")) == ("fr", None)
    assert (html.one("h1").get("lang"), html.one("h1").get("dir")) == ("ar", "rtl")


def test_a_list_says_how_many_pages_it_leaves_out_for_their_language(fr, en, client):
    for number in range(3):
        published(fr.stories, StoryPage, slug=f"s{number}")
    published(en.stories, StoryPage, slug="e", text_language="en")
    html = Html(client.get(en.stories.get_url()))
    [link] = [link for link in html.all("a") if "3 more in French" in link.text]
    landing = Html(client.get(link.get("href")))
    assert landing.one("html").get("lang") in {"fr", "en"}
    assert len({one.get("href") for one in landing.all("a") if "/s" in one.get("href")}) >= 3


def test_a_page_read_in_one_language_is_not_counted_as_left_out(both, client):
    _french, english = both
    html = Html(client.get(english.get_parent().specific.get_url()))
    assert "more in French" not in html.source
