"""The catalogue: written with the publication, derived, made anew at will."""

import io
import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from coalitions.models import CoalitionPage, EventPage
from content.models import (
    Attachment,
    CoalitionFamily,
    Organisation,
    PageCredit,
    PageTerritory,
    PageTheme,
    Territory,
    Theme,
)
from kit.models import ChapterPage
from search.models import Document, DocumentText, Facet
from stories.models import StoryActor, StoryPage
from tests.factories import (
    PAGE_MODELS,
    add,
    carry_out,
    kit_in,
    parent_for,
    publish,
    published,
    restrict,
    sample,
    term,
)


def row(page) -> Document | None:
    return Document.objects.filter(pk=page.pk).first()


def facets(page) -> set[tuple[str, str]]:
    return set(Facet.objects.filter(document_id=page.pk).values_list("facet", "value"))


def whole_catalogue() -> dict[str, list]:
    """Return every row of the catalogue, in order, to compare two states of it."""
    columns = {
        Document: [field.attname for field in Document._meta.concrete_fields],
        DocumentText: ["document_id", "text", "headings", "subjects"],
        Facet: ["document_id", "facet", "value"],
    }
    return {
        model.__name__: sorted(model.objects.values_list(*names), key=repr)
        for model, names in columns.items()
    }


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_publishing_writes_one_row_for_every_page_type(model, fr):
    if model.__name__ == "HomePage":
        page = publish(fr.home)
    else:
        page = published(parent_for(model, fr), model, slug="one")
    document = Document.objects.get(pk=page.pk)
    assert document.kind == model.search_mapping.kind
    assert document.family == model.search_mapping.family
    assert (document.title, document.summary) == (page.title, page.summary)
    assert (document.text_language, document.content_language) == (
        page.text_language,
        page.content_language,
    )
    assert document.locale_id == page.locale_id
    assert document.translation_key == page.translation_key
    assert document.listed == model.search_mapping.listed


def test_the_row_has_the_tags_of_the_version_that_is_published(fr):
    story = sample(StoryPage, fr.locale)
    story.tags.add("Composteurs")
    story = publish(add(fr.stories, story))
    assert ("tag", "composteur") in facets(story)
    story.tags.set(["réemploi"])
    story.save_revision()
    assert ("tag", "composteur") in facets(story)
    publish(story)
    assert {value for facet, value in facets(story) if facet == "tag"} == {"reemploi"}


def test_a_draft_has_no_row_and_changes_none(fr):
    draft = add(fr.stories, sample(StoryPage, fr.locale), live=False)
    draft.save_revision()
    assert row(draft) is None
    story = publish(draft)
    story.title = "Un autre titre"
    story.save_revision()
    assert row(story).title == "Un atelier dans la cour du collège"
    publish(story)
    assert row(story).title == "Un autre titre"


def test_a_publication_that_is_rolled_back_leaves_no_row(fr):
    draft = add(fr.stories, sample(StoryPage, fr.locale), live=False)
    with transaction.atomic():
        publish(draft)
        assert row(draft)
        transaction.set_rollback(True)
    assert row(draft) is None


def test_unpublishing_and_deleting_remove_the_row(fr):
    story = published(fr.stories, StoryPage, slug="one")
    other = published(fr.stories, StoryPage, slug="two")
    story.unpublish()
    Page.objects.get(pk=other.pk).delete()
    assert row(story) is None
    assert not Document.objects.filter(pk=other.pk).exists()
    assert not DocumentText.objects.filter(document_id__in=[story.pk, other.pk]).exists()


def test_a_scheduled_page_gets_its_row_when_its_time_comes_and_loses_it_when_it_is_over(fr):
    now = timezone.now()
    story = add(fr.stories, sample(StoryPage, fr.locale), live=False)
    story.go_live_at = now + timedelta(hours=1)
    story.save_revision().publish()
    assert row(story) is None
    revision = story.latest_revision
    revision.approved_go_live_at = now - timedelta(minutes=1)
    revision.content["go_live_at"] = (now - timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert row(story)
    Page.objects.filter(pk=story.pk).update(expire_at=now - timedelta(seconds=1))
    call_command("publish_scheduled")
    assert row(story) is None


def test_an_alias_gets_no_row_also_when_its_source_is_published_again(fr):
    story = published(fr.stories, StoryPage, slug="one")
    alias = story.create_alias(parent=fr.stories, update_slug="copy")
    publish(story)
    assert alias.live
    assert row(alias) is None
    assert row(story)


def test_a_story_is_found_by_each_of_its_facets(fr):
    region = term(Territory, "Pays de la Loire", fr.locale, kind="region")
    place = term(Territory, "Mayenne", fr.locale, kind="department", parent=region)
    theme = term(Theme, "Réparer", fr.locale)
    led, credited = (term(Organisation, name, fr.locale) for name in ("Lavoir", "Foyer"))
    story = sample(StoryPage, fr.locale)
    story.page_themes = [PageTheme(theme=theme)]
    story.page_territories = [PageTerritory(territory=place)]
    story.page_credits = [PageCredit(organisation=credited)]
    story.actors = [StoryActor(organisation=led)]
    story.attachments = [Attachment(locale=fr.locale, file_name="a.pdf", language="en")]
    story = publish(add(fr.stories, story))
    assert facets(story) == {
        ("theme", str(theme.translation_key)),
        ("territory", str(place.translation_key)),
        ("territory", str(region.translation_key)),
        ("organisation", str(led.translation_key)),
        ("organisation", str(credited.translation_key)),
        ("resource_language", "en"),
    }


def test_a_coalition_is_found_by_family_and_stage(fr):
    family = term(CoalitionFamily, "Matériel", fr.locale)
    page = published(fr.coalitions, CoalitionPage, coalition_family=family)
    assert {("family", str(family.translation_key)), ("stage", "forming")} <= facets(page)


def test_a_page_is_ordered_by_its_own_date_else_by_its_first_publication(fr):
    event = published(fr.events, EventPage, slug="one")
    undated = published(fr.events, EventPage, slug="two", starts_on=None, ends_on=None)
    assert (row(event).dated, row(event).year) == (date(2026, 5, 9), 2026)
    assert row(undated).dated == timezone.localdate(undated.first_published_at)


def test_the_facts_of_a_card_are_in_the_language_of_the_version(fr, en):
    for tree, words in ((fr, "mai"), (en, "May")):
        document = row(published(tree.events, EventPage))
        assert any(words in fact for fact in document.facts), document.facts


def test_the_words_of_a_page_are_searched_without_accents(fr, client):
    chapter = published(kit_in(fr), ChapterPage)
    words = DocumentText.objects.get(document_id=chapter.pk)
    assert "Compter ce qui est déjà là" in words.text
    assert "<" not in words.text
    carry_out()
    page = chapter.get_url()
    for question in ("compter deja", "COMPTER DÉJÀ", "mesurer avant d'equiper"):
        assert page in client.get("/fr/recherche/", {"q": question}).content.decode()


def test_moving_or_renaming_a_page_above_changes_the_addresses_of_lists_at_once(fr, client):
    kit = kit_in(fr)
    part = published(kit, ChapterPage, slug="part", number="1")
    chapter = published(part, ChapterPage, slug="inside", number="1.1", title="Le pont suspendu")
    search = "/fr/recherche/?q=pont+suspendu"
    carry_out()
    assert f'href="{part.get_url()}inside/"' in client.get(search).content.decode()
    part.slug = "renamed"
    publish(part)
    assert 'href="/fr/kit/renamed/inside/"' in client.get(search).content.decode()
    Page.objects.get(pk=chapter.pk).move(Page.objects.get(pk=kit.pk), "last-child")
    assert 'href="/fr/kit/inside/"' in client.get(search).content.decode()
    assert client.get("/fr/kit/inside/").status_code == 200


def test_a_restriction_and_its_removal_show_in_lists_at_once(fr, client):
    story = published(fr.stories, StoryPage, title="Le pont suspendu")
    index = fr.stories.get_url()
    restriction = restrict(story)
    assert "pont suspendu" not in client.get(index).content.decode()
    restriction.delete()
    assert "pont suspendu" in client.get(index).content.decode()


def test_the_catalogue_made_anew_is_the_one_that_was_kept_in_step(fr, en):
    for model in PAGE_MODELS:
        if model.__name__ not in {"HomePage", "StoryIndexPage"}:
            published(parent_for(model, fr), model, slug=f"one-{model.__name__.lower()}")
    english = published(en.stories, StoryPage)
    english.unpublish()
    kept = whole_catalogue()
    assert len(kept["Document"]) > 15
    Document.objects.all().delete()
    call_command("search_rebuild")
    assert whole_catalogue() == kept
    call_command("search_rebuild")
    assert whole_catalogue() == kept


def test_rebuilding_removes_what_should_not_be_there_and_says_how_many_remain(fr):
    story = published(fr.stories, StoryPage)
    Page.objects.filter(pk=story.pk).update(live=False)
    assert row(story)
    output = io.StringIO()
    call_command("search_rebuild", json=True, stdout=output)
    assert row(story) is None
    count = Document.objects.count()
    assert json.loads(output.getvalue()) == {"documents": count, "indexed": count}


def test_merging_or_leaving_facets_writes_each_value_once(fr):
    territory = term(Territory, "Mayenne", fr.locale, kind="department")
    story = sample(StoryPage, fr.locale)
    inside = term(Territory, "Laval", fr.locale, kind="municipality", parent=territory)
    story.page_territories = [PageTerritory(territory=one) for one in (territory, inside)]
    story = publish(add(fr.stories, story))
    values = list(Facet.objects.filter(document_id=story.pk, facet="territory"))
    assert len(values) == len({one.value for one in values}) == 2
