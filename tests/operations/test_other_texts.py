"""Texts that are none of the community's forms: guides, minutes, articles, letters, lists."""

from pathlib import Path

import pytest

from operations.recogniser import missing_words, recognise

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
