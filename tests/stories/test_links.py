"""Stories are linked with stories, chapters and coalitions; each link shows at both ends."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from coalitions.models import CoalitionPage, EventPage
from content import ordering
from kit.models import ChapterPage
from stories.models import StoryChapter, StoryLink, StoryPage, WorkshopReportPage
from tests.factories import add, kit_in, many, publish, published, sample
from tests.reading import Html

KINDS = [kind.value for kind in StoryLink.Kind]


def link_to(client, page, other):
    """Return the link that `page` shows to `other`, with the words around it, or None."""
    html = Html(client.get(page.get_url()))
    return next((link for link in html.all("a") if link.get("href") == other.get_url()), None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_between_stories_shows_at_both_ends(kind, fr, client):
    other = published(fr.stories, StoryPage, slug="other", title="L'autre")
    story = sample(StoryPage, fr.locale, slug="one", title="La première")
    story.story_links = [StoryLink(other=other, kind=kind)]
    story = publish(add(fr.stories, story))
    assert link_to(client, story, other)
    assert link_to(client, other, story)
    other.unpublish()
    assert link_to(client, story, other) is None


def test_the_word_of_a_link_is_that_of_its_end(fr, client):
    other = published(fr.stories, StoryPage, slug="other")
    story = sample(StoryPage, fr.locale, slug="one")
    story.story_links = [StoryLink(other=other, kind="inspired_by")]
    story = publish(add(fr.stories, story))
    words = []
    for page, linked in ((story, other), (other, story)):
        items = Html(client.get(page.get_url())).all("li")
        words.append([item.text for item in items if linked.title in item.text])
    assert all(words)
    assert words[0] != words[1]


def test_a_story_and_its_chapter_show_each_other(fr, client):
    chapter = published(kit_in(fr), ChapterPage, slug="chapter")
    story = sample(StoryPage, fr.locale, slug="one")
    story.related_chapters = [StoryChapter(chapter=chapter)]
    story = publish(add(fr.stories, story))
    assert link_to(client, story, chapter)
    assert link_to(client, chapter, story)


def test_a_story_and_its_coalition_show_each_other(fr, client):
    coalition = published(fr.coalitions, CoalitionPage)
    story = published(fr.stories, StoryPage, coalition=coalition)
    assert link_to(client, story, coalition)
    assert link_to(client, coalition, story)


def test_a_report_under_an_event_shows_on_it(fr, client):
    event = published(fr.events, EventPage)
    report = published(event, WorkshopReportPage)
    assert link_to(client, event, report)


def test_a_link_leads_to_the_version_of_the_reader(fr, en, client):
    other = published(fr.stories, StoryPage, slug="other")
    story = sample(StoryPage, fr.locale, slug="one")
    story.story_links = [StoryLink(other=other, kind="continues")]
    story = publish(add(fr.stories, story))
    english_other = publish(other.copy_for_translation(en.locale))
    english = publish(story.copy_for_translation(en.locale))
    assert link_to(client, english, english_other)
    assert link_to(client, english, other) is None
    english_other.unpublish()
    assert link_to(client, english, other)


def explored(client, index, **query) -> set[str]:
    """Return the titles that the explorer lists under `index`."""
    response = client.get(reverse("wagtailadmin_explore", args=[index.pk]), query)
    assert response.status_code == 200
    return {page.title for page in response.context["object_list"]}


def test_the_explorer_shows_every_type_and_filters_by_it(fr, editor_client):
    published(fr.stories, StoryPage, slug="one", title="Un récit")
    published(fr.stories, WorkshopReportPage, slug="two", title="Un compte rendu")
    assert explored(editor_client, fr.stories) == {"Un récit", "Un compte rendu"}
    kind = ContentType.objects.get_for_model(WorkshopReportPage)
    assert explored(editor_client, fr.stories, content_type=kind.pk) == {"Un compte rendu"}


@pytest.mark.parametrize("state", ["live", "draft", "changed", "scheduled", "in_review"])
def test_the_explorer_filters_by_state(state, fr, editor_client):
    published(fr.stories, StoryPage, slug="one", title="En ligne")
    add(fr.stories, sample(StoryPage, fr.locale, slug="two", title="En cours"), live=False)
    expected = {"live": {"En ligne"}, "draft": {"En cours"}}
    assert explored(editor_client, fr.stories, state=state) == expected.get(state, set())


def test_a_long_list_of_stories_is_not_ordered_by_hand(fr, monkeypatch, editor):
    monkeypatch.setattr(ordering, "MOST_ORDERED_CHILDREN", 2)
    many(fr.stories, StoryPage, 2)
    fr.stories.refresh_from_db()
    assert fr.stories.permissions_for_user(editor).can_reorder_children()
    many(fr.stories, StoryPage, 3, start=2)
    fr.stories.refresh_from_db()
    assert not fr.stories.permissions_for_user(editor).can_reorder_children()
