"""The accounts of the demo, one for each role."""

import os
import secrets

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.addresses import vouch_for
from accounts.models import User
from operations.demo.description import Account
from operations.demo.records import Records
from operations.roles import (
    ADMINISTRATORS,
    AUTHORS,
    EDITORS,
    MODERATORS,
    reviewers,
    translators,
)

PASSWORD_VARIABLE = "DEMO_PASSWORD"  # noqa: S105 (the name of a variable, not a password)
EDITOR, MODERATOR = "editor@example.org", "moderator@example.org"
ACCOUNTS = (
    Account("author@example.org", "Solène Garrivet", (AUTHORS,)),
    Account("author2@example.org", "Tidiane Morcourt", (AUTHORS,)),
    Account("translator-en@example.org", "Ruth Ellerbeck", (translators("en"),)),
    Account("reviewer-en@example.org", "Owen Thackwray", (translators("en"), reviewers("en"))),
    Account(MODERATOR, "Hélène Barsaque", (MODERATORS,)),
    Account(EDITOR, "Yannick Orvault", (EDITORS,)),
    Account("admin@example.org", "Awa Delcourtil", (ADMINISTRATORS,), administrator=True),
)
ADDRESSES = tuple(account.email for account in ACCOUNTS)


def account_name(email: str) -> str:
    return f"account.{email}"


def load_accounts(records: Records) -> str:
    """Make the accounts that are missing; return the password that was drawn for them.

    The empty string when none was drawn: it comes from `DEMO_PASSWORD`, or no account had to
    be made. An account with one of these addresses that was there before is left as it is.
    """
    wanted = [one for one in ACCOUNTS if not records.knows(account_name(one.email))]
    existing = {user.email: user for user in User.objects.filter(email__in=ADDRESSES)}
    missing = [account for account in wanted if account.email not in existing]
    if not missing:
        return ""
    given = os.environ.get(PASSWORD_VARIABLE, "")
    drawn = "" if given else secrets.token_urlsafe(12)
    # Hashed once: seven times would take seconds, and it is one password anyhow.
    password = make_password(given or drawn)
    for account in missing:
        _make(account, password, records)
    return drawn


def _make(account: Account, password: str, records: Records) -> None:
    user = User.objects.create(
        email=account.email,
        display_name=account.display_name,
        password=password,
        is_staff=account.administrator,
        is_superuser=account.administrator,
    )
    vouch_for(user)
    user.groups.set(Group.objects.filter(name__in=account.groups))
    records.remember(account_name(account.email), user)
