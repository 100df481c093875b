"""A name without consent is read nowhere; a consent or its withdrawal holds at once.

Rare names stand in every place of a report, an event and a coalition. The site is read as a robot
reads it: the names are there when their bearers agreed, and nowhere else.
"""

import json

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import TranslationSource

from coalitions.models import (
    CoalitionActor,
    CoalitionExperience,
    CoalitionPage,
    CoalitionProblem,
    EventCoalition,
    EventFacilitator,
    EventPage,
    EventProgrammeItem,
)
from content.agreements import NobodyOfThatName, record
from content.consent import public_titles
from content.models import Attachment, PageCredit
from content.rows import PersonRow
from home.models import FeaturedPage
from search.models import Document, DocumentText
from stories.models import (
    Facilitator,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    StoryPage,
    WorkshopReportPage,
)
from tests.crawling import crawl
from tests.factories import account, add, carry_out, picture, publish, published, sample

GIVEN, REFUSED, NOT_ASKED = (
    PersonRow.Consent.GIVEN,
    PersonRow.Consent.REFUSED,
    PersonRow.Consent.NOT_ASKED,
)
NAME = "Ysoline Kerzabiec"
SURNAME = "Kerzabiec"
# Each spelling of the name in a text has one of these in it.
TRACES = ("ysoline", "kerzabiec")
TEXT = f"Un texte de {NAME}, KERZABIEC Ysoline. Ysoline : oui."
HTML = f"<p>{TEXT} <b>{NAME}</b></p>"


def body():
    """Return every block that takes text, each with the name in every text that it has."""
    image = picture(title=f"Photo {NAME}")
    image.contextual_alt_text, image.decorative = f"Portrait de {NAME}", False
    group = {
        "title": NAME,
        "challenge": HTML,
        "phases": [{"title": NAME, "text": HTML}],
        "roadmap": {"file_name": "plan.pdf"},
    }
    figure = {"value": "3", "label": TEXT, "unit": NAME, "kind": "observed", "source": NAME}
    cells = {"data": [[NAME, "b"], ["a", TEXT]], "first_row_is_table_header": True}
    return [
        ("text", HTML),
        ("heading", {"text": NAME, "level": "h2"}),
        ("figure", {"image": image, "caption": TEXT, "credit": NAME}),
        ("quote", {"text": TEXT, "author": NAME, "source": NAME}),
        ("key_figures", [figure]),
        ("example", {"title": NAME, "place": NAME, "text": HTML}),
        ("attention", {"title": NAME, "text": HTML}),
        ("call_to_action", {"title": NAME, "text": TEXT, "link_text": NAME, "url": "/fr/"}),
        ("table", {"caption": NAME, "table": cells}),
        ("download", {"label": NAME, "file_name": "notes.pdf"}),
        ("question_answer", {"question": TEXT, "answer": HTML}),
        ("key_points", {"title": NAME, "points": [{"speaker": NAME, "text": TEXT}]}),
        ("axis", {"title": NAME, "introduction": HTML, "groups": [group]}),
    ]


def everywhere(page):
    """Put the name in every field that all page types share."""
    page.title, page.summary = f"Titre de {NAME}", TEXT
    page.seo_title, page.search_description = f"Titre de {NAME}", TEXT
    page.attribution = TEXT
    page.body = body()
    page.attachments = [Attachment(locale=page.locale, label=NAME, file_name="a.pdf")]
    page.page_credits = [PageCredit(name=NAME, role="author")]
    return page


class Scene:
    """A report, an event and a coalition that name somebody, among pages that link to them."""

    def __init__(self, tree):
        self.tree = tree
        self.coalition = self._coalition()
        self.event = self._event()
        self.report = self._report()
        EventCoalition.objects.create(page=self.event, coalition=self.coalition)
        self.story = published(tree.stories, StoryPage, slug="beside", coalition=self.coalition)
        tree.home.featured = [FeaturedPage(page=self.report)]
        tree.home.call_page, tree.home.call_link_text = self.report, "Lire"
        publish(tree.home)

    @property
    def pages(self):
        return (self.report, self.event, self.coalition)

    def _coalition(self):
        tree = self.tree
        page = sample(CoalitionPage, tree.locale, slug="naming-coalition")
        page.holder_name, page.holder_consent = NAME, NOT_ASKED
        page.holder_role, page.impact_horizon = NAME, NAME
        page.transforming_intent = page.vision = page.impact = HTML
        page.problems = [CoalitionProblem(locale=tree.locale, text=TEXT)]
        page.experiences = [CoalitionExperience(locale=tree.locale, text=TEXT)]
        page.actors = [CoalitionActor(locale=tree.locale, description=NAME)]
        return publish(add(tree.coalitions, everywhere(page)))

    def _event(self):
        tree = self.tree
        page = sample(EventPage, tree.locale, slug="naming-event")
        page.series, page.venue = NAME, NAME
        page.programme = [EventProgrammeItem(locale=tree.locale, title=NAME, text=TEXT)]
        page.facilitators = [EventFacilitator(name=NAME)]
        return publish(add(tree.events, everywhere(page)))

    def _report(self):
        tree = self.tree
        page = sample(WorkshopReportPage, tree.locale, slug="naming-report")
        page.series, page.venue = NAME, NAME
        for name in ("synthesis", "promises", "tensions", "wishes", "messages"):
            setattr(page, name, HTML)
        page.questions = [ReportQuestion(locale=tree.locale, text=TEXT)]
        page.points = [ReportPoint(locale=tree.locale, kind="finding", text=TEXT)]
        page.key_points = [ReportKeyPoint(locale=tree.locale, name=NAME, text=TEXT)]
        page.facilitators = [Facilitator(name="Inès Morvan", consent=GIVEN)]
        page.participants = [Participant(name=NAME, organisation="Le lavoir")]
        page.coalition, page.event = self.coalition, self.event
        return publish(add(self.event, everywhere(page)))

    def read(self) -> dict[str, str]:
        carry_out()
        start = ["/fr/", "/en/", "/sitemap.xml", "/fr/recherche/?q=lavoir"]
        start += [f"/fr/recherche/?q={word}" for word in ("texte", "titre")]
        start += [f"/en/not-translated-yet/{page.pk}/" for page in self.pages]
        start += [page.get_url() for page in self.pages]
        return crawl(Client(), start)

    def told(self) -> set[str]:
        """Return the addresses whose text says a part of the name."""
        return {url for url, text in self.read().items() if says(text)}


def says(text: str) -> bool:
    return any(trace in text.lower() for trace in TRACES)


@pytest.fixture
def scene(fr, en) -> Scene:
    return Scene(fr)


def test_a_name_without_consent_is_nowhere_and_is_everywhere_once_given(scene):
    assert scene.told() == set()
    for page in scene.pages:
        record(page, NAME, GIVEN)
    told = scene.told()
    neighbours = [scene.tree.home, scene.tree.stories, scene.tree.events, scene.tree.coalitions]
    assert {page.get_url() for page in (*scene.pages, *neighbours, scene.story)} <= told
    for page in scene.pages:
        record(page, NAME, REFUSED)
    assert scene.told() == set()


def test_initials_stand_where_the_name_was(scene):
    page = Client().get(scene.report.get_url()).content.decode()
    assert "<h1>Titre de Y. K.</h1>" in page
    assert 'alt="Portrait de Y. K."' in page
    assert "Inès Morvan" in page
    assert 'content="Un texte de Y. K., Y. K. Y.' in page
    lists = Client().get(scene.tree.stories.get_url()).content.decode()
    assert "Titre de Y. K." in lists


def test_a_search_for_a_hidden_name_finds_nothing(scene):
    address = reverse("search")
    client = Client()
    carry_out()
    for words in (SURNAME, "ysoline", "kerzab", NAME):
        # Recent pages may stand in for what was not found.
        assert client.get(address, {"q": words}).context["total"] == 0, words
    record(scene.report, NAME, GIVEN)
    carry_out()
    found = client.get(address, {"q": SURNAME})
    assert found.context["total"]
    assert scene.report.get_url() in found.content.decode()


def test_the_catalogue_holds_no_hidden_name(scene):
    documents = Document.objects.filter(pk__in=[page.pk for page in scene.pages])
    assert documents.count() == 3
    for document in documents:
        assert not says(json.dumps([document.title, document.summary, document.facts]))
        words = DocumentText.objects.get(pk=document.pk)
        assert not says(words.text)
        assert not says(f"{words.headings} {words.subjects}")


def test_a_withdrawal_leaves_the_pending_draft_a_draft_and_holds_in_it(scene):
    record(scene.report, NAME, GIVEN)
    draft = WorkshopReportPage.objects.get(pk=scene.report.pk)
    draft.synthesis = "<p>Une suite en brouillon.</p>"
    pending = draft.save_revision()
    record(scene.report, NAME, REFUSED)
    page = Client().get(scene.report.get_url()).content.decode()
    assert not says(page)
    assert "Une suite en brouillon" not in page
    report = WorkshopReportPage.objects.get(pk=scene.report.pk)
    assert report.latest_revision_id == pending.pk
    assert report.has_unpublished_changes
    report.latest_revision.publish()
    published_draft = Client().get(scene.report.get_url()).content.decode()
    assert "Une suite en brouillon" in published_draft
    assert not says(published_draft)


def test_an_older_revision_does_not_bring_a_withdrawn_name_back(scene):
    record(scene.report, NAME, GIVEN)
    older = WorkshopReportPage.objects.get(pk=scene.report.pk).save_revision()
    publish(WorkshopReportPage.objects.get(pk=scene.report.pk))
    record(scene.report, NAME, REFUSED)
    older.refresh_from_db()
    older.publish()
    assert not says(Client().get(scene.report.get_url()).content.decode())


def test_a_consent_holds_for_the_translations_and_is_written_in_the_log(scene, en, editor):
    event = scene.event.copy_for_translation(en.locale, copy_parents=True)
    publish(event)
    record(scene.event, NAME, GIVEN, user=editor)
    assert says(Client().get(event.get_url()).content.decode())
    record(scene.event, NAME, REFUSED, user=editor)
    assert not says(Client().get(event.get_url()).content.decode())
    entry = PageLogEntry.objects.filter(action="content.consent").latest("pk")
    assert (entry.page_id, entry.user) == (scene.event.pk, editor)
    assert entry.data == {"initials": "Y. K.", "consent": "refused"}


def test_a_translation_is_made_from_the_consent_of_the_day(scene):
    record(scene.event, NAME, GIVEN)
    source, _made = TranslationSource.update_or_create_from_instance(
        EventPage.objects.get(pk=scene.event.pk)
    )
    record(scene.event, NAME, REFUSED)
    source.refresh_from_db()
    assert [row.consent for row in source.as_instance().facilitators.all()] == [REFUSED]


def test_pages_that_name_nobody_cost_no_query(scene, django_assert_num_queries):
    pages = list(Page.objects.filter(pk__in=[scene.tree.stories.pk, scene.tree.home.pk]))
    assert public_titles(pages)[scene.tree.home.pk] == scene.tree.home.title
    with django_assert_num_queries(0):
        public_titles(pages)
    every = list(Page.objects.filter(pk__in=[page.pk for page in scene.pages]))
    with django_assert_num_queries(1):
        titles = public_titles(every)
    assert set(titles.values()) == {"Titre de Y. K."}


def test_a_name_that_the_page_does_not_say_is_refused(scene):
    with pytest.raises(NobodyOfThatName):
        record(scene.report, "Personne Dupont", GIVEN)
    with pytest.raises(ValueError, match="perhaps"):
        record(scene.report, NAME, "perhaps")


def test_an_editor_records_a_consent_with_one_button_of_the_list(scene, editor_client):
    address = reverse("content_people")
    listed = editor_client.get(address, {"q": "kerzabiec", "consent": "not_asked"}).content.decode()
    assert listed.count(f'name="name" value="{NAME}"') == 3
    assert "Inès Morvan" not in listed
    data = {"page": scene.report.pk, "name": NAME, "consent": GIVEN}
    answer = editor_client.post(f"{address}?consent=not_asked", data, follow=True)
    assert answer.redirect_chain[-1][0] == f"{address}?consent=not_asked"
    assert says(Client().get(scene.report.get_url()).content.decode())
    listed = editor_client.get(address, {"consent": "given"}).content.decode()
    assert listed.count(f'name="name" value="{NAME}"') == 1
    editor_client.post(address, {**data, "consent": REFUSED})
    assert not says(Client().get(scene.report.get_url()).content.decode())


def test_only_who_may_change_a_page_sees_and_records_its_people(scene):
    client = Client()
    client.force_login(account("moderator@example.org", "Moderators"))
    address = reverse("content_people")
    assert NAME not in client.get(address).content.decode()
    data = {"page": scene.coalition.pk, "name": NAME, "consent": GIVEN}
    assert client.post(address, data).status_code == 302
    assert not says(Client().get(scene.coalition.get_url()).content.decode())
    nobody = Client()
    assert nobody.get(address).status_code == 302
    assert Group.objects.filter(name="Authors").exists()


def test_the_list_refuses_what_is_no_answer(scene, editor_client):
    address = reverse("content_people")
    data = {"page": scene.report.pk, "name": NAME, "consent": NOT_ASKED}
    assert editor_client.post(address, data).status_code == 400
    data["consent"] = GIVEN
    assert editor_client.post(address, {**data, "page": "x"}).status_code == 404
    assert editor_client.post(address, {**data, "name": "Personne"}).status_code == 302
    assert editor_client.get(address, {"p": "999", "consent": "x"}).status_code == 200


def test_the_editing_form_and_the_preview_say_who_is_hidden(scene, editor_client):
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[scene.report.pk]))
    said = form.content.decode()
    assert f"<li>{NAME} → Y. K.</li>" in said
    assert f"{reverse('content_people')}?page_id={scene.report.pk}" in said
    preview = reverse("wagtailadmin_pages:view_draft", args=[scene.report.pk])
    seen = editor_client.get(preview).content.decode()
    assert not says(seen)
    assert "Y. K.</p>" in seen
    record(scene.report, NAME, GIVEN)
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[scene.report.pk]))
    assert "→" not in form.content.decode()
    assert Page.objects.get(pk=scene.report.pk).live


def test_a_new_page_has_a_form_before_it_names_anybody(fr, editor_client):
    for model, parent in ((WorkshopReportPage, fr.stories), (CoalitionPage, fr.coalitions)):
        place = [model._meta.app_label, model._meta.model_name, parent.pk]
        form = editor_client.get(reverse("wagtailadmin_pages:add", args=place))
        assert form.status_code == 200
        assert "→" not in form.content.decode()
