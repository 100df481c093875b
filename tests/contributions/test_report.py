"""A workshop report is proposed with its rows, which are added without a script."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone
from wagtail.models import Page

from contributions.models import Proposal
from contributions.reminders import remind
from stories.models import WorkshopReportPage
from tests.contributions.writing import (
    begun,
    decide,
    edit_url,
    fields_of,
    proposed,
    save,
    signed_in,
    submit,
)
from tests.factories import carry_out, picture_file

REPORT = "/fr/proposer/compte-rendu/"


def test_a_report_from_the_first_row_to_the_public_page(fr, author, moderator, licence):
    client = signed_in(author)
    first = {**fields_of(client.get(REPORT)), "title": "Atelier des prêts", "add": "questions"}
    more = client.post(REPORT, {**first, "questions-0-text": "Qui a la clé ?"})
    assert more.status_code == 200
    proposal = Proposal.objects.get()
    rows = {
        "summary": "Douze personnes, deux questions.",
        "synthesis": "Le groupe **n'est pas** d'accord.",
        "licence": licence.pk,
        "held": "12/03/2026",
        "questions-1-text": "Qui range ?",
        "key_points-0-text": "La clé circule.",
        "key_points-0-name": "Ysoline Kerzabiec",
        "participants-0-name": "Nour Bellanger",
        "participants-0-consent": "given",
    }
    response = client.post(edit_url(proposal), {**fields_of(more), **rows})
    assert response.status_code == 302
    page = WorkshopReportPage.objects.get(pk=proposal.page_id)
    assert [row.text for row in page.questions.all()] == ["Qui a la clé ?", "Qui range ?"]
    assert (str(page.date), page.locale) == ("12 mars 2026", fr.locale)
    assert submit(client, proposal).status_code == 302
    decide(signed_in(moderator), proposal, "approve")
    public = client.get(Page.objects.get(pk=page.pk).get_url()).content.decode()
    assert "La clé circule." in public
    assert "Kerzabiec" not in public
    assert "Nour Bellanger" in public

    data = fields_of(client.get(edit_url(proposal)))
    assert data["questions-1-text"] == "Qui range ?"
    client.post(edit_url(proposal), {**data, "questions-0-DELETE": "on"})
    latest = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.text for row in latest.questions.all()] == ["Qui range ?"]


def test_a_report_without_a_word_of_it_is_not_proposed(author, licence):
    client = signed_in(author)
    save(client, REPORT, title="Atelier", summary="Rien.", licence=licence.pk)
    proposal = Proposal.objects.get()
    assert "Synthèse" in submit(client, proposal).content.decode()
    assert not proposal.page.workflow_in_progress


def test_a_picture_without_words_is_not_proposed(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence, **{"photos-0-file": picture_file()})
    assert submit(client, proposal).status_code == 200
    assert not proposal.page.workflow_in_progress
    save(client, edit_url(proposal), **{"photos-0-decorative": "on"})
    assert submit(client, proposal).status_code == 302


def test_moderators_are_reminded_after_a_week_and_the_author_told_after_two(
    author, moderator, licence
):
    proposal = proposed(signed_in(author), licence)
    carry_out()
    mail.outbox.clear()
    assert remind() == 0
    for days, told in ((8, moderator), (16, author)):
        Proposal.objects.update(submitted_at=timezone.now() - timedelta(days=days))
        proposal.exchanges.filter(kind="submitted").update(at=timezone.now() - timedelta(days=days))
        assert remind() == 1
        assert remind() == 0
        carry_out()
        assert [one.to for one in mail.outbox] == [[told.email]]
        mail.outbox.clear()
