"""A reader reports a problem without an account; an editor decides; the reader is told."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from contributions.models import Report
from contributions.reports import services
from operations.personal import erasure
from stories.models import StoryPage
from tests.factories import account, add, carry_out, published, restrict, sample

DESK = "/admin/reports/of-readers/"


@pytest.fixture
def story(fr):
    return published(fr.stories, StoryPage, slug="lavoir", title="Le lavoir")


def address(page) -> str:
    return f"/fr/signaler/{page.pk}/"


def send(client, page, **fields):
    data = {"kind": "error", "text": "Le débit est faux.", "email": "", "website": ""}
    return client.post(address(page), {**data, **fields})


def test_a_reader_reports_from_the_foot_of_a_page_and_hears_of_it(story, editor_client, mailoutbox):
    client = Client()
    assert f'href="{address(story)}"' in client.get(story.get_url()).content.decode()
    shown = client.get(address(story))
    assert "Le lavoir" in shown.content.decode()
    assert "script-src 'self'" in shown["Content-Security-Policy"]
    sent = send(client, story, email="lecteur@example.org")
    assert sent.status_code == 302
    assert "Merci" in client.get(sent["Location"]).content.decode()

    assert "Le débit est faux." in editor_client.get(DESK).content.decode()
    report = Report.objects.get()
    one = f"{DESK}{report.pk}/"
    assert editor_client.get(one).status_code == 200
    assert editor_client.post(one, {"outcome": "changed"}).status_code == 200
    answer = {"outcome": "changed", "answer": "Merci, le débit est corrigé."}
    assert editor_client.post(one, answer)["Location"] == DESK
    carry_out()
    (mail,) = mailoutbox
    assert mail.to == ["lecteur@example.org"]
    assert " ".join(mail.subject.split()) == "Ce qu’est devenu votre signalement sur « Le lavoir »"
    assert "Merci, le débit est corrigé." in mail.body
    assert story.get_url() in mail.body
    assert "/admin/" not in mail.body
    assert mail.alternatives[0][1] == "text/html"


def test_a_report_is_decided_once(story, editor, editor_client):
    report = services.receive(StoryPage.objects.get(pk=story.pk), "other", "Mot", "")
    services.decide(report, editor, "kept", "Non.")
    answer = {"outcome": "removed", "answer": "Oui."}
    editor_client.post(f"{DESK}{report.pk}/", answer)
    report.refresh_from_db()
    assert (report.outcome, report.answer) == ("kept", "Non.")


def test_a_machine_is_told_thank_you_and_leaves_nothing(story):
    assert send(Client(), story, website="https://example.org").status_code == 302
    assert not Report.objects.exists()


def test_too_many_reports_from_one_place_are_refused(story):
    client = Client(REMOTE_ADDR="203.0.113.5")
    statuses = [send(client, story).status_code for _number in range(6)]
    assert statuses == [302] * 5 + [429]
    assert send(Client(REMOTE_ADDR="198.51.100.7"), story).status_code == 302


def test_what_is_missing_is_said_beside_its_field(story):
    answer = send(Client(), story, text="", kind="nothing", email="not an address")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"kind", "text", "email"}


def test_only_a_public_page_can_be_reported(fr, story):
    hidden = published(fr.stories, StoryPage, slug="cache")
    restrict(hidden)
    draft = add(fr.stories, sample(StoryPage, fr.locale, slug="brouillon", live=False))
    for page in (hidden, draft):
        assert Client().get(address(page)).status_code == 404
        assert send(Client(), page).status_code == 404
        assert Client().get(f"/fr/signaler/merci/{page.pk}/").status_code == 404
    assert not Report.objects.exists()


def test_the_desk_is_for_who_publishes_the_page(story, fr):
    from home.models import StandardPage

    house = published(fr.home, StandardPage, slug="notice", title="La notice")
    services.receive(story, "error", "Du récit", "")
    other = services.receive(house, "error", "De la maison", "")
    moderator = Client()
    moderator.force_login(account("moderator@example.org", "Moderators"))
    shown = moderator.get(DESK).content.decode()
    assert "Du récit" in shown
    assert "De la maison" not in shown
    answer = {"outcome": "kept", "answer": "Non."}
    assert moderator.post(f"{DESK}{other.pk}/", answer).status_code == 404
    author = Client()
    author.force_login(account("author@example.org", "Authors"))
    for client in (author, Client()):
        assert client.get(DESK).status_code == 302
        assert client.post(f"{DESK}{other.pk}/", answer).status_code == 302
    other.refresh_from_db()
    assert other.outcome == ""


def test_addresses_are_forgotten_in_time(story, editor):
    old, new, waiting = (
        services.receive(story, "error", "Mot", f"r{number}@example.org") for number in range(3)
    )
    for report in (old, new):
        services.decide(report, editor, "kept", "Non.")
    Report.objects.filter(pk=old.pk).update(decided_at=timezone.now() - timedelta(days=31))
    Report.objects.filter(pk=waiting.pk).update(created_at=timezone.now() - timedelta(days=181))
    assert services.purge() == 2
    assert list(Report.objects.exclude(email="").values_list("pk", flat=True)) == [new.pk]


def test_a_person_who_leaves_takes_the_address_and_the_name_of_who_decided_along(story, editor):
    report = services.receive(story, "error", "Mot", editor.email)
    services.decide(report, editor, "kept", "Non.")
    erasure.erase(editor, "anonymous")
    report.refresh_from_db()
    assert (report.email, report.decided_by) == ("", None)
