"""What a page weighs on the wire, first visit and empty cache (RGESN 6.1).

The budgets are the product's. They are measured in Chromium on what gunicorn and WhiteNoise send
when the portal is deployed: compressed files, all headers counted, over HTTP/1.1, where headers
weigh more than behind an HTTP/2 front.
"""

import pytest

from tests.browser import addresses
from tests.browser.conftest import WIDE
from tests.browser.traffic import read_to_the_end, watch

pytestmark = pytest.mark.browser

# Most kilobytes and most requests, pictures loaded to the end of the page.
ARTICLE_OF_TEXT = (30, 8)
ARTICLE_WITH_PHOTOS = (120, 8)
LISTS = (150, 12)
LIST_PAGES = ("homepage-full", "storyindexpage-full", "search", "search-with-results")
ASKING_NOTHING = (*addresses.READING_PAGES, "theme", "not-found")


def measured(site, open_page, name, **options):
    page = open_page(**{"viewport": WIDE, **options})
    traffic = watch(page)
    read_to_the_end(page, site.address(name))
    return traffic


@pytest.mark.parametrize(
    ("name", "budget"),
    [
        (addresses.STORY_OF_TEXT, ARTICLE_OF_TEXT),
        ("chapterpage-full", ARTICLE_OF_TEXT),
        (addresses.STORY_WITH_PHOTOS, ARTICLE_WITH_PHOTOS),
        *((name, LISTS) for name in LIST_PAGES),
    ],
)
def test_a_page_stays_within_its_budget(site, open_page, record_property, name, budget):
    traffic = measured(site, open_page, name)
    kilobytes, requests = budget
    record_property("weight", f"{name}: {traffic.kilobytes:.1f} kB")

    assert traffic.kilobytes <= kilobytes, traffic
    assert len(traffic.received) <= requests, traffic


def test_half_of_the_photos_wait_until_the_reader_comes_to_them(site, open_page):
    page = open_page(viewport={"width": 1366, "height": 600})
    traffic = watch(page)
    page.goto(site.address(addresses.STORY_WITH_PHOTOS), wait_until="networkidle")

    assert traffic.kilobytes <= 60, traffic


def test_a_photo_of_a_phone_is_not_sent_to_a_phone_in_full(site, open_page):
    traffic = measured(
        site, open_page, addresses.STORY_WITH_PHOTOS, viewport={"width": 360, "height": 640}
    )

    assert len(traffic.of_kind("Image")) >= 3, traffic
    assert traffic.kilobytes <= ARTICLE_WITH_PHOTOS[0], traffic


@pytest.mark.parametrize("name", ASKING_NOTHING)
def test_reading_asks_for_no_script_no_cookie_and_no_third_party(site, open_page, name):
    page = open_page()
    traffic = watch(page)
    page.goto(site.address(name))

    assert traffic.received, "nothing was measured"
    assert traffic.hosts == {site.url.removeprefix("http://")}, traffic
    assert not traffic.of_kind("Script"), traffic
    assert page.locator("script").count() == 0
    assert page.locator("form[method=post]").count() == 0
    assert page.context.cookies() == []


def test_what_is_sent_is_compressed_and_kept(site, open_page):
    page = open_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(site.address(addresses.STORY_OF_TEXT), wait_until="networkidle")
    headers = {answer.request.resource_type: answer.all_headers() for answer in answers}

    assert headers["document"]["content-encoding"] in {"gzip", "br"}
    assert headers["stylesheet"]["content-encoding"] in {"gzip", "br"}
    assert "immutable" in headers["stylesheet"]["cache-control"]
