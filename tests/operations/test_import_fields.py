"""What each type of page receives of its document."""

import json
import shutil
from datetime import date

import pytest
from wagtail.models import Page

from coalitions.models import CoalitionPage, EventPage
from content.models import Organisation, Theme
from kit.models import ChapterPage, KitPage
from stories.models import InterviewPage
from tests.operations.importing import (
    DOCUMENTS,
    TYPES,
    documents,
    page_of,
    run,
    take_in,
)

pytestmark = pytest.mark.django_db


def test_a_chapter_goes_under_a_draft_kit_that_is_made_once(home, folder):
    shutil.copy(DOCUMENTS / "chapter_fr.txt", folder)
    text = (DOCUMENTS / "chapter_fr.txt").read_text(encoding="utf-8")
    (folder / "second.txt").write_text(
        text.replace("Compter les trajets", "Lire une carte").replace("Chapitre 4", "Fiche 7"),
        encoding="utf-8",
    )
    figures = run(folder)
    kit = KitPage.objects.get()

    assert kit.title == "Kit Nos rues"
    assert not kit.live
    assert sum(len(document["made"]) for document in documents(figures)) == 1
    chapters = ChapterPage.objects.child_of(kit).order_by("path")
    assert [(page.chapter_kind, page.number) for page in chapters] == [
        ("chapter", "4"), ("worksheet", "7"),
    ]  # fmt: skip


def test_a_number_that_another_chapter_has_is_left_out_and_reported(home, folder):
    text = (DOCUMENTS / "chapter_fr.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("trajets", "pas"), encoding="utf-8")
    second = documents(run(folder))[1]

    assert second["outcome"] == "created"
    assert Page.objects.get(pk=second["page_id"]).specific.number == ""
    assert any("4" in line for line in second["to_check"])


def test_a_kit_that_exists_receives_its_chapter(home):
    kit = home.add_child(instance=KitPage(title="Nos rues", locale=home.locale))
    page = take_in("chapter_fr.txt")

    assert page.get_parent().pk == kit.pk


def test_languages_are_those_of_the_text_whatever_the_tree(home):
    page = take_in("four_parts_en.md")

    assert (page.content_language, page.text_language) == ("en", "en")
    assert page.locale.language_code == "fr"


def test_the_language_of_the_resources_goes_to_the_attachments(home):
    attachment = take_in("chapter_fr.txt").attachments.get()

    assert attachment.language == "en"
    assert (attachment.file_name, attachment.host) == (
        "grille-de-comptage.ods",
        "fichiers.rues.example",
    )
    assert attachment.href == ""


def test_named_people_arrive_with_consent_not_asked(home):
    page = take_in("report_fr.txt")
    people = [*page.participants.all(), *page.facilitators.all(), *page.key_points.all()]

    assert (page.participants.count(), page.facilitators.count()) == (5, 2)
    assert {person.consent for person in people} == {"not_asked"}
    assert page.participants.first().public_name == "H. S. A."


def test_a_report_has_its_rows_in_order(home):
    page = take_in("report_fr.txt")

    assert page.form == "discussion"
    assert (page.series, page.series_number, page.session_number) == ("Atelier", "3", "2")
    assert [row.kind for row in page.points.all()] == ["finding", "attention", "attention"]
    speakers = [row.name for row in page.key_points.all()]
    assert speakers[4:6] == ["Marguerite", "Yacine (au nom du quartier)"]
    assert page.questions.count() == 2


def test_the_four_parts_fill_their_fields(home):
    page = take_in("four_parts_en.md")

    assert page.form == "four_parts"
    assert [bool(html) for _field, _heading, html in page.four_parts] == [True] * 4


def test_an_exploration_has_axes_in_its_body_and_leaders_in_the_vocabulary(home):
    page = take_in("exploration_fr.txt")
    axes = [block.value for block in page.body if block.block_type == "axis"]

    assert [len(axis["groups"]) for axis in axes] == [2, 2]
    group = axes[0]["groups"][0]
    assert len(group["phases"]) == 3
    assert group["roadmap"]["file_name"] == "Axe1_G1.pdf"
    assert group["roadmap"].href == ""
    assert [str(row) for row in page.leaders.all()] == [
        "Coopérative Deux Essieux",
        "Agence Littoral",
    ]


def test_an_organisation_that_exists_is_not_made_again(home):
    known = Organisation.objects.create(
        name="Agence littoral", slug="agence-littoral", locale=home.locale
    )
    page = take_in("exploration_fr.txt")

    assert known in [row.organisation for row in page.leaders.all()]
    assert Organisation.objects.count() == 2


def test_a_theme_of_the_vocabulary_is_chosen_and_another_is_reported(home):
    theme = Theme.objects.create(name="Mobilité douce", slug="mobilite", locale=home.locale)
    figures = run(DOCUMENTS / "exploration_fr.txt")

    assert [row.theme for row in page_of("exploration_fr.txt").page_themes.all()] == [theme]
    assert not any("vocabul" in line for line in documents(figures)[0]["to_check"])


def test_an_event_keeps_a_date_without_a_year_as_it_was_written(home):
    run(DOCUMENTS / "blog_fr.txt")
    third, second = EventPage.objects.order_by("-number")

    assert (third.number, third.starts_on, third.date_as_written) == (3, None, "9 juin")
    assert (third.participant_count, third.participant_precision) == (41, "exact")
    assert (second.date_as_written, second.mode) == ("En avril", "online")
    assert (second.participant_count, second.participant_precision) == (20, "about")


def test_an_event_with_a_whole_date_and_a_programme(home):
    page = take_in("event_fr.md")

    assert (page.starts_on, page.date_precision, page.date_as_written) == (
        date(2026, 3, 14),
        "day",
        "",
    )
    assert [(item.time, item.title) for item in page.programme.all()][1] == (
        "10h - 12h",
        "atelier semis",
    )


def test_an_interview_finds_the_event_and_the_number_of_its_coalition(home):
    run(DOCUMENTS / "blog_fr.txt")
    page = InterviewPage.objects.get()

    assert (page.person, page.person_role) == ("Paul Estève", "jardinier")
    assert page.organisation.name == "Racines"
    assert page.event.number == 3
    assert (page.coalition, page.coalition_number) == (None, 7)


def test_a_coalition_has_its_intention_its_holder_and_rows(home):
    run(DOCUMENTS / "blog_fr.txt", DOCUMENTS / "coalition_en.md")
    first, second = CoalitionPage.objects.order_by("pk")

    assert "restent fraîches" in first.transforming_intent
    assert (first.stage, first.holder_name) == ("intention", "Noria Belkacem")
    assert first.holder_consent == "not_asked"
    assert second.number == 4
    assert (second.problems.count(), second.actors.count(), second.experiences.count()) == (2, 2, 1)


def test_a_text_too_long_for_its_field_is_whole_in_the_body(home, folder):
    title = "A title " + "of many words " * 30
    (folder / "long.md").write_text(f"# {title}\n\nText.", encoding="utf-8")
    page = Page.objects.get(pk=documents(run(folder))[0]["page_id"]).specific

    assert len(page.title) <= 200
    assert title.strip() in str(page.body)


def test_markup_in_a_document_is_clean_on_the_page(home, folder):
    text = "# Title\n\n<script>alert(1)</script> [x](javascript:alert(2)) <b onclick=1>bold</b>"
    (folder / "bad.md").write_text(text, encoding="utf-8")
    page = Page.objects.get(pk=documents(run(folder))[0]["page_id"]).specific

    stored = json.dumps(page.body.get_prep_value())
    assert "<script" not in stored
    assert "javascript:" not in stored.replace("javascript:alert(2)</p>", "")
    assert "onclick" not in stored
    assert "<b>bold</b>" in stored


@pytest.mark.parametrize("name", [*sorted(TYPES), "blog_fr.txt"])
def test_a_draft_is_valid_and_readable_once_published(home, client, name):
    figures = run(DOCUMENTS / name)
    for page in Page.objects.filter(live=False, depth__gt=1).order_by("path").specific():
        page.full_clean()
        if hasattr(page, "body"):
            page.body.stream_block.clean(page.body)
        page.get_latest_revision().publish()
    for document in documents(figures):
        response = client.get(Page.objects.get(pk=document["page_id"]).get_url())
        assert response.status_code == 200
