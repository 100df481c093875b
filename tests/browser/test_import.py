"""An editor brings documents in: upload, report, correction, confirmation, publication."""

import io
import re
from urllib.parse import urljoin

import pytest
from PIL import Image

from tests.browser.editing import live_path, publish
from tests.browser.hands import leave
from tests.browser.screens import found_in

TITLE = "Comment ranger la remise du lavoir"
NOTE = f"""# {TITLE}

On sort tout dans la cour un samedi matin, puis on range par geste et non par taille.

![La remise, porte ouverte](remise.jpg)

- les outils de coupe près de la porte
- les arrosoirs vides, tête en bas

À lire avant : [le lavoir](lavoir.md).
"""
OTHER = "# Le lavoir en hiver\n\nOn vide le bassin avant le gel, et on note la date.\n"
REPORT = """# Atelier 7 - Haies - Session 1

## Question
Comment tailler sans blesser ?

## Synthèse
On taille en hiver, avec Aziliz Kerdudo.

## Participants
- Aziliz Kerdudo (Le lavoir)

## Points de vigilance
- les nids
"""

pytestmark = pytest.mark.browser


def write(folder, name: str, text: str):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def picture(folder):
    output = io.BytesIO()
    Image.new("RGB", (640, 480), (13, 92, 70)).save(output, "JPEG")
    path = folder / "remise.jpg"
    path.write_bytes(output.getvalue())
    return path


def open_import(page) -> None:
    link = page.get_by_role("link", name="Importer", exact=True)
    label = link.locator(".menuitem-label")
    assert label.evaluate("it => it.scrollWidth <= it.clientWidth"), "the menu cuts its label"
    leave(link)


def test_an_editor_uploads_corrects_confirms_and_publishes(site, admin, tmp_path):
    page = admin
    files = [
        write(tmp_path, "remise.md", NOTE),
        write(tmp_path, "lavoir.md", OTHER),
        write(tmp_path, "vide.md", ""),
        picture(tmp_path),
    ]
    open_import(page)
    page.set_input_files("input[type=file]", files)
    found = found_in(page)
    leave(page.get_by_role("button", name="Lire les documents"))

    page.wait_for_url(re.compile(r"/import/\d+/$"))
    found += found_in(page)
    leave(page.get_by_role("link", name=TITLE))
    page.wait_for_selector("[name=kind]")
    found += found_in(page)
    page.select_option("[name=kind]", "story")
    leave(page.get_by_role("button", name="Enregistrer la correction"))

    leave(page.get_by_role("button", name="Créer les brouillons"))
    link = page.get_by_role("link", name=f"Ouvrir « {TITLE} »")
    link.wait_for()
    found += found_in(page)
    leave(link)

    page.wait_for_url("**/edit/")
    publish(page)
    answer = page.goto(urljoin(site.url, live_path(page)))

    assert answer.status == 200
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert page.get_by_role("img", name="La remise, porte ouverte").is_visible()
    assert page.get_by_text("lavoir.md").count() == 0
    assert not found, "\n".join(found)


def test_a_consent_is_recorded_and_withdrawn_in_two_clicks_each(site, admin, tmp_path):
    page = admin
    open_import(page)
    page.set_input_files("input[type=file]", [write(tmp_path, "haies.md", REPORT)])
    leave(page.get_by_role("button", name="Lire les documents"))
    leave(page.get_by_role("button", name="Créer les brouillons"))
    leave(page.get_by_role("link", name="Ouvrir « Atelier 7 - Haies - Session 1 »"))
    page.wait_for_url("**/edit/")
    publish(page)
    address = urljoin(site.url, live_path(page))

    for button, shown in (("Accord donné", True), ("Refusé ou retiré", False)):
        leave(page.get_by_role("link", name="Personnes nommées").first)
        line = page.get_by_role("row").filter(has_text="Aziliz Kerdudo")
        leave(line.get_by_role("button", name=button))
        page.locator(".messages .success").wait_for()
        found = found_in(page)
        reader = page.context.browser.new_page()
        reader.goto(address)
        assert ("Aziliz Kerdudo" in reader.content()) is shown
        assert ("A. K." in reader.content()) is not shown
        reader.close()
        assert not found, "\n".join(found)
