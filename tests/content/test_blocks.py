"""The blocks: what each holds, which of its words are translated, what it refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.loader import get_template
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.documents.models import Document
from wagtail.images.blocks import ImageBlock

from content.blocks import BodyBlock
from content.blocks.files import DownloadBlock, FileBlock
from content.blocks.notes import CallToActionBlock
from content.blocks.plain import CharBlock, CodeBlock, TextBlock
from content.blocks.tables import CellsBlock
from content.fields import StreamField
from content.models import Attachment
from content.sections import sections_of
from content.text import text_of_stream
from home.models import StandardPage

BLOCKS = BodyBlock().child_blocks
WORDS = (CharBlock, TextBlock, RichTextBlock, CellsBlock, ImageBlock)
# The same in every language: choices, dates, numbers, addresses, files and pages.
THE_SAME_EVERYWHERE = {
    "axis.groups.roadmap.document",
    "axis.groups.roadmap.file_name",
    "axis.groups.roadmap.host",
    "axis.groups.roadmap.language",
    "axis.groups.roadmap.pages",
    "axis.groups.roadmap.size_bytes",
    "axis.groups.roadmap.url",
    "call_to_action.deadline",
    "call_to_action.page",
    "call_to_action.url",
    "download.document",
    "download.file_name",
    "download.host",
    "download.language",
    "download.pages",
    "download.size_bytes",
    "download.url",
    "example.story",
    "heading.level",
    "key_figures.as_of",
    "key_figures.kind",
    "key_figures.source_url",
}


def leaves(block, path=""):
    """Yield the path and the block of each value that a body holds."""
    if isinstance(block, ListBlock):
        yield from leaves(block.child_block, path)
    elif isinstance(block, StructBlock | StreamBlock) and not isinstance(block, ImageBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, f"{path}.{name}".lstrip("."))
    else:
        yield path, block


def test_every_value_of_a_block_is_translated_or_the_same_in_every_language():
    same = {
        path
        for path, block in leaves(BodyBlock())
        if isinstance(block, CodeBlock) or not isinstance(block, WORDS)
    }
    assert same == THE_SAME_EVERYWHERE


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_sample_a_template_an_icon_and_a_description(name):
    block = BLOCKS[name]
    assert block.get_preview_value()
    assert get_template(block.meta.template)
    assert block.get_description()
    assert block.meta.icon != "placeholder"


@pytest.mark.parametrize("name", [name for name in BLOCKS if name != "figure"])
def test_the_sample_of_a_block_passes_its_own_validation(name):
    block = BLOCKS[name]
    stored = block.get_prep_value(block.get_preview_value())
    assert block.clean(block.to_python(stored)) is not None


@pytest.mark.parametrize("name", [name for name in BLOCKS if name != "figure"])
def test_what_a_block_leaves_out_is_never_searched_as_a_word(name):
    value = BodyBlock().to_python([{"type": name, "value": _with_nulls(BLOCKS[name])}])
    assert "None" not in text_of_stream(value)


def test_a_setting_of_a_block_is_no_word_of_the_page():
    heading = {"type": "heading", "value": {"text": "Compter d'abord", "level": "h2"}}
    assert text_of_stream(BodyBlock().to_python([heading])) == "Compter d'abord"


def _with_nulls(block):
    """Return the sample of a block as JSON in which every empty value is null."""

    def nulls(value):
        if isinstance(value, dict):
            return {key: nulls(one) for key, one in value.items()}
        if isinstance(value, list):
            return [nulls(one) for one in value]
        return value or None

    return nulls(block.get_prep_value(block.get_preview_value()))


def test_a_stream_field_keeps_its_blocks_in_memory():
    field = StandardPage._meta.get_field("body")
    assert isinstance(field, StreamField)
    assert set(field.stream_block.child_blocks) == set(BLOCKS)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"title": "Écrire", "link_text": "Nous écrire"}, "url"),
        ({"title": "Écrire", "url": "https://example.org"}, "link_text"),
    ],
)
def test_a_call_to_action_has_both_words_and_an_address_or_none(value, field):
    block = CallToActionBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(value))
    assert set(refused.value.block_errors) == {field}
    assert block.clean(block.to_python({"title": "Écrire"}))["title"] == "Écrire"


def test_a_download_that_leads_nowhere_and_names_nothing_is_refused():
    block = DownloadBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"label": "La grille"}))
    assert set(refused.value.block_errors) == {"document"}
    assert block.clean(block.to_python({"file_name": "grille.ods"}))


@pytest.mark.parametrize("make", [lambda **known: FileBlock().to_python(known), Attachment])
def test_a_file_known_by_name_and_host_has_no_address(make):
    file = make(file_name="pieces.PDF", host="example.org")
    assert (file.href, file.title, file.format, file.place) == (
        "",
        "pieces.PDF",
        "PDF",
        "example.org",
    )
    assert file.bytes is None


@pytest.mark.parametrize("make", [lambda **known: FileBlock().to_python(known), Attachment])
def test_a_file_elsewhere_is_named_after_its_address(make):
    file = make(url="https://files.example.org/a/guide.epub")
    assert file.href == "https://files.example.org/a/guide.epub"
    assert (file.title, file.format, file.place) == ("guide.epub", "EPUB", "files.example.org")


@pytest.mark.django_db
def test_a_file_held_here_gives_its_own_size_and_format():
    file = ContentFile(b"%PDF-1.4", "guide.pdf")
    document = Document.objects.create(title="Guide", file=file, file_size=8)
    for file in (
        FileBlock().to_python({"document": document.pk}),
        Attachment(document=document, host="example.org"),
    ):
        assert (file.title, file.format, file.place, file.bytes) == ("Guide", "PDF", "", 8)
        assert file.href == document.url


def test_the_sections_of_a_body_are_its_headings_and_its_axes():
    body = BodyBlock().to_python(
        [
            {"type": "heading", "value": {"text": "Compter", "level": "h2"}, "id": "one"},
            {"type": "heading", "value": {"text": "Trier", "level": "h3"}, "id": "two"},
            {"type": "axis", "value": {"title": "Réparer", "groups": []}, "id": "three"},
        ]
    )
    assert [(section.title, section.anchor) for section in sections_of(body)] == [
        ("Compter", "b-one"),
        ("Réparer", "b-three"),
    ]
    assert len(sections_of(body, levels=("h2", "h3"))) == 3
    assert sections_of(None) == []
