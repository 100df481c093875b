"""The import: files in, drafts of the right types in the right places, a report out."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from coalitions.models import EventPage
from operations.imported import ImportedDocument
from operations.recogniser import recognise
from operations.recogniser.words import described_words
from tests.operations.importing import DOCUMENTS, TYPES, documents, page_of, run, words_of_page

pytestmark = pytest.mark.django_db


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


def test_rows_are_numbered_in_the_order_of_the_document(home):
    run(DOCUMENTS / "report_fr.txt")

    page = page_of("report_fr.txt")
    numbers = [row.sort_order for row in page.points.all()]
    assert len(numbers) > 1
    assert numbers == list(range(len(numbers)))


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
