"""An editor brings documents in: upload, report, correction, confirmation, publication."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.browser.axe import violations

DOCUMENTS = Path(__file__).resolve().parents[1] / "operations" / "documents"
TITLE = "Comment affûter un sécateur"
REMOVE = f"from wagtail.models import Page; Page.objects.get(title={TITLE!r}).delete()"

pytestmark = pytest.mark.browser


@pytest.fixture
def admin_page(site, open_page):
    """Return a tab in which an editor is signed in; what the test published goes afterwards."""
    page = open_page()
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", "editor@example.org")
    page.fill("[name=password]", "a long password")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    site.manage("shell", "-c", REMOVE)


def test_an_editor_uploads_corrects_confirms_and_publishes(site, admin_page):
    page = admin_page
    page.get_by_role("link", name="Importer des documents").click()
    files = [DOCUMENTS / "note_fr.txt"]
    page.set_input_files("input[type=file]", files)
    found = violations(page)
    page.get_by_role("button", name="Lire les documents").click()

    page.wait_for_url(re.compile(r"/import/\d+/$"))
    found += violations(page)
    page.get_by_role("link", name=TITLE).click()
    page.wait_for_selector("[name=kind]")
    found += violations(page)
    page.select_option("[name=kind]", "story")
    page.get_by_role("button", name="Enregistrer la correction").click()

    page.get_by_role("button", name="Créer les brouillons").click()
    link = page.get_by_role("link", name=f"Ouvrir « {TITLE} »")
    link.wait_for()
    found += violations(page)
    link.click()

    page.wait_for_url("**/edit/")
    publish = page.locator("button[name=action-publish]")
    publish.wait_for(state="attached")
    publish.evaluate("button => button.click()")
    page.wait_for_selector(".messages .success")
    public = page.locator(".messages").get_by_role("link", name="Visualiser").get_attribute("href")
    answer = page.goto(urljoin(site.url, public))

    assert answer.status == 200
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert not found, "\n".join(found)
