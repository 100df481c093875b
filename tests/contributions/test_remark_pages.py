"""The pages of remarks as each role finds them: a reader, an author, a moderator, a stranger."""

import re

import pytest
from django.core.cache import caches
from django.test import Client

from coalitions.models import CoalitionPage
from contributions.models import Reaction, Remark
from contributions.remarks import services
from contributions.remarks.passages import passages_of
from kit.models import ChapterPage
from stories.models import StoryPage
from tests.contributions.remarking import address, fields_of, send, words
from tests.contributions.writing import CHARTER, signed_in
from tests.factories import account, add, kit_in, publish, published, restrict, sample, unpublished
from tests.reading import Html

FIRST, SECOND = "On mesure d'abord le débit.", "On répare ensuite la margelle."
DESK, MINE = "/admin/proposals/remarks/", "/fr/mon-espace/remarques/"
PASSWORD = "quatre canards au bord"
NEVER_RUN = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def chapter(fr):
    body = [("heading", {"level": "h2", "text": "Mesurer"}), ("text", f"<p>{FIRST}</p>")]
    body.append(("text", f"<p>{SECOND}</p>"))
    return published(kit_in(fr), ChapterPage, slug="eau", title="L'eau", body=body)


def shown(client, url) -> str:
    """Return the HTML of a page with plain spaces and apostrophes."""
    answer = client.get(url)
    assert answer.status_code == 200, url
    text = answer.content.decode()
    for before, after in (("\u202f", " "), ("\u00a0", " "), ("’", "'"), ("&#x27;", "'")):
        text = text.replace(before, after)
    return text


def test_anybody_reads_the_invitation_and_what_was_decided(chapter, author, moderator):
    kept, aside, hidden, waiting = (
        services.write(author, chapter, **words(chapter, text=f"Remarque {name}"))
        for name in ("gardée", "écartée", "cachée", "en attente")
    )
    services.decide(kept, moderator, "kept", reply="Corrigé.")
    services.decide(aside, moderator, "aside", "Hors du sujet.")
    services.decide(hidden, moderator, "hidden", "Une insulte.")
    page = shown(Client(), address(chapter))
    for text in ("Remarque gardée", "Corrigé.", "Retenue", FIRST, "Solène", "Remarque écartée"):
        assert text in page
    assert "Hors du sujet." in page
    for text in (hidden.text, hidden.reason, waiting.text):
        assert text not in page
    assert waiting.text not in shown(signed_in(moderator), address(chapter))
    assert waiting.text in shown(signed_in(author), address(chapter))


def test_an_author_writes_a_remark_and_follows_it(chapter, author, moderator):
    client = signed_in(author)
    answer = send(client, chapter)
    assert answer.status_code == 302
    remark = Remark.objects.get()
    assert (remark.author, remark.quote, remark.language) == (author, FIRST, "fr")
    assert "Attend la modération" in shown(client, MINE)
    services.decide(remark, moderator, "covered", "Voir la page 3.", "Merci.")
    followed = shown(client, MINE)
    for text in ("Déjà traitée", "Voir la page 3.", "Merci.", "Le seau fuit."):
        assert text in followed


def test_a_remark_is_in_the_language_that_its_author_says(chapter, author, moderator):
    client = signed_in(author)
    assert client.get(address(chapter)).context["form"]["text_language"].value() == "fr"
    for code in ("ar", "", "de"):
        send(client, chapter, text=f"Mot-{code}", text_language=code)
    for remark in Remark.objects.all():
        services.decide(remark, moderator, "covered", "Vu à la page 3.")
    assert list(Remark.objects.values_list("text_language", "language")) == [
        ("ar", "fr"), ("fr", "fr"), ("de", "fr"),
    ]  # fmt: skip
    said = {one.text: one for one in Html(Client().get(address(chapter))).all("div", class_="said")}
    arabic, french, german = (said[f"Mot-{code}"] for code in ("ar", "", "de"))
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert (german.get("lang"), german.get("dir")) == ("de", None)
    assert french.get("lang") is None
    assert 'dir="rtl"' in shown(client, MINE)
    last = Remark.objects.last()
    assert 'lang="de"' in shown(signed_in(moderator), f"{DESK}{last.pk}/")
    story = client.post(f"{MINE}recit/{last.pk}/")
    assert story["Location"].startswith("/fr/proposer/")
    assert StoryPage.objects.get().text_language == "de"


@pytest.mark.parametrize("code", ["no such language", "x" * 60, '"><script>'])
def test_a_crafted_language_is_refused(chapter, author, code):
    answer = send(signed_in(author), chapter, text_language=code)
    assert answer.context["form"].errors["text_language"]
    assert "Le seau fuit." in answer.content.decode()
    assert not Remark.objects.exists()


def test_a_double_click_makes_one_remark(chapter, author):
    client = signed_in(author)
    data = {**fields_of(client, chapter), **words(chapter)}
    for _click in range(2):
        assert client.post(address(chapter), data).status_code == 302
    assert Remark.objects.count() == 1


def test_what_a_signed_out_reader_typed_comes_back_after_the_sign_in(chapter, author):
    client = Client()
    answer = send(client, chapter, text="Écrit avant de me connecter.")
    assert answer["Location"].startswith("/fr/compte/login/?next=/fr/reagir/")
    assert not Remark.objects.exists()
    client.force_login(author)
    for _reload in range(2):
        form = client.get(address(chapter)).context["form"]
        assert form["text"].value() == "Écrit avant de me connecter."
        assert form["passage"].value() == passages_of(chapter)[0].key
    assert send(client, chapter, text="Écrit avant de me connecter.").status_code == 302
    assert Remark.objects.get().author == author
    assert not client.get(address(chapter)).context["form"]["text"].value()


def test_who_signs_up_comes_back_to_the_passage_with_what_was_typed(chapter, mailoutbox):
    client = Client()
    login = send(client, chapter)["Location"]
    person = {"email": "nour@example.org", "display_name": "Nour", "password1": PASSWORD}
    client.post(login.replace("login", "signup"), person)
    confirmation = re.search(r"https?://[^/\s]+(/\S+)", mailoutbox[0].body)[1]
    client.post(confirmation)
    signed = client.post("/fr/compte/login/", {"login": person["email"], "password": PASSWORD})
    assert signed["Location"] == address(chapter)
    assert "Le seau fuit." in shown(client, address(chapter))
    send(client, chapter)
    client.post(CHARTER, {"accept": "1"})
    send(client, chapter)
    assert Remark.objects.get().author_name == "Nour"


def test_who_has_not_accepted_the_charter_is_led_there_and_back(chapter):
    client = signed_in(account("nour@example.org"))
    answer = send(client, chapter)
    assert answer["Location"].startswith(f"{CHARTER}?next=")
    assert not Remark.objects.exists()
    onward = client.post(CHARTER, {"accept": "1", "next": address(chapter)})
    assert onward["Location"] == address(chapter)
    assert "Le seau fuit." in shown(client, address(chapter))


def test_what_one_account_typed_is_not_given_to_another(chapter, author, other_author):
    client = signed_in(author)
    data = {**fields_of(client, chapter), **words(chapter)}
    client.logout()
    client.get(address(chapter))
    assert client.post(address(chapter), data).status_code == 302
    client.force_login(other_author)
    assert "Le seau fuit." not in shown(client, address(chapter))


def test_a_form_without_its_token_writes_nothing_and_loses_nothing(chapter, author):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    answer = client.post(address(chapter), words(chapter))
    assert answer.status_code == 200
    assert "Le seau fuit." in answer.content.decode()
    assert not Remark.objects.exists()
    assert client.post(f"/fr/reagir/reaction/{chapter.pk}/", {"kind": "useful"}).status_code == 403
    assert not Reaction.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{"kind": "join"}, {"kind": ""}, {"passage": "elsewhere"}, {"text": " "}, {"text": "x" * 4001}],
    ids=["kind of coalitions", "no kind", "no such passage", "no text", "too long"],
)
def test_a_crafted_form_is_shown_again(chapter, author, changes):
    answer = send(signed_in(author), chapter, **changes)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Remark.objects.exists()


def test_a_coalition_takes_who_joins(fr, author):
    coalition = published(fr.coalitions, CoalitionPage, slug="communs", title="Des communs")
    assert send(signed_in(author), coalition, kind="join", passage="").status_code == 302
    assert Remark.objects.get().kind == "join"


def test_too_many_remarks_have_to_wait_and_keep_their_words(chapter, author, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "write_remark": "1/h/key"}
    client = signed_in(author)
    assert send(client, chapter).status_code == 302
    answer = send(client, chapter, text="Encore une.")
    assert answer.status_code == 429
    assert "Encore une." in answer.content.decode()
    assert Remark.objects.count() == 1
    caches["default"].clear()


def test_hostile_words_are_shown_as_words(chapter, author, moderator):
    author.display_name = NEVER_RUN
    author.save()
    remark = services.write(author, chapter, **words(chapter, text=NEVER_RUN))
    services.decide(remark, moderator, "aside", NEVER_RUN, NEVER_RUN)
    pages = (
        Client().get(address(chapter)),
        signed_in(author).get(MINE),
        signed_in(moderator).get(DESK),
        signed_in(moderator).get(f"{DESK}{remark.pk}/"),
    )
    for page in pages:
        assert "alert(1)" in page.content.decode()
        assert NEVER_RUN not in page.content.decode()
        assert "<img src=x" not in page.content.decode()


def test_remarks_on_what_is_not_public_are_shown_to_nobody(chapter, fr, author, moderator):
    remark = services.write(author, chapter, **words(chapter))
    services.decide(remark, moderator, "kept")
    draft = add(fr.stories, sample(StoryPage, fr.locale, slug="brouillon", live=False))
    gone = unpublished(chapter)
    for page in (draft, gone):
        for client in (Client(), signed_in(author), signed_in(moderator)):
            assert client.get(address(page)).status_code == 404
            assert client.post(address(page), words(chapter)).status_code == 404
            reaction = client.post(f"/fr/reagir/reaction/{page.pk}/", {"kind": "useful"})
            assert reaction.status_code == 404
    assert address(gone) not in shown(signed_in(author), MINE)


def test_remarks_on_a_restricted_page_are_for_who_may_read_it(chapter, author, moderator):
    remark = services.write(author, chapter, **words(chapter))
    services.decide(remark, moderator, "kept")
    restriction = restrict(chapter)
    assert Client().get(address(chapter)).status_code == 404
    client = Client()
    password = {"password": "sesame", "return_url": address(chapter)}
    client.post(f"/_util/authenticate_with_password/{restriction.pk}/{chapter.pk}/", password)
    assert remark.text in shown(client, address(chapter))


def test_a_passage_that_changed_or_went_is_quoted_as_it_was(chapter, author, moderator):
    for passage in passages_of(chapter):
        remark = services.write(author, chapter, **words(chapter, passage=passage.key))
        services.decide(remark, moderator, "kept")
    chapter.body[1] = ("text", "<p>On mesure le débit deux fois.</p>", chapter.body[1].id)
    del chapter.body[2]
    publish(chapter)
    page = shown(Client(), address(chapter))
    assert "On mesure le débit deux fois." in page
    for quote in (FIRST, SECOND, "n'est plus sur la page", "a changé depuis"):
        assert quote in page


def test_reactions_are_counted_in_singular_and_plural(chapter, author, other_author):
    clients = signed_in(author), signed_in(other_author)
    url = f"/fr/reagir/reaction/{chapter.pk}/"
    assert clients[0].post(url, {"kind": "useful"})["Location"] == f"{address(chapter)}#reactions"
    assert "1 personne<" in shown(Client(), address(chapter))
    clients[1].post(url, {"kind": "useful"})
    page = shown(clients[0], address(chapter))
    assert "2 personnes" in page
    assert 'aria-pressed="true">Utile' in page
    clients[0].post(url, {"kind": "useful"})
    assert Reaction.objects.count() == 1
    assert clients[0].post(url, {"kind": "love"}).status_code == 404
    assert clients[0].get(url).status_code == 405
    led = Client().post(url, {"kind": "useful"})
    assert led["Location"].startswith("/fr/compte/login/?next=/fr/reagir/")


def test_the_desk_of_remarks_is_for_who_decides(chapter, author, other_author, moderator, editor):
    remark = services.write(author, chapter, **words(chapter))
    one = f"{DESK}{remark.pk}/"
    for user in (author, other_author):
        client = signed_in(user)
        for answer in (client.get(DESK), client.get(one), client.post(one, {"outcome": "kept"})):
            assert answer["Location"].startswith("/admin/login/")
    assert Client().get(one)["Location"].startswith("/admin/login/")
    for user in (moderator, editor):
        assert "Le seau fuit." in shown(signed_in(user), DESK)
        assert FIRST in shown(signed_in(user), one)
    remark.refresh_from_db()
    assert remark.outcome == ""


def test_a_moderator_decides_at_the_desk_with_a_reason(chapter, author, moderator):
    remark = services.write(author, chapter, **words(chapter))
    client, one = signed_in(moderator), f"{DESK}{remark.pk}/"
    assert "Remarques (1)" in client.get("/admin/").content.decode()
    data = {"outcome": "aside", "reason": "", "reply": "Merci.", "seen": ""}
    refused = client.post(one, data)
    assert refused.status_code == 422
    assert "Merci." in refused.content.decode()
    assert client.post(one, {**data, "reason": "Hors sujet."})["Location"] == DESK
    late = client.post(one, {**data, "outcome": "kept"})
    assert late.status_code == 409
    remark.refresh_from_db()
    assert (remark.outcome, remark.reason) == ("aside", "Hors sujet.")
    assert client.post(one, {**data, "outcome": "kept", "seen": "aside"}).status_code == 302
    remark.refresh_from_db()
    assert remark.outcome == "kept"
    assert "Remarques (" not in client.get("/admin/").content.decode()


def test_nobody_decides_on_their_own_remark_at_the_desk(chapter, moderator):
    remark = services.write(moderator, chapter, **words(chapter))
    client, one = signed_in(moderator), f"{DESK}{remark.pk}/"
    assert 'name="outcome"' not in shown(client, one)
    data = {"outcome": "kept", "reason": "", "reply": "", "seen": ""}
    client.post(one, data)
    remark.refresh_from_db()
    assert remark.outcome == ""


def test_a_remark_is_told_as_a_story_by_its_author_alone(chapter, author, other_author, moderator):
    remark = services.write(author, chapter, **words(chapter))
    url = f"{MINE}recit/{remark.pk}/"
    assert signed_in(other_author).post(url).status_code == 404
    assert Client().post(url)["Location"].startswith("/fr/compte/login/")
    client = signed_in(author)
    answer = client.post(url)
    assert answer["Location"].startswith("/fr/proposer/")
    assert "Le seau fuit." in shown(client, answer["Location"])
    at_desk = signed_in(moderator).post(f"{DESK}{remark.pk}/", {"story": "1"})
    assert at_desk["Location"].startswith("/fr/proposer/")


def test_the_editor_of_a_page_leads_to_its_remarks(chapter, author, editor_client):
    edit = f"/admin/pages/{chapter.pk}/edit/"
    assert f"{DESK}?page={chapter.pk}" not in shown(editor_client, edit)
    services.write(author, chapter, **words(chapter))
    assert f"{DESK}?page={chapter.pk}" in shown(editor_client, edit)
    assert "Le seau fuit." in shown(editor_client, f"{DESK}?page={chapter.pk}")
    assert "Le seau fuit." not in shown(editor_client, f"{DESK}?page={chapter.pk + 9999}")


def test_a_page_leads_to_its_remarks_and_says_how_many(chapter, author, moderator):
    link = f'href="{address(chapter)}"'
    page = shown(Client(), chapter.get_url())
    assert link in page
    assert "1 remarque" not in page
    for number in (1, 2):
        remark = services.write(author, chapter, **words(chapter))
        assert f"{number} remarque" not in shown(Client(), chapter.get_url())
        services.decide(remark, moderator, "kept")
        plural = "s" if number > 1 else ""
        assert f">{number} remarque{plural}</a>" in shown(Client(), chapter.get_url())
    hidden = services.write(author, chapter, **words(chapter))
    services.decide(hidden, moderator, "hidden", "Une insulte.")
    assert ">2 remarques</a>" in shown(Client(), chapter.get_url())


def invitations_on(page, client=None) -> dict[str, str]:
    """Return the links under the passages of a page that is read, as their names by address."""
    html = Html((client or Client()).get(page.get_url()))
    links = [one for one in html.all("a") if "passage=" in (one.get("href") or "")]
    return {one.get("href"): one.get("aria-label") for one in links}


def test_each_passage_leads_to_a_remark_about_it(chapter, author):
    found = invitations_on(chapter)
    assert len(found) == len(passages_of(chapter)) == 2
    for passage, (url, name) in zip(passages_of(chapter), found.items(), strict=True):
        assert name == f"Réagir à ce passage\N{NO-BREAK SPACE}: {passage.text}"
        form = Client().get(url).context["form"]
        assert form["passage"].value() == passage.key
        assert url == f"{address(chapter)}?passage={passage.key}#write"


def test_a_passage_says_how_many_remarks_it_has_and_leads_to_them(chapter, author, moderator):
    first, second = passages_of(chapter)
    for passage in (first.key, first.key, "", second.key):
        remark = services.write(author, chapter, **words(chapter, passage=passage))
        if passage != second.key:
            services.decide(remark, moderator, "kept" if passage else "covered", "Vu.")
    aside = services.write(author, chapter, **words(chapter, passage=first.key))
    services.decide(aside, moderator, "aside", "Hors sujet.")
    names = list(invitations_on(chapter).items())
    assert names[0][1].startswith("3 remarques sur le passage")
    assert names[1][1].startswith("Réagir à ce passage")
    url, anchor = names[0][0].split("#")
    sections = [one.get("id") for one in Html(Client().get(url)).all("section")]
    assert sections.count(anchor) == 1
    assert ">4 remarques</a>" in shown(Client(), chapter.get_url())


def test_every_part_of_a_story_and_of_a_coalition_takes_reactions(fr):
    parts = {"done": "<p>Un relevé.</p>", "advice": "<p>Noter.</p>"}
    story = published(fr.stories, StoryPage, slug="releve", body=[("text", "<p>Fin.</p>")], **parts)
    coalition = published(fr.coalitions, CoalitionPage, slug="communs", vision="<p>Partager.</p>")
    for page in (story, coalition):
        keys = [passage.key for passage in passages_of(page)]
        links = "".join(invitations_on(page))
        assert [key for key in keys if f"passage={key}#" not in links] == []
        assert len(invitations_on(page)) == len(keys)


def test_a_preview_invites_to_no_reaction(chapter, editor_client):
    preview = editor_client.get(f"/admin/pages/{chapter.pk}/view_draft/")
    assert FIRST in preview.content.decode().replace("’", "'").replace("&#x27;", "'")
    assert "?passage=" not in preview.content.decode()


def test_hostile_words_are_only_words_in_the_name_of_a_link(chapter):
    chapter.body[1] = ("text", '<p>x" onfocus="alert(1)</p>')
    publish(chapter)
    assert next(iter(invitations_on(chapter).values())).endswith('x" onfocus="alert(1)')
    links = Html(Client().get(chapter.get_url())).all("a")
    assert not any(one.get("onfocus") for one in links)


def test_each_passage_is_reached_by_its_anchor(chapter):
    ids = {one.get("id") for one in Html(Client().get(chapter.get_url())).all("div")}
    assert {passage.anchor for passage in passages_of(chapter)} <= ids
