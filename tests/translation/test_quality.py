"""What a translation may have lost: links, numbers, placeholders, length, words of the glossary."""

import pytest
from django.utils.translation import override

from content.models import GlossaryTerm
from tests import factories
from tests.endless import ends
from translation.glossary import Glossary
from translation.quality import warnings_of

LONG = "On apporte le mardi soir un appareil en panne et on le répare avec une voisine."


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_nothing_is_said_of_a_good_translation_or_of_none():
    assert warnings_of("Réparer ensemble.", "Repair together.") == []
    assert warnings_of("Réparer 12 vélos sur https://a.example/x.", "") == []


@pytest.mark.parametrize(
    ("source", "text", "warning"),
    [
        ('Voir <a id="a1">ici</a>.', "See here.", "A link is missing: a1."),
        (
            '<a id="a1">Un</a> et <a id="a2">deux</a>',
            '<a id="a2">One</a> and two',
            "A link is missing: a1.",
        ),
        ("En 2024, 12 vélos.", "In 2024, bikes.", "A number is missing: 12."),
        ("3 prêts, puis 3 autres.", "3 loans, then others.", "A number is missing: 3."),
        ("Bonjour {name}", "Hello {nom}", "Keep as it is: {name}."),
        ("Bonjour {{ name }} !", "Hello!", "Keep as it is: {{ name }}."),
        ("%(count)s prêts, %s", "%s loans", "Keep as it is: %(count)s."),
        (
            "Lire https://exemple.org/a?b=1.",
            "Read https://example.org/a?b=1.",
            "Keep as it is: https://exemple.org/a?b=1.",
        ),
        ("Écrire à a.b+c@exemple.org.", "Write to us.", "Keep as it is: a.b+c@exemple.org."),
        ("Réparer ensemble.", "Réparer ensemble.", "The same as the original."),
        ("<b>Réparer</b> &amp; prêter", "Réparer &amp; prêter", "The same as the original."),
        (LONG, "Repair.", "Much shorter than the original."),
        (LONG, LONG.replace("e", "eee") * 2, "Much longer than the original."),
    ],
)
def test_what_was_lost_is_said_and_nothing_else(source, text, warning):
    assert warnings_of(source, text) == [warning]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Il coûte 1 234,5 €.", "It costs €1,234.5."),
        ("Il coûte 1\u202f234,50 €.", "Es kostet 1'234.50 Fr."),
        ("Les années 2025 2026", "The years 2025–2026"),
        ("Le 14/03/2026", "14.03.2026 tarihinde"),
        ("12 500 personnes", "١٢٬٥٠٠ شخص"),
        ("3,5 km", "٣٫٥ كم"),
        ("Le 1er prêt", "The 1st loan"),
        ("2026", "2026"),
        ("—", "—"),
        (LONG, "周二晚上，人们带来一台坏掉的电器，和一位邻居一起把它修好。"),
        ("周二晚上，人们带来一台坏掉的电器，和一位邻居一起把它修好。", LONG),
        (LONG, "يجلب الناس مساء الثلاثاء جهازا معطلا ويصلحونه مع إحدى الجارات."),
        ("Réparer &amp; prêter", "Repair &amp; lend"),
        ('<a id="a1">Un</a> et <a id="a2">deux</a>', "<a id='a2'>Two</a> & <a id=a1>one</a>"),
    ],
)
def test_another_language_writes_the_same_in_its_own_way(source, text):
    assert warnings_of(source, text) == []


def test_the_length_of_a_field_counts_what_readers_see():
    assert warnings_of("Titre", "x" * 12, limit=10) == ["2 characters too long for its field."]
    assert warnings_of("Un &amp; deux", "One &amp; two", limit=9) == []


@pytest.mark.parametrize(
    "hostile",
    [
        part * 100_000
        for part in ("a", "<", "{", "<a ", "1 ", "1.", "a@", "%(", "&", "http://", "\u202e\u0000")
    ],
    ids=lambda text: text[:3].encode("unicode-escape").decode(),
)
def test_a_hostile_text_is_read_in_a_moment(hostile):
    with ends():
        warnings_of(hostile, f"x{hostile}")
        warnings_of("Un 2 {trois}", hostile)


@pytest.fixture
def glossary(fr, en) -> Glossary:
    """Return two terms: one with a translation and forms to avoid, one that stays as it is."""
    tool = factories.term(GlossaryTerm, "Outil", fr.locale)
    english = tool.copy_for_translation(en.locale)
    english.name, english.slug, english.live = "Tool", "tool", True
    english.refused_forms = "utensil\nR&D kit\n"
    english.save()
    factories.term(GlossaryTerm, "Deux & rives", fr.locale, is_kept=True)
    return Glossary(fr.locale, en.locale)


@pytest.mark.parametrize(
    ("source", "text", "warnings"),
    [
        ("Prêter des outils.", "Lend TOOLS.", []),
        ("Prêter un outil.", "Lend a thing.", ["Glossary: “Outil” is called “Tool” here."]),
        (
            "Prêter un <b>outil</b>.",
            "Lend a <b>tool</b> or utensils, a R&amp;D kit.",
            ["Glossary: do not write “utensil”.", "Glossary: do not write “R&D kit”."],
        ),
        ("Outillage et toolbox", "Outillage and toolbox", []),
        ("Le réseau Deux &amp; rives", "The Deux &amp; rives network", []),
        (
            "Le réseau Deux &amp; rives",
            "The Two banks network",
            ["Glossary: “Deux & rives” is called “Deux & rives” here."],
        ),
        ("Un outil.", "", []),
    ],
)
def test_the_glossary_is_followed_in_any_form(glossary, source, text, warnings):
    assert glossary.warnings_of(source, text) == warnings
