"""A person chooses which mails to receive; what needs them comes in any case."""

from django.core import mail
from django.test import Client

from tests.contributions.writing import decide, proposed, signed_in
from tests.factories import carry_out

MAILS = "/fr/compte/mails/"


def test_only_the_mails_that_were_chosen_come_and_the_decisions(
    author, moderator, licence, settings
):
    client, desk = signed_in(author), signed_in(moderator)
    assert client.get(MAILS).content.decode().count("checked") == 5
    client.post(MAILS, {"wanted": ["contributions.published"]})
    proposal = proposed(client, licence)
    desk.post(f"/admin/proposals/{proposal.pk}/", {"take": "1"})
    decide(desk, proposal, "reject", "Combien ?")
    carry_out()
    (told,) = [one for one in mail.outbox if one.to == [author.email]]
    assert told.subject.startswith("« La bibliothèque prête ses outils »")
    assert f"{settings.BASE_URL}{MAILS}" in told.body


def test_nothing_else_than_what_may_be_refused_is_kept(author):
    client = signed_in(author)
    wrong = client.post(MAILS, {"wanted": ["contributions.decision"]})
    assert wrong.context["form"].errors
    author.refresh_from_db()
    assert author.refused_mails == []
    client.post(MAILS, {})
    author.refresh_from_db()
    assert "contributions.decision" not in author.refused_mails
    assert len(author.refused_mails) == 5


def test_nobody_chooses_for_somebody_else(fr):
    for response in (Client().get(MAILS), Client().post(MAILS, {"wanted": []})):
        assert response["Location"].startswith("/fr/compte/login/")
