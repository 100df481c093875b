"""A person leaves: texts as they chose, the account and every trace of it gone."""

from dataclasses import asdict, dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.kept import close_sessions
from accounts.personal_data import keepers
from content.authorship import Fate, holdings_of, pages_naming, settle_texts
from outbox import services as outbox
from outbox.mails import mail_later

ERASE = "operations.erase_person"


class LastAdministrator(Exception):
    """Without this account nobody could administer the portal."""


@dataclass(frozen=True)
class Erased:
    """What an erasure did, in numbers of texts.

    `named_elsewhere` counts the pages by others that credit somebody of the same name: whether it
    is the same person is for an administrator to say.
    """

    published: int
    drafts: int
    named_elsewhere: int

    as_dict = asdict


def ask(user, fate: Fate) -> None:
    """Close the account at once and let the worker erase it; raise `LastAdministrator`."""
    _refuse_last(user)
    payload = {"texts": Fate(fate).value, "language": translation.get_language()}
    with transaction.atomic():
        get_user_model().objects.filter(pk=user.pk).update(is_active=False)
        outbox.post(ERASE, user.pk, payload)
    close_sessions(user)


@outbox.handler(ERASE)
def _erase_person(subject: str, payload: dict) -> None:
    user = get_user_model().objects.filter(pk=int(subject)).first()
    if user is None:
        return
    with translation.override(payload["language"]), transaction.atomic():
        erase(user, payload["texts"])
        template = "operations/personal/erased.txt"
        mail_later(user.email, _("Your account is deleted"), template, {})


@transaction.atomic
def erase(user, fate: Fate) -> Erased:
    """Erase a person from rows, revisions, logs, index and caches; return what was done.

    Frozen editions of the kit are the one exception: what is printed stays as it was printed.
    Raises `LastAdministrator`.
    """
    _refuse_last(user)
    held = holdings_of(user)
    report = Erased(len(held.published), len(held.drafts), pages_naming(user))
    settle_texts(user, fate)
    for keeper in keepers():
        keeper.erase(user)
    # A copy: Django empties the key of what it deletes.
    get_user_model().objects.get(pk=user.pk).delete()
    return report


def _refuse_last(user) -> None:
    others = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        raise LastAdministrator(user.email)
