"""Suggestions while typing: public titles, from the third letter, for the reader's language."""

import json

import pytest

from search.suggestions import MOST
from tests.factories import carry_out, restrict
from tests.search.asking import text
from tests.test_budgets import cost

URL = "/fr/recherche/suggestions/"
# The site, what hides pages, the titles, their pages.
BUDGET = 4


def suggested(client, q: str, url: str = URL) -> list[str]:
    """Return the titles suggested for what was typed."""
    response = client.get(url, {"q": q})
    assert response.status_code == 200
    return [one["title"] for one in json.loads(response.content)["suggestions"]]


@pytest.fixture
def pages(fr):
    return [
        text(fr, "L’énergie des écoles", "Rien"),
        text(fr, "Réparer au lavoir", "Une énergie"),
        text(fr, "Un lavoir réparé", "Rien"),
    ]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("ener", ["L’énergie des écoles"]),
        ("ÉNER", ["L’énergie des écoles"]),
        ("l'éner", ["L’énergie des écoles"]),
        ("l’e", []),
        ("en", []),
        ("", []),
        ("éco", ["L’énergie des écoles"]),
        ("lav", ["Un lavoir réparé", "Réparer au lavoir"]),
        ("lavoir rep", ["Un lavoir réparé", "Réparer au lavoir"]),
        ("répar", ["Réparer au lavoir", "Un lavoir réparé"]),
        ("reparer au la", ["Réparer au lavoir"]),
        ("réparer au x", ["Réparer au lavoir"]),
        ("lavoir zzz", []),
        ("rien", []),
    ],
)
def test_words_of_titles_are_completed_without_accents(typed, titles, pages, client):
    assert suggested(client, typed) == titles


def test_english_titles_are_completed_under_english_addresses(fr, en, client):
    text(en, "The people’s energy", "Nothing")
    text(fr, "L’énergie des écoles", "Rien")
    assert suggested(client, "ener", "/en/search/suggestions/") == ["The people’s energy"]
    assert suggested(client, "people", "/en/search/suggestions/") == ["The people’s energy"]
    assert suggested(client, "people") == []


def test_a_suggestion_says_where_it_leads_and_what_it_is(pages, client):
    answer = json.loads(client.get(URL, {"q": "ecol"}).content)
    assert answer["suggestions"] == [
        {
            "url": pages[0].get_url(),
            "title": "L’énergie des écoles",
            "label": "Récit, expérience",
            "language": "fr",
        }
    ]
    assert answer["message"] == "1 suggestion"
    assert json.loads(client.get(URL, {"q": "zzz"}).content)["message"] == "Aucune suggestion"


def test_a_french_title_is_set_in_french(fr, client):
    text(fr, "Par où commencer ?")
    assert suggested(client, "comm") == ["Par où commencer\u202f?"]


def test_at_most_eight_are_suggested(fr, client):
    for number in range(MOST + 2):
        text(fr, f"Lavoir {number}")
    assert len(suggested(client, "lav")) == MOST


def test_a_hidden_page_is_suggested_to_nobody(pages, client):
    assert suggested(client, "lavoir rép") != []
    restrict(pages[1])
    pages[2].unpublish()
    for _state in ("before the worker", "after it"):
        assert suggested(client, "lav") == []
        carry_out()


def test_an_answer_is_kept_a_minute_by_its_reader_only(pages, client):
    response = client.get(URL, {"q": "lav"})
    assert response["Cache-Control"] == "private, max-age=60"
    assert response["X-Robots-Tag"] == "noindex"
    assert client.get("/es/recherche/suggestions/?q=lav").status_code == 404


HOSTILE = (
    '"', 'lav"OR(a:b', "title : lav", "lav*", "lav' & 'x", "lav:*A | !x", "(((", "a OR b NOT c",
    "\x00", "lav\x00oir", "\ud800lav".encode("utf-8", "surrogatepass"), "é" * 100_000,
    "a " * 20_000, "lavoir " * 60, "🧺🧺🧺", "\u202elavoir", "中文字", "%s%s%s", "{}{}{}",
    "<script>alert(1)</script>",
    "'; DROP TABLE x; --", "\u0301\u0301\u0301", "---", "«»", " ", "xx", "٣٣٣", "ﬀﬀﬀ",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_has_an_answer(typed, pages, client):
    response = client.get(URL, {"q": typed})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert len(json.loads(response.content)["suggestions"]) <= MOST


def test_a_suggestion_costs_as_little_for_one_page_as_for_many(fr, client):
    text(fr, "Lavoir")
    before = cost(f"{URL}?q=lav")
    for number in range(10):
        text(fr, f"Lavoir {number}")
    assert cost(f"{URL}?q=lav") == before <= BUDGET
    assert cost(f"{URL}?q=la") <= BUDGET


def test_the_search_page_asks_by_a_module_that_its_policy_allows(fr, client):
    response = client.get("/fr/recherche/")
    assert f'data-suggestions="{URL}"' in response.content.decode()
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "connect-src 'self'" in response["Content-Security-Policy"]
    assert "script-src" not in client.get("/fr/")["Content-Security-Policy"]
