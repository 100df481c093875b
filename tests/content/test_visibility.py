"""The one door: `is_public(page)` and `public(queryset)` agree on every way to hide a page."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from content import visibility
from home.models import HomePage, StandardPage
from tests.factories import add, restrict

STATES = ("live", "draft", "expired", "expires later", "scheduled", "restricted", "alias")
PLACES = ("home", "live", "draft", "expired", "restricted", "below draft", "below restricted")
HOMES = ("open", "unpublished", "expired", "restricted")
SHOWN_STATES = {"live", "expires later", "scheduled"}
SHOWN_PLACES = {"home", "live"}


@dataclass(frozen=True)
class Case:
    """A page in one state at one place of the tree."""

    state: str
    place: str
    page: Page

    @property
    def expected(self) -> bool:
        """Whether anybody may see the page while its home is open."""
        return self.state in SHOWN_STATES and self.place in SHOWN_PLACES


def plain(locale, slug: str) -> StandardPage:
    return StandardPage(title=slug, slug=slug, locale=locale)


def page_in_state(state: str, parent, slug: str):
    """Put a page in `state` under `parent` and return it."""
    page = plain(parent.locale, slug)
    add(parent, page)
    put_in_state(page, state)
    return (
        page.create_alias(parent=parent, update_slug=f"{slug}-alias") if state == "alias" else page
    )


def put_in_state(page, state: str) -> None:
    now = timezone.now()
    changes = {
        "draft": {"live": False},
        "unpublished": {"live": False},
        "expired": {"expire_at": now - timedelta(minutes=1)},
        "expires later": {"expire_at": now + timedelta(hours=1)},
        # Live already; a later version of it waits.
        "scheduled": {"go_live_at": now + timedelta(hours=1)},
    }
    if state == "restricted":
        restrict(page)
    Page.objects.filter(pk=page.pk).update(**changes.get(state, {"live": True}))


@pytest.fixture
def family(fr) -> list[Case]:
    """Return a page for each state at each place under the French home."""
    below = {"below draft": "draft", "below restricted": "restricted"}
    cases = []
    for place in PLACES:
        slug = place.replace(" ", "-")
        parent = fr.home
        if place != "home":
            parent = page_in_state(below.get(place, place), fr.home, f"place-{slug}")
        if place in below:
            parent = page_in_state("live", parent, f"{slug}-inner")
        for state in STATES:
            page = page_in_state(state, parent, f"{slug}-{state}".replace(" ", "-"))
            cases.append(Case(state, place, Page.objects.get(pk=page.pk)))
    return cases


def agree(pages) -> dict[int, bool]:
    """Return what the two functions say of each page; fail where they differ."""
    rules = visibility.current_rules()
    by_query = set(visibility.public(Page.objects.all(), rules).values_list("pk", flat=True))
    said = {page.pk: visibility.is_public(page, rules) for page in pages}
    assert {pk for pk, shown in said.items() if shown} == by_query & set(said)
    return said


def test_both_functions_agree_on_every_state_and_place_under_every_home(family, fr):
    for home in HOMES:
        with transaction.atomic():
            put_in_state(fr.home, home)
            said = agree([case.page for case in family])
            transaction.set_rollback(True)
        for case in family:
            expected = case.expected and home == "open"
            assert said[case.page.pk] == expected, (case.state, case.place, home)


def test_what_the_door_shows_is_what_the_site_serves(family):
    """An alias is Wagtail's to serve: it is in no list, yet its address answers."""
    client = Client()
    for case in family:
        if case.state == "alias":
            continue
        restricted = "restricted" in (case.state, case.place.removeprefix("below "))
        hidden = case.state == "draft" or case.place in {"draft", "expired", "below draft"}
        response = client.get(case.page.get_url())
        if hidden:
            assert response.status_code == 404, (case.state, case.place)
        elif restricted:
            assert b'type="password"' in response.content
        elif case.expected:
            assert response.status_code == 200, (case.state, case.place)


def test_a_page_moved_under_an_unpublished_page_is_hidden_at_once(fr):
    draft = page_in_state("draft", fr.home, "draft")
    page = page_in_state("live", fr.home, "page")
    assert agree([Page.objects.get(pk=page.pk)]) == {page.pk: True}
    Page.objects.get(pk=page.pk).move(draft, "last-child")
    assert agree([Page.objects.get(pk=page.pk)]) == {page.pk: False}


def test_the_save_of_a_stale_page_shows_nothing(fr):
    stale = Page.objects.get(pk=page_in_state("draft", fr.home, "draft").pk)
    page = page_in_state("live", Page.objects.get(pk=stale.pk), "page")
    stale.save()
    assert Page.objects.get(pk=stale.pk).numchild == 0
    assert agree([Page.objects.get(pk=page.pk)]) == {page.pk: False}


def test_a_page_of_a_language_that_is_not_open_is_hidden(fr):
    spanish = Locale.objects.create(language_code="es")
    home = HomePage(
        title="Inicio", slug="es", locale=spanish, translation_key=fr.home.translation_key
    )
    home.live = False
    Page.get_first_root_node().add_child(instance=home)
    page = page_in_state("live", home, "pagina")
    stray = add(fr.home, plain(spanish, "stray"))
    pages = Page.objects.filter(pk__in=[page.pk, stray.pk])
    assert set(agree(pages).values()) == {False}
    Page.objects.filter(pk=home.pk).update(live=True)
    assert set(agree(pages).values()) == {True}


def test_a_page_beside_the_homes_is_hidden(fr):
    root = Page.get_first_root_node()
    page = add(root, plain(fr.locale, "beside"))
    assert agree(Page.objects.filter(pk__in=[page.pk, root.pk])) == {page.pk: False, root.pk: False}


def test_a_login_or_a_group_restricts_as_a_password_does(fr):
    page = page_in_state("live", fr.home, "page")
    for kind in (PageViewRestriction.LOGIN, PageViewRestriction.GROUPS):
        PageViewRestriction.objects.all().delete()
        PageViewRestriction.objects.create(page=page, restriction_type=kind)
        assert agree([Page.objects.get(pk=page.pk)]) == {page.pk: False}


def test_nothing_is_public_without_a_site(fr):
    fr.home.sites_rooted_here.all().delete()
    assert visibility.current_rules().homes == ()
    assert not visibility.public(Page.objects.all()).exists()


def test_the_rules_of_a_site_are_one_query(fr, en, django_assert_num_queries):
    site = fr.home.sites_rooted_here.get()
    with django_assert_num_queries(1):
        rules = visibility.current_rules(site)
    assert rules.open_languages == ("fr", "en")


@pytest.mark.parametrize(
    ("paths", "kept"),
    [
        ([], []),
        (["0001", "00010002", "0002"], ["0001", "0002"]),
        (["00010002", "00010001"], ["00010001", "00010002"]),
        (["0001", "0001"], ["0001"]),
    ],
)
def test_a_hidden_branch_below_another_adds_nothing(paths, kept):
    assert visibility.topmost(paths) == kept
