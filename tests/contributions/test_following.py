"""An author follows a text: what changed, what was said of it, where it is cited, what became."""

from django.core import mail
from wagtail.models import Comment, Page, ReferenceIndex

from contributions.models import Exchange, Proposal
from stories.models import StoryPage
from tests.contributions.writing import (
    SPACE,
    begun,
    decide,
    edit_url,
    fields_of,
    proposed,
    save,
    signed_in,
    space_url,
    token_at_desk,
)
from tests.endless import ends
from tests.factories import carry_out, published


def update(client, proposal, **words):
    return save(client, edit_url(proposal), update="1", **words)


def latest(proposal):
    return Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()


def test_a_proposal_is_updated_while_it_is_read(author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = proposed(client, licence)
    desk.post(f"/admin/proposals/{proposal.pk}/", {"take": "1"})
    read = token_at_desk(desk, proposal)
    state = Page.objects.get(pk=proposal.page_id).current_workflow_task_state
    carry_out()
    mail.outbox.clear()
    assert "Mettre à jour la proposition" in client.get(space_url(proposal)).content.decode()
    response = update(client, proposal, done="Soixante outils.", note="Le compte est bon.")
    assert response["Location"] == space_url(proposal)

    carry_out()
    assert [(one.to, one.subject) for one in mail.outbox] == [
        ([moderator.email], "« La bibliothèque prête ses outils » mis à jour par Solène")
    ]
    assert "Le compte est bon." in mail.outbox[0].body
    proposal.refresh_from_db()
    assert (proposal.taken_by, proposal.page.workflow_in_progress) == (moderator, True)
    data = {"token": read, "decision": "approve"}
    assert desk.post(f"/admin/proposals/{proposal.pk}/", data).status_code == 409
    desk.post(f"/admin/pages/{proposal.page_id}/workflow/action/approve/{state.pk}/", {})
    assert not Page.objects.get(pk=proposal.page_id).live
    shown = desk.get(f"/admin/proposals/{proposal.pk}/").content.decode()
    assert "Soixante outils." in shown
    assert "<del>" in shown
    decide(desk, proposal, "approve")
    assert StoryPage.objects.get(pk=proposal.page_id).done == "<p>Soixante outils.</p>"


def test_an_update_that_lacks_something_changes_nothing_and_keeps_the_words(author, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    revision = Page.objects.get(pk=proposal.page_id).latest_revision_id
    for words in ({"title": "", "done": "Autre."}, {"begins": "hier", "done": "Autre."}):
        response = update(client, proposal, **words)
        assert response.context["errors"]
        assert fields_of(response)["done"] == "Autre."
    row = client.post(
        edit_url(proposal), {**fields_of(client.get(edit_url(proposal))), "add": "files"}
    )
    assert "files-1-label" in fields_of(row)
    assert Page.objects.get(pk=proposal.page_id).latest_revision_id == revision
    assert not Exchange.objects.filter(kind=Exchange.Kind.UPDATED).exists()


def test_an_update_that_comes_after_the_decision_is_a_draft(author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    opened = fields_of(client.get(edit_url(proposal)))
    decide(signed_in(moderator), proposal, "reject", "Combien ?")
    client.post(edit_url(proposal), {**opened, "done": "Soixante.", "update": "1"})
    assert latest(proposal).done == "<p>Soixante.</p>"
    assert not Page.objects.get(pk=proposal.page_id).workflow_in_progress


def test_who_proposes_again_sees_what_changed(author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(client, licence, **{"actors-0-name": "Les Ateliers du Pont"})
    decide(signed_in(moderator), proposal, "reject", "Combien ?")
    send = f"/fr/proposer/envoyer/{proposal.pk}/"
    assert "Rien n’a changé" in client.get(send).content.decode()
    save(client, edit_url(proposal), title="La bibliothèque prête mille outils", results="Mille.")
    shown = client.get(send).content.decode()
    assert "ses </del>" in shown
    assert "mille </ins>" in shown
    assert shown.count("<dt>") == 2
    assert "Ateliers du Pont" not in shown
    assert "mille </ins>" in client.get(space_url(proposal)).content.decode()


def test_two_texts_that_repeat_themselves_are_compared_in_a_moment(author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(client, licence, done="x " * 1999)
    decide(signed_in(moderator), proposal, "reject", "Pardon ?")
    save(client, edit_url(proposal), done="x y " * 999)
    with ends():
        assert "<dt>" in client.get(space_url(proposal)).content.decode()


def test_notes_say_on_which_part_they_are(author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    page = Page.objects.get(pk=proposal.page_id)
    for path, text in (("done", "Combien d'heures ?"), ("attachments.3.label", "Quel plan ?")):
        Comment.objects.create(page=page, user=moderator, text=text, contentpath=path)
    shown = client.get(space_url(proposal)).content.decode()
    assert "Combien d’heures" in shown
    assert f'href="{edit_url(proposal)}#id_done"' in shown
    assert f'href="{edit_url(proposal)}#rows-files"' in shown


def test_an_author_sees_where_a_text_is_cited(fr, author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    decide(signed_in(moderator), proposal, "approve")
    link = f'<p><a linktype="page" id="{proposal.page_id}">Voir</a></p>'
    for title, live in (("Une suite", True), ("Un brouillon", False)):
        page = published(fr.stories, StoryPage, title=title, slug=f"s-{live}", advice=link)
        ReferenceIndex.create_or_update_for_object(page)
        if not live:
            page.unpublish()
    shown = client.get(space_url(proposal)).content.decode()
    assert "Une suite" in shown
    assert "Un brouillon" not in shown


def test_an_author_whose_text_an_editor_deletes_is_sent_its_words(author, moderator, licence):
    proposal = proposed(signed_in(author), licence)
    carry_out()
    mail.outbox.clear()
    Page.objects.get(pk=proposal.page_id).delete(user=moderator)
    carry_out()
    (told,) = mail.outbox
    assert (told.to, told.subject) == (
        [author.email],
        "« La bibliothèque prête ses outils » a été supprimé",
    )
    assert "une perceuse" in told.body
    assert SPACE in told.body
    own = begun(signed_in(author), licence)
    signed_in(author).post(space_url(own), {"delete": "1"})
    carry_out()
    assert len(mail.outbox) == 1
    assert not Proposal.objects.exists()


def test_how_long_it_takes_is_always_said(author, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    for address in (SPACE, space_url(proposal), "/fr/proposer/"):
        assert "une semaine" in client.get(address).content.decode(), address
