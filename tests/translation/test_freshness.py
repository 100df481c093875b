"""A source that changes: its translation stays, is marked, and is brought up to date."""

import json

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from accounts.personal_data import keepers
from content.versions import version_of
from tests import factories, translating
from tests.admin_forms import page_form
from translation.models import SourceChange, TranslationStatus


def english(text: str) -> str:
    return f"EN {text}"


@pytest.fixture
def live(translation, editor, editor_client):
    """Return the translation, whole and published by a translator with a displayed name."""
    type(editor).objects.filter(pk=editor.pk).update(display_name="Maud S.")
    translating.write(editor_client, translation, english)
    translating.publish(editor_client, translation)
    return translation


def change(page, **fields) -> None:
    """Publish the source with other words, and let the worker follow."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    factories.publish(page)
    factories.carry_out()


def status(translation) -> TranslationStatus:
    return TranslationStatus.objects.get(translation=translation)


def sheet(translation) -> str:
    return reverse("translation_sheet", args=[translation.pk])


def test_a_fresh_translation_says_its_date_and_its_translators(live, client):
    html = client.get(live.get_target_instance().get_url()).content.decode()
    assert "Translated from French" in html
    assert "Translation: Maud S." in html
    assert "has changed since" not in html
    assert "editor@example.org" not in html


def test_a_translator_who_leaves_is_named_no_longer(live, editor, client):
    for keeper in keepers():
        keeper.erase(editor)
    html = client.get(live.get_target_instance().get_url()).content.decode()
    assert "Translated from French" in html
    assert "Maud S." not in html
    assert status(live).translators == []


def test_a_changed_source_marks_its_translation_and_leaves_it_live(live, page, client):
    change(page, summary="Deux soirs.")
    assert status(live).stale_since
    target = live.get_target_instance()
    assert target.live
    html = client.get(target.get_url()).content.decode()
    assert "EN Un soir." in html
    assert "the original has changed since" in html
    assert f'href="{page.get_url()}"' in html
    assert "Deux soirs" not in html


def test_the_sheet_shows_the_difference_with_the_former_translation(live, page, editor_client):
    change(page, summary="Deux soirs.")
    html = editor_client.get(sheet(live)).content.decode()
    for words in ("Un soir.", "Deux soirs.", "EN Un soir."):
        assert words in html


def test_publishing_the_source_unchanged_marks_nothing(live, page):
    change(page)
    assert status(live).stale_since is None
    assert not SourceChange.objects.exists()


def test_a_stale_translation_is_not_published_with_the_new_french_words(live, page, editor_client):
    change(page, summary="Deux soirs.")
    translating.publish(editor_client, live)
    assert live.get_target_instance().summary == "EN Un soir."


def test_the_former_translation_may_stand_for_the_new_text(live, page, editor_client):
    change(page, summary="Un soir !")
    editor_client.post(sheet(live), {"action": "keep", "change": SourceChange.objects.get().pk})
    target = translating.publish(editor_client, live)
    assert target.summary == "EN Un soir."
    assert status(live).stale_since is None


def test_a_new_translation_makes_the_page_fresh(live, page, editor_client, client):
    change(page, summary="Deux soirs.")
    translating.write(editor_client, live, lambda text: f"NEW {text}")
    target = translating.publish(editor_client, live)
    assert target.summary == "NEW Deux soirs."
    assert "has changed since" not in client.get(target.get_url()).content.decode()


def test_a_change_of_one_paragraph_keeps_the_translations_of_the_others(live, page):
    body = page.body.get_prep_value()
    body[1]["value"] = "<p>Prêter deux outils.</p>"
    change(page, body=json.dumps(body))
    [changed] = SourceChange.objects.all()
    assert (changed.old, changed.new) == ("Prêter un outil.", "Prêter deux outils.")
    assert StringTranslation.objects.filter(data="EN Réparer ensemble.").exists()


def test_a_minor_change_carries_the_translations_over(live, page, editor_client, client):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = editor_client.get(url).content.decode()
    assert 'value="translation-minor"' in html
    data = page_form(editor_client, url) | {"summary": "Un soir !"}
    response = editor_client.post(url, data | {"action-publish": "translation-minor"})
    assert response.status_code == 302
    page.refresh_from_db()
    assert page.summary == "Un soir !"
    factories.carry_out()
    assert status(live).stale_since is None
    assert SourceChange.objects.filter(is_minor=True, new="Un soir !").exists()
    texts = StringTranslation.objects.filter(translation_of__data="Un soir !")
    assert [text.data for text in texts] == ["EN Un soir."]


def test_a_change_after_a_minor_one_is_not_minor(live, page, editor_client):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = page_form(editor_client, url) | {"summary": "Un soir !"}
    editor_client.post(url, data | {"action-publish": "translation-minor"})
    change(page, summary="Tout autre chose.")
    assert status(live).stale_since


def test_a_draft_of_the_source_marks_nothing(live, page):
    page.summary = "Un brouillon."
    page.save_revision()
    assert status(live).stale_since is None


def test_an_original_costs_no_query_for_it(page, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert version_of(page) is None
