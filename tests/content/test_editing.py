"""The forms of the admin: every type opens, and bad values come back with their reason."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from coalitions.models import CoalitionPage, EventPage
from content.models import Organisation, Theme
from home.models import HomePage, StandardPage
from kit.models import ChapterPage, KitPage
from stories.models import InterviewPage, StoryPage, WorkshopReportPage
from tests.admin_forms import create_url, edit_url, errors, page_form, rows
from tests.factories import PAGE_MODELS, add, kit_in, parent_for, publish, published, sample, term

CREATED = [model for model in PAGE_MODELS if model is not HomePage]


@pytest.mark.parametrize("model", CREATED, ids=lambda model: model.__name__)
def test_every_type_can_be_created_and_edited_by_an_editor(model, fr, editor_client):
    parent = parent_for(model, fr)
    assert editor_client.get(create_url(model, parent)).status_code == 200
    page = published(parent, model, slug="one")
    response = editor_client.get(edit_url(page))
    assert response.status_code == 200
    help_texts = [field.help_text for field in response.context["form"] if field.help_text]
    assert len(help_texts) >= 5


def test_a_home_is_edited_but_not_created_by_an_editor(fr, editor_client):
    assert editor_client.get(edit_url(fr.home)).status_code == 200
    root = fr.home.get_parent()
    assert editor_client.get(create_url(HomePage, root)).status_code in {302, 403}


@pytest.mark.parametrize("model", CREATED, ids=lambda model: model.__name__)
def test_every_type_is_published_from_the_form_as_it_is_shown(model, fr, editor_client):
    page = add(parent_for(model, fr), sample(model, fr.locale, slug="one"), live=False)
    if hasattr(page, "body"):
        page.body = []
    page.save_revision()
    data = page_form(editor_client, edit_url(page))
    response = editor_client.post(edit_url(page), {**data, "action-publish": "on"})
    assert response.status_code == 302, errors(response)
    stored = model.objects.get(pk=page.pk)
    assert stored.live
    assert Client().get(stored.get_url()).status_code == 200
    assert [credit.name for credit in stored.page_credits.all()] == [
        credit.name for credit in page.page_credits.all()
    ]


SIX_THEMES = [{"theme": str(number)} for number in range(6)]
NO_TEXT = {"name": "Inès Morvan", "consent": "given", "text": " "}
EMPTY_LINK = [("call_to_action", {"title": "Lire", "link_text": "Lire", "url": ""})]
# What is typed, and the field beside which its reason is shown.
BAD = [
    (StoryPage, {"title": ""}, "title"),
    (StoryPage, {"title": "x" * 256}, "title"),
    (StoryPage, {"slug": "two words"}, "slug"),
    (StoryPage, {"slug": "taken"}, "slug"),
    (StoryPage, {"summary": "x" * 601}, "summary"),
    (StoryPage, {"period_start": "2026-05-02", "period_end": "2026-05-01"}, "period_end"),
    (StoryPage, {"period_start": "2026-13-45"}, "period_start"),
    (StoryPage, {"period_precision": "hour"}, "period_precision"),
    (StoryPage, {"text_language": "xx"}, "text_language"),
    (StoryPage, {"text_language": ""}, "text_language"),
    (StoryPage, {"content_language": "french"}, "content_language"),
    (StoryPage, {"listing_image": "999999"}, "listing_image"),
    (StoryPage, {"licence": "999999"}, "licence"),
    (StoryPage, {"coalition": "999999"}, "coalition"),
    (StoryPage, rows("page_themes", *SIX_THEMES), "page_themes"),
    (StoryPage, rows("page_themes", {"theme": "999999"}), "page_themes-0-theme"),
    (StoryPage, rows("page_credits", {"name": "", "role": "author"}), "page_credits-0-name"),
    (StoryPage, rows("page_credits", {"name": "A", "role": "king"}), "page_credits-0-role"),
    (StoryPage, rows("attachments", {"label": "Le carnet"}), "attachments-0-document"),
    (StoryPage, rows("attachments", {"url": "javascript:x"}), "attachments-0-url"),
    (StoryPage, rows("attachments", {"file_name": "a", "pages": "-1"}), "attachments-0-pages"),
    (
        StoryPage,
        rows("attachments", {"file_name": "a", "language": "xx"}),
        "attachments-0-language",
    ),
    (StoryPage, rows("actors", {"role": "accueil"}), "actors-0-name"),
    (StoryPage, rows("story_links", {"other": "", "kind": "continues"}), "story_links-0-other"),
    (StoryPage, nested_form_data({"body": streamfield(EMPTY_LINK)}), "body"),
    (EventPage, {"starts_on": "2026-05-02", "ends_on": "2026-05-01"}, "ends_on"),
    (EventPage, {"participant_precision": "about"}, "participant_count"),
    (EventPage, {"participant_precision": "exact", "participant_count": "-3"}, "participant_count"),
    (EventPage, {"number": "-1"}, "number"),
    (EventPage, {"mode": "nowhere"}, "mode"),
    (CoalitionPage, rows("actors", {"commitment": "engaged"}), "actors-0-description"),
    (CoalitionPage, {"stage": "asleep"}, "stage"),
    (WorkshopReportPage, rows("key_points", NO_TEXT), "key_points-0-text"),
    (WorkshopReportPage, rows("participants", {"consent": "given"}), "participants-0-name"),
    (KitPage, {"edition_date": "hier"}, "edition_date"),
    (KitPage, rows("downloads", {"variant": "colour"}), "downloads-0-document"),
    (ChapterPage, {"number": "taken"}, "number"),
    (ChapterPage, {"valid_as_of": "2026-02-30"}, "valid_as_of"),
]


@pytest.fixture(params=sorted({model.__name__ for model, _typed, _field in BAD}))
def refused(request, fr):
    """Return a type, a page under which it lives, and the bad values to try on it."""
    cases = [case for case in BAD if case[0].__name__ == request.param]
    model = cases[0][0]
    parent = parent_for(model, fr)
    taken = {"number": "taken"} if model is ChapterPage else {}
    published(parent, model, slug="taken", **taken)
    return model, parent, [(typed, field) for _model, typed, field in cases]


def test_a_bad_value_comes_back_with_its_reason_beside_its_field(refused, editor_client, subtests):
    model, parent, cases = refused
    url = create_url(model, parent)
    form = {**page_form(editor_client, url), "title": "Un titre", "slug": "one"}
    for typed, field in cases:
        with subtests.test(field):
            response = editor_client.post(url, {**form, **typed, "action-publish": "on"})
            assert response.status_code == 200
            assert any(errors(response).get(field, [])), errors(response)
    assert not model.objects.filter(slug="one").exists()


def test_a_bad_value_never_breaks_a_page_that_exists(refused, fr, editor_client, subtests):
    model, parent, cases = refused
    page = add(parent, model(title="Un titre", slug="one", locale=fr.locale), live=False)
    page.save_revision()
    url = edit_url(page)
    form = page_form(editor_client, url)
    for typed, field in cases:
        with subtests.test(field):
            response = editor_client.post(url, {**form, **typed, "action-publish": "on"})
            assert response.status_code == 200
            assert any(errors(response).get(field, [])), errors(response)
    assert not model.objects.get(pk=page.pk).live


def test_a_story_is_not_linked_to_itself(fr, editor_client):
    story = published(fr.stories, StoryPage, body=[])
    data = page_form(editor_client, edit_url(story))
    data |= rows("story_links", {"other": str(story.pk), "kind": "continues"})
    response = editor_client.post(edit_url(story), {**data, "action-publish": "on"})
    assert response.status_code == 200
    assert "story_links-0-other" in errors(response)


def test_the_same_row_twice_is_refused_not_a_fault(fr, editor_client):
    theme = term(Theme, "Réparer", fr.locale)
    story = published(fr.stories, StoryPage, body=[])
    data = page_form(editor_client, edit_url(story))
    data |= rows("page_themes", {"theme": str(theme.pk)}, {"theme": str(theme.pk)})
    response = editor_client.post(edit_url(story), {**data, "action-publish": "on"})
    assert response.status_code == 200
    assert [name for name in errors(response) if name.startswith("page_themes")]


def test_any_known_language_may_be_typed_though_few_are_offered(fr, editor_client):
    url = create_url(StandardPage, fr.home)
    data = page_form(editor_client, url)
    assert data["text_language"] == data["content_language"] == "fr"
    data |= {"title": "Page", "slug": "page", "text_language": "pt-BR", "action-publish": "on"}
    assert editor_client.post(url, data).status_code == 302
    page = StandardPage.objects.get(slug="page")
    assert page.text_language == "pt-BR"
    assert page_form(editor_client, edit_url(page))["text_language"] == "pt-BR"


def test_a_person_or_an_organisation_is_credited(fr, editor_client):
    organisation = term(Organisation, "Le lavoir", fr.locale)
    page = published(fr.home, StandardPage, body=[])
    data = page_form(editor_client, edit_url(page))
    credited = (
        {"organisation": str(organisation.pk), "role": "editor"},
        {"name": "Nour", "role": "author"},
    )
    data |= rows("page_credits", *credited)
    response = editor_client.post(edit_url(page), {**data, "action-publish": "on"})
    assert response.status_code == 302, errors(response)
    text = Client().get(page.get_url()).content.decode()
    assert "Le lavoir" in text
    assert "Nour" in text


def test_a_draft_may_lack_what_its_publication_needs(fr, editor_client):
    url = create_url(InterviewPage, fr.stories)
    data = {**page_form(editor_client, url), "title": "Une idée", "slug": "idee"}
    response = editor_client.post(url, {**data, "action-publish": "on"})
    assert set(errors(response)) == {"person"}
    assert editor_client.post(url, data).status_code == 302
    assert not InterviewPage.objects.get(slug="idee").live


def test_publishing_what_is_live_keeps_its_address(fr, editor_client):
    page = published(kit_in(fr), ChapterPage, slug="one", body=[])
    data = page_form(editor_client, edit_url(page))
    editor_client.post(edit_url(page), {**data, "title": "Autre", "action-publish": "on"})
    again = publish(ChapterPage.objects.get(pk=page.pk))
    assert (again.slug, again.title) == ("one", "Autre")
