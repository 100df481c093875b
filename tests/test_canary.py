"""A page that is not public is spoken of nowhere.

One word, unique, stands in the title, the summary and the body of a page of each type, linked from
and to everything that shows links. The whole site is read as a robot reads it: the word is there
while the pages are public, and nowhere once they are hidden, in whichever way.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Page

from coalitions.models import CoalitionExperience, CoalitionPage, EventCoalition, EventPage
from content.models import Organisation, PageTerritory, PageTheme, Territory, Theme
from home.models import FeaturedPage, HomePage, StandardPage
from kit.models import ChapterPage
from search import feeds
from search.engines.elasticsearch.comparing import compare
from stories.models import (
    ExplorationLeader,
    ExplorationPage,
    InterviewPage,
    StoryActor,
    StoryChapter,
    StoryIndexPage,
    StoryLink,
    StoryPage,
    WorkshopReportPage,
)
from tests.crawling import crawl
from tests.factories import add, carry_out, kit_in, publish, published, restrict, sample, term

CANARY = "zanzibulle"
BEGINNING = "zanzib"
ASKED = (f"?q={BEGINNING}", "?theme=reparer", "?locale=all", f"?locale=all&q={BEGINNING}")
TEXT = [("text", f"<p>Le mot {CANARY} est ici.</p>")]


class Scene:
    """Canary pages among neighbours that link to them and to which they link."""

    def __init__(self, tree):
        self.tree = tree
        self.theme = term(Theme, "Réparer", tree.locale)
        self.territory = term(Territory, "Mayenne", tree.locale, kind="department", code="53")
        self.body = term(Organisation, "Le lavoir", tree.locale)
        self.canaries: dict[str, Page] = {}
        self._neighbours()
        self._canaries()
        self._links()

    def canary(self, model, parent, **changes):
        """Publish a canary page of `model` under `parent`."""
        page = sample(model, self.tree.locale, slug=f"c-{model.__name__.lower()}", **changes)
        page.title, page.summary = f"Titre {CANARY}", f"Résumé {CANARY}"
        page.search_description = f"Description {CANARY}"
        page.seo_title = f"Titre {CANARY}"
        page.body = TEXT
        page.page_themes = [PageTheme(theme=self.theme)]
        page.page_territories = [PageTerritory(territory=self.territory)]
        page.tags.add("compostage")
        self.canaries[model.__name__] = publish(add(parent, page))
        return self.canaries[model.__name__]

    def _neighbours(self):
        tree = self.tree
        self.kit = kit_in(tree)
        self.part = published(self.kit, ChapterPage, slug="part", number="1")
        self.before = published(self.part, ChapterPage, slug="before", number="1.1")
        self.story = published(tree.stories, StoryPage, slug="neighbour")
        self.coalition = published(tree.coalitions, CoalitionPage, slug="with-interviews")
        self.event = published(tree.events, EventPage, slug="with-reports")
        self.page = published(tree.home, StandardPage, slug="above")

    def _canaries(self):
        tree = self.tree
        chapter = self.canary(ChapterPage, self.part, number="1.2")
        self.after = published(self.part, ChapterPage, slug="after", number="1.3")
        self.canary(StandardPage, tree.home, show_in_menus=True)
        coalition = self.canary(CoalitionPage, tree.coalitions)
        event = self.canary(EventPage, tree.events)
        self.canary(
            StoryPage,
            tree.stories,
            actors=[StoryActor(organisation=self.body)],
            coalition=self.coalition,
            related_chapters=[StoryChapter(chapter=self.before)],
            story_links=[StoryLink(other=self.story, kind="continues")],
        )
        self.canary(WorkshopReportPage, self.event, coalition=self.coalition)
        leader = ExplorationLeader(organisation=self.body)
        self.canary(ExplorationPage, self.event, leaders=[leader])
        self.canary(InterviewPage, self.coalition, event=self.event, coalition=self.coalition)
        EventCoalition.objects.create(page=event, coalition=self.coalition)
        EventCoalition.objects.create(page=self.event, coalition=coalition)
        StoryChapter.objects.create(page=self.story, chapter=chapter)

    def _links(self):
        story = self.canaries["StoryPage"]
        home = self.tree.home
        home.call_page, home.call_link_text, home.call_title = story, "Proposer", "Un appel"
        home.featured = [FeaturedPage(page=story)]
        publish(home)
        self.coalition.experiences.add(CoalitionExperience(text="Une étagère", story=story))
        publish(self.coalition)
        self.story.body = [
            ("example", {"title": "Cas", "text": "<p>Un cas.</p>", "story": story}),
            ("call_to_action", {"title": "Lire", "link_text": "Lire", "page": story}),
        ]
        publish(self.story)

    def read(self) -> dict[str, str]:
        """Return the text of every public address, those of the canaries left out."""
        start = ["/", "/sitemap.xml", "/robots.txt", "/fr/nowhere/", "/nowhere/"]
        for language in ("fr", "en"):
            with override(language):
                search = reverse("search")
                start += [f"{search}{query}" for query in ASKED]
                start += [reverse("tag", args=["compostage"]), reverse("theme", args=["reparer"])]
                start += [reverse("territory", args=["mayenne"])]
                start += [reverse("organisation", args=["le-lavoir"])]
                some = list(self.canaries.values())[:2]
                start += [reverse("not_translated", args=[page.pk]) for page in some]
        return crawl(Client(), start)

    def spoken_of(self) -> set[str]:
        """Return the addresses that say the word or lead to a canary page."""
        carry_out()
        own = {page.get_url() for page in self.canaries.values()}
        return {url for url, text in self.read().items() if url not in own and speaks(text, own)}


def speaks(text: str, own: set[str]) -> bool:
    """Return whether a text says the word or leads to one of the addresses `own`."""
    return CANARY in text or any(f"{address}{end}" in text for address in own for end in '"<')


@pytest.fixture
def scene(fr, en) -> Scene:
    return Scene(fr)


def pages(scene):
    """Return the canary pages as they are stored now."""
    found = Page.objects.filter(pk__in=[page.pk for page in scene.canaries.values()])
    return found.specific(defer=True)


def parents(scene) -> set[Page]:
    return {page.get_parent() for page in pages(scene)}


def unpublish_all(scene):
    for page in pages(scene):
        page.unpublish()


def restrict_all(scene):
    for page in pages(scene):
        restrict(page)


def restrict_above(scene):
    for parent in parents(scene):
        restrict(scene.canaries["StandardPage"] if parent == scene.tree.home.page_ptr else parent)


def expire_all(scene):
    pages(scene).update(expire_at=timezone.now() - timedelta(seconds=1))


def unpublish_above(scene):
    page = Page.objects.get(pk=scene.canaries["StandardPage"].pk)
    page.move(Page.objects.get(pk=scene.page.pk), "last-child")
    Page.objects.filter(pk__in=[parent.pk for parent in parents(scene)]).update(live=False)


def move_under_a_draft(scene):
    draft = add(scene.tree.home, sample(StandardPage, scene.tree.locale), slug="draft", live=False)
    for page in pages(scene):
        page.move(Page.objects.get(pk=draft.pk), "last-child")


HIDING = [
    unpublish_all,
    restrict_all,
    restrict_above,
    expire_all,
    unpublish_above,
    move_under_a_draft,
]


def test_the_word_is_on_every_surface_while_its_pages_are_public(scene):
    spoken = scene.spoken_of()
    home = scene.tree.home
    neighbours = [home, scene.kit, scene.part, scene.before, scene.after, scene.story, scene.event]
    neighbours += [scene.coalition, scene.tree.stories, scene.tree.coalitions, scene.tree.events]
    assert {page.get_url() for page in neighbours} <= spoken
    assert "/sitemap-fr-1.xml" in spoken
    subjects = {"tag": "compostage", "theme": "reparer", "territory": "mayenne"}
    with override("fr"):
        assert {reverse(name, args=[slug]) for name, slug in subjects.items()} <= spoken
        assert reverse("organisation", args=["le-lavoir"]) in spoken
        assert f"{reverse('search')}?q={BEGINNING}" in spoken
    with override("en"):
        assert reverse("not_translated", args=[scene.canaries["ChapterPage"].pk]) in spoken


def test_the_word_is_nowhere_once_its_pages_are_hidden(scene, subtests):
    for hide in HIDING:
        with subtests.test(hide.__name__), transaction.atomic():
            hide(scene)
            spoken = scene.spoken_of()
            transaction.set_rollback(True)
            assert spoken == set()


@pytest.mark.elasticsearch
def test_the_search_server_says_nothing_of_hidden_pages(elasticsearch, fr, en, subtests):
    scene = Scene(fr)
    carry_out()
    own = {page.get_url() for page in scene.canaries.values()}

    def spoken() -> set[str]:
        answers = {}
        for language in ("fr", "en"):
            with override(language):
                places = [reverse("search")]
                places += [reverse("search_results", args=[form]) for form in feeds.FORMS]
            for url in places:
                answers[url] = Client().get(url, {"q": BEGINNING})
                assert answers[url].status_code == 200
        read = {url: answer.content.decode() for url, answer in answers.items()}
        return {url for url, text in read.items() if speaks(text, own)}

    assert len(spoken()) == 8
    for hide in HIDING:
        with subtests.test(hide.__name__):
            with transaction.atomic():
                hide(scene)
                assert spoken() == set()
                carry_out()
                assert spoken() == set()
                transaction.set_rollback(True)
            compare(elasticsearch, fix=True)
    assert spoken()


def test_a_hidden_page_answers_with_none_of_its_words(scene):
    client = Client()
    restrict_all(scene)
    for page in scene.canaries.values():
        asked = client.get(page.get_url())
        assert b'type="password"' in asked.content
        assert CANARY not in asked.content.decode()
    unpublish_all(scene)
    for page in scene.canaries.values():
        gone = client.get(page.get_url())
        assert gone.status_code == 404
        assert CANARY not in gone.content.decode()


def test_a_restricted_page_opens_with_its_password_and_stays_out_of_lists(scene):
    restrict_all(scene)
    chapter = scene.canaries["ChapterPage"]
    restriction = chapter.get_view_restrictions().get()
    client = Client()
    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{chapter.pk}/",
        {"password": "sesame", "return_url": chapter.get_url()},
    )
    assert CANARY in client.get(chapter.get_url()).content.decode()
    assert CANARY not in client.get(scene.kit.get_url()).content.decode()


def test_an_alias_is_in_no_list(scene):
    story = Page.objects.get(pk=scene.story.pk)
    alias = story.create_alias(parent=scene.tree.stories, update_slug="the-alias")
    assert alias.live
    url = alias.get_url()
    read = scene.read()
    assert story.get_url() in read
    assert {one for one, text in read.items() if url in text} == set()


def test_a_page_of_a_closed_language_is_nowhere(scene):
    unpublish_all(scene)
    assert scene.spoken_of() == set()
    spanish = Locale.objects.create(language_code="es")
    home = scene.tree.home.copy_for_translation(spanish)
    index = scene.tree.stories.copy_for_translation(spanish)
    story = scene.story.copy_for_translation(spanish)
    story.title, story.summary = f"Título {CANARY}", f"Resumen {CANARY}"
    publish(index)
    scene.canaries = {"StoryPage": publish(story)}
    assert scene.spoken_of() == set()
    publish(HomePage.objects.get(pk=home.pk))
    assert scene.spoken_of() != set()
    assert StoryIndexPage.objects.get(pk=index.pk).live
