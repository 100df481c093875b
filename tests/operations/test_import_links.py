"""Links between imported documents become links between their pages."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ReferenceIndex

from operations import links
from operations.batches import ImportBatch, ImportItem
from operations.imported import ImportedDocument
from stories.models import StoryPage
from tests.operations.importing import page_of, run

pytestmark = pytest.mark.django_db

TARGET = "# The mill\n\nIt grinds the wheat of three villages.\n"


@pytest.fixture
def folder(tmp_path, fr):
    path = tmp_path / "in"
    path.mkdir()
    return path


def write(folder, **texts: str) -> None:
    """Write files; "__" in a name stands for a full stop, "___" for a slash."""
    for name, text in texts.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def text_of(page) -> str:
    """Return the raw text of a page, the same as that of its revision."""
    raw = json.dumps(list(page.body.raw_data), ensure_ascii=False)
    stored = json.loads(page.latest_revision.content["body"])
    assert json.loads(raw) == stored
    return "".join(block["value"] for block in stored if block["type"] == "text")


def links_to_check(figures: dict) -> list[str]:
    documents = [one for file in figures["by_file"] for one in file["documents"]]
    lines = [line for one in documents for line in one["to_check"]]
    return [line for line in lines if "n’a pas été importé" in line]


def test_links_become_page_links_whatever_the_order(folder):
    text = "# {0}\n\nRead [the other one]({1}) before.\n"
    write(folder, a__md=text.format("First", "b.md"), b__md=text.format("Second", "a.md"))
    figures = run(folder)
    first, second = page_of("a.md"), page_of("b.md")

    assert f'<a linktype="page" id="{second.pk}">the other one</a>' in text_of(first)
    assert f'<a linktype="page" id="{first.pk}">the other one</a>' in text_of(second)
    assert links_to_check(figures) == []
    assert figures["words_missing"] == 0


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("mill.md", "mill.md"),
        ("mill", "mill.md"),
        ("./mill.md#wheel", "mill.md"),
        ("mill.html", "mill.md"),
        ("le%20moulin%20%C3%A0%20eau.md", "le moulin à eau.md"),
        ("le%20moulin%20a%CC%80%20eau", "le moulin à eau.md"),
        ("places/mill.md", "places/mill.md"),
        ("places/", "places/index.md"),
    ],
)
def test_a_link_is_found_by_the_name_of_its_file(folder, address, source):
    path = folder / source
    path.parent.mkdir(exist_ok=True)
    path.write_text(TARGET, encoding="utf-8")
    write(folder, note__md=f"# Note\n\nSee [the mill]({address}) first.\n")
    figures = run(folder)

    assert f'id="{page_of(source).pk}"' in text_of(page_of("note.md"))
    assert links_to_check(figures) == []


def test_a_link_is_read_from_the_folder_of_its_document(folder):
    write(
        folder,
        mill__md=TARGET.replace("mill", "town mill"),
        places___mill__md=TARGET,
        places___note__md="# Note\n\nSee [one](mill.md) and [two](../mill.md).\n",
    )
    run(folder)
    text = text_of(page_of("places/note.md"))

    assert f'id="{page_of("places/mill.md").pk}">one' in text
    assert f'id="{page_of("mill.md").pk}">two' in text


@pytest.mark.parametrize("key", ["url", "source", "permalink"])
@pytest.mark.parametrize(
    ("published", "address"),
    [
        ("https://old.example/stories/mill/", "https://www.old.example/stories/mill"),
        ("https://old.example/stories/mill/", "http://old.example/stories/mill/#wheel"),
        ("https://old.example/stories/mill/", "/stories/mill/"),
        ("https://old.example/stories/mill.html", "mill.html"),
    ],
)
def test_a_link_is_found_by_the_address_of_the_old_site(folder, key, published, address):
    write(
        folder,
        zz__md=f"---\ntitle: Mill\n{key}: {published}\n---\nIt grinds wheat.\n",
        note__md=f"---\nurl: https://old.example/stories/note\n---\n# N\n\nSee [it]({address}).\n",
    )
    run(folder)

    assert f'id="{page_of("zz.md").pk}">it' in text_of(page_of("note.md"))


def test_an_address_without_a_host_is_found_by_it(folder):
    write(
        folder,
        zz__md="---\ntitle: Mill\npermalink: /stories/mill/\n---\nIt grinds wheat.\n",
        note__md="# Note\n\nSee [it](/stories/mill) and [other](https://a.example/stories/mill).\n",
    )
    run(folder)
    text = text_of(page_of("note.md"))

    assert f'id="{page_of("zz.md").pk}">it' in text
    assert '<a href="https://a.example/stories/mill">other</a>' in text


def test_a_web_page_is_found_by_its_canonical_address(folder):
    html = (
        '<!DOCTYPE html><html><head><link rel="canonical" href="https://old.example/m/">'
        "<title>Mill</title></head><body><p>It grinds <a href='note.html'>wheat</a>.</p></body>"
    )
    write(
        folder,
        page__html=html,
        note__html="<html><h1>N</h1><p><a href='https://old.example/m'>i</a>",
    )
    run(folder)

    assert f'id="{page_of("page.html").pk}">i' in text_of(page_of("note.html"))
    assert f'id="{page_of("note.html").pk}">wheat' in text_of(page_of("page.html"))


def test_a_link_to_what_was_not_imported_stays_and_is_a_line(folder, client):
    write(folder, note__md="# Note\n\nSee [the mill](mill.md) and [home](/old/home).\n")
    figures = run(folder)
    page = page_of("note.md")

    assert 'href="mill.md">the mill</a>' in text_of(page)
    assert [line.rsplit(" ", 1)[-1] for line in links_to_check(figures)] == ["mill.md", "/old/home"]
    page.get_latest_revision().publish()
    shown = client.get(page.get_url()).content.decode()
    assert "the mill" in shown
    assert "mill.md" not in shown
    assert "/old/home" not in shown


def test_the_editor_sees_a_link_that_waits_as_a_link(folder, editor_client):
    write(folder, note__md="# Note\n\nSee [the mill](mill.md).\n")
    run(folder)
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page_of("note.md").pk]))

    assert "mill.md" in form.content.decode()


def test_a_second_run_links_documents_that_came_before(folder):
    write(folder, note__md="# Note\n\nSee [the mill](mill.md).\n")
    assert len(links_to_check(run(folder))) == 1
    write(folder, mill__md=TARGET)
    figures = run(folder)
    page = page_of("note.md")

    assert (figures["unchanged"], figures["created"]) == (1, 1)
    assert links_to_check(figures) == []
    assert f'id="{page_of("mill.md").pk}"' in text_of(page)
    assert page.revisions.count() == 1


def test_a_new_document_links_to_one_imported_earlier(folder):
    write(folder, mill__md=TARGET)
    run(folder)
    write(folder, note__md="# Note\n\nSee [the mill](mill.md).\n")
    run(folder / "note.md")

    assert f'id="{page_of("mill.md").pk}"' in text_of(page_of("note.md"))


def test_a_draft_that_was_edited_keeps_its_links_as_they_are(folder):
    write(folder, note__md="# Note\n\nSee [the mill](mill.md).\n")
    run(folder)
    page = page_of("note.md")
    page.title = "My note"
    page.save_revision()
    write(folder, mill__md=TARGET)
    run(folder)

    page = page_of("note.md")
    assert 'href="mill.md"' in json.dumps(list(page.body.raw_data)).replace("\\", "")


def test_links_in_fields_are_page_links_too(folder):
    story = (
        "---\ntype: story\n---\n# A story\n\nWhere: Laval\n\n## What was done\n\nSee [it](mill.md)."
        "\n\n## Results\n\n- one [more](mill)\n\n## Our advice\n\nNone.\n"
    )
    write(folder, mill__md=TARGET, story__md=story)
    figures = run(folder)
    page = StoryPage.objects.get()

    assert f'id="{page_of("mill.md").pk}">it' in page.done
    assert f'id="{page_of("mill.md").pk}">more' in page.results
    assert page.latest_revision.content["done"] == page.done
    assert figures["words_missing"] == 0


def test_an_editor_sees_from_the_target_which_pages_lead_to_it(folder):
    write(folder, mill__md=TARGET, note__md="# Note\n\nSee [the mill](mill.md).\n")
    run(folder)

    assert ReferenceIndex.get_references_to(page_of("mill.md")).count() == 1


def test_a_file_of_several_documents_is_linked_by_anchor_or_not_at_all(folder):
    blog = "# One day\n\nWords here.\n\nRead more\n\n# Two days\n\nOther words.\n\nRead more\n"
    note = "# Note\n\nSee [two](blog.md#two-days) and [all](blog.md).\n"
    write(folder, blog__md=blog, note__md=note)
    figures = run(folder)
    two = ImportedDocument.objects.get(key="two day")
    text = text_of(page_of("note.md"))

    assert f'id="{two.page_id}">two' in text
    assert 'href="blog.md">all' in text
    assert len(links_to_check(figures)) == 1


def test_a_dry_run_tells_which_links_would_be_left(folder):
    text = "# Note\n\nSee [one](mill.md) and [two](absent.md).\n"
    write(folder, note__md=text, mill__md=TARGET)

    assert [line.rsplit(" ", 1)[-1] for line in links_to_check(run(folder, dry_run=True))] == [
        "absent.md"
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "../../etc/passwd.md", "//a.example/x"])
def test_an_address_made_to_do_harm_leads_nowhere(folder, address):
    write(folder, note__md=f"# Note\n\nSee [the mill]({address}).\n")
    run(folder)
    page = page_of("note.md")
    page.get_latest_revision().publish()

    assert "javascript" not in text_of(page)
    assert "//a.example" not in text_of(page)


def test_links_are_found_in_a_few_queries(folder, django_assert_max_num_queries):
    texts = {
        f"d{number}__md": f"# Day {number}\n\nSee [next](d{(number + 1) % 30}.md), [x](no.md).\n"
        for number in range(30)
    }
    write(folder, **texts)
    run(folder)
    ids = list(ImportedDocument.objects.values_list("page_id", flat=True))

    assert ImportedDocument.objects.exclude(links=["no.md"]).count() == 0
    with django_assert_max_num_queries(6):
        links.tie(ids)


def test_documents_of_an_upload_are_linked(editor_client, fr):
    files = {"a.md": "# First\n\nRead [it](b.md) and [no](c.md).\n", "b.md": TARGET}
    sent = [SimpleUploadedFile(name, text.encode()) for name, text in files.items()]
    address = reverse("operations_import")
    editor_client.post(address, {"files": sent, "locale": fr.locale.pk})
    batch = ImportBatch.objects.get()
    items = list(ImportItem.objects.values_list("pk", flat=True))
    editor_client.post(
        reverse("operations_import_batch", args=[batch.pk]), {"shown": items, "item": items}
    )

    assert f'id="{page_of("b.md").pk}">it' in text_of(page_of("a.md"))
    item = ImportItem.objects.get(file__name="a.md")
    assert sum("c.md" in line for line in item.report["to_check"]) == 1
