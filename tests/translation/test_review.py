"""A review from the editor itself: corrected, sent back with a reason, approved, or refused."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests import factories, translating
from tests.translation.conftest import signed_in


def english(text: str) -> str:
    return f"EN {text}"


def editor(translation) -> str:
    return reverse("translation_editor", args=[translation.pk])


@pytest.fixture
def submitted(translation, translator_client):
    """Return the translation, whole and before its reviewers."""
    translating.write(translator_client, translation, english)
    translator_client.post(editor(translation), {"action": "submit"})
    assert translation.get_target_instance().workflow_in_progress
    return translation


def correct(client, translation, source: str, text: str):
    """Save one text in the editor, as its form would."""
    rows = {row.unit.source: row for row in client.get(editor(translation)).context["rows"]}
    row = rows[source]
    data = {f"text-{row.name}": text, f"token-{row.name}": row.unit.token}
    return client.post(editor(translation), data)


def test_a_reviewer_approves_from_the_editor(submitted, reviewer_client, client):
    html = reviewer_client.get(editor(submitted)).content.decode()
    assert 'value="approve"' in html
    assert 'value="submit"' not in html
    answer = reviewer_client.post(editor(submitted), {"action": "approve"})
    assert answer["Location"].startswith(editor(submitted))
    target = submitted.get_target_instance()
    assert target.live
    assert "EN Réparer ensemble." in client.get(target.get_url()).content.decode()


def test_sending_back_from_the_editor_needs_a_reason(submitted, reviewer_client, mailoutbox):
    for reason in ("", "  \n"):
        answer = reviewer_client.post(editor(submitted), {"action": "reject", "comment": reason})
        assert answer.status_code == 422
        assert answer.context["reason_form"].errors
        assert "<details open>" in answer.content.decode()
    assert submitted.get_target_instance().workflow_in_progress
    factories.carry_out()
    mailoutbox.clear()
    reviewer_client.post(editor(submitted), {"action": "reject", "comment": "Wrong word."})
    assert not submitted.get_target_instance().workflow_in_progress
    factories.carry_out()
    [mail] = mailoutbox
    assert "Wrong word." in mail.body


def test_what_a_reviewer_corrects_is_what_is_published(submitted, reviewer_client, client):
    correct(reviewer_client, submitted, "Réparer ensemble.", "Mend it together.")
    reviewer_client.post(editor(submitted), {"action": "approve"})
    html = client.get(submitted.get_target_instance().get_url()).content.decode()
    assert "Mend it together." in html
    assert "EN Réparer ensemble." not in html


def test_a_text_that_a_reviewer_took_out_stands_in_the_way(submitted, reviewer_client):
    correct(reviewer_client, submitted, "Réparer ensemble.", "")
    answer = reviewer_client.post(editor(submitted), {"action": "approve"}, follow=True)
    assert list(answer.context["messages"])
    target = submitted.get_target_instance()
    assert (target.live, target.workflow_in_progress) == (False, True)


def test_what_the_source_became_during_the_review_stands_in_the_way(
    submitted, page, reviewer_client
):
    page.summary = "Tout autre chose."
    factories.publish(page)
    factories.carry_out()
    reviewer_client.post(editor(submitted), {"action": "approve"})
    assert not submitted.get_target_instance().live
    reviewer_client.post(editor(submitted), {"action": "reject", "comment": "It changed."})
    assert not submitted.get_target_instance().workflow_in_progress


@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("group", ["Translators en", "Editors", "Moderators"])
def test_nobody_else_decides(group, action, submitted):
    other = signed_in(factories.account("other@example.org", group))
    for name in ("translation_editor", "translation_sheet"):
        address = reverse(name, args=[submitted.pk])
        answer = other.post(address, {"action": action, "comment": "Because."})
        assert answer.status_code in {302, 403}
    target = submitted.get_target_instance()
    assert (target.live, target.workflow_in_progress) == (False, True)


def test_an_incomplete_translation_is_not_submitted_from_the_editor(translation, translator_client):
    translating.write(translator_client, translation, english)
    StringTranslation.objects.filter(data="EN Un soir.").delete()
    answer = translator_client.post(editor(translation), {"action": "submit"}, follow=True)
    assert list(answer.context["messages"])
    assert not translation.get_target_instance().workflow_in_progress


def test_what_the_source_changed_is_beside_the_text_to_do_again(translation, page, editor_client):
    translating.write(editor_client, translation, english)
    translating.publish(editor_client, translation)
    for summary in ("Deux soirs.", "Trois soirs <b> & deux."):
        page = type(page).objects.get(pk=page.pk)
        page.summary = summary
        factories.publish(page)
        factories.carry_out()
    answer = editor_client.get(editor(translation))
    [row] = [row for row in answer.context["rows"] if row.change]
    assert row.change.former == "EN Un soir."
    html = answer.content.decode()
    assert 'data-use="EN Un soir."' in html
    assert row.change_html == (
        "<del>Un</del><ins>Trois</ins> <del>soir.</del><ins>soirs &lt;b&gt; &amp; deux.</ins>"
    )
    assert row.change_html in html
