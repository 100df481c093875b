"""Mails to reviewers and translators, through the outbox: a dead mail server loses none.

Each person has an entry of their own, so that one refused address holds up nobody else.
"""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from content.languages import name_for_reader
from outbox import services as outbox
from outbox.mails import mail_now

MAIL = "translation.mail"
SUBMITTED, APPROVED, REFUSED, CHANGED = "submitted", "approved", "refused", "changed"


def tell(kind: str, translation: Translation, users, comment: str = "") -> None:
    """Ask for a mail about a translation to each of `users`; a later one replaces it."""
    for user in users:
        if user.is_active and user.email:
            payload = {"kind": kind, "comment": comment}
            outbox.post(MAIL, f"{translation.pk}:{user.pk}:{kind}", payload)


@outbox.handler(MAIL)
def deliver(subject: str, payload: dict) -> None:
    """Write to one person in their language; nothing if they or the translation are gone."""
    translation_id, user_id, kind = subject.split(":")
    translation = (
        Translation.objects.filter(pk=translation_id)
        .select_related("source", "target_locale")
        .first()
    )
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if translation is None or user is None:
        return
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        words = {
            "title": translation.source.object_repr,
            "language": name_for_reader(translation.target_locale.language_code),
        }
        context = {**words, "kind": kind, "comment": payload["comment"]}
        path = reverse("translation_sheet", args=[translation.pk])
        mail_now(user.email, _subject(kind) % words, "translation/mail.txt", context, path)


def _subject(kind: str) -> str:
    return {
        SUBMITTED: _("To review: “%(title)s”, %(language)s"),
        APPROVED: _("Published: “%(title)s”, %(language)s"),
        REFUSED: _("To take up again: “%(title)s”, %(language)s"),
        CHANGED: _("The original has changed: “%(title)s”, %(language)s"),
    }[kind]
