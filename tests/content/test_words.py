"""Small things that words obey: dates, French typography, folding, languages, initials, HTML."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils.translation import override

from content import slots
from content.dates import PartialDate, Precision
from content.folding import fold, without_accents
from content.languages import (
    direction,
    language_choices,
    language_name,
    name_for_reader,
    own_name,
    validate_language,
)
from content.rows import PersonRow, initials
from content.text import text_of_html
from content.typography import NARROW, NO_BREAK, french, french_html

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("precision", "language", "words", "iso"),
    [
        (Precision.DAY, "fr", "2 mars 2026", "2026-03-02"),
        (Precision.DAY, "en", "2 March 2026", "2026-03-02"),
        (Precision.MONTH, "fr", "mars 2026", "2026-03"),
        (Precision.MONTH, "en", "March 2026", "2026-03"),
        (Precision.YEAR, "fr", "2026", "2026"),
        (Precision.YEAR, "en", "2026", "2026"),
    ],
)
def test_a_date_says_no_more_than_is_known(precision, language, words, iso):
    with override(language):
        partial = PartialDate(DAY, precision)
        assert (str(partial), partial.iso) == (words, iso)


def test_the_first_of_a_month_is_an_ordinal_in_french():
    days = [PartialDate(date(2026, 11, 1)), PartialDate(date(2026, 11, 11))]
    with override("fr"):
        assert [str(day) for day in days] == ["1er novembre 2026", "11 novembre 2026"]
    with override("en"):
        assert str(days[0]) == "1 November 2026"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Pourquoi ? Ainsi !", f"Pourquoi{NARROW}? Ainsi{NARROW}!"),
        ("un ; deux : trois", f"un{NARROW}; deux{NO_BREAK}: trois"),
        ("« Un tournevis »", f"«{NARROW}Un tournevis{NARROW}»"),
        ("«Un tournevis»", f"«{NARROW}Un tournevis{NARROW}»"),
        ("l'atelier d'ici", "l’atelier d’ici"),
        ("30 % de 120 000 €", f"30{NARROW}% de 120{NARROW}000{NARROW}€"),
        ("à 10:30, http://example.org", "à 10:30, http://example.org"),
        ("Rien à changer.", "Rien à changer."),
    ],
)
def test_french_text_gets_its_spaces(typed, read):
    assert french(typed) == read


def test_french_spacing_is_applied_once_whatever_was_typed():
    for typed in ("« Oui » ; non ?", f"«{NARROW}Oui{NARROW}»{NARROW}; non{NO_BREAK}?"):
        once = french(typed)
        assert once == f"«{NARROW}Oui{NARROW}»{NARROW}; non{NARROW}?"
        assert french(once) == once


def test_tags_and_attributes_are_left_alone():
    html = '<a href="https://example.org/?a=l\'b ;c" title="Quoi ?">Quoi ?</a>'
    assert french_html(html).startswith(html[: html.index(">") + 1])
    assert f"Quoi{NARROW}?</a>" in french_html(html)


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Écoles", "ecole"),
        ("ECOLE", "ecole"),
        ("low-tech", "lowtech"),
        ("Low-techs", "lowtech"),
        ("Réseaux", "reseau"),
        ("cœur", "coeur"),
        ("l’eau", "leau"),
        ("l'eau", "leau"),
        ("bas  carbone", "bas carbone"),
        ("GPS", "gps"),
    ],
)
def test_two_spellings_of_a_word_fold_alike(words, folded):
    assert fold(words) == folded
    assert fold(fold(words)) == folded


def test_words_without_accents_keep_their_number_and_order():
    assert without_accents("Éclairé, ÇÀ et là") == "eclaire, ca et la"


def test_languages_are_named_in_the_language_of_the_reader():
    with override("fr"):
        assert name_for_reader("en") == "anglais"
    with override("en"):
        assert name_for_reader("fr") == "French"
        assert name_for_reader("oc") == "Occitan"
        assert dict(language_choices())["fr"] == "French"
    assert own_name("es") == "español"
    assert language_name("", "fr") == language_name("und", "fr") == ""
    assert language_name("xx", "fr") == "xx"


@pytest.mark.parametrize("code", ["fr", "en", "pt-BR", "gsw", "und", "zh"])
def test_a_known_language_is_accepted(code):
    validate_language(code)


@pytest.mark.parametrize("code", ["xx", "français", "fr_FR!", "e", "english"])
def test_an_unknown_language_is_refused(code):
    with pytest.raises(ValidationError, match=code):
        validate_language(code)


def test_arabic_is_written_from_right_to_left():
    assert direction("ar") == "rtl"
    assert direction("fr") == direction("") == direction("nonsense") == "ltr"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Noé Béraud-Lys", "N. B. L."),
        ("maud saliou", "M. S."),
        ("Élise", "É."),
        ("  ", ""),
        ("Anne (ADEME)", "A."),
    ],
)
def test_initials_stand_for_a_name(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("consent", [PersonRow.Consent.NOT_ASKED, PersonRow.Consent.REFUSED])
def test_a_name_is_shown_only_with_consent(consent):
    assert PersonRow.shown("Maud Saliou", consent) == "M. S."
    assert PersonRow.shown("Maud Saliou", PersonRow.Consent.GIVEN) == "Maud Saliou"


def test_words_do_not_run_together_where_a_block_ends():
    html = "<p>un</p><p>deux<br/>trois</p><ul><li>quatre</li><li>cinq &amp; six</li></ul>"
    assert text_of_html(html) == "un deux trois quatre cinq & six"


def rendered(template: str, **context) -> str:
    return Template("{% load portal reading %}" + template).render(Context(context))


def test_a_text_states_its_language_only_inside_another_one():
    with override("fr"):
        assert rendered("{% text_lang code %}", code="fr") == ""
        assert rendered("{% text_lang code %}", code="und") == ""
        assert rendered("{% text_lang code %}", code="en") == ' lang="en"'
        assert rendered("{% text_lang code %}", code="ar") == ' lang="ar" dir="rtl"'
        assert rendered("{% label_lang code %}", code="ar") == ' lang="fr" dir="ltr"'
        assert rendered("{% label_lang code %}", code="fr") == ""


def test_the_typography_filter_spaces_french_only_and_escapes():
    assert rendered("{{ text|typography:'fr' }}", text="<b> ?") == f"&lt;b&gt;{NARROW}?"
    assert rendered("{{ text|typography:'en' }}", text="Why ?") == "Why ?"


def test_a_slot_shows_what_every_filler_has_to_show(monkeypatch):
    monkeypatch.setattr(slots, "_fillers", slots._fillers.copy())
    slots.fill("test.slot")(lambda request, page: "<p>one</p>")
    slots.fill("test.slot")(lambda request, page: "")
    slots.fill("test.slot")(lambda request, page: f"<p>{page}</p>")
    assert slots.render("test.slot", None, "page") == ["<p>one</p>", "<p>page</p>"]
    assert slots.render("test.empty", None, "page") == []
