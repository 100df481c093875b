"""Mails at each change of state, sent from the outbox after the commit that they tell of."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from accounts.mail_choices import MailKind, register, wants
from contributions.decisions import MAIL, to_be_told
from contributions.forms.drafts import Draft, kind_of
from contributions.forms.words import words_of
from contributions.models import Exchange, Proposal
from outbox import services as outbox
from outbox.mails import mail_later, mail_now

Kind = Exchange.Kind
DECISION = "contributions.decision"
register(
    MailKind("contributions.received", _("My text has been received.")),
    MailKind("contributions.taken", _("Somebody begins to read my text.")),
    MailKind("contributions.delayed", _("An answer takes longer than usual.")),
    MailKind("contributions.published", _("My text is published.")),
    MailKind(
        DECISION,
        _("What is decided about your texts: changes asked for, a refusal, a removal."),
        compulsory=True,
    ),
)
KINDS_OF_MAIL = {
    Kind.SUBMITTED: "contributions.received",
    Kind.RESUBMITTED: "contributions.received",
    Kind.TAKEN: "contributions.taken",
    Kind.DELAYED: "contributions.delayed",
    Kind.PUBLISHED: "contributions.published",
}
TO_MODERATORS = {Kind.SUBMITTED, Kind.RESUBMITTED, Kind.UPDATED, Kind.REMINDED}
TO_AUTHOR = {
    Kind.SUBMITTED,
    Kind.RESUBMITTED,
    Kind.TAKEN,
    Kind.INCOMPLETE,
    Kind.DECLINED,
    Kind.PUBLISHED,
    Kind.UNPUBLISHED,
    Kind.DELAYED,
}


@dataclass(frozen=True)
class Letter:
    """A mail before it is written: to whom, in which language, about what, leading where."""

    user: object
    language: str
    exchange: Exchange
    path_name: str
    to_author: bool


@outbox.handler(MAIL)
def send(subject: str, payload: dict) -> None:
    """Send the mails about one exchange; who has received theirs receives no second one."""
    exchange = (
        Exchange.objects.select_related("proposal__page__locale", "proposal__author")
        .filter(pk=int(subject))
        .first()
    )
    if exchange is None:
        return
    for letter in letters(exchange):
        if letter.user.pk in exchange.mailed:
            continue
        _send(letter)
        exchange.mailed.append(letter.user.pk)
        exchange.save(update_fields=["mailed"])


def letters(exchange: Exchange) -> list[Letter]:
    """Return the mails that an exchange calls for: to its author, to the moderators."""
    proposal = exchange.proposal
    found = []
    author = proposal.author
    if author and author.is_active and _is_for_author(exchange):
        found.append(Letter(author, proposal.language, exchange, "my_space_text", True))
    if exchange.kind in TO_MODERATORS:
        found += [
            Letter(
                user,
                UserProfile.get_for_user(user).get_preferred_language(),
                exchange,
                "contributions_proposal",
                False,
            )
            for user in _moderators(exchange)
        ]
    return found


def _is_for_author(exchange: Exchange) -> bool:
    kind = KINDS_OF_MAIL.get(exchange.kind, DECISION)
    return exchange.kind in TO_AUTHOR and wants(exchange.proposal.author, kind)


def _send(letter: Letter) -> None:
    proposal = letter.exchange.proposal
    with override(letter.language):
        title = _title_of(proposal)
        context = {
            "name": letter.user.get_full_name(),
            "exchange": letter.exchange,
            "says": _says(letter),
            "choices_url": settings.BASE_URL + reverse("account_mails") if letter.to_author else "",
        }
        path = reverse(letter.path_name, args=[proposal.pk])
        subject = _subject(letter, title)
        mail_now(letter.user.email, subject, "contributions/mail.txt", context, path)


def _title_of(proposal: Proposal) -> str:
    return proposal.page.get_latest_revision_as_object().title


def _subject(letter: Letter, title: str) -> str:
    author = letter.exchange.proposal.author_name
    if not letter.to_author:
        words = {
            Kind.SUBMITTED: gettext("“%(title)s” proposed by %(author)s"),
            Kind.RESUBMITTED: gettext("“%(title)s” proposed again by %(author)s"),
            Kind.UPDATED: gettext("“%(title)s” updated by %(author)s"),
            Kind.REMINDED: gettext("“%(title)s” has been waiting for a week"),
        }
    else:
        words = {
            Kind.SUBMITTED: gettext("We have received “%(title)s”"),
            Kind.RESUBMITTED: gettext("We have received “%(title)s” again"),
            Kind.TAKEN: gettext("A moderator is reading “%(title)s”"),
            Kind.INCOMPLETE: gettext("“%(title)s”: changes are asked for"),
            Kind.DECLINED: gettext("“%(title)s” was not kept"),
            Kind.PUBLISHED: gettext("“%(title)s” is published"),
            Kind.UNPUBLISHED: gettext("“%(title)s” was taken off the site"),
            Kind.DELAYED: gettext("“%(title)s” is still waiting"),
        }
    return words[letter.exchange.kind] % {"title": title, "author": author}


def _says(letter: Letter) -> str:
    """Return what the mail says before the words of the other person."""
    if letter.exchange.kind == Kind.UPDATED:
        return gettext("Its author changed a text that waits. It keeps its place; read it again.")
    if not letter.to_author:
        return gettext("A text waits for a decision. Whoever takes it tells the author so.")
    words = {
        Kind.SUBMITTED: gettext("Your text waits for a moderator. You may withdraw it meanwhile."),
        Kind.RESUBMITTED: gettext("Your text waits for a moderator again."),
        Kind.TAKEN: gettext("Somebody has begun to read your text; you need do nothing."),
        Kind.INCOMPLETE: gettext("The moderator explains what is missing. Your text is kept."),
        Kind.DECLINED: gettext("The moderator explains why. Your text is kept in your space."),
        Kind.PUBLISHED: gettext("Everybody can read your text now. You may still correct it."),
        Kind.UNPUBLISHED: gettext("Nobody reads your text any more. It is kept in your space."),
        Kind.DELAYED: gettext("We are late, and we are sorry. You need do nothing."),
    }
    return words[letter.exchange.kind]


def tell_of_deletion(proposal: Proposal) -> None:
    """Ask for a mail to the author of a text that is about to be deleted, with its words."""
    with override(proposal.language):
        page = proposal.page.specific.get_latest_revision_as_object()
        context = {
            "name": proposal.author.get_full_name(),
            "words": words_of(Draft(kind_of(page), page)),
        }
        title = gettext("“%(title)s” was deleted") % {"title": page.title}
        path = reverse("my_space")
        mail_later(proposal.author.email, title, "contributions/deleted.txt", context, path)


def _moderators(exchange: Exchange) -> list:
    """Return who may decide on a proposal and wants to know, without its author.

    Whoever has taken it is alone told of an update.
    """
    proposal = exchange.proposal
    task = proposal.page.current_workflow_task
    if task is None:
        return []
    told = to_be_told(task.groups.all(), proposal.author_id)
    if proposal.taken_by_id and exchange.kind == Kind.UPDATED:
        told = told.filter(pk=proposal.taken_by_id)
    return list(told)
