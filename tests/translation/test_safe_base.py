"""What wagtail-localize would leak, and does not: settings, rights, privacy, followers."""

import pytest
from django.contrib.auth.models import Permission
from django.core.checks import run_checks
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Page, PageViewRestriction, Workflow
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import StandardPage
from operations.tree import open_locale
from tests import factories, translating
from translation import workflows
from translation.checks import REFUSED, SETTINGS

SUBMIT = "wagtail_localize:submit_page_translation"


def is_refused(response) -> bool:
    """Return whether the admin sent back somebody without the right, as Wagtail does."""
    return response.status_code == 403 or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, value, _why in SETTINGS])
def test_a_setting_under_which_source_text_would_be_published_is_refused(db, name, value):
    assert not [error for error in run_checks() if error.id.startswith("translation.")]
    with override_settings(**{name: not value}):
        assert [error.id for error in run_checks(tags=["portal"])] == ["translation.E001"]


def test_an_application_that_makes_aliases_is_refused(monkeypatch):
    assert "wagtail_localize.locales" in REFUSED
    monkeypatch.setitem(REFUSED, "wagtail.locales", "as if it made aliases")
    assert [error.id for error in run_checks(tags=["portal"])] == ["translation.E002"]


def test_opening_a_language_makes_its_workflow_once(en):
    workflow = Workflow.objects.get(name=workflows.name_of("en"))
    assert en.home.get_workflow() == workflow
    [task] = workflow.tasks.all()
    assert [group.name for group in task.specific.groups.all()] == ["Reviewers en"]
    assert workflows.set_up(en.home, task.specific.groups.get()) == workflow
    assert workflow.tasks.count() == 1


@pytest.mark.parametrize(
    ("group", "status"),
    [("Editors", 200), ("Translators en", 302), ("Reviewers en", 302), ("Moderators", 302)],
)
def test_who_may_ask_for_a_translation_on_the_stock_screen(group, status, page, en):
    client = Client()
    client.force_login(factories.account("one@example.org", group))
    assert client.get(reverse(SUBMIT, args=[page.pk])).status_code == status


def test_the_permission_to_submit_alone_opens_nothing(page, translator, en):
    translator.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    client = Client()
    client.force_login(translator)
    url = reverse(SUBMIT, args=[page.pk])
    assert is_refused(client.post(url, {"locales": [en.locale.pk]}))
    assert not TranslationSource.objects.exists()


def test_a_language_without_the_page_above_is_not_offered(page, en, editor_client):
    child = factories.published(page, StandardPage, slug="child")
    response = editor_client.post(reverse(SUBMIT, args=[child.pk]), {"locales": [en.locale.pk]})
    assert response.status_code == 200
    assert "locales" in response.context["form"].errors
    assert not Page.objects.filter(translation_key=child.translation_key, locale=en.locale)


def test_a_translation_is_never_made_an_alias(translation, admin_client):
    target = translation.get_target_instance()
    url = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    assert is_refused(admin_client.post(url))
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_a_draft_of_a_live_source_is_not_offered_to_translators(translation, page):
    page.title = "Secret"
    page.save_revision()
    texts = {segment.string.data for segment in translating.segments(translation)}
    assert "Un atelier" in texts
    assert "Secret" not in texts


def test_updating_says_when_nothing_was_published_since(translation, page, editor_client):
    page.title = "En attente"
    page.save_revision()
    url = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    response = editor_client.post(url, {"publish_translations": "on"}, follow=True)
    *_earlier, message = response.context["messages"]
    with override("fr"):
        said = gettext(
            "Nothing new has been published: what waits as a draft is translated once it is "
            "published."
        )
    assert str(message) == said
    assert not translation.get_target_instance().live


def test_a_restriction_of_the_source_holds_for_its_translations_at_once(translation, page):
    target = translation.get_target_instance()
    restriction = factories.restrict(page)
    [copy] = PageViewRestriction.objects.filter(page=target)
    assert copy.password == restriction.password
    restriction.delete()
    assert not PageViewRestriction.objects.filter(page=target).exists()


def test_a_translator_of_another_language_changes_no_string(translation, fr):
    open_locale("es")
    client = Client()
    client.force_login(factories.account("es@example.org", "Translators es"))
    segment = translating.segments(translation)[0]
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    assert is_refused(client.put(url, "value=Hola", content_type=translating.FORM))
    assert is_refused(client.get(reverse("translation_sheet", args=[translation.pk])))
    assert not StringTranslation.objects.exists()


def test_a_locked_translation_keeps_its_strings(translation, translator_client, editor):
    target = translation.get_target_instance()
    Page.objects.filter(pk=target.pk).update(locked=True, locked_by=editor)
    segment = translating.segments(translation)[0]
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    assert is_refused(translator_client.put(url, "value=Hello", content_type=translating.FORM))
    assert not StringTranslation.objects.exists()


def live_translation(translation, client):
    translating.write(client, translation, lambda text: f"EN {text}")
    return translating.publish(client, translation)


def test_unpublishing_a_source_offers_to_unpublish_its_translations(
    translation, page, editor_client
):
    target = live_translation(translation, editor_client)
    assert target.live
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    response = editor_client.post(url, follow=True)
    assert target.title in response.content.decode()
    editor_client.post(response.redirect_chain[-1][0], {"page": [target.pk]})
    target.refresh_from_db()
    assert not target.live


def test_deleting_a_source_offers_to_delete_its_translations_and_keeps_the_words(
    translation, page, admin_client
):
    target = live_translation(translation, admin_client)
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    response = admin_client.post(url, follow=True)
    assert target.title in response.content.decode()
    words = StringTranslation.objects.count()
    admin_client.post(response.redirect_chain[-1][0], {"page": [target.pk]})
    assert not Page.objects.filter(pk=target.pk).exists()
    assert StringTranslation.objects.count() == words


def test_moving_a_source_offers_to_move_its_translations(translation, page, en, admin_client):
    target = live_translation(translation, admin_client)
    new_parent = factories.published(page.get_parent(), StandardPage, slug="elsewhere")
    parent_translation = translating.submit(admin_client, new_parent, en.locale)
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, new_parent.pk])
    response = admin_client.post(url, follow=True)
    admin_client.post(response.redirect_chain[-1][0], {"page": [target.pk]})
    target.refresh_from_db()
    assert target.get_parent().pk == parent_translation.get_target_instance().pk


def test_a_translator_is_offered_nothing_beyond_their_rights(translation, page, editor_client):
    target = live_translation(translation, editor_client)
    factories.unpublished(page)
    client = Client()
    client.force_login(factories.account("es@example.org", "Translators en"))
    url = reverse("translation_unpublish", args=[page.translation_key, page.locale_id])
    client.post(url, {"page": [target.pk]})
    target.refresh_from_db()
    assert target.live


def test_the_stock_report_leads_to_the_desk(translation, translator_client):
    response = translator_client.get(reverse("wagtail_localize:translations_report"))
    assert response["Location"] == reverse("translation_desk")


def test_a_deleted_translation_keeps_its_record(translation, admin_client):
    live_translation(translation, admin_client)
    translation.get_target_instance().delete()
    assert Translation.objects.filter(pk=translation.pk, enabled=False).exists()
    assert StringTranslation.objects.exists()
