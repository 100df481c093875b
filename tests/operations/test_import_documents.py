"""The import: files in, drafts of the right types out, nothing lost and nothing twice."""

import json
import os
import shutil
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from coalitions.models import CoalitionPage, EventPage
from content.models import Organisation, Theme
from home.models import HomePage, StandardPage
from kit.models import ChapterPage, KitPage
from operations import imports, sources
from operations.imported import ImportedDocument
from operations.recogniser import recognise
from operations.recogniser.words import described_words, words_of_markup
from stories.models import ExplorationPage, InterviewPage, StoryPage, WorkshopReportPage

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
SEEDS = Path(os.environ.get("SEEDS_DIR") or HERE.parents[1].parent / "shared" / "seeds")
TYPES = {
    "chapter_en.md": ChapterPage,
    "chapter_fr.txt": ChapterPage,
    "coalition_en.md": CoalitionPage,
    "event_fr.md": EventPage,
    "exploration_en.md": ExplorationPage,
    "exploration_fr.txt": ExplorationPage,
    "four_parts_en.md": WorkshopReportPage,
    "interview_en.md": InterviewPage,
    "minutes_en.md": StandardPage,
    "note_fr.txt": StandardPage,
    "report_en.md": WorkshopReportPage,
    "report_fr.txt": WorkshopReportPage,
    "story_fr.md": StoryPage,
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(fr) -> HomePage:
    return fr.home


@pytest.fixture
def folder(tmp_path):
    """A folder of one's own, to put documents in."""
    path = tmp_path / "in"
    path.mkdir()
    return path


def run(*paths, **options) -> dict:
    """Run the command with --json and return its object."""
    output = StringIO()
    call_command("import_documents", *map(str, paths), json=True, stdout=output, **options)
    return json.loads(output.getvalue())


def documents(figures: dict) -> list[dict]:
    return [document for file in figures["by_file"] for document in file["documents"]]


def page_of(name: str) -> Page:
    """Return the page that a document of the tests became."""
    return ImportedDocument.objects.get(source=name).page.specific


def take_in(name: str) -> Page:
    run(DOCUMENTS / name)
    return page_of(name)


def strings_in(value) -> list[str]:
    """Return every text inside the raw value of a field or of a stream."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for entry in value for text in strings_in(entry)]
    return [] if value is None or isinstance(value, bool) else [str(value)]


def strings_of(row) -> list[str]:
    """Return every text that a page or one of its child rows holds."""
    texts = []
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, StreamField):
            texts += strings_in([block["value"] for block in value.get_prep_value()])
        elif field.related_model is Organisation and value:
            texts.append(getattr(row, field.name).name)
        elif field.name != "slug":
            texts += strings_in(value)
    return texts


def words_of_page(page: Page) -> Counter:
    """Return the words that a page holds: its fields, its child rows, its streams."""
    names = [relation.get_accessor_name() for relation in get_all_child_relations(type(page))]
    rows = [row for name in names for row in getattr(page, name).all()]
    texts = [text for row in [page, *rows] for text in strings_of(row)]
    return Counter(word for text in texts for word in words_of_markup(text))


# --- Types and places -----------------------------------------------------------------------


def test_every_document_becomes_a_draft_of_its_type(home):
    figures = run(DOCUMENTS)

    assert figures["documents"] == figures["created"] == 17
    assert figures["words_missing"] == 0
    for name, model in TYPES.items():
        page = page_of(name)
        assert type(page) is model
        assert not page.live
        assert page.latest_revision_id is not None


def test_each_type_goes_where_it_lives(home):
    run(DOCUMENTS)

    assert page_of("event_fr.md").get_parent().specific_class.__name__ == "EventIndexPage"
    assert page_of("coalition_en.md").get_parent().specific_class.__name__ == "CoalitionIndexPage"
    assert page_of("note_fr.txt").get_parent().pk == home.pk
    for name in ("report_fr.txt", "exploration_fr.txt", "interview_en.md", "story_fr.md"):
        assert page_of(name).get_parent().specific_class.__name__ == "StoryIndexPage"


def test_a_page_of_articles_becomes_one_draft_each(home):
    figures = run(DOCUMENTS / "blog_fr.txt")

    assert [document["kind"] for document in documents(figures)] == [
        "coalition", "event", "event", "interview",
    ]  # fmt: skip
    pages = [Page.objects.get(pk=document["page_id"]).specific for document in documents(figures)]
    assert [page.incomplete for page in pages] == [False, True, True, True]


def test_every_word_that_is_not_furniture_is_on_the_page(home):
    for path in sorted(DOCUMENTS.iterdir()):
        descriptions = recognise(path.read_text(encoding="utf-8"), path.name)
        figures = run(path)
        for description, document in zip(descriptions, documents(figures), strict=True):
            description.furniture = []
            page = Page.objects.get(pk=document["page_id"]).specific
            lost = Counter(described_words(description)) - words_of_page(page)
            assert not lost, (path.name, lost)


# --- What each type receives ----------------------------------------------------------------


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
    assert [bool(html) for _heading, html in page.four_parts] == [True] * 4


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


# --- Again, and changed ---------------------------------------------------------------------


def test_a_second_run_makes_no_duplicate_and_says_so(home):
    first = run(DOCUMENTS)
    before = (Page.objects.count(), Revision.objects.count())
    second = run(DOCUMENTS)

    assert (second["created"], second["unchanged"]) == (0, 17)
    assert (Page.objects.count(), Revision.objects.count()) == before
    assert [document["page_id"] for document in documents(second)] == [
        document["page_id"] for document in documents(first)
    ]


def test_the_same_file_under_another_name_is_no_new_document(home, folder):
    run(DOCUMENTS / "note_fr.txt")
    shutil.copy(DOCUMENTS / "note_fr.txt", folder / "copy.txt")

    assert run(folder)["unchanged"] == 1


def test_a_draft_that_was_deleted_is_imported_again(home):
    take_in("note_fr.txt").delete()

    assert run(DOCUMENTS / "note_fr.txt")["created"] == 1


def test_a_changed_source_makes_a_new_revision_of_an_untouched_draft(home, folder):
    path = folder / "report.txt"
    shutil.copy(DOCUMENTS / "report_fr.txt", path)
    run(folder)
    path.write_text(path.read_text(encoding="utf-8").replace("Ingrid", "Solveig"), encoding="utf-8")
    figures = run(folder)
    page = page_of("report.txt")

    assert figures["updated"] == 1
    assert WorkshopReportPage.objects.count() == 1
    assert [person.name for person in page.participants.all()][-1] == "Solveig"
    assert page.participants.count() == 5
    assert page.revisions.count() == 2
    assert run(folder)["unchanged"] == 1


def test_a_changed_source_leaves_a_draft_that_was_edited(home, folder):
    path = folder / "note.txt"
    shutil.copy(DOCUMENTS / "note_fr.txt", path)
    run(folder)
    page = page_of("note.txt")
    page.title = "Un autre titre"
    page.save_revision()
    path.write_text("Comment affûter un sécateur\n\nTout autre chose.", encoding="utf-8")
    figures = run(folder)

    assert figures["kept"] == 1
    assert page.get_latest_revision_as_object().title == "Un autre titre"
    assert documents(figures)[0]["to_check"]


def test_a_dry_run_reports_and_keeps_nothing(home):
    pages = Page.objects.count()
    figures = run(DOCUMENTS, dry_run=True)

    assert figures["dry_run"] is True
    assert figures["created"] == 17
    assert Page.objects.count() == pages
    assert ImportedDocument.objects.count() == 0
    assert Organisation.objects.count() == 0


# --- Where and how --------------------------------------------------------------------------


def test_under_puts_the_pages_below_one_parent(fr):
    event = fr.events.add_child(instance=EventPage(title="La journée", locale=fr.locale))
    figures = run(DOCUMENTS / "report_fr.txt", under=str(event.pk))

    assert documents(figures)[0]["parent"] == "La journée"
    assert page_of("report_fr.txt").get_parent().pk == event.pk


def test_under_takes_an_address(fr):
    figures = run(DOCUMENTS / "event_fr.md", under=f"/fr/{fr.events.slug}/")

    assert documents(figures)[0]["parent"] == fr.events.title


def test_a_type_that_cannot_live_there_is_a_line_and_the_rest_goes_on(home):
    figures = run(DOCUMENTS / "event_fr.md", DOCUMENTS / "note_fr.txt", under=str(home.pk))
    event, note = documents(figures)

    assert (event["outcome"], note["outcome"]) == ("failed", "created")
    assert home.title in event["to_check"][-1]
    assert not EventPage.objects.exists()


def test_another_language_has_its_own_tree(en):
    run(DOCUMENTS / "story_fr.md", locale="en")
    page = page_of("story_fr.md")

    assert page.is_descendant_of(en.home)
    assert (page.locale.language_code, page.text_language) == ("en", "fr")


@pytest.mark.parametrize(
    "options", [{"locale": "es"}, {"under": "/fr/nowhere/"}, {"under": "9999"}]
)
def test_what_does_not_exist_is_refused_in_one_line(home, options):
    with pytest.raises(CommandError) as refused:
        run(DOCUMENTS / "note_fr.txt", **options)

    assert "\n" not in str(refused.value)
    assert not ImportedDocument.objects.exists()


def test_the_command_tells_what_it_did(home):
    output = StringIO()
    call_command("import_documents", str(DOCUMENTS / "report_fr.txt"), stdout=output)
    said = output.getvalue()

    assert "créé : synthèse d’atelier « Atelier 3 - Récolte - Session 2 »" in said
    assert "participants\u00a0: 5" in said
    assert "Marguerite" in said
    assert "Documents : 1, fichiers : 1. créé : 1" in said


# --- Bad files ------------------------------------------------------------------------------

BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "marks.txt": b"*** --- ***\n",
    "page.html": b"<!DOCTYPE html><html><script>words()</script><body></body></html>",
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "book.pdf": b"%PDF-1.7\nsome words",
    "archive.zip": b"PK\x03\x04words",
    "zeros.bin": b"\x00\x01\x02\x03" * 500,
    "broken16.txt": b"\xff\xfe\x00\xd8\x41",
    "large.txt": b"mot " * 500_001,
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_a_bad_file_is_one_clear_line_and_the_rest_goes_on(home, folder, name):
    (folder / name).write_bytes(BAD_FILES[name])
    shutil.copy(DOCUMENTS / "note_fr.txt", folder / "zz.txt")
    figures = run(folder)
    bad = figures["by_file"][0]

    assert bad["source"] == name
    assert bad["error"]
    assert "\n" not in bad["error"]
    assert bad["documents"] == []
    assert (figures["unreadable"], figures["created"]) == (1, 1)


def test_the_limit_is_shown_for_a_file_that_is_too_large(home, folder):
    (folder / "large.txt").write_bytes(BAD_FILES["large.txt"])

    assert str(sources.LARGEST_FILE) in run(folder)["by_file"][0]["error"]


def test_a_missing_or_unreadable_path_is_a_line(home, folder):
    figures = run(folder / "nothing.txt", DOCUMENTS / "note_fr.txt")

    assert figures["by_file"][0]["error"]
    assert figures["created"] == 1


def test_hidden_files_of_a_folder_are_passed_over_and_links_are_a_line(home, folder):
    (folder / ".hidden.txt").write_text("Secret words", encoding="utf-8")
    (folder / "link.txt").symlink_to(DOCUMENTS / "note_fr.txt")
    figures = run(folder)

    assert [file["source"] for file in figures["by_file"]] == ["link.txt"]
    assert (figures["unreadable"], figures["created"]) == (1, 0)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
def test_every_usual_encoding_gives_the_same_page(home, folder, encoding, mark):
    text = (DOCUMENTS / "report_fr.txt").read_text(encoding="utf-8")
    (folder / "report.txt").write_bytes(mark + text.encode(encoding))
    figures = run(folder)

    assert figures["words_missing"] == 0
    page = page_of("report.txt")
    assert page.title == "Atelier 3 - Récolte - Session 2"
    assert page.participants.first().name == "Hélène Saint-Aubin"


def test_a_text_of_mixed_encodings_keeps_its_accents():
    mixed = "é and ".encode() + "œ’".encode("cp1252")

    assert sources.decode(mixed) == "é and œ’"


def test_a_document_that_fails_leaves_nothing_and_stops_nothing(home, folder, monkeypatch):
    def refuse(page, description, locale):
        Organisation.objects.create(name="Left behind", slug="left", locale=locale)
        raise ValidationError("It cannot be.")

    shutil.copy(DOCUMENTS / "note_fr.txt", folder)
    monkeypatch.setattr(imports, "fill", refuse)
    figures = run(folder)

    assert documents(figures)[0]["outcome"] == "failed"
    assert documents(figures)[0]["to_check"][-1] == "It cannot be."
    assert not Organisation.objects.exists()
    assert home.get_children().filter(live=False).count() == 0


# --- The community's own documents ----------------------------------------------------------


@pytest.fixture
def community(home):
    """The figures of an import of the community's five documents."""
    if not list(SEEDS.glob("00*.txt")):
        pytest.skip(f"the community's documents are not in {SEEDS} (set SEEDS_DIR)")
    return run(SEEDS)


def test_the_community_s_documents_become_drafts_of_the_right_types(community):
    assert (community["files"], community["created"], community["words_missing"]) == (5, 8, 0)
    assert community["kinds"] == {
        "chapter": 1, "coalition": 1, "event": 2, "exploration": 1, "interview": 1, "report": 2,
    }  # fmt: skip
    chapter = ChapterPage.objects.get()
    assert chapter.chapter_kind == "conclusion"
    assert chapter.get_parent().title == "Kit AgirLocal"
    assert not chapter.get_parent().live


def test_the_community_s_events_and_interview(community):
    fifth, fourth = EventPage.objects.order_by("-number")

    assert (fifth.participant_count, fifth.participant_precision) == (28, "exact")
    assert (fourth.participant_count, fourth.participant_precision) == (30, "about")
    assert (fifth.date_as_written, fourth.date_as_written) == ("12 mai", "21 avril")
    interview = InterviewPage.objects.get()
    assert interview.coalition_number == 3
    assert interview.event == fourth
    assert interview.incomplete
    assert "proximité territoriale" in CoalitionPage.objects.get().transforming_intent


def test_the_community_s_exploration_and_reports(community):
    exploration = ExplorationPage.objects.get()
    axes = [block.value for block in exploration.body if block.block_type == "axis"]
    groups = [group for axis in axes for group in axis["groups"]]
    assert (len(axes), len(groups)) == (2, 6)
    assert [len(group["phases"]) for group in groups] == [3] * 6
    assert {group["roadmap"]["host"] for group in groups} == {"numerique-en-communs.fr"}
    assert exploration.leaders.count() == 3

    discussion, four_parts = WorkshopReportPage.objects.order_by("form")
    assert (discussion.questions.count(), discussion.facilitators.count()) == (2, 2)
    assert discussion.participants.count() == 10
    speakers = {row.name for row in discussion.key_points.all()}
    assert "Asselin" in speakers
    assert four_parts.form == "four_parts"
    assert four_parts.text_language == "fr"


def test_the_community_s_drafts_can_be_published_as_they_are(community, client):
    for page in Page.objects.filter(live=False, depth__gt=1).order_by("path").specific():
        page.full_clean()
        page.get_latest_revision().publish()
    for document in documents(community):
        assert client.get(Page.objects.get(pk=document["page_id"]).get_url()).status_code == 200
