"""Texts that are none of the community's forms: guides, minutes, articles, letters, lists."""

from pathlib import Path

import pytest

from operations.recogniser import missing_words, recognise
from tests.operations.importing import page_of, run

TEXTS = sorted((Path(__file__).parent / "texts").iterdir())


def test_there_are_enough_of_them():
    assert len(TEXTS) == 40


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_another_text_is_a_plain_page_with_its_title_and_all_its_words(path):
    text = path.read_text(encoding="utf-8")
    descriptions = recognise(text, path.name)
    (description,) = descriptions
    lines = [line for line in text.splitlines() if line.strip("- ")]

    assert description.kind == "page"
    assert description.title == lines[0].removeprefix("# ").removeprefix("title: ")
    assert description.body
    assert not description.incomplete
    assert missing_words(text, descriptions) == []
    assert description.content_language in ("fr", "en", "")


@pytest.mark.django_db
def test_each_of_them_becomes_a_draft_that_can_be_published(fr, client):
    figures = run(TEXTS[0].parent)

    assert figures["created"] == figures["documents"] == len(TEXTS)
    assert figures["kinds"] == {"page": len(TEXTS)}
    assert figures["words_missing"] == 0
    for path in TEXTS:
        page = page_of(path.name)
        page.full_clean()
        page.get_latest_revision().publish()
        assert client.get(page.get_url()).status_code == 200
