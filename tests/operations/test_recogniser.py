"""The recogniser, on documents written for it: every form, in varied order and wording."""

import pytest

from operations.recogniser import Rich, missing_words, recognise
from tests.operations.reading import DOCUMENTS, all_groups, blocks, names, only, read


@pytest.mark.parametrize("path", sorted(DOCUMENTS.iterdir()), ids=lambda path: path.name)
def test_no_word_of_a_document_is_lost(path):
    text = path.read_text(encoding="utf-8")

    assert missing_words(text, recognise(text, path.name)) == []


def test_a_lost_word_is_reported():
    text, descriptions = read("report_fr.txt")
    descriptions[0].fields["participants"].pop()

    assert missing_words(text, descriptions) == ["ingrid"]


def test_a_derived_field_does_not_hide_a_lost_word():
    text = "# Repair Day 4\n\nWe were 28 participants in Ostville on 12 May.\n"
    descriptions = recognise(text)
    descriptions[0].body.clear()

    assert {"28", "12", "may", "ostville"} <= set(missing_words(text, descriptions))


def test_a_chapter_knows_its_kit_its_kind_and_its_number():
    chapter = only("chapter_fr.txt")

    assert chapter.kind == "chapter"
    assert chapter.title == "Compter les trajets"
    assert chapter.fields == {
        "kit_title": "Kit Nos rues", "chapter_kind": "chapter", "number": "4",
    }  # fmt: skip
    assert (chapter.content_language, chapter.resources_language) == ("fr", "en")
    assert chapter.interface_language == "fr"
    assert chapter.attachments[0]["file_name"] == "grille-de-comptage.ods"
    assert chapter.attachments[0]["host"] == "fichiers.rues.example"


def test_the_body_of_a_chapter_is_made_of_clean_blocks():
    chapter = only("chapter_fr.txt")

    assert [name for name, _value in chapter.body] == ["text", "heading", "text", "quote", "text"]
    assert chapter.body[1][1] == {"text": "Choisir une semaine ordinaire", "level": "h2"}
    assert chapter.body[2][1].endswith(
        "<ol><li>le mardi matin, devant l'école ;</li><li>le jeudi midi, sur la place ;</li>"
        "<li>le samedi, à l'entrée du marché.</li></ol>"
    )
    assert chapter.body[3][1]["author"] == "Une conductrice de car"
    assert '<a href="https://rues.example/grille">grille de relevé</a>' in chapter.body[4][1]
    assert "CO<sub>2</sub>" in chapter.body[4][1]


def test_the_navigation_of_the_old_site_becomes_furniture():
    text = " ".join(str(value) for _name, value in only("chapter_fr.txt").body)

    for words in ("chapitre précédent", "sommaire", "Réagir", "connecté", "CHAPITRE"):
        assert words not in text
        assert any(words in line for line in only("chapter_fr.txt").furniture)


def test_an_english_chapter_is_an_introduction_with_a_linked_download():
    chapter = only("chapter_en.md")

    assert chapter.kind == "chapter"
    assert chapter.fields == {"kit_title": "Near Home Kit", "chapter_kind": "introduction"}
    assert chapter.content_language == "en"
    assert chapter.attachments[0]["url"] == "https://kit.example/files/near-home-kit.pdf"
    assert chapter.body[0][1].startswith("<p>This kit was written")
    assert "It does not ask you to do" in chapter.body[0][1]


def test_a_page_of_articles_becomes_one_description_each():
    descriptions = read("blog_fr.txt")[1]

    assert [description.kind for description in descriptions] == [
        "coalition", "event", "event", "interview",
    ]  # fmt: skip
    assert [description.incomplete for description in descriptions] == [False, True, True, True]


def test_a_coalition_gives_its_intention_its_holder_and_where_it_was_presented():
    coalition = read("blog_fr.txt")[1][0]

    assert coalition.fields["intention"] == "Pour des cours d'école qui restent fraîches"
    assert coalition.fields["stage"] == "intention"
    assert coalition.fields["presented_at"]["series"] == "Journée Ombre"
    assert coalition.fields["presented_at"]["month"] == 6
    assert coalition.fields["holder"] == {
        "name": "Noria Belkacem",
        "role": "chargée de mission",
        "organisation": "Ville de Sauvemont",
    }


def test_a_coalition_is_known_by_the_sections_of_the_method():
    coalition = only("coalition_en.md")

    assert coalition.kind == "coalition"
    assert coalition.fields["number"] == 4
    assert coalition.fields["intention"] == "A phone should be chosen once per decade."
    assert coalition.fields["problems"] == ["Parts are glued", "Prices of batteries are hidden"]
    assert coalition.fields["actors"] == ["Two repair schools", "One city buyer"]
    assert coalition.body == []


def test_an_event_without_a_year_keeps_its_day_and_month():
    event = read("blog_fr.txt")[1][1]

    assert (event.fields["series"], event.fields["number"]) == ("Journée Ombre", 3)
    assert (event.fields["day"], event.fields["month"]) == (9, 6)
    assert "year" not in event.fields
    assert event.fields["date_precision"] == "day"
    assert event.fields["date_as_written"] == "9 juin"
    assert (event.fields["participants_count"], event.fields["participants_precision"]) == (
        41,
        "exact",
    )


def test_an_event_known_to_the_month_with_about_twenty_people_online():
    event = read("blog_fr.txt")[1][2]

    assert event.fields["date_precision"] == "month"
    assert event.fields["month"] == 4
    assert "day" not in event.fields
    assert (event.fields["participants_count"], event.fields["participants_precision"]) == (
        20,
        "about",
    )
    assert event.fields["mode"] == "online"


def test_an_announcement_gives_date_place_and_programme():
    event = only("event_fr.md")

    assert event.kind == "event"
    assert (event.fields["series"], event.fields["number"]) == ("Journée des semences", 6)
    assert [event.fields[part] for part in ("day", "month", "year")] == [14, 3, 2026]
    assert event.fields["venue"] == "Halle aux grains, Roussac"
    assert event.fields["mode"] == "on_site"
    assert event.fields["participants_count"] == 112
    assert event.fields["programme"][1] == {
        "time": "10h - 12h", "title": "atelier semis", "text": "",
    }  # fmt: skip
    assert "trois sachets" in event.body[0][1]


def test_an_interview_gives_the_person_and_the_exchanges():
    interview = read("blog_fr.txt")[1][3]

    assert interview.fields["person"] == "Paul Estève"
    assert interview.fields["role"] == "jardinier"
    assert interview.fields["organisation"] == "Racines"
    assert interview.fields["occasion"] == "Journée Ombre #3"
    assert interview.fields["coalition_number"] == 7
    assert [exchange["question"] for exchange in blocks(interview, "question_answer")] == [
        "Paul, combien d'eau faut-il à un jeune arbre ?",
        "Et pendant les vacances ?",
    ]


def test_a_question_inside_an_answer_is_no_question_of_the_interview():
    interview = only("interview_en.md")
    exchanges = blocks(interview, "question_answer")

    assert [exchange["question"] for exchange in exchanges] == [
        "How did it start?",
        "What would you do differently?",
    ]
    assert exchanges[1]["answer"] == "<ul><li>Fewer tables</li><li>More lamps</li></ul>"
    assert isinstance(exchanges[0]["answer"], Rich)


def test_an_exploration_has_axes_groups_phases_and_roadmaps():
    exploration = only("exploration_fr.txt")
    axes = blocks(exploration, "axis")

    assert exploration.kind == "exploration"
    assert [axis["title"] for axis in axes] == ["MARCHANDISES", "ENFANTS"]
    assert [len(axis["groups"]) for axis in axes] == [2, 2]
    assert [len(group["phases"]) for group in all_groups(exploration)] == [3, 3, 3, 3]
    assert [group["roadmap"]["file_name"] for group in all_groups(exploration)] == [
        "Axe1_G1.pdf", "Axe1_G2.pdf", "Axe2_G1.pdf", "Axe2_G2.pdf",
    ]  # fmt: skip
    assert {group["roadmap"]["host"] for group in all_groups(exploration)} == {"estuaire.example"}
    assert {group["roadmap"]["url"] for group in all_groups(exploration)} == {""}


def test_an_exploration_has_leaders_figures_themes_and_lessons():
    exploration = only("exploration_fr.txt")

    assert exploration.fields["led_by"] == ["Coopérative Deux Essieux", "Agence Littoral"]
    assert exploration.fields["themes"] == ["mobilités douces"]
    figures = blocks(exploration, "key_figures")[0]
    assert [(figure["value"], figure["label"]) for figure in figures] == [
        ("2", "ateliers d'une heure"),
        ("19", "personnes de cinq communes"),
    ]
    assert "Faire circuler les enfants autrement" in exploration.fields["context"]
    assert "septembre" in exploration.fields["results"]
    assert "<br" not in exploration.fields["results"]
    assert "bâclée" in exploration.fields["lessons"]
    assert exploration.attachments[0]["file_name"] == "Cahier mobilites douces.pdf"
    assert "7 VuesVues\u00b71 EnregistrementEnregistrement" in exploration.furniture


def test_an_english_exploration_in_markdown_is_read_by_its_heading_levels():
    exploration = only("exploration_en.md")
    groups = all_groups(exploration)

    assert exploration.kind == "exploration"
    assert [axis["title"] for axis in blocks(exploration, "axis")] == ["Axis 1: Places"]
    assert [group["title"] for group in groups] == ["A bench in every library", "The van"]
    assert groups[0]["phases"][0] == {
        "title": "Borrow", "text": "<p>use the tables that are there.</p>",
    }  # fmt: skip
    assert groups[1]["roadmap"]["url"] == "https://files.valley.example/van-roadmap.pdf"
    assert (groups[1]["roadmap"]["pages"], groups[1]["roadmap"]["language"]) == (6, "en")
    assert [figure["unit"] for figure in blocks(exploration, "key_figures")[0]] == ["", "", "%"]


def test_a_workshop_report_gives_each_of_its_sections():
    report = only("report_fr.txt")

    assert report.kind == "report"
    assert report.fields["form"] == "discussion"
    assert (report.fields["series"], report.fields["series_number"]) == ("Atelier", 3)
    assert (report.fields["theme"], report.fields["session_number"]) == ("Récolte", 2)
    assert len(report.fields["questions"]) == 2
    assert names(report.fields["facilitators"]) == ["Lucie MARCHAL", "Omar Diouf"]
    assert len(report.fields["participants"]) == 5
    assert report.fields["participants"][1] == {
        "name": "Théo", "role": "", "organisation": "collège Pasteur",
    }  # fmt: skip
    assert len(report.fields["findings"]) == 1
    assert len(report.fields["attention"]) == 2
    assert "<ul><li>sans passer par un réseau social</li></ul>" in report.fields["synthesis"]


def test_speakers_are_told_from_labels_and_from_sentences():
    points = only("report_fr.txt").fields["key_points"]

    assert [point["speaker"] for point in points] == [
        "", "Helene", "Théo", "", "Marguerite", "Yacine (au nom du quartier)", "",
    ]  # fmt: skip


def test_a_speaker_who_is_not_in_the_list_is_reported():
    report = only("report_fr.txt")

    assert report.fields["speakers_not_listed"] == ["Marguerite"]
    assert any("Marguerite speaks" in reason for reason in report.reasons)


def test_an_english_report_in_another_order():
    report = only("report_en.md")

    assert report.kind == "report"
    assert names(report.fields["facilitators"]) == ["Priya Nair", "Tom Okafor"]
    assert report.fields["participants"][0]["organisation"] == "Northside Library"
    assert [point["speaker"] for point in report.fields["key_points"]] == ["Ravi", "", "Wen"]
    assert report.fields["leads"] == ["Try with ten ladders", "Meet again in March"]
    assert report.fields["session_number"] == 1


def test_the_four_part_form_beats_the_label_of_a_story():
    report = only("four_parts_en.md")

    assert report.kind == "report"
    assert report.fields["form"] == "four_parts"
    assert all(report.fields[part] for part in ("promises", "tensions", "wishes", "messages"))
    assert names(report.fields["facilitators"]) == ["Ada Brook", "Finn Moss"]
    assert report.fields["event"] == {"series": "River Forum", "number": 2}
    assert (report.fields["day"], report.fields["month"]) == (3, 10)
    assert report.summary == "What we took home from the river afternoon"


def test_the_three_languages_are_not_confused():
    report = only("four_parts_en.md")

    assert report.content_language == "en"
    assert report.resources_language == "nl"
    assert report.interface_language == "en"


def test_a_story_gives_its_sections():
    story = only("story_fr.md")

    assert story.kind == "story"
    assert story.summary == "Trois familles, une clé, soixante outils."
    assert story.fields["places"] == "Quartier des Forges, Montclar"
    assert (story.fields["month"], story.fields["year"]) == (3, 2023)
    assert story.fields["done"].startswith("<p>Nous avons vidé")


@pytest.mark.parametrize("name", ["note_fr.txt", "minutes_en.md"])
def test_a_text_of_no_known_form_is_a_page_and_says_so(name):
    page = only(name)

    assert page.kind == "page"
    assert any("No known form" in reason for reason in page.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "# Our coalition of neighbours\n\nWe swept the street together on Sunday.",
        "# Questions and answers\n\n## What is a kit?\n\nA book.\n\n## Is it free?\n\nYes.",
        "# A conference call that changed us\n\nNobody had switched the camera on.",
        "# Repair kit\n\n- a screwdriver\n- tape",
        "# Exploration of a marsh\n\nReeds.\n\n## Birds\n\n- a heron\n- a coot",
        "# Participants were many\n\nThe discussion went on until night.",
        "# Journal de bord\n\nLe 12 mai, il a plu. Le 13 aussi.",
    ],
)
def test_a_word_alone_claims_no_type(text):
    assert recognise(text)[0].kind == "page"


def test_a_table_becomes_a_table_block():
    table = blocks(only("note_fr.txt"), "table")[0]

    assert table["table"]["data"] == [["Pierre", "Grain"], ["bleue", "1000"], ["grise", "3000"]]


def test_a_note_can_be_said_in_another_language():
    note = next(reason for reason in only("report_fr.txt").reasons if "speaks" in reason)

    assert note.message % note.values == note
    assert note.values == {"name": "Marguerite"}
