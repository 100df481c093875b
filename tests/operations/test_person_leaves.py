"""A person takes their data along, and leaves: nothing tells them any more, anywhere."""

import io
import json
import pickle
import zipfile
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, ModelLogEntry, Page, PageLogEntry
from wagtail.users.models import UserProfile
from wagtail_localize.models import String, Translation, TranslationSource

from accounts.personal_data import keepers
from content.authorship import Fate
from content.models import PageCredit, PortalImage
from home.models import StandardPage
from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.personal import erasure, exports
from operations.personal.models import DataExport
from stories.models import StoryPage
from tests.factories import account, add, carry_out, picture, published, sample

User = get_user_model()
EMAIL, NAME = "ysoline@example.org", "Ysoline d’Aérien-Kerz"
TRACES = ("ysoline", "kerz")
DATA, ARCHIVE = "/fr/compte/vos-donnees/", "/fr/compte/vos-donnees/archive/"
DELETE, DELETED = "/fr/compte/supprimer/", "/fr/compte/supprime/"
PASSWORD = "a long password"
LOGIN, CONFIRM = "/fr/compte/login/", "/fr/compte/reauthenticate/"


def story_by(user, tree, **changes):
    """Return a story that `user` wrote, with the name in its title, address, text and credits."""
    slug = changes.pop("slug", "atelier-de-ysoline-daerien-kerz")
    values = {
        "title": f"L'atelier de {NAME}",
        "summary": f"{NAME} répare. Écrire à {EMAIL}.",
        "done": "<p>Un mot de Ysoline&nbsp;d&#x27;Aérien-Kerz à tous.</p>",
        "body": [("text", f"<p>Et la suite, par {NAME}.</p>")],
    }
    story = sample(StoryPage, tree.locale, slug=slug, owner=user, **{**values, **changes})
    story.page_credits = [PageCredit(name=NAME, role="author")]
    story = add(tree.stories, story)
    story.save_revision(user=user, log_action=True)
    return story


def live(page, user=None):
    page.refresh_from_db()
    page.save_revision(user=user, log_action=True).publish(user=user, skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def person(fr):
    """Return somebody of whom every room keeps something."""
    user = account(EMAIL, "Editors")
    user.display_name = NAME
    user.save()
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("ysoline.png", ContentFile(picture_file_bytes()))
    totp.TOTP.activate(user, totp.generate_totp_secret())
    return user


def picture_file_bytes() -> bytes:
    from tests.factories import picture_file

    return picture_file(40, 40, "PNG").read()


class Life:
    """What the person left on the site: texts, history, library, uploads, a translation."""

    def __init__(self, user, fr, en):
        self.user = user
        self.client = Client(HTTP_USER_AGENT="Browser of Ysoline")
        assert sign_in(self.client).status_code == 302
        self.story = live(story_by(user, fr), user)
        self.draft = story_by(user, fr, slug="brouillon", title="Pas encore")
        self.house = published(fr.home, StandardPage, slug="notice", owner=user)
        self.photo = picture("Le lavoir")
        PortalImage.objects.filter(pk=self.photo.pk).update(uploaded_by_user=user)
        self.document = Document.objects.create(
            title="Notes", file=ContentFile(b"%PDF-1.4", "notes.pdf"), uploaded_by_user=user
        )
        self._discuss(fr)
        source, _made = TranslationSource.update_or_create_from_instance(self.story)
        Translation.objects.create(source=source, target_locale=en.locale)
        batch = ImportBatch.objects.create(user=user, locale=fr.locale)
        file = ImportFile.objects.create(batch=batch, position=0, name="ysoline.md", data=b"# A")
        ImportItem.objects.create(file=file, rank=0, kind="story", report={"title": NAME})
        log(instance=user, action="wagtail.edit", user=user)
        carry_out()

    def _discuss(self, fr):
        others = account("moderator@example.org", "Moderators")
        comment = Comment.objects.create(
            page=self.house, user=others, text="Qui ?", contentpath="title"
        )
        CommentReply.objects.create(comment=comment, user=self.user, text=f"Moi, {NAME}")
        Comment.objects.create(
            page=self.house, user=self.user, text="Une note", contentpath="title"
        )
        self.house.save_revision(user=self.user, log_action=True)


def sign_in(client, email=EMAIL):
    data = {"login": email, "password": PASSWORD}
    response = client.post(LOGIN, data)
    if response.status_code == 302 and "2fa" in response["Location"]:
        user = User.objects.get(email=email)
        secret = Authenticator.objects.get(user=user).wrap()
        from allauth.mfa.adapter import get_adapter

        key = get_adapter().decrypt(secret.instance.data["secret"])
        counter = next(totp.yield_hotp_counters_from_time())
        code = totp.format_hotp_value(totp.hotp_value(key, counter))
        response = client.post(response["Location"], {"code": code})
    return response


def confirm_password(client):
    assert client.post(CONFIRM, {"password": PASSWORD}).status_code == 302


@pytest.fixture
def life(person, fr, en):
    return Life(person, fr, en)


def said_in_database() -> dict[str, list]:
    """Return by model the rows that tell the person, whatever the column."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            text = json.dumps(row, default=_readable, ensure_ascii=False).lower()
            places = [text.find(trace) for trace in TRACES if trace in text]
            if places:
                around = text[max(places[0] - 90, 0) :][:180]
                found.setdefault(model._meta.label, []).append(around)
    return found


def _readable(value) -> str:
    return (
        bytes(value).decode("utf-8", "replace")
        if isinstance(value, bytes | memoryview)
        else str(value)
    )


def said_in_caches() -> list[str]:
    names = ("default", "renditions")
    stored = "".join(pickle.dumps(caches[name]._cache).decode("latin-1").lower() for name in names)
    return [trace for trace in TRACES if trace in stored]


def links_to(user_pk: int) -> list[str]:
    """Return the columns that still point to the account, with or without a constraint."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if field.related_model is User
        and model._base_manager.filter(**{field.attname: user_pk}).exists()
    ]


def test_nothing_tells_who_was_erased(life):
    pk = life.user.pk
    assert {"stories.StoryPage", "wagtailcore.Revision", "wagtail_localize.String"} <= set(
        said_in_database()
    )
    erased = erasure.erase(life.user, Fate.ANONYMOUS)
    carry_out()
    assert (erased.published, erased.drafts, erased.named_elsewhere) == (1, 1, 0)
    assert said_in_database() == {}
    assert said_in_caches() == []
    assert links_to(pk) == []
    assert not User.objects.filter(pk=pk).exists()
    for model in (Authenticator, UserSession, UserProfile, DataExport, ImportBatch):
        assert not model.objects.exists(), model
    assert life.client.get(DATA).status_code == 302


def test_a_text_made_anonymous_reads_well_and_stays_online(life):
    erasure.erase(life.user, Fate.ANONYMOUS)
    carry_out()
    story = StoryPage.objects.get(pk=life.story.pk)
    text = Client().get(story.get_url()).content.decode()
    assert "L’atelier de Auteur·rice anonyme" in text
    assert "Un mot de Auteur·rice anonyme à tous" in text
    assert "par Auteur·rice anonyme." in text
    assert [credit.name for credit in story.page_credits.all()] == ["Auteur·rice anonyme"]
    latest = story.get_latest_revision_as_object()
    assert (latest.title, latest.owner_id) == (story.title, None)
    assert not Page.objects.filter(pk=life.draft.pk).exists()


def test_a_text_kept_under_the_name_loses_only_the_address(life):
    erasure.erase(life.user, Fate.KEEP)
    carry_out()
    story = StoryPage.objects.get(pk=life.story.pk)
    text = Client().get(story.get_url()).content.decode()
    assert "L’atelier de Ysoline d’Aérien-Kerz" in text
    assert EMAIL not in text
    assert story.owner is None
    assert not any(EMAIL in line for lines in said_in_database().values() for line in lines)


def test_a_text_withdrawn_is_gone_with_its_history(life):
    url = life.story.get_url()
    erasure.erase(life.user, Fate.WITHDRAW)
    carry_out()
    assert Client().get(url).status_code == 404
    assert not PageLogEntry.objects.filter(page_id=life.story.pk).exists()
    assert said_in_database() == {}
    assert StandardPage.objects.get(pk=life.house.pk).live


def test_a_text_withdrawn_by_one_of_its_authors_stays_for_the_others(life):
    life.story.page_credits.add(PageCredit(name="Basile Orme", role="author"))
    live(life.story, life.user)
    erasure.erase(life.user, Fate.WITHDRAW)
    story = StoryPage.objects.get(pk=life.story.pk)
    assert {credit.name for credit in story.page_credits.all()} == {
        "Auteur·rice anonyme",
        "Basile Orme",
    }


def test_a_change_that_was_being_prepared_is_forgotten(life):
    draft = StoryPage.objects.get(pk=life.story.pk)
    draft.title = "Une autre version"
    draft.save_revision(user=life.user)
    erasure.erase(life.user, Fate.ANONYMOUS)
    story = StoryPage.objects.get(pk=life.story.pk)
    assert not story.has_unpublished_changes
    assert story.get_latest_revision_as_object().title == story.title


def test_pages_of_others_and_namesakes_are_left(life, fr):
    other = published(fr.stories, StoryPage, slug="autre")
    other.page_credits.add(PageCredit(name=NAME, role="author"))
    live(other)
    erased = erasure.erase(life.user, Fate.ANONYMOUS)
    assert erased.named_elsewhere == 1
    names = {credit.name for credit in StoryPage.objects.get(pk=other.pk).page_credits.all()}
    assert NAME in names


def test_a_name_of_one_word_is_not_taken_for_the_flower(fr):
    user = account("rose@example.org")
    user.display_name = "Rose"
    user.save()
    story = sample(
        StoryPage, fr.locale, slug="rose", owner=user, title="La rose", summary="Rose Dumas"
    )
    story.page_credits = [PageCredit(name="Rose", role="author")]
    story = live(add(fr.stories, story), user)
    erasure.erase(user, Fate.ANONYMOUS)
    story.refresh_from_db()
    assert (story.title, story.slug, story.summary) == ("La rose", "rose", "Rose Dumas")
    assert story.page_credits.get().name == "Auteur·rice anonyme"


def test_an_erasure_may_be_run_again_after_a_crash(life, monkeypatch):
    last = keepers()[-1]
    monkeypatch.setattr("operations.personal.erasure.mail_later", _fail)
    erasure.ask(life.user, Fate.ANONYMOUS)
    carry_out()
    assert User.objects.filter(pk=life.user.pk, is_active=False).exists()
    assert StoryPage.objects.get(pk=life.story.pk).owner_id == life.user.pk
    assert last.export(life.user) is not None


def _fail(*args, **kwargs):
    raise ConnectionError("the mail server is away")


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_an_archive_holds_all_that_is_kept_in_two_forms(life):
    archive = opened(exports.archive_of(life.user))
    assert archive.testzip() is None
    data = json.loads(archive.read("data.json"))
    assert set(data) == {keeper.name for keeper in keepers()}
    assert data["account"]["email"] == EMAIL
    assert {text["title"] for text in data["texts"]} >= {f"L'atelier de {NAME}", "Pas encore"}
    assert [row["text"] for row in data["comments"]] == ["Une note", f"Moi, {NAME}"]
    assert data["sessions"][0]["browser"] == "Browser of Ysoline"
    assert data["imports"][0]["files"] == ["ysoline.md"]
    page = archive.read("index.html").decode()
    for words in (EMAIL, "Pas encore", "Une note", "Browser of Ysoline", "ysoline.md"):
        assert words in page
    names = archive.namelist()
    texts = [name for name in names if name.endswith("text.html")]
    told = [archive.read(name).decode() for name in texts]
    assert any("Et la suite, par" in text and "Un mot de" in text for text in told)
    for text in data["texts"]:
        assert {text["file"], *(revision["file"] for revision in text["revisions"])} <= set(names)
    assert archive.read(f"files/{life.document.pk}-{life.document.filename}") == b"%PDF-1.4"
    assert any(name.endswith(life.photo.filename) for name in names)
    assert "secret" not in archive.read("data.json").decode()


def test_an_archive_tells_nothing_of_others(life):
    other = account("basile@example.org")
    data = exports.archive_of(other)
    words = opened(data).read("data.json").decode().lower()
    assert not any(trace in words for trace in TRACES)


def test_a_person_takes_their_data_along_with_one_click(life):
    assert life.client.get(DATA).status_code == 200
    asked = life.client.post(DATA)
    assert asked["Location"].startswith(CONFIRM)
    # What was asked for is done once the password is given.
    assert life.client.post(asked["Location"], {"password": PASSWORD})["Location"] == DATA
    DataExport.objects.all().delete()
    assert life.client.get(ARCHIVE).status_code == 404
    assert life.client.post(DATA)["Location"] == DATA
    answer = life.client.get(ARCHIVE)
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    assert "index.html" in opened(answer.content).namelist()
    DataExport.objects.update(asked_at=timezone.now() - timedelta(days=8))
    exports.purge()
    assert life.client.get(ARCHIVE).status_code == 404


def test_a_long_archive_is_made_by_the_worker_which_writes(life, monkeypatch, mailoutbox):
    monkeypatch.setattr("operations.personal.exports.AT_ONCE_FILES", 1)
    confirm_password(life.client)
    life.client.post(DATA)
    assert life.client.get(ARCHIVE).status_code == 404
    assert "en préparation" in life.client.get(DATA).content.decode()
    carry_out()
    assert life.client.get(ARCHIVE).status_code == 200
    (mail,) = [one for one in mailoutbox if one.subject == "Vos données sont prêtes"]
    assert (mail.to, DATA in mail.body) == ([EMAIL], True)


def test_the_password_is_asked_again_before_anything_leaves_or_goes(fr):
    user = account("nour@example.org")
    client = Client()
    client.force_login(user)
    for answer in (client.post(DATA), client.get(ARCHIVE), client.get(DELETE), client.post(DELETE)):
        assert answer.status_code == 302
        assert answer["Location"].startswith(CONFIRM)
    assert not DataExport.objects.exists()
    assert User.objects.filter(pk=user.pk, is_active=True).exists()


def test_nobody_else_reaches_these_pages(fr):
    for path in (DATA, ARCHIVE, DELETE):
        for answer in (Client().get(path), Client().post(path)):
            assert answer.status_code in {302, 405}
            if answer.status_code == 302:
                assert answer["Location"].startswith(LOGIN)
    assert Client().get(DELETED).status_code == 200


def test_a_person_leaves_and_gets_a_last_mail(life, mailoutbox):
    confirm_password(life.client)
    shown = life.client.get(DELETE).content.decode()
    assert "Pas encore" in shown
    assert "éditions du kit" in shown.lower()
    refused = life.client.post(DELETE, {"texts": Fate.ANONYMOUS})
    assert refused.status_code == 200
    assert refused.context["form"].errors["understood"]
    data = {"texts": Fate.ANONYMOUS, "understood": "on"}
    assert life.client.post(DELETE, data)["Location"] == DELETED
    assert life.client.get(DATA).status_code == 302
    assert not UserSession.objects.exists()
    back = Client()
    sign_in(back)
    assert "_auth_user_id" not in back.session
    carry_out()
    assert not User.objects.filter(email=EMAIL).exists()
    (mail,) = [one for one in mailoutbox if one.subject == "Votre compte est supprimé"]
    assert mail.to == [EMAIL]
    assert said_in_database() == {}


def test_a_crafted_choice_is_refused(life):
    confirm_password(life.client)
    answer = life.client.post(DELETE, {"texts": "everything", "understood": "on"})
    assert answer.context["form"].errors["texts"]
    assert User.objects.get(email=EMAIL).is_active


def test_the_only_administrator_cannot_leave(fr):
    boss = account("admin@example.org", superuser=True)
    client = Client()
    sign_in(client, boss.email)
    confirm_password(client)
    answer = client.post(DELETE, {"understood": "on"})
    assert answer.status_code == 409
    with pytest.raises(CommandError, match="only administrator"):
        call_command("erase_user", boss.email, yes=True)
    account("other@example.org", superuser=True)
    call_command("erase_user", boss.email, yes=True, stdout=io.StringIO())
    assert not User.objects.filter(email=boss.email).exists()


def test_the_commands_work_by_address(life, tmp_path):
    output = io.StringIO()
    target = tmp_path / "data.zip"
    call_command("export_user", EMAIL.upper(), output=str(target), json=True, stdout=output)
    assert json.loads(output.getvalue())["bytes"] == target.stat().st_size
    assert target.stat().st_mode & 0o077 == 0
    assert json.loads(opened(target.read_bytes()).read("data.json"))["account"]["email"] == EMAIL
    output = io.StringIO()
    call_command("erase_user", EMAIL, yes=True, json=True, texts="withdraw", stdout=output)
    assert json.loads(output.getvalue()) == {
        "erased": True,
        "published": 1,
        "drafts": 1,
        "named_elsewhere": 0,
    }
    for command in ("export_user", "erase_user"):
        with pytest.raises(CommandError, match="No account"):
            call_command(command, EMAIL)


def test_the_log_keeps_what_was_done_without_who(life):
    assert ModelLogEntry.objects.filter(user=life.user).exists()
    erasure.erase(life.user, Fate.KEEP)
    assert PageLogEntry.objects.filter(page_id=life.story.pk, action="wagtail.publish").exists()
    assert String.objects.exists()
