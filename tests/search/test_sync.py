"""The index follows the pages, whatever changes: of the page, or of anything above it."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from content.models import Organisation, PageCredit, PageTheme, Tag, Theme
from kit.models import ChapterPage
from search.models import Document, IndexedText, IndexTerm
from tests.factories import carry_out, kit_in, publish, published, restrict, term
from tests.search.asking import found, text

pytestmark = pytest.mark.usefixtures("engine")


def differences(**options) -> dict:
    output = io.StringIO()
    try:
        call_command("search_check", json=True, stdout=output, **options)
    except CommandError:
        assert not options.get("fix")
    return {name: count for name, count in json.loads(output.getvalue()).items() if count}


@pytest.fixture
def kit(fr):
    """Return a kit whose part holds one chapter with a word of its own."""
    kit = kit_in(fr)
    part = published(kit, ChapterPage, slug="part", number="1", title="La partie")
    published(part, ChapterPage, slug="inside", number="1.1", title="Le zanzibar")
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]
    return kit


def test_what_is_above_hides_and_shows_what_is_below(kit):
    part = Page.objects.get(slug="part").specific
    part.unpublish()
    carry_out()
    assert not IndexTerm.objects.filter(token="xxzanzibar").exists()
    publish(ChapterPage.objects.get(pk=part.pk))
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]
    assert differences() == {}


def test_a_move_below_a_private_page_takes_out_of_the_index(kit):
    private = published(kit, ChapterPage, slug="private", number="2")
    restrict(private)
    Page.objects.get(slug="inside").move(Page.objects.get(pk=private.pk), "last-child")
    carry_out()
    assert not IndexTerm.objects.filter(token="xxzanzibar").exists()
    Page.objects.get(slug="inside").move(Page.objects.get(slug="part"), "last-child")
    carry_out()
    assert found("zanzibar") == ["Le zanzibar"]


def test_deleting_what_is_above_leaves_nothing_behind(kit):
    Page.objects.get(slug="part").delete()
    carry_out()
    assert not IndexTerm.objects.filter(token="xxzanzibar").exists()
    assert differences() == {}


def test_a_closed_language_leaves_the_index(fr, en):
    text(en, "The zanzibar", "zanzibar")
    home = Page.objects.get(pk=en.home.pk).specific
    home.unpublish()
    carry_out()
    assert not IndexTerm.objects.filter(token="xxzanzibar").exists()
    publish(home)
    carry_out()
    assert found("zanzibar", "en") == ["The zanzibar"]


def test_the_new_name_of_a_subject_finds_its_pages(fr):
    theme = term(Theme, "Réparer", fr.locale)
    organisation = term(Organisation, "Le lavoir", fr.locale)
    page = text(fr, "Un", "Un marché")
    page.page_themes = [PageTheme(theme=theme)]
    page.page_credits = [PageCredit(organisation=organisation)]
    page.tags.add("compostage")
    publish(page)
    carry_out()
    tag = Tag.objects.get(name="compostage")
    for one, name in ((theme, "Rafistoler"), (organisation, "La halle"), (tag, "Lombricompost")):
        one.name = name
        one.save()
        carry_out()
        assert found(name) == ["Un"]
    assert found("lavoir") == []


def test_a_subject_without_pages_has_none_written_again(fr, django_assert_max_num_queries):
    for number in range(3):
        text(fr, f"Page {number}", "Un marché")
    theme = term(Theme, "Réparer", fr.locale)
    theme.name = "Rafistoler"
    theme.save()
    with django_assert_max_num_queries(12):
        carry_out()


def test_tags_are_never_late(fr):
    page = text(fr, "Un", "Un marché")
    page.tags.add("zanzibar")
    publish(page)
    carry_out()
    assert found("zanzibar") == ["Un"]


def test_a_rebuild_changes_nothing_that_is_right_and_brings_back_what_is_lost(fr, kit):
    before = sorted(IndexedText.objects.values_list("pk", "title", "body"))
    call_command("search_rebuild", verbosity=0)
    assert sorted(IndexedText.objects.values_list("pk", "title", "body")) == before
    Document.objects.all().delete()
    IndexTerm.objects.all().delete()
    call_command("search_rebuild", verbosity=0)
    carry_out()
    assert sorted(IndexedText.objects.values_list("pk", "title", "body")) == before
    assert found("zanzibar") == ["Le zanzibar"]
    assert differences() == {}


def test_the_check_finds_and_mends_each_kind_of_difference(fr, kit):
    one, two, three = (text(fr, f"Texte {number}", "un lavoir") for number in range(3))
    assert differences() == {}
    IndexedText.objects.filter(pk=one.pk).delete()
    IndexedText.objects.filter(pk=two.pk).update(body="frautre")
    Page.objects.filter(pk=three.pk).update(live=False)
    Document.objects.filter(pk=Page.objects.get(slug="inside").pk).delete()
    wrong = {name: count for name, count in differences().items() if not name.startswith("server_")}
    assert wrong.pop("frequencies") > 0
    assert wrong == {"uncatalogued": 1, "missing": 1, "hidden": 1, "stale": 1}
    with pytest.raises(CommandError, match="--fix"):
        call_command("search_check", stdout=io.StringIO())
    differences(fix=True)
    carry_out()
    assert differences() == {}
    assert set(found("lavoir")) == {"Texte 0", "Texte 1"}
