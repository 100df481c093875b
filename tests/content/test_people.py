"""Names that readers do not see: how they are found in texts, and what stands for them."""

import unicodedata

import pytest

from content.people import Names, Person, initials, name_key
from tests.endless import ends

REFUSED = (Person("Maëlle Quintrec-Hostis", False), Person("Michel Tréboul", False))
NAMES = Names([*REFUSED, Person("Inès Tréboul", True)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maëlle Quintrec-Hostis parle.", "M. Q. H. parle."),
        ("Avec MAELLE QUINTREC-HOSTIS !", "Avec M. Q. H. !"),
        ("avec maelle quintrec hostis", "avec M. Q. H."),
        ("QUINTREC‑HOSTIS Maëlle", "M. Q. H."),
        ("Quintrec-Hostis, Maëlle", "M. Q. H."),
        ("Maëlle\u00a0Quintrec\u2013Hostis", "M. Q. H."),
        (unicodedata.normalize("NFD", "chez Maëlle Quintrec-Hostis"), "chez M. Q. H."),
        ("Mae\u0308lle Quin\u00adtrec-Hostis", "M. Q. H."),
        ("maelle.quintrec-hostis@example.org", "M. Q. H.@example.org"),
        ("Maëlle : commençons", "M. : commençons"),
        ("Mme Quintrec-Hostis", "Mme Q. H."),
        ("Michel T. répond", "M. T. répond"),
        ("C'est l'idée d’Michel.", "C'est l'idée d’M."),
    ],
)
def test_a_name_without_consent_is_found_in_all_its_spellings(text, shown):
    assert NAMES.mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Inès Tréboul et TRÉBOUL Inès ont dit oui.",
        "Inès : oui",
        "Le port de Tréboul",
        "la micheline, Michelle, Hostis",
        "un michel en minuscules",
        "",
    ],
)
def test_other_words_and_names_with_consent_stay(text):
    assert NAMES.mask(text) == text


def test_a_name_said_twice_is_shown_only_if_both_mentions_agreed():
    both = [Person("Inès Tréboul", True), Person("TRÉBOUL Ines", True)]
    assert Names(both).mask("Inès Tréboul") == "Inès Tréboul"
    one = [Person("Inès Tréboul", True), Person("Ines  Tréboul", False)]
    assert Names(one).mask("Inès Tréboul") == "I. T."


def test_a_speaker_known_by_a_given_name_is_hidden_by_it():
    names = Names([Person("Sandrine", False), Person("Anne (commune)", False)])
    assert names.mask("Sandrine : Anne a raison.") == "S. : A. a raison."


def test_somebody_in_particular_is_meant_not_a_kind_of_person():
    names = Names([Person("Une habitante", False), Person("Mme Lebris", False)])
    assert (
        names.mask("Une habitante et Mme Lebris. Une idée.") == "Une habitante et M. L. Une idée."
    )


COMMON = Names([Person("Luc Moulin", False), Person("Soazig Petit", False)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Luc Moulin parle.", "L. M. parle."),
        ("luc moulin et MOULIN Luc", "L. M. et L. M."),
        ("Soazig Petit, petit-soazig", "S. P., S. P."),
        ("Luc : oui. Soazig répond.", "L. : oui. S. répond."),
        ("M. Moulin et Mme Petit", "M. M. et Mme P."),
        ("Moulin : commençons.", "M. : commençons."),
        ("Petit (La Maille) est là.", "P. (La Maille) est là."),
        ("Moulin propose un essai.", "M. propose un essai."),
        ("Hier. Petit a rappelé le but.", "Hier. P. a rappelé le but."),
        ("avec Moulin et chez Petit", "avec M. et chez P."),
        ("l'idée de Moulin", "l'idée de M."),
        ("Moulin", "M."),
    ],
)
def test_a_surname_that_is_a_common_word_is_hidden_where_it_is_a_name(text, shown):
    assert COMMON.mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Le Moulin est ouvert.",
        "le moulin, un petit moulin",
        "Petit à petit, le lavoir se remplit.",
        "Voici le but. Petit budget, grande idée.",
        "- Moulin à vent",
        "La fête du Petit Pont, rue Moulin",
        "PETIT JARDIN PARTAGÉ",
    ],
)
def test_a_common_word_stays_though_somebody_bears_it(text):
    assert COMMON.mask(text) == text


def test_a_name_made_of_common_words_only_is_hidden_wherever_it_has_a_capital():
    names = Names([Person("Prince Petit", False)])
    assert names.mask("Petit à petit. Prince.") == "P. à petit. P."


def test_in_html_a_bold_speaker_is_hidden():
    assert COMMON.mask_html("<p><b>Moulin</b> : oui</p>") == "<p><b>M.</b> : oui</p>"
    assert COMMON.mask_html("<p>Moulin à vent</p>") == "<p>Moulin à vent</p>"


@pytest.mark.parametrize("name", ["Groupe 2", "Table ronde", "Équipe du lavoir", "Habitants"])
def test_a_group_is_nobody_to_hide(name):
    names = Names([Person(name, False), Person("Maëlle Quintrec", False)])
    text = f"{name} a fini. Groupe de travail, table 2. Équipe : trois. Habitants et élus."

    assert names.mask(text) == text
    assert names.hidden == ["Maëlle Quintrec"]
    assert initials(name) == name


def test_somebody_whose_first_name_is_a_word_of_groups_is_hidden():
    assert Names([Person("Ville Virtanen", False)]).mask("Ville Virtanen") == "V. V."


def test_nobody_to_hide_is_false_and_changes_nothing():
    assert not Names()
    assert not Names([Person("Inès Tréboul", True)])
    assert Names().mask_html("<p>Inès</p>") == "<p>Inès</p>"
    assert NAMES.hidden == [person.name for person in REFUSED]
    assert name_key("  ") == ()


def test_in_html_only_what_is_read_changes():
    html = (
        '<a href="/maelle-quintrec-hostis/" title="Maëlle Quintrec-Hostis"><img alt="Michel &amp; '
        'co" src="Michel.png"></a> L&#x27;avis de <b>Maëlle</b> Quintrec&nbsp;Hostis &lt;b&gt;'
        '<meta content="Michel"><script>let Michel = "Michel";</script><p>Michel</p>'
    )
    assert NAMES.mask_html(html) == (
        '<a href="/maelle-quintrec-hostis/" title="M. Q. H."><img alt="M. &amp; '
        'co" src="Michel.png"></a> L&#x27;avis de <b>M.</b> Q. H. &lt;b&gt;'
        '<meta content="M."><script>let Michel = "Michel";</script><p>M.</p>'
    )


def test_what_is_hidden_can_bring_no_tag():
    names = Names([Person("<b>Zoé</b> Kervern", False)])
    assert names.mask_html("&lt;i&gt; Kervern") == "&lt;i&gt; K."


@pytest.mark.parametrize("unit", ["Maëlle ", "Michel.", "<", "maelle quintrec ", "&lt;Michel "])
def test_a_long_text_takes_a_moment(unit):
    text = unit * 40_000
    with ends():
        NAMES.mask_html(text)
