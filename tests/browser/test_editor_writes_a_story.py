"""An editor writes in the real admin: fields, themes, preview, schedule, refusals."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.editing import live_path, messages_in, publish

pytestmark = pytest.mark.browser

SENTENCE = "Nous avons planté un figuier."


@pytest.fixture
def form(site, admin):
    """The form of a new story in the French tree."""
    admin.goto(f"{site.url}/admin/pages/add/stories/storypage/{site.ids['storyindexpage-full']}/")
    return admin


def write(form, title: str) -> None:
    # Typed key by key: the address is made of the title while one types.
    form.locator("[name=title]").press_sequentially(title)
    form.fill("textarea[name=summary]", "Une parcelle, vingt voisins.")
    form.locator("[data-contentpath=done] [role=textbox]").click()
    form.keyboard.type(SENTENCE)


def choose_theme(form, name: str) -> None:
    form.locator("[role=tab]", has_text="Sujets").click()
    form.locator("#id_page_themes-ADD").click()
    form.locator("#id_page_themes-0-theme-chooser button:visible").first.click()
    form.locator(".modal-body a", has_text=name).first.click()
    form.locator("#id_page_themes-0-theme-chooser", has_text=name).wait_for()


def test_a_story_is_written_previewed_and_published(site, form, open_page):
    write(form, "Le jardin des retours")
    choose_theme(form, "Réemploi")
    form.locator(".w-side-panel-toggle").nth(1).click()
    preview = form.frame_locator("#w-preview-iframe")
    preview.locator("h1", has_text="Le jardin des retours").wait_for()

    assert SENTENCE in preview.locator("article").inner_text()
    assert "Réemploi" in preview.locator("body").inner_text()

    publish(form)
    reader = open_page()
    answer = reader.goto(site.url + live_path(form))

    assert answer.status == 200
    assert SENTENCE in reader.locator("main").inner_text()
    reader.goto(site.address("theme"))
    assert "Le jardin des retours" in reader.locator("main").inner_text()


def test_a_scheduled_story_waits(site, form):
    write(form, "Le verger de demain")
    form.locator(".w-side-panel-toggle").first.click()
    form.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").click()
    dialog = form.locator("#schedule-publishing-dialog:visible")
    tomorrow = timezone.localtime() + timedelta(days=1)
    dialog.locator("[name=go_live_at]").fill(f"{tomorrow:%Y-%m-%d %H:%M}")
    # By the keyboard: the calendar of the field lies over the button.
    with form.expect_navigation():
        dialog.get_by_role("button", name="Enregistrer la programmation").press("Enter")
    publish(form)

    assert "Le verger de demain » a été planifiée" in messages_in(form)
    assert site.get("/fr/recits/le-verger-de-demain/").status == 404


def test_a_bad_value_is_refused_beside_its_field(form):
    write(form, "Le jardin à l'envers")
    form.fill("[name=period_start]", "2026-05-01")
    form.keyboard.press("Escape")
    form.fill("[name=period_end]", "2026-04-01")
    form.keyboard.press("Escape")
    publish(form)
    field = form.locator(".w-field", has=form.locator("[name=period_end]")).last

    assert "La fin précède le début." in field.locator(".error-message").inner_text()
    assert form.locator("[name=period_end]").get_attribute("aria-invalid") == "true"
    assert form.locator("[name=title]").input_value() == "Le jardin à l'envers"
