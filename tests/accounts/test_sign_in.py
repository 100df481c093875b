"""One door for the site and the admin: sign-up, sign-in, throttling, the second factor."""

import re
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.factories import account

User = get_user_model()
PASSWORD = "a long password"
LOGIN, SIGNUP, RESET = "/fr/compte/login/", "/fr/compte/signup/", "/fr/compte/password/reset/"

pytestmark = pytest.mark.django_db


def sign_up(client, email: str, **fields):
    data = {"email": email, "password1": "quatre canards au bord", "display_name": "Nour B."}
    return client.post(SIGNUP, {**data, **fields})


def sign_in(client, email="nour@example.org", password=PASSWORD, **headers):
    return client.post(LOGIN, {"login": email, "password": password}, **headers)


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def link_in(mail) -> str:
    return re.search(r"https?://[^/\s]+(/\S+)", mail.body)[1]


def test_who_signs_up_confirms_by_mail_then_signs_in(fr, client, mailoutbox):
    assert client.get(SIGNUP).status_code == 200
    assert sign_up(client, "Nour@Example.org").status_code == 302
    assert sign_in(client, password="quatre canards au bord").status_code == 302
    assert not is_signed_in(client)

    confirmation = link_in(mailoutbox[0])
    assert client.get(confirmation).status_code == 200
    assert client.post(confirmation).status_code == 302
    assert sign_in(client, password="quatre canards au bord").status_code == 302
    assert is_signed_in(client)
    user = User.objects.get(email="nour@example.org")
    assert (user.display_name, user.is_staff, user.groups.count()) == ("Nour B.", False, 0)


def test_who_was_on_the_way_somewhere_gets_there_after_the_mail(fr, mailoutbox):
    sign_up(Client(), "nour@example.org", next="/fr/proposer/recit/")
    # The mail may be opened in another browser than the one of the sign-up.
    confirmed = Client().post(link_in(mailoutbox[0]))
    assert confirmed["Location"] == "/fr/proposer/recit/"
    sign_up(Client(), "tidiane@example.org", next="https://elsewhere.example/")
    assert "elsewhere" not in mailoutbox[1].body


def test_a_short_password_is_refused_beside_its_field(fr, client):
    response = sign_up(client, "nour@example.org", password1="court")
    assert response.context["form"].errors["password1"]
    assert not User.objects.exists()


def test_a_machine_that_fills_every_field_makes_no_account(fr, client):
    sign_up(client, "nour@example.org", website="https://example.org")
    assert not User.objects.exists()


def answer_to(door, email: str) -> tuple:
    """Return status, place, text and number of password hashings of an anonymous request."""
    client = Client()
    with mock.patch.object(
        MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
    ) as hashing:
        response = door(client, email)
    text = re.sub(r'value="[^"]*"', "", response.content.decode()).replace(email, "")
    return response.status_code, response.get("Location"), text, hashing.call_count


DOORS = {
    "sign-in": lambda client, email: sign_in(client, email, "not the password"),
    "sign-up": sign_up,
    "reset": lambda client, email: client.post(RESET, {"email": email}),
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_a_known_and_an_unknown_address_get_the_same_answer(fr, mailoutbox, door):
    account("known@example.org")
    assert answer_to(door, "known@example.org") == answer_to(door, "other@example.org")


def test_the_eleventh_wrong_password_is_refused_and_the_owner_still_gets_in(fr):
    account("nour@example.org")
    thief, owner = Client(REMOTE_ADDR="203.0.113.5"), Client(REMOTE_ADDR="198.51.100.7")
    statuses = [sign_in(thief, password=f"guess {number}").status_code for number in range(11)]
    assert statuses == [200] * 10 + [429]
    assert sign_in(thief).status_code == 429
    assert not is_signed_in(thief)
    assert sign_in(owner).status_code == 302
    assert is_signed_in(owner)


def test_what_is_throttled_stays_so_after_a_restart(fr, settings, tmp_path):
    account("nour@example.org")
    files = {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(tmp_path),
    }
    settings.CACHES = {**settings.CACHES, "default": files}
    for number in range(10):
        sign_in(Client(), password=f"guess {number}")
    # As another process would: nothing of the first one's memory is kept.
    caches.close_all()
    settings.CACHES = {**settings.CACHES}
    assert sign_in(Client()).status_code == 429


@pytest.mark.parametrize("path", ["/admin/login/", "/_util/login/"])
def test_the_other_logins_let_nobody_in(fr, path):
    account("nour@example.org", "Editors")
    client = Client()
    data = {"username": "nour@example.org", "login": "nour@example.org", "password": PASSWORD}
    for response in (client.get(path), client.post(path, data)):
        assert response.status_code == 302
        assert response["Location"].startswith(LOGIN)
    assert not is_signed_in(client)


@pytest.mark.parametrize("path", ["/admin/password_reset/", "/admin/account/change_password/"])
def test_the_other_ways_to_a_password_are_closed(fr, editor_client, path):
    assert editor_client.get(path).status_code in (302, 404)
    assert editor_client.get(path, follow=True).status_code == 404


def test_an_author_who_tries_the_admin_is_told_and_not_sent_round(fr):
    client = Client()
    client.force_login(account("nour@example.org", "Authors"))
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert "nour" in response.content.decode()


def test_who_is_not_signed_in_is_led_to_the_sign_in_and_not_refused(fr):
    response = Client().get("/fr/compte/no-access/")
    assert response.status_code == 302
    assert response["Location"].startswith(LOGIN)


def test_a_sign_in_never_leads_to_another_site(fr):
    account("nour@example.org")
    client = Client()
    data = {"login": "nour@example.org", "password": PASSWORD, "next": "https://example.org/"}
    assert client.post(LOGIN, data)["Location"] == "/"


@pytest.fixture
def second_factor(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def code_of(secret: str) -> str:
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.mark.usefixtures("second_factor")
def test_the_admin_waits_for_a_second_factor(fr, editor, editor_client):
    for path in ("/admin/", "/admin/images/", "/admin/account/"):
        response = editor_client.get(path)
        assert (response.status_code, response["Location"].split("?")[0]) == (
            302,
            reverse("mfa_index"),
        )
    totp.TOTP.activate(editor, totp.generate_totp_secret())
    assert editor_client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("second_factor")
def test_no_door_skips_the_second_factor(fr, editor):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(editor, secret)
    client = Client()
    for path in (LOGIN, "/admin/login/", "/_util/login/"):
        data = {"login": editor.email, "username": editor.email, "password": PASSWORD}
        client.post(path, data)
        assert not is_signed_in(client), path
    sign_in(client, editor.email)
    wrong = client.post("/fr/compte/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    assert not is_signed_in(client)
    client.post("/fr/compte/2fa/authenticate/", {"code": code_of(secret)})
    assert is_signed_in(client)
    assert client.get("/admin/").status_code == 200
    assert Authenticator.objects.filter(user=editor).exists()


@pytest.mark.usefixtures("second_factor")
def test_a_reader_and_an_author_need_no_second_factor(fr):
    client = Client()
    client.force_login(account("nour@example.org", "Authors"))
    assert client.get("/fr/").status_code == 200
    assert client.get("/fr/compte/email/").status_code == 200


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_the_pages_of_an_account_speak_the_language_of_their_address(fr, en, language, name):
    with override(language):
        url = reverse(name)
    response = Client().get(url)
    text = response.content.decode()
    assert f'<html lang="{language}"' in text
    assert 'content="noindex"' in text
    assert "script-src 'self'" in response["Content-Security-Policy"]
    other = "en" if language == "fr" else "fr"
    with override(other):
        assert f'href="{reverse(name)}"' in text


def test_a_language_that_is_not_open_has_no_account_pages(fr):
    assert Client().get("/es/account/login/").status_code == 404
