"""Opening a language: its own home and lists, its groups, once."""

import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.models import SiteIdentity
from content.visibility import open_languages
from home.models import HomePage
from operations.tree import open_locale
from search.models import Document
from stories.models import StoryIndexPage

LISTS = (StoryIndexPage, CoalitionIndexPage, EventIndexPage)


def run(*arguments) -> dict:
    output = io.StringIO()
    call_command("open_locale", *arguments, "--json", stdout=output)
    return json.loads(output.getvalue())


def test_french_and_english_are_open_from_the_start(fr, en):
    assert open_languages() == ("fr", "en")


def test_a_language_gets_real_live_pages_linked_with_the_others(fr, client):
    assert client.get("/es/").status_code == 404
    report = run("es")
    assert report["language"] == "es"
    assert len(report["made"]) == 4
    spanish = Locale.objects.get(language_code="es")
    pages = Page.objects.filter(locale=spanish).specific()
    assert {type(page) for page in pages} == {HomePage, *LISTS}
    for page in pages:
        assert page.live
        assert page.alias_of_id is None
        assert page.text_language == "es"
        french = page.get_translation(fr.locale)
        assert type(french.specific) is type(page)
        assert client.get(page.get_url()).status_code == 200
        assert Document.objects.filter(pk=page.pk).exists()
    assert open_languages() == ("fr", "en", "es")


def test_its_translators_get_their_groups(fr):
    run("es")
    names = set(Group.objects.values_list("name", flat=True))
    assert {"Translators es", "Reviewers es"} <= names
    home = HomePage.objects.get(locale__language_code="es")
    groups = set(home.group_permissions.values_list("group__name", flat=True))
    assert {"Translators es", "Reviewers es", "Editors"} <= groups


def test_opening_a_language_again_makes_nothing(fr):
    run("es")
    before = set(Page.objects.values_list("pk", "path", "latest_revision_id"))
    assert run("es")["made"] == []
    assert set(Page.objects.values_list("pk", "path", "latest_revision_id")) == before


def test_a_language_that_was_closed_opens_with_the_pages_it_had(fr, en, client):
    en.home.unpublish()
    assert client.get("/en/").status_code == 404
    assert run("en")["made"] == [en.home.title]
    assert client.get("/en/").status_code == 200
    assert HomePage.objects.filter(locale=en.locale).count() == 1


def test_a_language_that_is_not_listed_is_refused_with_the_ones_that_are(fr):
    with pytest.raises(CommandError, match=r"xx.*fr, en"):
        run("xx")
    assert not Locale.objects.filter(language_code="xx").exists()


def test_the_first_language_makes_the_site_in_the_place_of_the_welcome_page(db):
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    root = Page.get_first_root_node()
    welcome = root.add_child(instance=Page(title="Welcome", slug="welcome"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
    opened = open_locale("fr")
    site = Site.objects.get()
    assert site.root_page_id == opened.home.pk
    assert SiteIdentity.objects.filter(site=site).exists()
    assert not Page.objects.filter(pk=welcome.pk).exists()
    assert open_languages() == ("fr",)


@pytest.mark.parametrize("code", ["ar", "de", "pt"])
def test_any_listed_language_can_be_opened(fr, code, client):
    run(code)
    response = client.get(f"/{code}/")
    assert response.status_code == 200
    # Its addresses are its own; the words around its texts are French until it has a catalogue.
    assert response["Content-Language"] == code
    assert '<html lang="fr">' in response.content.decode()
