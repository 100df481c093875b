"""Long and loose questions: what is asked instead when all the words find little or nothing."""

import json

import pytest

from search import spelling
from search.analysis import exact
from search.engines.base import DATE
from search.models import IndexTerm
from search.spelling import distance
from tests.factories import publish
from tests.search.asking import ask, found, text

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def town(fr):
    """Return three French texts around a town."""
    return [
        text(fr, "Le fablab", "Un fablab en Bretagne, avec une imprimante et des bénévoles"),
        text(fr, "L’écologie", "Une écologie locale, des jardins et des bénévoles"),
        text(fr, "Le jardin", "Des jardins partagés, une réunion, des bénévoles"),
    ]


def level(q: str, **asked) -> str:
    return ask(q, **asked).level


def test_every_word_is_demanded_first(town):
    assert found("jardins locale") == ["L’écologie"]
    assert level("jardins bénévoles") == level("bénévoles") == "every"


def test_what_has_every_word_comes_before_what_has_most(town):
    answer = ask("jardins bénévoles locale")
    assert answer.level == "most"
    assert answer.hits[0].document.title == "L’écologie"
    assert {hit.document.title for hit in answer.hits} == {"L’écologie", "Le jardin"}


def test_a_long_sentence_is_answered_though_one_word_is_nowhere(town):
    question = (
        "comment ouvrir avec des bénévoles un fablab et son imprimante zygomorphe en Bretagne"
    )
    answer = ask(question)
    assert answer.level == "most"
    assert answer.hits[0].document.title == "Le fablab"


def test_words_that_no_page_has_together_are_answered_by_some_of_them(town):
    answer = ask("fablab écologie")
    assert answer.level == "any"
    assert {hit.document.title for hit in answer.hits} == {"Le fablab", "L’écologie"}


def test_pages_with_some_of_the_words_join_few_answers_and_are_not_counted(town, client):
    answer = ask("jardins locale")
    assert [hit.document.title for hit in answer.hits] == ["L’écologie"]
    assert [hit.document.title for hit in answer.more] == ["Le jardin"]
    assert "<mark>jardins</mark>" in answer.more[0].snippet_html
    assert answer.total == 1
    assert sum(answer.facets["kind"].values()) == 1
    html = client.get("/fr/recherche/", {"q": "jardins locale"}).content.decode()
    entries = html.split('<ul class="entries">')[1].split("<li data-family")[1:]
    marked = [one for one in entries if "Avec une partie de ces mots" in one]
    assert len(entries) == 2
    assert len(marked) == 1
    assert "Le <mark>jardin</mark>" in marked[0]
    assert "qui n’ont qu’une partie de ces mots" in html
    feed = client.get("/fr/recherche/resultats.json", {"q": "jardins locale"}).json()
    assert "Le jardin" not in json.dumps(feed, ensure_ascii=False)


@pytest.fixture
def hedges(fr):
    """Return two texts about a hedge, a long one that mentions it, and some others."""
    filler = "Creuser, arroser, attendre, tailler, recommencer chaque hiver. " * 20
    for number in range(8):
        text(fr, f"Autre chose {number}", f"Un texte sur la laine et le chantier. {filler}")
    return [
        text(fr, "Le rapport", filler * 2 + "La haie, cette haie. " * 8),
        text(fr, "Tailler une haie", filler * 2),
        text(fr, "Planter une haie", filler * 2),
    ]


def test_a_word_in_a_title_says_more_than_its_many_mentions(hedges):
    assert found("haie") == ["Planter une haie", "Tailler une haie", "Le rapport"]


def test_titles_come_before_all_the_words_somewhere_in_a_long_text(fr, hedges):
    filler = "Creuser, arroser, attendre, tailler. " * 80
    text(fr, "Le bilan", f"Un chantier. {filler} Une haie.")
    answer = ask("haie chantier")
    assert [hit.document.title for hit in answer.hits] == ["Le bilan"]
    first = {hit.document.title: hit.partial for hit in answer.listed[:4]}
    assert next(iter(first)) in {"Planter une haie", "Tailler une haie"}
    assert first == {
        "Planter une haie": True,
        "Tailler une haie": True,
        "Le bilan": False,
        "Le rapport": True,
    }
    assert answer.total == 1


def test_nothing_follows_one_word_a_second_page_or_a_list_by_date(town):
    assert ask("jardins").more == []
    assert ask("jardins locale", page=2).more == []
    assert ask("jardins locale", sort=DATE).more == []
    assert ask("fablab écologie").more == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ecolgie", "L’écologie"),
        ("écolologie", "L’écologie"),
        ("fabalb", "Le fablab"),
        ("bretange", "Le fablab"),
        ("imprimente", "Le fablab"),
        ("ablab", "Le fablab"),
        ("nécologie", "L’écologie"),
        ("fablab bretange", "Le fablab"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven_and_said(typed, title, town):
    answer = ask(typed)
    assert answer.hits[0].document.title == title
    assert answer.level == "mended"
    assert answer.suggestion
    assert ask(answer.suggestion).level == "every" or "fablab" in answer.suggestion


def test_a_rare_word_is_near_in_an_index_of_many_frequent_ones(db, monkeypatch):
    monkeypatch.setattr(spelling, "MOST_COMPARED", 20)
    many = [IndexTerm(token=exact(f"l{a}{b}ier"), documents=50) for a in "bcd" for b in "fghjklmnp"]
    IndexTerm.objects.bulk_create([*many, IndexTerm(token=exact("lavoir"), documents=1)])
    assert spelling.nearest_words(["lavior"]) == {"lavior": ["lavoir"]}


def test_the_words_of_a_compound_that_no_page_has_are_looked_for(town):
    answer = ask("mini-imprimante")
    assert [hit.document.title for hit in answer.hits] == ["Le fablab"]
    assert "Le jardin" in found("fablab auto-jardin")


def test_a_suggestion_finds_more_than_the_question(fr, town):
    assert ask("bénévoles").suggestion == ""
    assert ask("zzzzzz").suggestion == ""


def test_pages_of_other_languages_answer_when_this_one_has_none(fr, en):
    page = text(en, "The wash house", "A wash house by the river")
    answer = ask("wash house")
    assert answer.level == "other"
    assert [hit.document.pk for hit in answer.hits] == [page.pk]


def test_a_slip_that_is_a_word_of_another_language_is_forgiven_first(fr, en):
    text(en, "A carousel", "A carousel in the square")
    page = text(fr, "Le carrousel", "Un carrousel sur la place")
    answer = ask("carousel")
    assert [hit.document.pk for hit in answer.hits] == [page.pk]
    assert (answer.level, answer.suggestion) == ("mended", "carrousel")
    text(fr, "Le manège", "Un carousel, dit-on ailleurs")
    assert ask("carousel").level == "every"
    assert ask("carousel", filters={"kind": "coalition"}).level == "nothing"


def test_the_versions_of_a_page_are_one_answer(fr, en):
    page = text(en, "Makerspace", "A makerspace")
    twin = page.copy_for_translation(fr.locale)
    twin.title, twin.text_language = "Makerspace ouvert", "fr"
    publish(twin)
    assert len(ask("makerspace", "en").hits) == 1
    assert ask("makerspace", "ar").total <= 1


def test_recent_pages_are_left_when_nothing_answers(town):
    answer = ask("zzzzzz")
    assert (answer.level, answer.total) == ("nothing", 0)
    assert 0 < len(answer.hits) <= 5


def test_the_page_says_how_it_has_answered(town, client):
    for question, words in {
        "bretange": "Voici celles qui répondent à",
        "fablab écologie": "au moins un",
        "zzzzzz": "Publié récemment",
    }.items():
        assert words in client.get("/fr/recherche/", {"q": question}).content.decode(), question


def test_choosing_and_removing_filters_keeps_the_words(town, client):
    html = client.get("/fr/recherche/?q=bénévoles&kind=story&text_language=fr")
    options = [one for facet in html.context["facets"] for one in facet.options]
    assert options
    assert all("q=b%C3%A9n%C3%A9voles" in one.url for one in options)
    assert html.context["clear_url"] == "/fr/recherche/?q=b%C3%A9n%C3%A9voles"
    assert all("q=b" in chosen.url for chosen in html.context["chosen"])


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("ecole", "ecole", 0), ("ecole", "ecoel", 1), ("ecole", "cole", 1), ("ecole", "route", None)],
)
def test_slips_are_counted(one, other, slips):
    assert distance(one, other, 2) == slips
