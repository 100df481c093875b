"""Make the sample site; imported once Django is set up.

Migrates the database of the environment, makes the pages and accounts, and writes the address and
the id of every named page as JSON.
"""

import json
import sys
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlparse

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from contributions.remarks.passages import passages_of
from operations.roles import EDITORS
from operations.tree import open_locale
from tests.browser import addresses
from tests.browser.editing import EDITOR
from tests.browser.sample_site import pages
from tests.browser.sample_site.remarks import write_remarks
from tests.browser.sample_site.subjects import Subjects, long_subjects, short_subjects
from tests.factories import Tree, account, carry_out


def build(target: Path) -> None:
    """Make the whole site and write its addresses to `target`."""
    call_command("migrate", verbosity=0)
    named, ids = _make_pages()
    missing = set(addresses.NAMES) ^ set(named)
    if missing:
        sys.exit(f"Named and made pages differ: {sorted(missing)}")
    target.write_text(json.dumps({"paths": named, "ids": ids}, indent=1), encoding="utf-8")


def _make_pages() -> tuple[dict[str, str], dict[str, int]]:
    """Make pages, accounts and mails; return the addresses, and the ids of pages, by name."""
    trees = {code: _open(code) for code in ("fr", "en", "es", "ar")}
    french, english = trees["fr"], trees["en"]
    subjects, long = short_subjects(french.locale), long_subjects(english.locale)
    editor = account(EDITOR, EDITORS)
    _write_mail()
    found = {
        **pages.full_pages(french, subjects),
        **pages.long_pages(english, long),
        **pages.empty_pages(french, untouched=trees["es"]),
        **pages.special_pages(french, subjects),
        "text-right-to-left": pages.right_to_left(trees["ar"]),
    }
    named = {name: _path(page) for name, page in found.items()}
    named["password-required"] = _path(pages.restricted(french))
    write_remarks(found["chapterpage-full"], editor)
    carry_out()
    named |= {**_lists(named, subjects), **_failures(found["storypage-full"].pk)}
    named |= _remarks(said_of=found["chapterpage-full"], silent=found["storypage-long"])
    return named, {name: page.pk for name, page in found.items()}


def _open(code: str) -> Tree:
    home = open_locale(code).home
    stories, coalitions, events = (
        model.objects.get(locale=home.locale)
        for model in sorted(pages.INDEXES, key=lambda model: _ORDER[model.__name__])
    )
    return Tree(home.locale, home, stories, coalitions, events)


_ORDER = {"StoryIndexPage": 0, "CoalitionIndexPage": 1, "EventIndexPage": 2}


def _path(page) -> str:
    return urlparse(page.full_url).path


def _lists(named: dict[str, str], subjects: Subjects) -> dict[str, str]:
    """Return the addresses of lists, filtered and paged."""
    stories = named["storyindexpage-full"]
    with translation.override("fr"):
        search = reverse("search")
        return {
            "list-second-page": f"{named['storyindexpage-long']}?page=2",
            "list-filtered": f"{stories}?theme=reemploi&kind=story",
            "list-filtered-to-nothing": f"{stories}?kind=interview&theme=eau",
            "search": search,
            "search-with-results": f"{search}?q=atelier&kind=story",
            "search-without-results": f"{search}?q=xylographie",
            "theme": reverse("theme", args=[subjects.themes[0].slug]),
            "theme-without-pages": reverse("theme", args=[subjects.unused_theme.slug]),
            "territory": reverse("territory", args=[subjects.territories[1].slug]),
            "tag": reverse("tag", args=["reemploi"]),
            "organisation": reverse("organisation", args=[subjects.organisation.slug]),
        }


def _remarks(said_of, silent) -> dict[str, str]:
    """Return the addresses where one reacts to a page that has remarks, and to one without."""
    with translation.override("fr"):
        remarks = reverse("remarks", args=[said_of.pk])
    with translation.override("en"):
        none_yet = reverse("remarks", args=[silent.pk])
    passage = passages_of(said_of)[0].key
    return {
        "remarks": remarks,
        "remarks-on-a-passage": f"{remarks}?passage={passage}",
        "remarks-none-yet": none_yet,
    }


def _failures(page_id: int) -> dict[str, str]:
    """Return the addresses that answer with an error, and those of development."""
    with translation.override("en"):
        not_translated = reverse("not_translated", args=[page_id])
    return {
        "not-translated": not_translated,
        "not-found": "/fr/nulle-part/",
        "not-found-in-english": "/en/nowhere/at/all/",
        "language-not-open": "/de/",
        "bad-request": reverse("failure", args=[400]),
        "permission-denied": reverse("failure", args=[403]),
        "server-error": reverse("failure", args=[500]),
        "patterns": reverse("patterns"),
        "mails": reverse("dev_mails"),
        "mail": reverse("dev_mail", args=["20260101-welcome"]),
    }


def _write_mail() -> None:
    message = EmailMessage()
    message["Subject"], message["To"] = "Bienvenue", "lise@example.org"
    message.set_content("Votre récit est bien arrivé : https://example.org/recit")
    settings.DEV_MAILS_DIR.mkdir(parents=True, exist_ok=True)
    (settings.DEV_MAILS_DIR / "20260101-welcome.log").write_bytes(message.as_bytes())
