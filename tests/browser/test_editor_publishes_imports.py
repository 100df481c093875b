"""Documents come in by the command, an editor publishes each draft, and visitors read them."""

import json
import re
from pathlib import Path

import pytest

from tests.browser.editing import live_path, messages_in, publish
from tests.operations.reading import DOCUMENTS, seeds

pytestmark = pytest.mark.browser

KINDS_OF_SEEDS = {
    "000": ["chapter"],
    "001": ["coalition", "event", "event", "interview"],
    "002": ["exploration"],
    "003": ["report"],
    "004": ["report"],
}


def imported(site, folder: Path) -> list[dict]:
    """Import a folder into the French tree; return the report of each document."""
    report = json.loads(site.manage("import_documents", str(folder), "--json"))
    assert report["words_missing"] == 0
    return [document for file in report["by_file"] for document in file["documents"]]


def published_path(site, admin, page_id: int) -> str:
    """Publish a draft, and the kit above it if that is a draft too; return its public path."""
    admin.goto(f"{site.url}/admin/pages/{page_id}/edit/")
    publish(admin)
    above = re.fullmatch(r".*/admin/pages/(\d+)/", admin.url)
    assert above, f"page {page_id} was refused: {messages_in(admin)}"
    path = live_path(admin)
    if site.get(path).status == 404:
        admin.goto(f"{site.url}/admin/pages/{above[1]}/edit/")
        publish(admin)
    return path


def squeezed(text: str) -> str:
    """Return `text` without spaces and with plain quotes: typography is done on output."""
    return re.sub(r"\s", "", text).replace("’", "'").casefold()


def read_by_a_visitor(site, admin, open_page, documents: list[dict]) -> list[str]:
    """Publish each document; return a line for each that a visitor does not read."""
    reader, unread = open_page(), []
    for document in documents:
        path = published_path(site, admin, document["page_id"])
        answer = reader.goto(site.url + path)
        text = reader.locator("main").inner_text()
        if answer.status != 200:
            unread.append(f"{path} answers {answer.status}")
        elif squeezed(document["title"]) not in squeezed(text):
            unread.append(f"{path} does not show its title")
        elif len(text.split()) < document["words_in_body"]:
            unread.append(f"{path} shows fewer words than its body has")
    return unread


def test_an_editor_publishes_every_kind_of_document(site, admin, open_page):
    documents = imported(site, DOCUMENTS)

    assert {document["outcome"] for document in documents} == {"created"}
    assert not read_by_a_visitor(site, admin, open_page, documents)


def test_an_editor_publishes_the_documents_of_the_community(site, admin, open_page):
    documents = imported(site, seeds()[0].parent)
    kinds = {}
    for document in documents:
        kinds.setdefault(document["source"][:3], []).append(document["kind"])

    assert {number: sorted(found) for number, found in kinds.items()} == KINDS_OF_SEEDS
    assert not read_by_a_visitor(site, admin, open_page, documents)
