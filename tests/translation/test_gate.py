"""No words of the source in a live translation, unless a publisher says so and readers are told."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from tests import factories, translating
from translation import publication, workflows


def english(text: str) -> str:
    return f"EN {text}"


def write_all_but(client, translation, left_out: str) -> None:
    translating.write(client, translation, english)
    StringTranslation.objects.filter(translation_of__data__contains=left_out).delete()


def sheet(translation) -> str:
    return reverse("translation_sheet", args=[translation.pk])


def test_nothing_translated_is_not_published(translation, editor_client):
    target = translating.publish(editor_client, translation)
    assert not target.live


def test_one_missing_text_is_not_published(translation, editor_client):
    write_all_but(editor_client, translation, "Prêter")
    assert not translating.publish(editor_client, translation).live
    response = editor_client.get(sheet(translation))
    assert "Prêter un outil." in response.content.decode()
    assert response.context["verdict"].percent < 100


def test_a_whole_translation_is_published(translation, editor_client, client):
    translating.write(editor_client, translation, english)
    target = translating.publish(editor_client, translation)
    assert target.live
    body = client.get(target.get_url()).content.decode()
    assert "EN Réparer ensemble." in body
    assert 'lang="fr"' not in body.split('class="prose"')[1].split("</article>")[0]


def test_a_partial_translation_marks_the_blocks_that_are_not_translated(
    translation, editor_client, client
):
    write_all_but(editor_client, translation, "Prêter")
    editor_client.post(sheet(translation), {"action": "partial"})
    target = translation.get_target_instance()
    assert target.live
    prose = client.get(target.get_url()).content.decode()
    assert "EN Réparer ensemble." in prose
    marked = prose.split('<div lang="fr">')[1].split("</div>")[0]
    assert "Prêter un outil." in marked
    assert "Réparer" not in marked
    assert "not translated yet" in prose


def test_a_title_is_never_left_in_the_language_of_the_source(translation, editor_client):
    write_all_but(editor_client, translation, "Un atelier")
    editor_client.post(sheet(translation), {"action": "partial"})
    assert not translation.get_target_instance().live


def test_a_translator_does_not_publish(translation, translator_client, translator):
    translating.write(translator_client, translation, english)
    translator_client.post(sheet(translation), {"action": "publish"})
    assert not translation.get_target_instance().live
    with pytest.raises(PermissionDenied):
        publication.publish(translation, translator)


@pytest.mark.parametrize("obstacle", ["unpublished", "locked", "error", "too long"])
def test_what_stands_in_the_way_of_publishing(
    obstacle, translation, page, editor, editor_client, reviewer
):
    translating.write(editor_client, translation, english)
    title = StringTranslation.objects.filter(context__path="title")
    if obstacle == "unpublished":
        factories.unpublished(page)
    elif obstacle == "locked":
        target = translation.get_target_instance()
        Page.objects.filter(pk=target.pk).update(locked=True, locked_by=reviewer)
    elif obstacle == "error":
        title.update(has_error=True)
    else:
        title.update(data="x" * 300)
    with pytest.raises(publication.Refused) as refused:
        publication.publish(translation, editor)
    assert refused.value.verdict.reasons


def test_publishing_does_not_cancel_a_review(translation, editor_client, translator, editor):
    translating.write(editor_client, translation, english)
    workflows.submit(translation, translator)
    assert not translating.publish(editor_client, translation).live
    target = translation.get_target_instance()
    assert target.workflow_in_progress
    with pytest.raises(publication.Refused):
        publication.publish(translation, editor)


def test_the_draft_of_a_live_translation_changes_nothing_for_readers(
    translation, editor, editor_client
):
    translating.write(editor_client, translation, english)
    target = translating.publish(editor_client, translation)
    StringTranslation.objects.filter(context__path="title").update(data="Another title")
    publication.draft(translation, editor)
    target.refresh_from_db()
    assert target.title == "EN Un atelier"
    assert target.has_unpublished_changes


def test_translations_are_left_out_of_pages_published_together(translation, editor_client):
    target = translation.get_target_instance()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editor_client.post(f"{url}?id={target.pk}")
    target.refresh_from_db()
    assert not target.live


def test_a_review_is_approved_by_a_reviewer_only(
    translation, translator, translator_client, reviewer_client, mailoutbox
):
    translating.write(translator_client, translation, english)
    translator_client.post(sheet(translation), {"action": "submit"})
    factories.carry_out()
    assert [mail.to for mail in mailoutbox] == [["reviewer@example.org"]]
    assert sheet(translation) in mailoutbox[0].body
    translator_client.post(sheet(translation), {"action": "approve"})
    assert not translation.get_target_instance().live
    reviewer_client.post(sheet(translation), {"action": "approve"})
    target = translation.get_target_instance()
    assert target.live
    assert target.title == "EN Un atelier"
    factories.carry_out()
    assert mailoutbox[-1].to == ["translator@example.org"]


def test_sending_back_needs_a_reason_and_gives_it(
    translation, translator_client, reviewer_client, mailoutbox
):
    translating.write(translator_client, translation, english)
    translator_client.post(sheet(translation), {"action": "submit"})
    factories.carry_out()
    mailoutbox.clear()
    reviewer_client.post(sheet(translation), {"action": "reject", "comment": " "})
    assert translation.get_target_instance().workflow_in_progress
    reviewer_client.post(sheet(translation), {"action": "reject", "comment": "Wrong word."})
    assert not translation.get_target_instance().workflow_in_progress
    factories.carry_out()
    [mail] = mailoutbox
    assert mail.to == ["translator@example.org"]
    assert "Wrong word." in mail.body


def test_an_incomplete_translation_is_not_submitted(translation, translator_client):
    translator_client.post(sheet(translation), {"action": "submit"})
    assert not translation.get_target_instance().workflow_in_progress
