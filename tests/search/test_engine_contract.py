"""What every engine answers: one suite, run unchanged on each database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.models import PageTerritory, PageTheme, Territory, Theme
from search.engines.base import DATE
from search.models import FullText, IndexedText, IndexTerm
from search.query import LONGEST_QUERY, MOST_TERMS, clean, parse
from tests.factories import carry_out, publish, restrict, term
from tests.search.asking import ask, found, text

pytestmark = pytest.mark.usefixtures("engine")

SAME_IN_FRENCH = """
    ecologie écologie | écologie ÉCOLOGIE | écologie écologique | énergie énergies
    l’énergie énergie | l'énergie l’énergie | d’énergie énergies | qu’est-ce qu'est-ce
    école écoles | école l’école | entreprise entreprises | cheval chevaux | local locaux
    local locale | locale locales | national nationaux | régional régionale | travail travaux
    éducation éducatif | éducation education | éducative éducatives | cœur coeur | œuvre OEUVRE
    œuvre œuvres | réparé réparée | réparé réparées | réparer réparation | réparé réparer
    partagé partagée | partage partages | récit récits | habitant habitants | habitante habitants
    coopérer coopération | coopérative coopératives | citoyen citoyenne | citoyens citoyennes
    nouveau nouveaux | nouveau nouvelle | niveau niveaux | bureau bureaux | jeu jeux | lieu lieux
    milieu milieux | détail détails | lycée lycées | musée musées | idée idées | donnée données
    forêt forêts | prêt prêts | outil outils | numérique numériques | durable durables
    commun communs | commune communes | développer développement | inclusif inclusive
    européen européenne | formation formations | bibliothèque bibliothèques | vélo vélos
    tiers-lieu tiers-lieux | low-tech lowtech | covid-19 covid19 | T² T2 | aujourd’hui aujourd'hui
    créé créée | atelier ateliers | médiateur médiateurs | quartier quartiers | fête fêtes
"""
SAME_IN_ENGLISH = """
    energy energies | repair repairing | repaired repairs | school schools | people’s people
    library libraries | city cities | sharing shared | café cafe | children child | data DATA
"""
DIFFERENT_IN_FRENCH = "données don | cours cour | mars mar | école écologie | forêt former"


def pairs(words: str) -> list[list[str]]:
    return [pair.split() for pair in words.replace("\n", " | ").split("|") if pair.strip()]


@pytest.mark.parametrize("pair", pairs(SAME_IN_FRENCH), ids=" ".join)
def test_two_forms_of_a_french_word_find_each_other(pair, fr):
    text(fr, "Un", f"Il y a {pair[0]} ici.")
    text(fr, "Deux", f"Il y a {pair[1]} ici.")
    for word in pair:
        assert set(found(word)) == {"Un", "Deux"}


@pytest.mark.parametrize("pair", pairs(SAME_IN_ENGLISH), ids=" ".join)
def test_two_forms_of_an_english_word_find_each_other(pair, en):
    text(en, "One", f"There is {pair[0]} here.")
    text(en, "Two", f"There is {pair[1]} here.")
    for word in pair:
        assert set(found(word, "en")) == {"One", "Two"}


@pytest.mark.parametrize("pair", pairs(DIFFERENT_IN_FRENCH), ids=" ".join)
def test_two_french_words_stay_apart(pair, fr):
    text(fr, "Un", f"Il y a {pair[0]} ici.")
    text(fr, "Deux", f"Il y a {pair[1]} ici.")
    assert found(pair[0]) == ["Un"]
    assert found(pair[1]) == ["Deux"]


def test_there_are_pairs_enough():
    assert len(pairs(SAME_IN_FRENCH)) + len(pairs(SAME_IN_ENGLISH)) >= 60


QUESTIONS = {
    "transitions 2": "Les transitions² du numérique",
    "transitions²": "Les transitions² du numérique",
    "t2": "Le programme T² commence",
    "covid 19": "Après la covid-19",
    "re´paré": "Un vélo re´paré",
    "strasse": "Die Straße",
    "la ville": "Une ville et son fleuve",
    "qu’est-ce qu’un commun ?": "Un commun est une ressource",
    "FABLAB Bretagne": "Le fablab de Bretagne",
    "ville, fleuve ; pont !": "Un pont, un fleuve, une ville",
    "2024": "Bilan 2024",
    "مكتبة": "مكتبة الحي",
    "图书馆": "图书馆 开放",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_finds_its_text(question, fr):
    text(fr, "Un", QUESTIONS[question])
    text(fr, "Autre", "Rien de commun avec cela, sauf un mot".replace("commun ", ""))
    assert found(question) == ["Un"]


def test_an_unstemmed_word_comes_before_its_other_forms(fr):
    text(fr, "Loin", "Nous réparerons demain ce que tous ont vu ici.")
    text(fr, "Exact", "Nous avons réparé demain ce que tous ont vu ici.")
    text(fr, "Autre", "Une réparation demain de ce que tous ont vu ici.")
    assert found("réparé")[0] == "Exact"


@pytest.mark.parametrize(
    ("one", "many"), [("jardin partagé", "jardins partagés"), ("jeu de l’été", "Jeux d'étés")]
)
def test_the_singular_and_the_plural_have_the_same_answers_in_the_same_order(one, many, fr):
    text(fr, "Un", f"Ici {one} et {many}.")
    text(fr, "Deux", f"Ici {many}, puis {many}.")
    text(fr, "Trois", f"Ici, ce jour-là, {one}.")
    assert found(one) == found(many)
    assert len(found(one)) == 3


def test_a_word_of_the_title_weighs_more_than_one_of_the_text(fr):
    text(fr, "Marché", "Le lavoir, puis le lavoir, encore le lavoir et ses pierres.")
    text(fr, "Le lavoir", "Un lieu et ses pierres, un autre lieu, encore un lieu et des pierres.")
    text(fr, "Rue", "Un lieu.", summary="Autour du lavoir.")
    answer = found("lavoir")
    assert answer[0] == "Le lavoir"
    assert set(answer) == {"Le lavoir", "Marché", "Rue"}


def test_a_heading_weighs_more_than_the_text_below(fr):
    body = [("heading", {"text": "Le lavoir", "level": "h2"}), ("text", "<p>Des pierres.</p>")]
    page = text(fr, "Titre du haut", "Des pierres. Ailleurs.")
    page.body = body
    publish(page)
    text(fr, "Bas", "Des pierres. Le lavoir.")
    assert found("lavoir") == ["Titre du haut", "Bas"]


def test_a_rare_word_weighs_more_than_a_common_one(fr):
    for number in range(6):
        text(fr, f"Commun {number}", "Un jardin partagé dans la ville")
    text(fr, "Rare", "Un lavoir partagé dans la ville, un jardin")
    assert found("jardin lavoir") == ["Rare"]


def test_equal_answers_come_newest_first(fr):
    for year in (2020, 2023, 2021):
        text(fr, f"An {year}", "Le lavoir", period_start=date(year, 1, 1))
    assert found("lavoir") == ["An 2023", "An 2021", "An 2020"]


def test_answers_may_be_asked_by_date(fr):
    text(fr, "Lavoir", "Le lavoir", period_start=date(2020, 1, 1))
    text(fr, "Autre", "Près du lavoir, loin", period_start=date(2024, 1, 1))
    assert found("lavoir")[0] == "Lavoir"
    assert found("lavoir", sort=DATE) == ["Autre", "Lavoir"]


def test_a_phrase_is_found_as_it_is_written(fr):
    text(fr, "Un", "une transition juste pour tous")
    text(fr, "Deux", "une juste transition pour tous")
    assert found('"transition juste"') == ["Un"]
    assert found("« transition juste »") == ["Un"]
    assert set(found("transition juste")) == {"Un", "Deux"}
    assert found('"transition juste pour"') == ["Un"]
    assert found('"juste pour la ville"') == []


def test_a_word_is_left_out(fr):
    text(fr, "Un", "un jardin et un lavoir")
    text(fr, "Deux", "un jardin et un pont")
    assert found("jardin -lavoir") == ["Deux"]
    assert found("jardin -lavoirs") == ["Deux"]
    assert found('jardin -"un pont"') == ["Un"]
    assert set(found("jardin -absent")) == {"Un", "Deux"}
    assert found("-lavoir") == ["Un"]


def test_the_beginning_of_an_unknown_word_finds_it(fr):
    text(fr, "Un", "une médiathèque")
    assert found("médiath") == ["Un"]
    assert found("mediat") == ["Un"]


def test_a_text_is_analysed_in_its_own_language(fr, en):
    text(en, "Sobriété", "Les énergies de la ville", text_language="fr")
    text(en, "Energy", "The energies of a city", text_language="en")
    assert set(found("énergie", "en")) == {"Energy", "Sobriété"}
    assert found("l’énergie villes", "en") == ["Sobriété"]


def test_an_answer_is_of_the_language_of_the_address(fr, en):
    text(fr, "Le jardin", "compost")
    text(en, "The garden", "compost")
    assert found("compost") == ["Le jardin"]
    assert found("compost", "en") == ["The garden"]
    assert sum(ask("compost").elsewhere.values()) == 1


def test_a_territory_is_found_by_its_codes_and_by_what_it_is_part_of(fr):
    region = term(Territory, "Pays de la Loire", fr.locale, kind="region")
    place = term(
        Territory, "Mayenne", fr.locale, kind="department", code="53", aliases="Bas-Maine",
        parent=region,
    )  # fmt: skip
    page = text(fr, "Un", "Un marché")
    page.page_territories = [PageTerritory(territory=place)]
    page.page_themes = [PageTheme(theme=term(Theme, "Réparer", fr.locale))]
    page.tags.add("compostage")
    publish(page)
    carry_out()
    for question in ("53", "mayenne", "bas-maine", "loire", "réparation", "compostages"):
        assert found(question) == ["Un"], question


def test_counts_leave_out_the_filter_of_their_own_facet(fr):
    one, two = (term(Theme, name, fr.locale) for name in ("Réparer", "Partager"))
    for number, themes in enumerate(([one], [one, two], [two], [])):
        page = text(fr, f"Texte {number}", "Un lavoir", period_start=date(2020 + number, 1, 1))
        page.page_themes = [PageTheme(theme=theme) for theme in themes]
        publish(page)
    carry_out()
    keys = [str(theme.translation_key) for theme in (one, two)]
    everything = ask("lavoir")
    assert everything.total == 4
    assert everything.facets["theme"] == dict.fromkeys(keys, 2)
    chosen = ask("lavoir", filters={"theme": keys[0]})
    assert chosen.total == 2
    assert chosen.facets["theme"] == dict.fromkeys(keys, 2)
    assert chosen.facets["year"] == {"2020": 1, "2021": 1}
    both = ask("lavoir", filters={"theme": keys[0], "year": "2021"})
    assert both.total == len(both.hits) == 1
    assert both.facets["theme"] == dict.fromkeys(keys, 1)
    assert both.facets["year"] == {"2020": 1, "2021": 1}
    assert ask("pont", filters={"theme": keys[0]}).total == 0


def test_pages_follow_each_other_without_gap_or_double(fr):
    for number in range(7):
        text(fr, f"Texte {number}", "Un lavoir")
    answers = [found("lavoir", page=page, page_size=3) for page in (1, 2, 3, 4)]
    assert [len(one) for one in answers] == [3, 3, 1, 0]
    assert len({title for one in answers for title in one}) == 7
    assert ask("lavoir", page=4, page_size=3).total == 7


def test_without_words_every_page_is_listed_newest_first(fr):
    text(fr, "Vieux", period_start=date(2001, 1, 1))
    text(fr, "Neuf", period_start=date(2030, 1, 1))
    answer = found("")
    assert (answer[0], answer[-1]) == ("Neuf", "Vieux")


def test_words_are_marked_and_all_else_is_escaped(fr):
    text(
        fr,
        "<b>Lavoirs</b> & ponts",
        summary="Le script <script>alert(1)</script> du lavoir, l’énergie des LAVOIRS.",
    )
    [hit] = ask("lavoir énergie").hits
    assert hit.title_html == "&lt;b&gt;<mark>Lavoirs</mark>&lt;/b&gt; &amp; ponts"
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hit.snippet_html
    assert "l’<mark>énergie</mark> des <mark>LAVOIRS</mark>" in hit.snippet_html
    assert "<" not in hit.snippet_html.replace("<mark>", "").replace("</mark>", "")


def test_a_passage_is_where_the_words_are(fr):
    text(fr, "Un", f"{'Rien du tout ici. ' * 200}Le lavoir du pont ancien. {'Rien encore. ' * 200}")
    [hit] = ask("pont lavoir").hits
    assert "<mark>lavoir</mark> du <mark>pont</mark>" in hit.snippet_html
    assert hit.snippet_html.startswith("… ")
    assert hit.snippet_html.endswith(" …")
    assert len(hit.snippet_html) < 320


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "delete", "restrict above"])
def test_a_hidden_page_is_neither_found_nor_counted_nor_indexed(hide, fr):
    page = text(fr, "Le zanzibar", "zanzibar")
    assert found("zanzibar") == ["Le zanzibar"]
    match hide:
        case "unpublish":
            page.unpublish()
        case "restrict":
            restrict(page)
        case "restrict above":
            restrict(fr.stories)
        case "delete":
            page.delete()
    for _state in ("before the worker", "after it"):
        answer = ask("zanzibar")
        assert (answer.level, answer.total) == ("nothing", 0)
        assert page.pk not in {hit.document.pk for hit in answer.hits}
        assert not any(answer.facets.values())
        carry_out()
    assert not IndexedText.objects.filter(pk=page.pk).exists()
    assert not FullText.objects.filter(pk=page.pk).exists()
    assert not IndexTerm.objects.filter(token__contains="zanzibar").exists()


def test_a_page_that_is_open_again_is_found_again(fr):
    text(fr, "Le zanzibar", "zanzibar")
    restriction = restrict(fr.stories)
    carry_out()
    assert found("zanzibar") == []
    restriction.delete()
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]


def test_new_words_take_the_place_of_the_old(fr):
    page = text(fr, "Un", "zanzibar")
    page.body = [("text", "<p>madagascar</p>")]
    publish(page)
    carry_out()
    assert found("zanzibar") == []
    assert found("madagascar") == ["Un"]


def test_how_many_pages_have_a_word_is_kept(fr):
    pages = [text(fr, f"Texte {number}", "zanzibar lavoir") for number in range(3)]
    token = IndexTerm.objects.get(token="xxzanzibar")
    assert token.documents == 3
    pages[0].delete()
    pages[1].unpublish()
    carry_out()
    token.refresh_from_db()
    assert token.documents == 1
    assert IndexTerm.objects.get(token="").documents == IndexedText.objects.count()


ODD = {
    "nothing": "",
    "spaces": "  \t\u00a0\u2003 ",
    "quote": '"',
    "open quote": '"école',
    "inner quote": 'foo"bar',
    "apostrophe": "'",
    "FTS syntax": 'a")OR(title:"b',
    "column": "title:lavoir",
    "star": "*",
    "prefix star": "lav*",
    "operators": "AND OR NOT NEAR(",
    "tsquery": "a & | ! <-> :*",
    "SQL": "'; DROP TABLE search_document; --",
    "NUL": "lav\0oir",
    "surrogate": "lavoir \ud800",
    "per cent": "%s %d %(a)s {}",
    "script": "<script>alert(1)</script>",
    "emoji": "👩‍🚀🔥",
    "right to left": "\u202eمكتبة\u202c",
    "long word": "a" * 100_000,
    "many words": "lavoir " * 2000,
    "many quotes": '"' * 5000,
    "many minuses": "-a " * 500,
    "unfolding": "ﷺ" * 200,
    "private use": "\ue000 lavoir",
    "backslash": "\\",
    "only stop words": "de la le",
    "newline": "le\nlavoir",
    "combining": "e" + "\u0301" * 500,
    "digits": "1" * 300,
}


@pytest.mark.parametrize("name", ODD)
def test_any_string_is_answered(name, fr):
    text(fr, "Le lavoir", "un lavoir")
    answer = ask(ODD[name])
    assert answer.total >= len(answer.hits) or answer.level == "nothing"
    assert len(answer.query) <= LONGEST_QUERY


@given(st.text(max_size=400))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_string_raises(fr, q):
    answer = ask(q)
    assert answer.total >= len(answer.hits) or answer.level == "nothing"


@given(st.lists(st.sampled_from(['"', "-", "*", "lavoir", "le", "’", " ", ":", "(", "19", "é"])))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_mix_of_signs_raises(fr, pieces):
    ask("".join(pieces))


def test_a_question_is_cut_to_its_limits():
    query = parse(" ".join(f"mot{number}" for number in range(60)), ("fr",))
    assert len(query.terms) == MOST_TERMS
    assert len(clean("é" * 1000)) == LONGEST_QUERY


def test_an_enormous_page_is_indexed_up_to_a_limit(fr):
    words = " ".join(f"mot{number:07d}" for number in range(1_100_000))
    assert len(words) > 12_000_000
    text(fr, "Immense", f"commencement {words} finale")
    assert found("commencement") == ["Immense"]
    assert found("finale") == []
