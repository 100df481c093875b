"""Synonyms that editors keep: what a question finds besides its own words, on each engine."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.models import Synonym
from search.query import clean, parse
from search.synonyms import Rule, check, entries_of, expanded
from tests.search.asking import ask, found, text

pytestmark = pytest.mark.usefixtures("engine")


def same(tree, *entries: str, one_way: bool = False) -> Synonym:
    """Save entries as synonyms in the language of a tree, as its form does."""
    direction = Synonym.Direction.ONE_WAY if one_way else Synonym.Direction.BOTH
    group = Synonym(locale=tree.locale, words="\n".join(entries), direction=direction)
    group.full_clean()
    group.save()
    return group


def test_each_word_finds_the_others(fr):
    text(fr, "Un", "Les TIC au village.")
    text(fr, "Deux", "Le numérique au village.")
    assert found("tic") == ["Un"]
    same(fr, "TIC", "numérique")
    for question in ("tic", "numérique", "numériques", "les TIC"):
        assert set(found(question)) == {"Un", "Deux"}


def test_what_is_saved_counts_at_once_and_what_is_deleted_no_more(fr):
    text(fr, "Un", "Un vélo.")
    text(fr, "Deux", "Une bicyclette.")
    group = same(fr, "vélo", "bicyclette")
    assert len(found("vélo")) == 2
    group.words = "vélo\ntandem"
    group.save()
    assert found("vélo") == ["Un"]
    group.words = "vélo\nbicyclette"
    group.save()
    assert len(found("vélo")) == 2
    group.delete()
    assert found("vélo") == ["Un"]


def test_one_direction_is_not_the_other(fr):
    text(fr, "Un", "Un véhicule.")
    text(fr, "Deux", "Une bicyclette.")
    same(fr, "véhicule", "bicyclette", one_way=True)
    assert set(found("véhicules")) == {"Un", "Deux"}
    assert found("bicyclette") == ["Deux"]


@pytest.mark.parametrize(
    "question",
    [
        "repair café",
        "repair cafés",
        "Repair-Café",
        "atelier de réparation",
        "ateliers réparation",
        "l’atelier de la réparation",
    ],
)
def test_phrases_find_each_other(fr, question):
    text(fr, "Un", "Un repair café ouvre.")
    text(fr, "Deux", "Des ateliers de réparation ouvrent.")
    text(fr, "Trois", "La réparation, puis un atelier.")
    same(fr, "repair café", "atelier de réparation")
    answer = set(found(question))
    assert {"Un", "Deux"} <= answer
    assert ("Trois" in answer) == ("telier" in question)


def test_a_word_finds_a_phrase_and_a_phrase_a_word(fr):
    text(fr, "Un", "Notre fablab.")
    text(fr, "Deux", "Notre laboratoire de fabrication.")
    same(fr, "fablab", "laboratoire de fabrication")
    assert set(found("fablabs")) == {"Un", "Deux"}
    assert set(found("laboratoires de fabrication")) == {"Un", "Deux"}


def test_the_other_words_of_a_question_are_still_demanded(fr):
    text(fr, "Un", "Un repair café à Laval.")
    text(fr, "Deux", "Des ateliers de réparation à Laval.")
    text(fr, "Trois", "Des ateliers de réparation à Rennes.")
    same(fr, "repair café", "atelier de réparation")
    assert set(found("repair café Laval")) == {"Un", "Deux"}
    assert set(found("Laval repair café")) == {"Un", "Deux"}
    assert found("repair café -rennes Laval -réparation") == ["Un"]


def test_quotes_ask_for_the_words_themselves(fr):
    text(fr, "Un", "Un repair café.")
    text(fr, "Deux", "Un atelier de réparation.")
    same(fr, "repair café", "atelier de réparation")
    assert found('"repair café"') == ["Un"]


def test_what_is_excluded_has_no_synonyms(fr):
    text(fr, "Un", "Un lavoir et un vélo.")
    text(fr, "Deux", "Un lavoir et une bicyclette.")
    same(fr, "vélo", "bicyclette")
    assert found("lavoir -vélo") == ["Deux"]


def test_synonyms_do_not_chain(fr):
    for title, body in (("Un", "vélo"), ("Deux", "bicyclette"), ("Trois", "tandem")):
        text(fr, title, body)
    same(fr, "vélo", "bicyclette")
    same(fr, "cycle", "bicyclette", "tandem", one_way=True)
    assert set(found("vélo")) == {"Un", "Deux"}


def test_each_language_has_its_own(fr, en):
    text(fr, "Un", "Un vélo.")
    text(fr, "Deux", "Un bike.")
    text(en, "One", "A bike.")
    text(en, "Two", "A bicycle.")
    same(en, "bike", "bicycle")
    assert found("bike") == ["Deux"]
    assert set(found("bikes", "en")) == {"One", "Two"}


def test_a_language_without_stems_has_them_as_written(fr):
    breton = type(fr.locale)(language_code="br")
    breton.save()
    group = Synonym(locale=breton, words="marc'h-houarn\nvelo bihan")
    group.full_clean()
    assert group.entries == ["marc'h-houarn", "velo bihan"]


def test_the_words_found_by_a_synonym_are_marked(fr):
    text(fr, "Les bicyclettes", "Des ateliers de réparation de bicyclettes.")
    same(fr, "vélo", "bicyclette")
    same(fr, "repair café", "atelier de réparation")
    hit = ask("vélo repair café").hits[0]
    assert hit.title_html == "Les <mark>bicyclettes</mark>"
    assert hit.snippet_html == (
        "Des <mark>ateliers</mark> de <mark>réparation</mark> de <mark>bicyclettes</mark>."
    )


def test_a_phrase_that_no_page_has_is_asked_word_by_word(fr):
    text(fr, "Un", "Le café du lavoir.")
    same(fr, "repair café", "atelier de réparation")
    answer = ask("repair café")
    assert [hit.document.title for hit in answer.hits] == ["Un"]
    assert answer.level == "most"


def test_a_phrase_found_nowhere_here_is_still_asked_by_any_word(fr, en):
    text(en, "One", "A repair café.")
    text(fr, "Un", "Un café.")
    same(fr, "repair café", "atelier de réparation")
    assert found("repair café lavoir") == ["Un"]


def test_a_slip_beside_a_synonym_is_mended(fr):
    for number in range(3):
        text(fr, f"Page {number}", "Un lavoir pour les bicyclettes.")
    same(fr, "vélo", "bicyclette")
    answer = ask("vélo lavoor")
    assert (answer.level, answer.suggestion) == ("mended", "vélo lavoir")
    assert answer.total == 3


def test_a_request_may_leave_them_out(fr):
    text(fr, "Un", "Un vélo.")
    text(fr, "Deux", "Une bicyclette.")
    same(fr, "vélo", "bicyclette")
    assert found("vélo", synonyms=False) == ["Un"]


WRONG = {
    "one word": ["vélo"],
    "the same word twice": ["vélo", "vélos"],
    "accents and capitals": ["école", "ECOLE"],
    "words that say too little": ["vélo", "de la"],
    "signs only": ["vélo", "???"],
    "a phrase that is too long": ["vélo", "mot " * 7],
    "letters beyond count": ["vélo", "é" * 61],
    "too many": [f"mot{chr(97 + number)}" for number in range(11)],
}


@pytest.mark.parametrize("entries", WRONG.values(), ids=WRONG.keys())
def test_what_cannot_work_is_refused_with_a_sentence(fr, entries):
    with pytest.raises(ValidationError) as refused:
        same(fr, *entries)
    assert list(refused.value.message_dict) == ["words"]


def test_a_word_has_its_synonyms_in_one_place(fr, en):
    same(fr, "vélo", "bicyclette")
    with pytest.raises(ValidationError, match="vélo = bicyclette"):
        same(fr, "vélos", "tandem")
    same(fr, "cycle", "vélo", one_way=True)
    same(en, "vélo", "bicycle")


def test_entries_may_be_written_on_a_line(fr):
    assert same(fr, "TIC, numérique ; « digital »").entries == ["TIC", "numérique", "« digital »"]


def test_a_search_costs_no_query_more_with_synonyms(
    fr, django_assert_num_queries, django_assert_max_num_queries
):
    text(fr, "Un", "Un vélo.")
    ask("vélo")
    with django_assert_max_num_queries(6) as without:
        ask("vélo")
    for letter in "abcdefgh":
        same(fr, f"vélo {letter}{letter}", f"bicyclette {letter}{letter}")
    same(fr, "vélo", "bicyclette")
    ask("vélo")
    with django_assert_num_queries(len(without)):
        ask("vélo")


WORDS = st.text(max_size=80) | st.lists(
    st.sampled_from(["vélo", "bicyclette", "de", "repair café", '"', "-x", "لا", "图书馆", "l’"]),
    max_size=4,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(entries=st.lists(WORDS, min_size=1, max_size=12), question=WORDS, one_way=st.booleans())
def test_whatever_is_written_is_refused_or_keeps_the_question(entries, question, one_way):
    rule = Rule(tuple(entries_of("\n".join(entries))), one_way)
    with suppress(ValueError):
        check(rule, {}, "fr")
    query = parse(question, ("fr", "en"))
    more = expanded(query, frozenset([rule]), "fr")
    assert bool(more) == bool(query)
    assert set(query.tokens) <= set(more.tokens)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(words=WORDS, question=WORDS)
def test_whatever_is_stored_and_asked_is_answered(fr, words, question):
    words = words.replace("\0", "").encode("utf-8", "ignore").decode()
    Synonym.objects.create(locale=fr.locale, words=f"{words}\n{question[:40].replace(chr(0), '')}")
    assert ask(question).query == clean(question)
