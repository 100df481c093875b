"""Results for machines: Atom, JSON, GeoJSON."""

import json
from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from content.models import PageTerritory, PageTheme, Territory, Theme
from stories.models import StoryPage
from tests.factories import carry_out, many, publish, restrict, term
from tests.reading import Html
from tests.search.asking import text
from tests.test_budgets import LISTING, SEARCH, cost

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "/fr/recherche/resultats."


@pytest.fixture
def pages(fr):
    place = term(
        Territory, "Mayenne", fr.locale, kind="department", latitude="48.1", longitude="-0.6"
    )
    made = [text(fr, f"Lavoir <{number}> & pont", "un lavoir") for number in range(3)]
    for page in made:
        publish(page)
    made[0].page_territories = [PageTerritory(territory=place)]
    publish(made[0])
    theme = term(Theme, "Réparer", fr.locale)
    for page in made[1:]:
        page.page_themes = [PageTheme(theme=theme)]
        page.tags.add("lavoirs")
        publish(page)
    carry_out()
    return made


def get_json(client, url: str) -> dict:
    response = client.get(url)
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_feed_has_the_pages_that_answer(pages, client):
    response = client.get(f"{BASE}atom?q=lavoir&kind=story")
    assert response["Content-Type"] == "application/atom+xml"
    feed = ElementTree.fromstring(response.content)
    entries = feed.findall("a:entry", ATOM)
    urls = {settings.BASE_URL + page.get_url() for page in pages}
    assert {entry.findtext("a:id", namespaces=ATOM) for entry in entries} == urls
    assert entries[0].findtext("a:title", namespaces=ATOM).startswith("Lavoir <")
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links["self"].endswith("/fr/recherche/resultats.atom?kind=story&q=lavoir")
    assert links["alternate"].endswith("/fr/recherche/?kind=story&q=lavoir")
    dates = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
    assert feed.findtext("a:updated", namespaces=ATOM) == max(dates)


def test_json_counts_and_pages(pages, client, monkeypatch):
    answer = get_json(client, f"{BASE}json?q=lavoir")
    assert (answer["total"], answer["pages"], answer["next_url"]) == (3, 1, None)
    assert {one["url"] for one in answer["results"]} == {
        settings.BASE_URL + page.get_url() for page in pages
    }
    assert get_json(client, f"{BASE}json?q=lavoir&kind=chapter")["results"] == []
    assert client.get(f"{BASE}json?q=lavoir&page=2").status_code == 404
    assert client.get(f"{BASE}json?kind=unknown").status_code == 404


def test_geojson_places_the_pages(pages, client):
    response = client.get(f"{BASE}geojson?q=lavoir")
    assert response["Content-Type"] == "application/geo+json"
    answer = json.loads(response.content)
    assert answer["type"] == "FeatureCollection"
    geometries = [one["geometry"] for one in answer["features"] if one["geometry"]]
    assert geometries == [{"type": "Point", "coordinates": [-0.6, 48.1]}]
    assert len(answer["features"]) == 3


@pytest.mark.parametrize("form", ["atom", "json", "geojson"])
def test_a_form_has_an_etag_and_tells_no_hidden_page(form, pages, client):
    url = f"{BASE}{form}?q=lavoir"
    response = client.get(url)
    assert client.get(url, HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
    restrict(pages[1])
    hidden = client.get(url)
    assert pages[1].get_url() not in hidden.content.decode()
    assert hidden["ETag"] != response["ETag"]


def test_a_question_without_answer_gives_no_page(pages, client):
    assert get_json(client, f"{BASE}json?q=zzzzz")["results"] == []


def test_an_unknown_form_is_not_found(pages, client):
    assert client.get(f"{BASE}yaml?q=lavoir").status_code == 404


def test_the_search_page_leads_to_its_forms(pages, client):
    html = Html(client.get("/fr/recherche/?q=lavoir&kind=story"))
    feed = html.one("link", type="application/atom+xml").get("href")
    assert feed == f"{BASE}atom?kind=story&q=lavoir"
    assert client.get(feed).status_code == 200


def list_addresses(fr) -> dict[str, int]:
    """Return the address of a list of each sort, with how many pages it has."""
    with override("fr"):
        return {
            fr.stories.get_url(): 3,
            reverse("theme", args=["reparer"]): 2,
            reverse("territory", args=["mayenne"]): 1,
            reverse("tag", args=["lavoir"]): 2,
            fr.coalitions.get_url(): 0,
            fr.events.get_url(): 0,
        }


def test_every_list_has_its_feed_its_json_and_its_geojson(pages, fr, client):
    for url, count in list_addresses(fr).items():
        html = Html(client.get(url))
        for form, kind in {"atom": "atom+xml", "json": "json", "geojson": "geo+json"}.items():
            address = html.one("link", rel="alternate", type=f"application/{kind}").get("href")
            assert address == f"{url}?format={form}"
            assert len(html.all("a", href=address)) == (1 if count else 0)
            response = client.get(address)
            assert (response.status_code, response["X-Robots-Tag"]) == (200, "noindex")
            assert client.get(address, HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
        assert get_json(client, f"{url}?format=json")["total"] == count
        feed = ElementTree.fromstring(client.get(f"{url}?format=atom").content)
        assert len(feed.findall("a:entry", ATOM)) == count


def test_a_feed_has_all_that_atom_demands(pages, fr, client):
    feed = ElementTree.fromstring(client.get(f"{fr.stories.get_url()}?format=atom").content)
    for holder in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"a:{name}", ATOM)) == 1, name
            assert holder.findtext(f"a:{name}", namespaces=ATOM).strip()
        moment = datetime.fromisoformat(holder.findtext("a:updated", namespaces=ATOM))
        assert moment.tzinfo
        assert holder.findtext("a:id", namespaces=ATOM).startswith("http")
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    assert "Récits" in feed.findtext("a:title", namespaces=ATOM)


def links(content: bytes) -> dict[str, str]:
    """Return the links of a feed by relation."""
    feed = ElementTree.fromstring(content)
    return {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}


def test_a_form_keeps_the_filters_and_the_pages_of_its_list(pages, fr, client):
    many(fr.stories, StoryPage, 13)
    url = fr.stories.get_url()
    kept = f"{settings.BASE_URL}{url}?format=atom&kind=story"
    first = links(client.get(f"{url}?kind=story&format=atom").content)
    assert first == {
        "self": kept,
        "alternate": f"{settings.BASE_URL}{url}?kind=story",
        "first": kept,
        "last": f"{kept}&page=2",
        "next": f"{kept}&page=2",
    }
    second = client.get(first["next"].removeprefix(settings.BASE_URL)).content
    assert links(second)["previous"] == kept
    assert links(second)["alternate"].endswith("?kind=story&page=2")
    as_json = get_json(client, f"{url}?format=json")
    assert (as_json["total"], as_json["pages"], len(as_json["results"])) == (16, 2, 12)
    following = get_json(client, as_json["next_url"].removeprefix(settings.BASE_URL))
    every = [one["url"] for one in (*as_json["results"], *following["results"])]
    assert len(set(every)) == 16
    assert (following["next_url"], following["first_url"]) == (None, as_json["self_url"])


def test_the_features_of_a_list_are_geojson(pages, fr, client):
    answer = get_json(client, f"{fr.stories.get_url()}?format=geojson")
    assert answer["type"] == "FeatureCollection"
    for feature in answer["features"]:
        assert feature["type"] == "Feature"
        assert set(feature) == {"type", "geometry", "properties"}
    [place] = [one["geometry"] for one in answer["features"] if one["geometry"]]
    assert place == {"type": "Point", "coordinates": [-0.6, 48.1]}


def test_a_hidden_page_is_in_no_form_of_a_list(pages, fr, client):
    restrict(pages[1])
    for url in list_addresses(fr):
        for form in ("atom", "json", "geojson"):
            content = client.get(f"{url}?format={form}").content.decode()
            assert pages[1].get_url() not in content, url
            assert pages[1].title not in content, url


def test_a_restricted_list_asks_for_its_password_in_every_form(pages, fr, client):
    restrict(fr.stories)
    for form in ("atom", "json", "geojson"):
        response = client.get(f"{fr.stories.get_url()}?format={form}")
        assert b'type="password"' in response.content
        assert b"Lavoir" not in response.content


def test_a_form_that_no_list_has_is_not_found(pages, fr, client):
    unknown = (
        "yaml",
        "html",
        "%00",
        "a" * 5000,
        "%FF",
        "json&kind=no",
        "atom&page=9",
        "atom&page=x",
    )
    for url in (fr.stories.get_url(), "/fr/themes/reparer/"):
        for form in unknown:
            assert client.get(f"{url}?format={form}").status_code == 404, form


def test_letters_that_xml_cannot_hold_do_not_break_a_feed(fr, client):
    text(fr, "Un \x0b lavoir \ufffe", summary="Un \x01 résumé")
    feed = client.get(f"{fr.stories.get_url()}?format=atom").content
    assert ElementTree.fromstring(feed) is not None


def test_a_feed_costs_as_little_as_its_list(pages, fr):
    for form in ("atom", "json", "geojson"):
        assert cost(f"{fr.stories.get_url()}?format={form}&kind=story") <= LISTING
        assert cost(f"{BASE}{form}?q=lavoir&kind=story") <= SEARCH


def test_a_page_of_results_says_which_address_is_its_own(pages, client):
    html = Html(client.get("/fr/recherche/?q=lavoir&kind=story&unknown=1&page=1"))
    assert html.one("meta", name="robots").get("content") == "noindex,follow"
    own = f"{settings.BASE_URL}/fr/recherche/?kind=story&q=lavoir"
    assert html.one("link", rel="canonical").get("href") == own
