"""What another author, a signed-out person and a crafted request get; nothing typed is lost."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import get_resolver
from wagtail.models import GroupPagePermission, Page

from contributions import services
from contributions.checks import CANNOT_PUBLISH, NO_WORKFLOW, check_workflows
from contributions.models import EditorialTask, Exchange, Proposal
from operations.roles import setup_roles
from stories.models import StoryPage
from tests.contributions.writing import (
    BEGIN,
    SPACE,
    begun,
    decide,
    edit_url,
    fields_of,
    proposed,
    save,
    signed_in,
    space_url,
    story,
    submit,
    token_at_desk,
)
from tests.factories import account, picture_file


def addresses_of(proposal) -> list[str]:
    number = proposal.pk
    return [
        f"/fr/proposer/{number}/",
        f"/fr/proposer/apercu/{number}/",
        f"/fr/proposer/envoyer/{number}/",
        f"/fr/mon-espace/{number}/",
    ]


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_author_finds_nothing_at_the_addresses_of_a_text(
    author, other_author, moderator, licence, method
):
    proposal = begun(signed_in(author), licence)
    for user in (other_author, moderator):
        client = signed_in(user)
        client.post("/fr/proposer/charte/", {"accept": "1"})
        for address in addresses_of(proposal):
            data = {"withdraw": "1", "delete": "1", "title": "volé"}
            assert getattr(client, method)(address, data).status_code == 404, address
    assert StoryPage.objects.get(pk=proposal.page_id).title == "La bibliothèque prête ses outils"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_signed_out_person_is_led_to_the_sign_in(author, licence, method):
    proposal = begun(signed_in(author), licence)
    for address in (*addresses_of(proposal), BEGIN, SPACE, "/fr/proposer/charte/"):
        response = getattr(Client(), method)(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/fr/compte/login/"), address


def test_a_draft_is_nowhere_for_the_public(author, moderator, licence):
    proposal = begun(signed_in(author), licence, title="Colimaçon introuvable")
    slug = Page.objects.get(pk=proposal.page_id).slug
    for address in (f"/fr/recits/{slug}/", "/fr/recits/", "/fr/recherche/?q=Colimaçon"):
        response = Client().get(address)
        assert response.status_code == 404 or "introuvable" not in response.content.decode()
    desk = signed_in(moderator)
    assert desk.get(f"/admin/proposals/{proposal.pk}/").status_code == 404
    assert "introuvable" not in desk.get("/admin/proposals/").content.decode()


def test_an_author_enters_no_screen_of_the_desk(author, licence):
    client = signed_in(author)
    proposal = proposed(client, licence)
    for address in ("/admin/proposals/", f"/admin/proposals/{proposal.pk}/"):
        for response in (client.get(address), client.post(address, {"decision": "approve"})):
            assert response.status_code == 302
            assert response["Location"].startswith("/admin/login/")
    assert not Page.objects.get(pk=proposal.page_id).live


def test_an_editor_without_the_task_decides_nothing(editor, author, licence):
    proposal = proposed(signed_in(author), licence)
    client = signed_in(editor)
    assert client.get(f"/admin/proposals/{proposal.pk}/").status_code in {302, 403}
    client.post(f"/admin/proposals/{proposal.pk}/", {"decision": "approve", "token": "x"})
    assert not Page.objects.get(pk=proposal.page_id).live


def test_nobody_decides_on_their_own_text(moderator, licence, fr):
    client = signed_in(moderator)
    client.post("/fr/proposer/charte/", {"accept": "1"})
    proposal = proposed(client, licence)
    desk = f"/admin/proposals/{proposal.pk}/"
    assert 'name="decision"' not in client.get(desk).content.decode()
    page = Page.objects.get(pk=proposal.page_id)
    token = f"{page.latest_revision_id}:{page.latest_revision.created_at.timestamp():.6f}"
    client.post(desk, {"decision": "approve", "token": token})
    client.post(desk, {"take": "1"})
    state = page.current_workflow_state.current_task_state
    client.post(f"/admin/pages/{page.pk}/workflow/action/approve/{state.pk}/", {"comment": "x"})
    page.refresh_from_db()
    assert not page.live
    client.post(space_url(proposal), {"withdraw": "1"})
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/", {})
    page.refresh_from_db()
    assert not page.live


def test_an_administrator_does_not_decide_on_their_own_text_either(licence, fr):
    administrator = account("awa@example.org", superuser=True)
    client = signed_in(administrator)
    client.post("/fr/proposer/charte/", {"accept": "1"})
    proposal = proposed(client, licence)
    task = Page.objects.get(pk=proposal.page_id).current_workflow_task
    assert task.get_actions(proposal.page, administrator) == []


def test_what_is_published_is_what_was_read(author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = proposed(client, licence)
    read = token_at_desk(desk, proposal)
    client.post(space_url(proposal), {"withdraw_and_edit": "1"})
    save(client, edit_url(proposal), **story(licence, done="Autre chose."))
    submit(client, proposal)
    data = {"decision": "approve", "token": read}
    assert desk.post(f"/admin/proposals/{proposal.pk}/", data).status_code == 409
    assert not Page.objects.get(pk=proposal.page_id).live
    decide(desk, proposal, "approve")
    assert StoryPage.objects.get(pk=proposal.page_id).done == "<p>Autre chose.</p>"


def test_a_decision_that_comes_too_late_says_so_and_keeps_the_reason(author, moderator, licence):
    client, desk = signed_in(author), signed_in(moderator)
    proposal = proposed(client, licence)
    read = token_at_desk(desk, proposal)
    client.post(space_url(proposal), {"withdraw": "1"})
    data = {"decision": "reject", "token": read, "reason": "Combien ?"}
    response = desk.post(f"/admin/proposals/{proposal.pk}/", data)
    assert response.status_code == 409
    assert not Exchange.objects.filter(kind=Exchange.Kind.INCOMPLETE).exists()


def test_a_text_that_is_being_read_is_not_changed_under_the_reader(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    opened = fields_of(client.get(edit_url(proposal)))
    submit(client, proposal)
    response = client.post(edit_url(proposal), {**opened, "title": "Autre titre"})
    assert fields_of(response)["title"] == "Autre titre"
    automatic = client.post(edit_url(proposal), opened, headers={"X-Autosave": "1"})
    assert automatic.status_code == 409
    page = Page.objects.get(pk=proposal.page_id)
    assert page.get_latest_revision_as_object().title == "La bibliothèque prête ses outils"


def test_two_tabs_lose_nothing(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    first, second = (fields_of(client.get(edit_url(proposal))) for _tab in range(2))
    client.post(edit_url(proposal), {**first, "results": "Douze outils par semaine."})
    response = client.post(edit_url(proposal), {**second, "results": "Neuf outils par jour."})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Douze outils par semaine." in shown
    assert "Neuf outils par jour." in shown
    again = client.post(edit_url(proposal), fields_of(response))
    assert again.status_code == 302
    latest = Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()
    assert latest.results == "<p>Neuf outils par jour.</p>"


def test_a_double_click_makes_one_page(author, licence):
    client = signed_in(author)
    data = {**fields_of(client.get(BEGIN)), **story(licence)}
    answers = {client.post(BEGIN, data)["Location"] for _click in range(3)}
    assert len(answers) == 1
    assert Proposal.objects.count() == StoryPage.objects.count() == 1


def test_the_same_form_with_other_words_is_a_conflict_and_not_a_second_page(author, licence):
    client = signed_in(author)
    data = {**fields_of(client.get(BEGIN)), **story(licence)}
    client.post(BEGIN, data)
    response = client.post(BEGIN, {**data, "title": "Un autre titre"})
    assert response.status_code == 409
    assert "Un autre titre" in response.content.decode()
    assert StoryPage.objects.count() == 1


def test_an_expired_session_gives_the_words_back_after_the_sign_in(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    data = {**fields_of(client.get(edit_url(proposal))), "done": "Écrit pendant une heure."}
    client.logout()
    response = client.post(edit_url(proposal), data)
    assert response["Location"].startswith("/fr/compte/login/")
    credentials = {"login": author.email, "password": "a long password"}
    response = client.post(response["Location"], credentials)
    assert response["Location"] == edit_url(proposal)
    shown = client.get(response["Location"])
    assert "Écrit pendant une heure." in shown.content.decode()
    assert client.post(edit_url(proposal), fields_of(shown)).status_code == 302


def test_words_that_were_kept_are_not_shown_to_somebody_else(author, other_author, licence):
    client = signed_in(author)
    data = {**fields_of(client.get(BEGIN)), **story(licence, title="Mon secret")}
    client.logout()
    client.post(BEGIN, data)
    client.post("/fr/compte/login/", {"login": other_author.email, "password": "a long password"})
    assert "Mon secret" not in client.get(BEGIN).content.decode()


def test_a_form_without_its_token_writes_nothing_and_gives_the_words_back(author, licence):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    data = {**fields_of(client.get(BEGIN)), **story(licence)}
    data["csrfmiddlewaretoken"] = "x" * 64
    response = client.post(BEGIN, data)
    assert "La bibliothèque prête ses outils" in response.content.decode()
    assert not Proposal.objects.exists()
    proposal = begun(signed_in(author), licence)
    client.post(space_url(proposal), {"delete": "1"})
    assert Proposal.objects.filter(pk=proposal.pk).exists()


def test_crafted_values_are_refused_or_left_out(author, licence, en):
    client = signed_in(author)
    words = story(licence, coalition="999999", chapter=str(en.home.pk))
    words |= {
        "licence": "77",
        "owner_id": "1",
        "live": "on",
        "slug": "accueil",
        "locale": str(en.locale.pk),
    }
    response = save(client, BEGIN, **words)
    assert {error["id"] for error in response.context["errors"]} >= {"id_coalition", "id_chapter"}
    page = StoryPage.objects.get()
    assert (page.live, page.owner, page.locale.language_code) == (False, author, "fr")
    assert (page.coalition, page.licence, page.slug) == (
        None,
        None,
        "la-bibliotheque-prete-ses-outils",
    )


def test_who_has_not_accepted_the_charter_begins_nothing(fr, licence):
    user = account("nour@example.org")
    page = StoryPage(title="Sans charte")
    with pytest.raises(PermissionDenied):
        services.begin(user, fr.stories, page, uuid4())
    assert signed_in(user).post(BEGIN, story(licence))["Location"].startswith("/fr/proposer/charte")


def test_a_picture_keeps_its_words_and_its_file_has_a_name_nobody_guesses(author, licence):
    client = signed_in(author)
    proposal = begun(client, licence)
    words = {
        "photos-0-file": picture_file(name="chez-moi"),
        "photos-0-alt": "Un mur d'outils",
        "photos-0-caption": "Le mur",
    }
    assert save(client, edit_url(proposal), **words).status_code == 302
    page = StoryPage.objects.get(pk=proposal.page_id)
    block = page.body[0]
    assert block.value["image"].contextual_alt_text == "Un mur d'outils"
    assert "chez-moi" not in block.value["image"].file.name
    assert page.listing_image_id == block.value["image"].pk
    crafted = {"photos-0-block": str(uuid4()), "photos-0-alt": "Autre"}
    save(client, edit_url(proposal), **crafted)
    latest = Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()
    assert [one.value["image"].contextual_alt_text for one in latest.body] == ["Un mur d'outils"]


def test_a_file_that_is_no_picture_is_refused_and_the_rest_is_saved(author, licence):
    client = signed_in(author)
    file = picture_file(name="photo")
    file.file.seek(0)
    file.file.truncate()
    file.file.write(b"<svg onload=alert(1)>")
    file.file.seek(0)
    words = story(licence, **{"photos-0-file": file, "photos-0-alt": "Un mur"})
    response = save(client, BEGIN, **words)
    assert response.status_code == 200
    assert [error["id"] for error in response.context["errors"]] == ["id_photos-0-file"]
    assert StoryPage.objects.get().title == "La bibliothèque prête ses outils"


def test_a_person_without_consent_is_initials_on_the_page(author, moderator, licence):
    client = signed_in(author)
    proposal = proposed(
        client,
        licence,
        done="Ysoline Kerzabiec a ouvert la porte.",
        **{"people-0-name": "Ysoline Kerzabiec", "people-0-consent": "not_asked"},
    )
    decide(signed_in(moderator), proposal, "approve")
    page = Page.objects.get(pk=proposal.page_id)
    public = Client().get(page.get_url()).content.decode()
    assert "Y. K." in public
    assert "Kerzabiec" not in public


def test_the_check_says_where_nobody_may_decide(fr):
    setup_roles()
    assert check_workflows(None) == []
    GroupPagePermission.objects.filter(
        group__name="Moderators", permission__codename="publish_page"
    ).delete()
    assert {error.id for error in check_workflows(None)} == {CANNOT_PUBLISH}
    EditorialTask.objects.update(active=False)
    assert {error.id for error in check_workflows(None)} == {NO_WORKFLOW}


def test_what_was_typed_comes_back_as_it_was_typed(author, licence):
    client = signed_in(author)
    words = "L'eau : 5 m² ! *oui*, 2 * 3, snake_case\n\n1\\. non"
    proposal = begun(client, licence, done=words)
    assert fields_of(client.get(edit_url(proposal)))["done"].startswith("L'eau : 5 m² !")
    stored = StoryPage.objects.get(pk=proposal.page_id).done
    save(client, edit_url(proposal), results="Rien.")
    latest = Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()
    assert latest.done == stored


def test_the_script_saves_while_one_writes(author, licence):
    client = signed_in(author)
    data = {**fields_of(client.get(BEGIN)), **story(licence, begins="hier")}
    answer = client.post(BEGIN, data, headers={"X-Autosave": "1"}).json()
    proposal = Proposal.objects.get()
    assert answer["url"] == edit_url(proposal)
    data |= {"token": answer["token"], "results": "Douze."}
    again = client.post(answer["url"], data, headers={"X-Autosave": "1"})
    assert again.status_code == 200
    stale = client.post(answer["url"], data, headers={"X-Autosave": "1"})
    assert stale.status_code == 409
    latest = Page.objects.get(pk=proposal.page_id).get_latest_revision_as_object()
    assert latest.results == "<p>Douze.</p>"


def test_a_piece_of_text_is_shown_as_it_would_be_published(author):
    client = signed_in(author)
    url = "/fr/proposer/rendu/"
    hostile = "**gras** <script>alert(1)</script> [x](javascript:alert(1)) ![y](https://x.y/z.png)"
    shown = client.post(url, {"text": hostile}).content.decode()
    assert "<strong>gras</strong>" in shown
    assert "<script" not in shown
    assert 'href="javascript' not in shown
    assert "<img" not in shown
    assert client.get(url).status_code == 403
    assert Client().post(url, {"text": hostile}).status_code == 302


def test_every_address_of_authors_is_looked_at_here():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    ours = {name for name in names if name.startswith(("propose", "my_space"))}
    assert ours == {
        "propose",
        "propose_charter",
        "propose_story",
        "propose_report",
        "propose_edit",
        "propose_preview",
        "propose_render",
        "propose_send",
        "my_space",
        "my_space_text",
    }
