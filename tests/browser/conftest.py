"""One sample site and one Chromium for the browser tests of a worker."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import editing, server
from tests.requirements import CHROMIUM

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE = {"width": 1366, "height": 900}
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The sample site: `site.address(name)` for the names of `addresses.NAMES`."""
    folder = tmp_path_factory.getbasetemp()
    # Workers of one run have each a folder in one of the run.
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    url = os.environ.get("DATABASE_URL", "")
    database_url = url if url.startswith("postgres") else ""
    with server.served(shared / "sample-site", folder / "own-site", database_url) as running:
        yield running


# Not for the session: playwright keeps an event loop running, under which Django refuses queries.
@pytest.fixture(scope="package")
def chromium():
    """A Chromium without window or network services, shared by the tests of the package."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Return a function that opens an empty tab in a reader's browser that was never used.

    Its arguments are those of a Playwright context (viewport, color_scheme, java_script_enabled).
    """
    contexts = []

    def new(**options):
        context = chromium.new_context(**{"viewport": WIDE, "locale": "fr-FR", **options})
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def admin(site, open_page, tmp_path):
    """A tab of the admin with an editor signed in; nothing may break in it.

    A picture of the last view is kept in the folder of the test, which a failure names.
    """
    page = open_page()
    faults = editing.faults_of(page)
    editing.sign_in(page, site.url)
    yield page
    page.screenshot(path=tmp_path / "last-view.png", full_page=True)
    assert not faults, f"{faults}; the last view is in {tmp_path}"
