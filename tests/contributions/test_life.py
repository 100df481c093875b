"""The life of a story, through the doors that its author and its moderator use."""

from django.core import mail
from django.test import Client
from wagtail.models import Page

from contributions.models import CharterAcceptance
from stories.models import StoryPage
from tests.contributions.writing import (
    BEGIN,
    CHARTER,
    SPACE,
    begun,
    decide,
    edit_url,
    save,
    signed_in,
    space_url,
    story,
    submit,
)
from tests.factories import account, carry_out, picture, picture_file


def test_a_new_account_accepts_the_charter_and_writes_at_once(fr, licence):
    user = account("nour@example.org")
    client = signed_in(user)
    response = client.get(BEGIN)
    assert response.status_code == 302
    assert response["Location"].startswith(CHARTER)
    assert client.post(CHARTER, {"next": BEGIN}).status_code == 200
    response = client.post(CHARTER, {"next": BEGIN, "accept": "1"})
    assert response["Location"] == BEGIN
    assert CharterAcceptance.objects.get(user=user).version == 1
    assert client.get(BEGIN).status_code == 200


def test_a_story_from_the_first_word_to_the_public_page(fr, author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = begun(client, licence)
    page = StoryPage.objects.get(pk=proposal.page_id)
    assert (page.live, page.owner, page.locale) == (False, author, fr.locale)
    assert page.done == (
        "<p>On a <em>vidé</em> un placard.</p><ul><li>une perceuse</li><li>une scie</li></ul>"
    )
    assert "Brouillon" in client.get(SPACE).content.decode()
    assert Client().get(f"/fr/recits/{page.slug}/").status_code == 404

    assert submit(client, proposal, "Premier récit.").status_code == 302
    carry_out()
    assert "Proposé" in client.get(SPACE).content.decode()
    assert "La bibliothèque" in desk.get("/admin/proposals/").content.decode()
    desk.post(f"/admin/proposals/{proposal.pk}/", {"take": "1"})
    assert "En lecture" in client.get(SPACE).content.decode()
    decide(desk, proposal, "approve")
    assert Client().get(f"/fr/recits/{page.slug}/").status_code == 200
    assert "Publié" in client.get(SPACE).content.decode()
    carry_out()
    assert [(one.to, one.subject) for one in mail.outbox] == [
        ([author.email], "Nous avons bien reçu « La bibliothèque prête ses outils »"),
        ([moderator.email], "« La bibliothèque prête ses outils » proposé par Solène"),
        ([author.email], "La modération lit « La bibliothèque prête ses outils »"),
        ([author.email], "« La bibliothèque prête ses outils » est publié"),
    ]


def test_changes_are_asked_for_and_the_text_comes_back(fr, author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = begun(client, licence)
    submit(client, proposal)
    assert decide(desk, proposal, "reject").status_code == 409
    decide(desk, proposal, "reject", "Combien d'outils ?")
    shown = client.get(f"{SPACE}{proposal.pk}/").content.decode()
    assert "À compléter" in shown
    assert "Combien d’outils" in shown or "Combien d&#x27;outils" in shown
    url = f"/fr/proposer/{proposal.pk}/"
    assert save(client, url, **story(licence, done="Quarante outils.")).status_code == 302
    submit(client, proposal)
    decide(desk, proposal, "approve")
    assert StoryPage.objects.get(pk=proposal.page_id).done == "<p>Quarante outils.</p>"


def test_a_refusal_ends_with_its_reason_and_keeps_the_text(fr, author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = begun(client, licence)
    submit(client, proposal)
    decide(desk, proposal, "decline", "C'est une annonce de vente.")
    shown = client.get(f"{SPACE}{proposal.pk}/").content.decode()
    assert "Non retenu" in shown
    assert "annonce de vente" in shown
    assert client.get(f"/fr/proposer/{proposal.pk}/").status_code == 302
    assert submit(client, proposal).status_code == 302
    assert not Page.objects.get(pk=proposal.page_id).workflow_in_progress
    assert client.get(f"/fr/proposer/apercu/{proposal.pk}/").status_code == 200


def test_a_change_of_a_published_text_waits_beside_it(fr, author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = begun(client, licence)
    submit(client, proposal)
    decide(desk, proposal, "approve")
    url = f"/fr/proposer/{proposal.pk}/"
    save(client, url, **story(licence, title="La bibliothèque prête soixante outils"))
    page = StoryPage.objects.get(pk=proposal.page_id)
    assert page.live
    assert page.title == "La bibliothèque prête ses outils"
    submit(client, proposal)
    assert "modification proposée" in client.get(SPACE).content.decode()
    decide(desk, proposal, "approve")
    page.refresh_from_db()
    assert page.title == "La bibliothèque prête soixante outils"


def test_a_text_is_withdrawn_edited_deleted(fr, author, moderator, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    submit(client, proposal)
    own = f"{SPACE}{proposal.pk}/"
    response = client.post(own, {"withdraw_and_edit": "1"})
    assert response["Location"] == f"/fr/proposer/{proposal.pk}/"
    assert "Retiré" in client.get(own).content.decode()
    client.post(own, {"resume": "1"})
    assert "Brouillon" in client.get(own).content.decode()
    assert client.post(own, {"delete": "1"})["Location"] == SPACE
    assert not Page.objects.filter(pk=proposal.page_id).exists()


def test_a_preview_leads_back_and_takes_no_remark(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    shown = client.get(f"/fr/proposer/apercu/{proposal.pk}/").content.decode()
    assert f'href="{edit_url(proposal)}"' in shown
    assert f'href="{space_url(proposal)}"' in shown
    assert f"/fr/reagir/{proposal.page_id}/" not in shown
    assert ".gif" not in shown


def test_the_reason_is_shown_where_the_text_is_corrected(author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = begun(client, licence)
    submit(client, proposal, "Premier récit.")
    decide(desk, proposal, "reject", "Combien de seaux ?")
    for address in (edit_url(proposal), space_url(proposal)):
        assert client.get(address).context["asked"].comment == "Combien de seaux ?"
    # What was said to the moderators the last time is not said again.
    assert client.get(f"/fr/proposer/envoyer/{proposal.pk}/").context["note"] == ""


def test_a_picture_that_is_in_the_text_is_not_above_it_too(author, licence):
    client = signed_in(author)
    photo = {"photos-0-file": picture_file(), "photos-0-alt": "Un seau"}
    proposal = begun(client, licence, **photo)
    page = proposal.page.specific.get_latest_revision_as_object()
    assert page.listing_image
    assert page.picture_is_in_text
    page.listing_image = picture()
    assert not page.picture_is_in_text
