"""Mails as text and as HTML, written in one way; those from the outbox wait for a mail server."""

from collections.abc import Mapping

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.crypto import get_random_string
from django.utils.translation import get_language, override

from outbox import services as outbox

MAIL = "outbox.mail"


def mail_later(to: str, title: str, template: str, context: Mapping, path: str = "") -> None:
    """Send a mail in the current language after the commit, as text and as HTML.

    `template` is the name of a text template; `path` is the address on the site that the mail
    leads to. Nothing of the mail stays here once it is sent.
    """
    outbox.post(MAIL, get_random_string(24), _written(to, title, template, context, path))


def mail_now(to: str, title: str, template: str, context: Mapping, path: str = "") -> None:
    """Send what `mail_later` would, at once: for what is itself carried out from the outbox.

    Errors of the mail server are those of `django.core.mail`.
    """
    _send("", _written(to, title, template, context, path))


def _written(to: str, title: str, template: str, context: Mapping, path: str) -> dict:
    site = settings.WAGTAIL_SITE_NAME
    return {
        "to": to,
        # A line break in a header is refused (RFC 5322), and titles come from people.
        "title": " ".join(title.split()),
        "text": render_to_string(template, {**context, "site_name": site}).strip(),
        "link": f"{settings.BASE_URL}{path}" if path else "",
        "site_name": site,
        "language": get_language(),
    }


@outbox.handler(MAIL)
def _send(subject: str, payload: dict) -> None:
    with override(payload["language"]):
        text = render_to_string("outbox/mail.txt", payload)
        mail = EmailMultiAlternatives(payload["title"], text, to=[payload["to"]])
        mail.attach_alternative(render_to_string("outbox/mail.html", payload), "text/html")
        mail.send()
