"""Accounts: an address and a displayed name, no user name."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts import personal_data
from accounts.personal_data import Keeper
from tests.admin_forms import errors

User = get_user_model()
PASSWORD = "a long password"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["username", "first_name", "last_name"])
def test_there_is_no_user_name_nor_first_or_last_name(name):
    with pytest.raises(FieldDoesNotExist):
        User._meta.get_field(name)


def test_an_address_is_one_account_in_any_case():
    user = User.objects.create_user(" Nour@Example.ORG ", PASSWORD)
    assert user.email == "nour@example.org"
    for address in ("nour@example.org", "NOUR@example.org"):
        assert User.objects.get_by_natural_key(address) == user
        assert authenticate(username=address, password=PASSWORD) == user
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.create_user(address, PASSWORD)


def test_the_database_itself_refuses_the_same_address_in_another_case():
    User.objects.create_user("nour@example.org", PASSWORD)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="NOUR@example.org")])


def test_an_address_typed_in_capitals_is_stored_in_small_letters():
    user = User(email="Nour@Example.org")
    user.set_password(PASSWORD)
    user.full_clean()
    assert user.email == "nour@example.org"


@pytest.mark.parametrize("address", ["", None])
def test_an_account_needs_an_address(address):
    with pytest.raises(ValueError, match="address"):
        User.objects.create_user(address)
    with pytest.raises(ValidationError):
        User(email="").full_clean()


def test_the_address_is_never_shown():
    user = User(email="nour@example.org")
    assert (str(user), user.get_short_name()) == ("nour", "nour")
    user.display_name = "Nour B."
    assert str(user) == "Nour B."
    assert user.natural_key() == ("nour@example.org",)


def test_createsuperuser_asks_for_an_address_only(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Root@example.org", interactive=False, verbosity=0)
    user = User.objects.get(email="root@example.org")
    assert user.is_superuser
    assert user.check_password(PASSWORD)


def test_signing_in_to_the_admin_takes_the_address_in_any_case():
    User.objects.create_superuser("root@example.org", PASSWORD)
    client = Client()
    door = client.get(reverse("wagtailadmin_home"), follow=True)
    assert set(door.context["form"].fields) >= {"login", "password"}
    data = {"login": "ROOT@example.org", "password": PASSWORD}
    response = client.post(door.request["PATH_INFO"], data)
    assert response.status_code == 302
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def creation(email: str) -> dict:
    return {"email": email, "display_name": "Nour", "password1": PASSWORD, "password2": PASSWORD}


def test_an_administrator_creates_and_edits_an_account(admin_client):
    url = reverse("wagtailusers_users:add")
    assert admin_client.get(url).status_code == 200
    assert admin_client.post(url, creation("Nour@example.org")).status_code == 302
    user = User.objects.get(email="nour@example.org")
    edit = reverse("wagtailusers_users:edit", args=[user.pk])
    assert admin_client.get(edit).status_code == 200
    data = {"email": user.email, "display_name": "Nour B.", "is_active": "on"}
    assert admin_client.post(edit, data).status_code == 302
    user.refresh_from_db()
    assert (user.display_name, user.check_password(PASSWORD)) == ("Nour B.", True)
    listing = admin_client.get(reverse("wagtailusers_users:index"))
    assert "Nour B." in listing.content.decode()


@pytest.mark.parametrize("email", ["", "no address", "taken@example.org", "TAKEN@example.org"])
def test_a_wrong_or_taken_address_is_refused_beside_its_field(admin_client, email):
    User.objects.create_user("taken@example.org", PASSWORD)
    response = admin_client.post(reverse("wagtailusers_users:add"), creation(email))
    assert response.status_code == 200
    assert errors(response)["email"]
    assert User.objects.filter(email__iexact="taken@example.org").count() == 1


@pytest.mark.parametrize("password", ["short", "password1234", "nour@example.org"])
def test_a_weak_password_is_refused_beside_its_field(admin_client, password):
    data = {**creation("nour@example.org"), "password1": password, "password2": password}
    response = admin_client.post(reverse("wagtailusers_users:add"), data)
    assert errors(response).get("password1") or errors(response).get("password2")


def test_each_room_declares_once_what_it_keeps_about_a_person(monkeypatch):
    monkeypatch.setattr(personal_data, "_keepers", {})
    keeper = Keeper("drafts", export=lambda user: [], erase=lambda user: None)
    personal_data.register(keeper)
    with pytest.raises(ValueError, match="drafts"):
        personal_data.register(keeper)
    assert personal_data.keepers() == (keeper,)
