"""The life of a translation: asked for, written, refused, published, brought up to date."""

import pytest

from tests.browser.editing import faults_of, messages_in, publish, sign_in
from tests.browser.hands import leave
from tests.browser.sample_site.translations import (
    KNOWN_IN_ENGLISH,
    REVIEWER,
    TITLE,
    TRANSLATOR,
)
from tests.browser.screens import found_in

pytestmark = pytest.mark.browser

MAKE = "from tests.browser.sample_site.translations import make; print(make())"
WORDS = {
    TITLE: "The Tuesday wash house",
    "Un soir par semaine.": "One evening a week.",
    "Le lavoir a 12 places.": "The washing place has 12 seats.",
}
CORRECTED = "The wash house has 12 seats."


class People:
    """Each person's tab, and what axe found on the screens that they went through."""

    def __init__(self, site, open_page):
        self.site, self.open_page = site, open_page
        self.found, self.faults = [], []

    def tab(self, email: str = ""):
        page = self.open_page()
        self.faults.append(faults_of(page))
        if email:
            sign_in(page, self.site.url, email)
        return page

    def look(self, page) -> None:
        self.found += found_in(page, frames=False)


@pytest.fixture
def people(site, open_page):
    return People(site, open_page)


@pytest.fixture
def page_id(site) -> int:
    return int(site.manage("shell", "-v0", "-c", MAKE).split()[-1])


def desk(page, site, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    page.goto(f"{site.url}/admin/translations/?{query}")


def row_of(page):
    return page.get_by_role("row").filter(has_text=TITLE)


def box(page, source: str):
    return page.get_by_role("group").filter(has_text=source).get_by_role("textbox")


def write_by_keyboard(page, words: dict[str, str]) -> None:
    """Type each text where the focus is, and save it by Ctrl + Enter, which goes to the next."""
    for _text in range(len(words) + 1):
        focused = page.locator("textarea:focus")
        source = focused.locator("xpath=ancestor::*[@data-row]").locator("[data-source]")
        known = words.get(source.get_attribute("data-source"))
        if known:
            page.keyboard.type(known)
        else:
            page.keyboard.press("Tab")
            assert page.locator("button:focus").inner_text().startswith("Reprendre")
            page.keyboard.press("Enter")
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")


def decide(page, site, translation: str, reason: str = "") -> str:
    """Approve in the editor, or send back with a reason; return what is said of it."""
    page.goto(translation)
    if not reason:
        leave(page.get_by_role("button", name="Approuver et publier"))
    else:
        page.get_by_text("Renvoyer au traducteur").click()
        page.get_by_role("textbox", name="Raison").fill(reason)
        leave(page.get_by_role("button", name="Renvoyer", exact=True))
    page.locator(".messages li").first.wait_for()
    return messages_in(page)


def submit(page, translation: str) -> None:
    page.goto(translation)
    leave(page.get_by_role("button", name="Soumettre à la relecture"))
    page.locator(".messages .success").wait_for()


def begin_a_branch(page, site, people) -> None:
    """Ask for a page with those below it, and follow the worker to its end."""
    desk(page, site)
    leave(page.get_by_role("button", name="Avec les pages en dessous").first)
    page.wait_for_url("**/branches/*/")
    people.look(page)
    site.manage("worker", "--once")
    page.locator("#branch a", has_text="Retour").wait_for()
    page.locator("#branch [role=status]", has_text="faites").wait_for()


def test_a_translation_from_the_wish_of_a_reader_to_its_second_publication(site, people, page_id):
    reader = people.tab()
    reader.goto(f"{site.url}/en/not-translated/{page_id}/")
    leave(reader.get_by_role("link", name="Ask for this translation"))
    people.look(reader)
    leave(reader.get_by_role("button", name="Ask for this translation"))
    assert "your request is counted" in reader.locator("h1").inner_text()

    translator = people.tab(TRANSLATOR)
    leave(translator.get_by_role("link", name="Traductions"))
    assert "1 demande" in row_of(translator).inner_text()
    assert TITLE in translator.locator("table.desk tbody tr").first.inner_text()
    people.look(translator)
    leave(row_of(translator).get_by_role("button", name="Commencer"))
    translator.wait_for_url("**/texts/")
    editor = translator.url
    people.look(translator)
    assert translator.locator("mark", has_text="lavoir").first.get_attribute("title")
    assert KNOWN_IN_ENGLISH in translator.locator(".text-memory").first.inner_text()
    box(translator, TITLE).first.focus()
    write_by_keyboard(translator, WORDS)
    preview = translator.frame_locator(".texts-preview iframe")
    preview.locator("h1", has_text=WORDS[TITLE]).wait_for()
    assert "se dit ici" in translator.locator(".text-warnings").inner_text()
    submit(translator, editor)
    desk(translator, site, state="review")
    assert row_of(translator).count() == 1

    reviewer = people.tab(REVIEWER)
    reviewer.goto(editor)
    people.look(reviewer)
    reviewer.get_by_text("Renvoyer au traducteur").click()
    reviewer.get_by_role("button", name="Renvoyer", exact=True).click()
    assert reviewer.locator("#id_comment:invalid").count() == 1
    assert "revient" in decide(reviewer, site, editor, "« Lavoir » has a name in the glossary.")

    translator.goto(editor)
    box(translator, "a 12 places").fill(CORRECTED)
    with translator.expect_navigation():
        translator.keyboard.press("Control+Enter")
    submit(translator, editor)
    assert "publiée" in decide(reviewer, site, editor)
    english = f"{site.url}/en/le-lavoir-du-mardi/"
    reader.goto(english)
    assert CORRECTED in reader.locator("main").inner_text()
    assert "Translated from French" in reader.locator("main").inner_text()

    admin = people.tab("editor@example.org")
    admin.goto(f"{site.url}/admin/pages/{page_id}/edit/")
    admin.fill("textarea[name=summary]", "Deux soirs par semaine.")
    publish(admin)
    reader.goto(english)
    assert "the original has changed since" in reader.locator("main").inner_text()
    assert "One evening a week." in reader.locator("main").inner_text()
    people.look(reader)
    site.manage("worker", "--once")

    desk(translator, site, state="stale")
    leave(row_of(translator).get_by_role("link", name="État"))
    changes = translator.locator(".changes")
    assert changes.locator("del").first.inner_text() == "Un"
    people.look(translator)
    leave(translator.get_by_role("link", name="Traduire", exact=True))
    change = translator.locator(".text-memory", has_text="One evening a week.")
    change.get_by_role("button").click()
    focused = translator.locator("textarea:focus")
    focused.fill(focused.input_value().replace("One evening", "Two evenings"))
    with translator.expect_navigation():
        translator.keyboard.press("Control+Enter")
    submit(translator, editor)
    decide(reviewer, site, editor)
    reader.goto(english)
    assert "Two evenings a week." in reader.locator("main").inner_text()
    assert "has changed since" not in reader.locator("main").inner_text()

    for address in (f"{site.url}/admin/translations/po/", f"{site.url}/en/glossary/"):
        translator.goto(address)
        people.look(translator)
    begin_a_branch(translator, site, people)
    assert not people.found, "\n".join(people.found)
    assert not any(people.faults), people.faults
