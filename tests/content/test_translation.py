"""A page through wagtail-localize: every word is offered, put back in its place, published."""

import pytest
from django.test import Client
from django.utils.text import slugify

from content.blocks import BodyBlock
from content.blocks.tables import CellsBlock
from content.models import Licence, Theme
from content.samples import sample_body
from kit.models import ChapterPage
from stories.models import WorkshopReportPage
from tests import factories, translating

# Kept as they are in every language, in a body.
CODES = {"example.org", "grille-de-releve.ods", "pieces-feuille-de-route.pdf"}


def upper(text: str) -> str:
    """Return `text` with its words in capitals, its tags as they were."""
    parts = text.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "".join(part if part.startswith("<") else part.upper() for part in parts)


def words_of(value) -> list[str]:
    """Return every string of a stream's raw value."""
    if isinstance(value, dict):
        skipped = {"type", "id", "level", "kind", "language", "url", "table_header_choice"}
        return [word for key, one in value.items() if key not in skipped for word in words_of(one)]
    if isinstance(value, list):
        return [word for one in value for word in words_of(one)]
    return [value] if isinstance(value, str) and value else []


@pytest.fixture
def chapter(fr):
    """Return a published chapter with every block there is."""
    figure = {"image": factories.picture(), "caption": "Sous le préau", "credit": "Dessin"}
    figure["image"].contextual_alt_text = "Trois tables"
    figure["image"].decorative = False
    page = factories.sample(ChapterPage, fr.locale)
    page.body = [*sample_body(), ("figure", figure)]
    assert {block.block_type for block in page.body} == set(BodyBlock().child_blocks)
    return factories.publish(factories.add(factories.kit_in(fr), page))


@pytest.fixture
def translation(chapter, en, admin_client):
    """Return the translation of the chapter into English, submitted and not yet written."""
    translating.submit(admin_client, chapter.kit, en.locale)
    return translating.submit(admin_client, chapter, en.locale)


def test_a_submitted_translation_stays_a_draft(translation, chapter, en):
    target = translation.get_target_instance()
    assert not target.live
    assert target.locale == en.locale
    assert Client().get(target.get_url()).status_code == 404
    chapter.refresh_from_db()
    assert chapter.live


def test_a_chapter_with_every_block_is_translated_into_its_own_language(
    translation, chapter, admin_client
):
    offered = translating.write(admin_client, translation, upper)
    translating.publish(admin_client, translating.translation_of_parent(translation))
    target = translating.publish(admin_client, translation)

    assert target.live
    assert target.title == chapter.title.upper()
    assert target.summary == chapter.summary.upper()
    assert (chapter.text_language, target.text_language) == ("fr", "en")
    assert (chapter.content_language, target.content_language) == ("fr", "fr")
    before, after = list(chapter.body.raw_data), list(target.body.raw_data)
    assert [block["type"] for block in after] == [block["type"] for block in before]
    expected = [word if word in CODES else upper(word) for word in words_of(before)]
    assert sorted(words_of(after)) == sorted(expected)
    assert not CODES & {segment.string.data for segment in offered}
    assert [file.label for file in target.attachments.all()] == ["LE CARNET DE RELEVÉS", ""]
    assert [file.url for file in target.attachments.all()] == [
        file.url for file in chapter.attachments.all()
    ]
    assert [credit.name for credit in target.page_credits.all()] == [
        credit.name for credit in chapter.page_credits.all()
    ]


def test_publishing_the_source_again_leaves_the_translation_its_language(
    translation, chapter, admin_client
):
    target = translating.publish(admin_client, translation)
    chapter.summary = "Un autre résumé."
    factories.publish(chapter)
    translation.source.update_from_db()
    translation.save_target(publish=True)
    target.refresh_from_db()
    assert target.text_language == "en"


def test_the_rows_of_a_report_are_translated_and_its_people_are_not(fr, en, admin_client):
    report = factories.published(fr.stories, WorkshopReportPage)
    translation = translating.submit(admin_client, report, en.locale)
    translating.write(admin_client, translation, upper)
    target = translating.publish(admin_client, translation)
    for name in ("questions", "points", "key_points"):
        source_rows, target_rows = getattr(report, name).all(), getattr(target, name).all()
        assert [row.text.upper() for row in source_rows] == [row.text for row in target_rows]
    assert [row.kind for row in target.points.all()] == ["finding", "lead", "attention"]
    assert [row.name for row in target.key_points.all()] == ["Inès Morvan", ""]
    assert [row.name for row in target.participants.all()] == ["Maud Saliou", "Ilyès Haddad"]


def test_a_term_of_a_vocabulary_is_shown_in_the_language_of_the_version(fr, en, admin_client):
    theme = factories.term(Theme, "Réparer", fr.locale)
    licence = factories.term(Licence, "Licence ouverte", fr.locale, code="etalab-2.0")
    for term, name in ((theme, "Repair"), (licence, "Open licence")):
        english = term.copy_for_translation(en.locale)
        english.name, english.slug, english.live = name, slugify(name), True
        english.save()
    story = factories.sample(WorkshopReportPage, fr.locale)
    story.page_themes = [WorkshopReportPage.page_themes.rel.related_model(theme=theme)]
    story.licence = licence
    story = factories.publish(factories.add(fr.stories, story))
    translation = translating.submit(admin_client, story, en.locale)
    target = translating.publish(admin_client, translation)
    assert [one.name for one in target.themes] == ["Repair"]
    assert [one.name for one in target.subjects] == ["Repair"]
    assert target.terms_of_reuse.name == "Open licence"
    assert story.terms_of_reuse.name == "Licence ouverte"


def test_the_cells_of_a_table_are_offered_and_come_back_to_their_places():
    block = CellsBlock()
    value = {"data": [["Objet", ""], [None, "Vélo"]], "first_row_is_table_header": True}
    found = block.get_translatable_segments(value)
    assert [(segment.path, segment.string.data) for segment in found] == [
        ("0.0", "Objet"),
        ("1.1", "Vélo"),
    ]
    for segment, word in zip(found, ("Thing", "Bike"), strict=True):
        segment.string.data = word
    restored = block.restore_translated_segments(value, found)
    assert restored["data"] == [["Thing", ""], [None, "Bike"]]
    assert restored["first_row_is_table_header"] is True


def test_an_empty_table_offers_nothing():
    assert CellsBlock().get_translatable_segments(None) == []
    assert CellsBlock().get_translatable_segments({"data": []}) == []
