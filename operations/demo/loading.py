"""Load the demo: everything in one transaction, nothing twice."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from operations.demo.accounts import EDITOR, account_name, load_accounts
from operations.demo.indexing import index_later, index_now
from operations.demo.library import load_files, load_pictures, load_terms
from operations.demo.pages import Pages
from operations.demo.proposals import live_through
from operations.demo.readers import load_readers
from operations.demo.records import Records
from operations.demo.texts import ENTRIES, FILES, PICTURES, TERMS
from operations.demo.translations import load_translations
from operations.demo.values import Values
from operations.tree import open_locale

# The languages of the texts; in the third translators have only begun.
LANGUAGES = ("fr", "en")
OPEN = (*LANGUAGES, "es")


@dataclass(frozen=True)
class Loaded:
    """What a run made, counted by kind; the password if one was drawn."""

    made: dict[str, int]
    password: str


@transaction.atomic
def load() -> Loaded:
    """Make what the demo describes and is not there yet, and return what was made.

    What it made once is remembered by name (`DemoRecord`): a second run changes nothing of
    it, whether an editor has changed, moved or deleted it since.
    """
    for language in OPEN:
        open_locale(language)
    records = Records()
    password = load_accounts(records)
    editor = records.get(account_name(EDITOR))
    today = timezone.localdate()
    values = {language: Values(records, language, today) for language in LANGUAGES}
    with index_later():
        load_terms(TERMS, records, values)
        load_pictures(PICTURES, records, editor)
        load_files(FILES, records, editor)
        placed = Pages(records, values, editor).load(ENTRIES)
        live_through(placed, records, values)
        load_translations(records)
    load_readers(placed, records)
    made = records.save()
    index_now(made.values())
    return Loaded(made=_counted(made), password=password)


def _counted(names) -> dict[str, int]:
    """Return how many of each kind were made; pages are counted by language."""
    plural = {
        "tag": "tags",
        "picture": "pictures",
        "file": "files",
        "account": "accounts",
        "remark": "remarks",
    }
    kinds = ("pages_fr", "pages_en", "pages_es", "terms", *plural.values())
    counts = dict.fromkeys(kinds, 0)
    for name in names:
        kind, _dot, rest = name.partition(".")
        if kind == "page":
            counts[f"pages_{rest.rpartition('@')[2]}"] += 1
        elif kind not in {"filled", "followed"}:
            counts[plural.get(kind, "terms")] += 1
    return counts
