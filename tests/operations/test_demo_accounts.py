"""The accounts of the demo: one for each role, never in production."""

import pytest
from django.core.checks import run_checks

from accounts.models import User
from operations.checks import DEMO_ACCOUNTS
from operations.demo.accounts import ADDRESSES, load_accounts
from operations.demo.records import Records

GROUPS = {
    "author@example.org": {"Authors"},
    "author2@example.org": {"Authors"},
    "translator-en@example.org": {"Translators en"},
    "reviewer-en@example.org": {"Translators en", "Reviewers en"},
    "moderator@example.org": {"Moderators"},
    "editor@example.org": {"Editors"},
    "admin@example.org": {"Administrators"},
}


def refused() -> list[str]:
    errors = run_checks(include_deployment_checks=True)
    return [error.msg for error in errors if error.id == DEMO_ACCOUNTS]


@pytest.mark.django_db
def test_each_role_has_an_account_with_its_groups(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "une phrase assez longue")
    assert load_accounts(Records()) == ""
    users = {user.email: user for user in User.objects.all()}
    groups = {
        email: set(user.groups.values_list("name", flat=True)) for email, user in users.items()
    }
    assert groups == GROUPS
    assert all(user.check_password("une phrase assez longue") for user in users.values())
    assert all(user.display_name for user in users.values())
    assert {email for email, user in users.items() if user.is_superuser} == {"admin@example.org"}


@pytest.mark.django_db
def test_a_password_is_drawn_when_none_is_given(monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    drawn = load_accounts(Records())
    assert len(drawn) >= 12
    assert User.objects.get(email="editor@example.org").check_password(drawn)


@pytest.mark.django_db
def test_an_account_that_was_there_keeps_its_password():
    User.objects.create_user("editor@example.org", "mot de passe à moi")
    records = Records()
    load_accounts(records)
    records.save()
    assert User.objects.get(email="editor@example.org").check_password("mot de passe à moi")
    assert not Records().knows("account.editor@example.org")


@pytest.mark.django_db
def test_deployment_is_refused_while_a_demo_account_can_sign_in():
    assert refused() == []
    load_accounts(Records())
    (message,) = refused()
    assert all(address in message for address in ADDRESSES)
    User.objects.update(is_active=False)
    assert refused() == []
