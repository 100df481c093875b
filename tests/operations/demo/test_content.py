"""What the demo is made of: enough of each thing, in both languages, in every state, sound."""

import io
import re
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageChops
from wagtail.models import Page

from accounts.models import User
from coalitions.models import CoalitionPage, EventPage
from coalitions.models.coalition import Stage
from content import visibility
from content.models import PortalImage, Theme
from content.rows import PersonRow
from operations.demo.pictures import SCENES
from operations.demo.texts import ENTRIES
from stories.models import StoryLink, StoryPage, WorkshopReportPage
from tests.crawling import addresses
from tests.validity import faults

SIGN_IN = re.compile("/(fr/compte|en/account|es/compte)/login/")
CONSENTS = set(PersonRow.Consent.values)


@pytest.fixture(scope="module")
def crawled(demo, django_db_blocker):
    """What a visitor can reach from the two homes, by address, whatever the filters of lists."""
    read, waiting = {}, ["/fr/", "/en/"]
    with django_db_blocker.unblock():
        while waiting:
            url = waiting.pop()
            read[url] = Client().get(url)
            found = {one.partition("?")[0] for one in addresses(_text(read[url]), url)}
            waiting += sorted(found - read.keys() - set(waiting))
    return read


def public(language: str):
    pages = Page.objects.filter(locale__language_code=language, depth__gt=2)
    return visibility.public(pages)


def test_about_forty_five_french_pages_and_three_fifths_of_them_in_english(loaded):
    keys = set(public("fr").values_list("translation_key", flat=True))
    english = public("en").filter(translation_key__in=keys).specific()
    assert 45 <= len(keys) <= 52
    assert english.count() / len(keys) >= 0.6
    assert {page.text_language for page in english} == {"en"}


def test_texts_of_three_languages_are_read_under_the_french_address(loaded):
    texts = Counter(page.specific.text_language for page in public("fr"))
    assert texts["es"] == 1
    assert texts["fr"] > 40


def test_a_translation_says_all_that_its_original_says(loaded):
    for entry in ENTRIES:
        versions = list(entry.versions.values())
        for other in versions[1:]:
            assert other.title or not versions[0].title, entry.key
            kinds = [[kind for kind, _value in one.body] for one in (versions[0], other)]
            assert kinds[0] == kinds[1], entry.key
            assert versions[0].fields.keys() == other.fields.keys(), entry.key


def test_five_stages_each_with_a_coalition_and_the_dates_that_led_to_it(loaded):
    coalitions = CoalitionPage.objects.live().filter(locale__language_code="fr")
    assert {page.stage for page in coalitions} == set(Stage.values)
    for coalition in coalitions:
        history = list(coalition.stages.order_by("sort_order"))
        dates = [step.reached_on for step in history]
        assert dates == sorted(dates), coalition.title
        assert history[-1].stage == coalition.stage, coalition.title
        assert [step.sort_order for step in history] == list(range(len(history)))


def test_meetings_past_to_come_and_cancelled_with_every_kind_of_count(loaded):
    events = EventPage.objects.live().filter(locale__language_code="fr")
    assert {event.is_past for event in events} == {True, False}
    assert {event.cancelled for event in events} == {True, False}
    assert {event.participant_precision for event in events if event.is_past} == set(
        EventPage.CountPrecision.values
    )


def test_stories_are_linked_in_each_way(loaded):
    kinds = set(StoryLink.objects.values_list("kind", flat=True))
    assert kinds == set(StoryLink.Kind.values)


def test_both_forms_of_report_and_each_kind_of_consent_are_there(loaded):
    reports = WorkshopReportPage.objects.live()
    assert {report.form for report in reports} == set(WorkshopReportPage.Form.values)
    people = [person for report in reports for person in report.participants.all()]
    assert {person.consent for person in people} == CONSENTS


@pytest.mark.parametrize(
    "path",
    [
        "/fr/recits/",
        "/fr/coalitions/",
        "/fr/rencontres/",
        "/fr/recherche/",
        "/fr/themes/donnees-utiles/",
        "/en/stories/",
        "/en/coalitions/",
        "/en/events/",
        "/en/search/",
    ],
)
def test_lists_have_enough_to_page_through(loaded, path):
    html = Client().get(path).content.decode()
    assert Client().get(f"{path}?page=2").status_code == 200
    assert "page=2" in html
    assert Client().get(f"{path}?page=99").status_code == 404


def test_the_demo_is_searched_as_soon_as_its_command_ends(loaded):
    call_command("demo", stdout=StringIO())
    html = Client().get("/fr/recherche/?q=réparation").content.decode()
    assert "Un atelier de réparation" in re.sub("</?mark>", "", html)
    call_command("demo", "--remove", stdout=StringIO())
    html = Client().get("/fr/recherche/?q=réparation").content.decode()
    assert "entries" not in html


def test_every_theme_has_pages_in_both_languages(loaded):
    for theme in Theme.objects.all():
        found = public(theme.locale.language_code).filter(page_themes__theme=theme)
        assert found.count() >= 2, theme


def test_drafts_wait_in_several_states(loaded):
    author = User.objects.get(email="author@example.org")
    draft = StoryPage.objects.get(slug="peser-le-compost-du-quartier")
    assert (draft.live, draft.owner, draft.latest_revision.user) == (False, author, author)
    assert draft.first_published_at is None
    assert draft.done

    scheduled = StoryPage.objects.get(slug="les-velos-du-samedi")
    assert not scheduled.live
    assert scheduled.go_live_at > timezone.now()
    assert scheduled.scheduled_revision

    withdrawn = StoryPage.objects.get(slug="une-borne-de-recharge-pour-deux-communes")
    assert not withdrawn.live
    assert not withdrawn.expired
    assert withdrawn.first_published_at

    assert Page.objects.get(slug="appel-de-l-ete").expired
    changed = public("fr").filter(has_unpublished_changes=True)
    proposed = "recoudre-le-mardi"
    edited = {"a-propos", "des-pieces-pour-reparer"}
    assert set(changed.values_list("slug", flat=True)) == {*edited, proposed}
    for page in changed.exclude(slug=proposed).specific():
        assert page.get_latest_revision_as_object().summary != page.summary


def test_pages_are_dated_as_the_community_would_have_published_them(loaded):
    dates = {page.slug: timezone.localdate(page.last_published_at) for page in public("fr")}
    assert dates["qui-tient-les-outils"] == date(2024, 10, 29)
    assert dates["un-atelier-de-reparation-a-la-mediatheque"] == date(2026, 1, 18)
    assert dates["compter-ce-qui-est-deja-la"] == date(2026, 3, 2)
    assert dates["le-carnet-avant-l-ecran"] == date(2026, 3, 30)
    assert max(dates.values()) <= timezone.localdate()
    assert len(set(dates.values())) > 15


def test_a_visitor_reaches_every_public_page_and_no_dead_link(loaded, crawled):
    pages = visibility.public(Page.objects.filter(depth__gt=1))
    assert {page.url for page in pages} <= crawled.keys()
    statuses = {url: response.status_code for url, response in crawled.items()}
    untranslated = {url for url, status in statuses.items() if status == 404}
    assert all(re.search("/(not-translated|pas-encore-traduit)/", url) for url in untranslated)
    assert set(statuses.values()) == {200, 302, 404}
    to_sign_in = [url for url, status in statuses.items() if status == 302]
    assert all(SIGN_IN.match(crawled[url]["Location"]) for url in to_sign_in), to_sign_in
    for url, response in _pages(crawled):
        # The interface has no Spanish words.
        language = "fr" if url.startswith("/es/") else url[1:3]
        assert f'<html lang="{language}"' in _text(response), url


def test_nothing_that_waits_can_be_read(loaded, crawled):
    waiting = Page.objects.filter(live=False, depth__gt=2)
    begun = waiting.filter(locale__language_code="es")
    assert not {page.url for page in begun} & crawled.keys()
    # What is begun in Spanish bears the title of its original until it is published.
    waiting = waiting.exclude(pk__in=begun)
    assert waiting.count() == 4 + 7
    for page in waiting:
        assert not [url for url, one in crawled.items() if page.title in _text(one)], page


def test_every_picture_has_its_alternative_and_says_what_it_is_of(loaded, crawled):
    for url, response in crawled.items():
        for image in re.findall(r"<img\b[^>]*>", _text(response)):
            assert " alt=" in image, url
    for block in (block for page in public("fr").specific() for block in _figures(page)):
        assert block.value["image"].contextual_alt_text
    assert not PortalImage.objects.filter(description="").exists()


def test_pictures_are_all_different(loaded):
    images = [
        PortalImage.objects.get(pk=pk) for pk in PortalImage.objects.values_list("pk", flat=True)
    ]
    small = [_reduced(image) for image in images]
    for index, first in enumerate(small):
        for second in small[:index]:
            assert ImageChops.difference(first, second).getbbox(), images[index]
    assert len(images) >= len(SCENES)


@pytest.mark.vnu
def test_pages_of_both_languages_are_valid(crawled, db, tmp_path):
    for url, response in _pages(crawled):
        name = url.strip("/").replace("/", "-")
        (tmp_path / f"{name}.html").write_bytes(response.content)
    said = faults(tmp_path)
    assert not said, "\n".join(said)


def _pages(crawled) -> list[tuple]:
    """Return the addresses and answers that are HTML pages: lists have other forms too."""
    return [
        (url, response)
        for url, response in crawled.items()
        if response.status_code != 302 and response["Content-Type"].startswith("text/html")
    ]


def _text(response) -> str:
    return response.content.decode()


def _figures(page):
    return [block for block in getattr(page, "body", None) or () if block.block_type == "figure"]


def _reduced(image: PortalImage) -> Image.Image:
    with image.file.open() as opened:
        return Image.open(io.BytesIO(opened.read())).convert("RGB").resize((64, 36))
