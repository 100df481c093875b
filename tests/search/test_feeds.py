"""Results for machines: Atom, JSON, GeoJSON."""

import json
from xml.etree import ElementTree

import pytest
from django.conf import settings

from content.models import PageTerritory, Territory
from tests.factories import carry_out, publish, restrict, term
from tests.reading import Html
from tests.search.asking import text

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
