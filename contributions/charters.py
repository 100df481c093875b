"""The charter: its first words in each language, and who has accepted it."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext
from wagtail.models import Locale

from contributions.groups import AUTHORS
from contributions.models import Charter, CharterAcceptance


def setup_charter(locale: Locale) -> int:
    """Write the charter of a language that has none; return how many were written."""
    with translation.override(locale.language_code):
        return int(Charter.objects.get_or_create(locale=locale, defaults={"text": _words()})[1])


def current_charter(language: str | None = None) -> Charter | None:
    """Return the charter in a language, by default the active one."""
    code = language or get_language()
    return Charter.objects.select_related("locale").filter(locale__language_code=code).first()


def has_accepted(user, charter: Charter | None) -> bool:
    """Return whether `user` accepted this version of the charter, or a later one."""
    if charter is None:
        return True
    return user.charter_acceptances.filter(version__gte=charter.version).exists()


@transaction.atomic
def accept(user, charter: Charter) -> None:
    """Record that `user` accepts the charter as it stands; from now on they may propose."""
    CharterAcceptance.objects.get_or_create(
        user=user,
        version=charter.version,
        defaults={"language": charter.locale.language_code},
    )
    user.groups.add(Group.objects.get(name=AUTHORS))


def _words() -> str:
    promises = [
        gettext("I tell what I did, saw or heard, and I say where the rest comes from."),
        gettext("I tell what did not work too: it helps whoever comes next."),
        gettext("I name people only with their consent; without it, readers see initials."),
        gettext("The texts and pictures are mine, or I may pass them on under the licence chosen."),
        gettext("I attack nobody, I sell nothing, and I leave parties and their campaigns aside."),
    ]
    answers = [
        gettext("A moderator reads every text before it is published, and never their own."),
        gettext("If something is missing or cannot be kept, I am told why, in plain words."),
        gettext("I may correct or withdraw my text at any time, and nothing I wrote is lost."),
    ]
    return format_html(
        "<p><b>{}</b></p><ul>{}</ul><p><b>{}</b></p><ul>{}</ul>",
        gettext("What I promise"),
        format_html_join("", "<li>{}</li>", ((line,) for line in promises)),
        gettext("What I am promised"),
        format_html_join("", "<li>{}</li>", ((line,) for line in answers)),
    )
