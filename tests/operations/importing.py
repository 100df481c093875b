"""Running the import in a test, and what a page then holds."""

import json
from collections import Counter
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from coalitions.models import CoalitionPage, EventPage
from content.models import Organisation
from home.models import StandardPage
from kit.models import ChapterPage
from operations.imported import ImportedDocument
from operations.recogniser.words import words_of_markup
from stories.models import ExplorationPage, InterviewPage, StoryPage, WorkshopReportPage

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
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
