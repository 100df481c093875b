"""An editor brings documents in: upload, report, correction, confirmation, publication."""

import re
from urllib.parse import urljoin

import pytest

from tests.browser.axe import violations
from tests.browser.editing import live_path, publish

TITLE = "Comment ranger la remise du lavoir"
NOTE = f"""# {TITLE}

On sort tout dans la cour un samedi matin, puis on range par geste et non par taille.

- les outils de coupe près de la porte
- les arrosoirs vides, tête en bas
"""

pytestmark = pytest.mark.browser


def test_an_editor_uploads_corrects_confirms_and_publishes(site, admin, tmp_path):
    page, note = admin, tmp_path / "remise.md"
    note.write_text(NOTE, encoding="utf-8")
    page.get_by_role("link", name="Importer des documents").click()
    page.set_input_files("input[type=file]", [note])
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
    publish(page)
    answer = page.goto(urljoin(site.url, live_path(page)))

    assert answer.status == 200
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert not found, "\n".join(found)
