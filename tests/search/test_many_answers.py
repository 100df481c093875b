"""What a database answers when very many pages have the words; tests lower what is many."""

import pytest

from search import sharing
from search.engines import database
from search.facets import SEARCH_FILTERS, TAG, THEME
from tests.factories import carry_out, publish
from tests.search.asking import ask, found, text

SEARCH_URL = "/fr/recherche/"
MANY = 12


@pytest.fixture
def ranked(monkeypatch):
    monkeypatch.setattr(database, "RANKED", 4)


@pytest.fixture
def counted(monkeypatch):
    monkeypatch.setattr(sharing, "COUNTED", 3)


def paged(q: str, pages: int, size: int) -> list[str]:
    return [title for page in range(1, pages + 1) for title in found(q, page=page, page_size=size)]


def test_of_more_than_are_ranked_those_with_the_words_in_their_title_come_first(ranked, fr):
    text(fr, "Le lavoir")
    for number in range(6):
        text(fr, f"Texte {number}", "Un lavoir")
    assert found("lavoir", page_size=2)[0] == "Le lavoir"
    every = paged("lavoir", 4, 2)
    assert sorted(every) == sorted({"Le lavoir", *(f"Texte {number}" for number in range(6))})
    assert set(every[4:]) == {"Texte 0", "Texte 1", "Texte 2"}


def test_a_page_that_the_ranked_ones_do_not_fill_loses_none(ranked, fr):
    for number in range(7):
        text(fr, f"Texte {number}", "Un lavoir")
    assert sorted(paged("lavoir", 3, 3)) == [f"Texte {number}" for number in range(7)]


def test_any_of_the_words_in_a_title_brings_a_page_among_the_ranked(ranked, fr):
    text(fr, "Le moulin", "Un lavoir")
    for number in range(6):
        text(fr, f"Texte {number}", "Un lavoir et un moulin")
    assert found("lavoir moulin", page_size=2)[0] == "Le moulin"


@pytest.fixture
def tagged(fr):
    for number in range(MANY):
        page = text(fr, f"Texte {number}", "Un lavoir")
        page.tags.add("motif", *(["carreau"] if number % 2 else []))
        publish(page)
    carry_out()


def test_facets_of_very_many_pages_are_estimated_and_all_else_is_exact(counted, tagged):
    answer = ask("lavoir")
    assert answer.total == MANY
    assert answer.facets["kind"] == {"story": MANY}
    assert {TAG, THEME} <= answer.estimated < {facet.name for facet in SEARCH_FILTERS}
    assert not answer.estimated & {"kind", "year", "locale", "text_language", "content_language"}
    # Each of the sample stands for four.
    assert answer.facets[TAG]["motif"] in (8, 12, 16)
    assert all(pages % 4 == 0 for pages in answer.facets[TAG].values())


def test_a_filter_that_leaves_few_makes_facets_exact_again(counted, tagged):
    answer = ask("lavoir -texte", filters={"year": "1999"})
    assert answer.total == 0
    few = ask('"texte 1"')
    assert (few.total, few.estimated) == (1, frozenset())
    assert few.facets[TAG] == {"motif": 1, "carreau": 1}


def test_a_facet_in_force_is_estimated_without_its_own_filter(counted, tagged):
    answer = ask("lavoir", filters={TAG: "carreau"})
    assert answer.total == MANY / 2
    assert answer.facets[TAG]["motif"] in (8, 12, 16)


def test_the_page_says_which_numbers_are_near(counted, tagged, client):
    answer = client.get(f"{SEARCH_URL}?q=lavoir")
    tag = next(one for one in answer.context["facets"] if one.name == TAG)
    assert all(option.about for option in tag.options)
    html = answer.content.decode()
    assert f"environ {tag.options[0].count}" in html.replace("\N{NO-BREAK SPACE}", " ")
    assert f"{MANY} résultats" in html.replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_is_near_where_few_answer(tagged, client):
    answer = client.get(f"{SEARCH_URL}?q=lavoir")
    assert not answer.context["answer"].estimated
    assert "environ" not in answer.content.decode()
