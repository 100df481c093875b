"""The rules of the recogniser by their examples; any input yields an answer."""

import doctest
import importlib
import pkgutil

import pytest

import operations.recogniser
from operations.recogniser import Picture, missing_words, recognise
from tests.endless import ends
from tests.operations.reading import read


@pytest.mark.parametrize(
    "module", [module.name for module in pkgutil.iter_modules(operations.recogniser.__path__)]
)
def test_the_examples_of_the_rules_hold(module):
    imported = importlib.import_module(f"operations.recogniser.{module}")

    assert doctest.testmod(imported).failed == 0


@pytest.mark.parametrize(
    ("line", "contribution", "resources"),
    [
        ("Langue de votre contribution : Espagnol Langue des ressources jointes : Breton",
         "es", "br"),
        ("Language of your contribution: Haitian Creole", "ht", ""),
        ("**Langue de votre contribution :** Anglais", "en", ""),
        ("Language of your contribution : Deutsch Attached resources language : Português",
         "de", "pt"),
        ("Langue de votre contribution : Klingon martien", "", ""),
    ],
)  # fmt: skip
def test_language_lines_in_both_wordings(line, contribution, resources):
    description = recognise(f"Titre\n\n{line}\n\nxyz")[0]

    assert description.content_language == contribution
    assert description.resources_language == resources
    assert missing_words(line, [description]) == []


def test_an_unknown_language_is_reported():
    description = recognise("Titre\n\nLangue de votre contribution : Klingon martien\n\nxyz")[0]

    assert any("Klingon martien" in reason for reason in description.reasons)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("we were 28 participants", (28, "exact")),
        ("environ 40 personnes", (40, "about")),
        ("une quinzaine de participants", (15, "about")),
        ("suivie par une trentaine de personnes", (30, "about")),
        ("about a dozen people", (12, "about")),
        ("vingt participants", (20, "exact")),
        ("1 200 participants", (1200, "exact")),
        ("thirty or so people", (30, "about")),
        ("Participants : 112", (112, "exact")),
    ],
)
def test_participants_are_counted_with_their_precision(text, count):
    description = recognise(f"# Repair Day 3\n\nOn 4 May {text} came online.")[0]

    assert (
        description.fields["participants_count"],
        description.fields["participants_precision"],
    ) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("le 1er octobre 2024", (1, 10, 2024, "day")),
        ("12-14 May 2024", (12, 5, 2024, "day")),
        ("May 12, 2024", (12, 5, 2024, "day")),
        ("le 2024-05-12", (12, 5, 2024, "day")),
        ("en février", (None, 2, None, "month")),
        ("d\u2019août 2023", (None, 8, 2023, "month")),
        ("in 2019", (None, None, 2019, "year")),
    ],
)
def test_dates_keep_what_is_known(text, parts):
    fields = recognise(f"# Repair Day 3\n\nWe met {text} online.")[0].fields

    assert tuple(fields.get(part) for part in ("day", "month", "year", "date_precision")) == parts


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**bold** and *soft*", "<p><b>bold</b> and <i>soft</i></p>"),
        ("T<sup>2</sup> and CO<sub>2</sub>", "<p>T<sup>2</sup> and CO<sub>2</sub></p>"),
        ("a [page](https://a.example/x_y_z)",
         '<p>a <a href="https://a.example/x_y_z">page</a></p>'),
        ("no [script](javascript:alert(1)) here", "<p>no script here</p>"),
        ("5 < 6 & <ou> snake_case_name 2*3*4",
         "<p>5 &lt; 6 &amp; &lt;ou&gt; snake_case_name 2<i>3</i>4</p>"),
        ("<b>open <i>and** crossed</b> end</i>", "<p><b>open <i>and** crossed</i></b> end</p>"),
        ("<script>x</script> <img src=y onerror=z> {{ braces }}", "<p>x  {{ braces }}</p>"),
    ],
)  # fmt: skip
def test_inline_markup_becomes_clean_html(source, html):
    description = recognise(f"# Title\n\nFirst words.\n\n{source}")[0]

    assert description.body[0][1] == f"<p>First words.</p>{html}"


def test_arrows_and_nested_items_become_lists():
    description = recognise("# Title\n\n➔ one\n➔ two\n - inside\n   - deeper\n- last")[0]

    assert description.body[0][1] == (
        "<ul><li>one</li><li>two<ul><li>inside<ul><li>deeper</li></ul></li></ul></li>"
        "<li>last</li></ul>"
    )


def test_a_stray_break_parts_paragraphs():
    description = recognise("# Title\n\nOne sentence.<br>Another one.")[0]

    assert description.body[0][1] == "<p>One sentence.</p><p>Another one.</p>"


def test_glued_counters_leave_the_title_they_were_glued_to():
    text = "A page\n12 ViewsViews\u00b73 SavesSavesReal heading\nSome words."
    description = recognise(text)[0]

    assert "12 ViewsViews\u00b73 SavesSaves" in description.furniture
    assert "Real heading" in str(description.body)
    assert missing_words(text, [description]) == []


def test_a_link_to_nowhere_keeps_its_words_and_is_reported():
    description = recognise("# Title\n\nSee [the slides](#) of the day.")[0]

    assert description.body[0][1] == "<p>See the slides of the day.</p>"
    assert any("the slides" in reason for reason in description.reasons)


def test_the_address_of_a_link_that_no_page_can_keep_is_not_lost():
    text = "# Title\n\nSee [the other page](?PageDuWiki) and ![a map](img/map.png)."
    description = recognise(text)[0]

    assert description.furniture == ["?PageDuWiki"]
    assert description.body[-1] == ("picture", Picture("img/map.png", "a map"))
    assert missing_words(text, [description]) == []


def test_a_text_without_a_title_takes_the_name_of_its_file():
    description = recognise("A long first sentence, which ends with a full stop.", "my_note-2.txt")

    assert description[0].title == "my note 2"
    assert description[0].body[0][1].startswith("<p>A long first sentence")


# --- Any input yields an answer ---------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  \n\n", "\x00", "***", "[", "<<<<", "- \n-\n", "# "])
def test_a_text_without_words_describes_nothing(text):
    assert recognise(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](" * 20_000,
        "*a " * 20_000,
        "_a" * 20_000,
        "<b>" * 20_000,
        "<a href=" * 8_000,
        "\n".join(" " * depth + "- x" for depth in range(1_000)),
        "> a\n" * 10_000,
        "|a" * 20_000,
        "# a\n" * 5_000,
        "a: " * 20_000,
        "Question :\n" * 3_000,
        "Ana Bo, " * 10_000,
        "12 mai " * 10_000,
        "Reset Day 4 " * 8_000,
        "Titre\n\nLire la suite\n\n" * 1_000,
        "mot " * 250_000,
        "12 Vues" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_is_read_in_bounded_time_without_loss(text):
    with ends():
        descriptions = recognise(text, "hostile.txt")

        assert missing_words(text, descriptions) == []


def test_line_ends_accents_and_invisible_characters_do_not_matter():
    text, descriptions = read("report_fr.txt")
    decomposed = text.replace("é", "e\u0301").replace("\n", "\r\n")
    again = recognise("\ufeff" + decomposed + "\x00")

    assert again[0].fields == descriptions[0].fields


def test_a_link_to_the_next_page_does_not_cut_a_text():
    text = "# Le lavoir\n\nOn a compté.\n\n[suite](page-2.md)\n\nOn a rangé."
    assert len(recognise(text)) == 1
