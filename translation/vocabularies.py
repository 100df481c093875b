"""How far the vocabularies and the words of the interface are in each language."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings
from django.db.models import Count, Value
from django.urls import reverse
from wagtail.models import Locale

from content.models import Term

# The language in which the sources are written: its words need no catalogue.
SOURCE_CODE_LANGUAGE = "en"


@dataclass(frozen=True)
class Progress:
    """How many of the words of one kind a language has."""

    language: str
    done: int
    total: int

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 100


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary, its list in the admin, and its progress in each language."""

    name: str
    url: str
    cells: list[Progress]


def progress(source: Locale, targets: list[Locale]) -> list[Vocabulary]:
    """Return the published terms of each vocabulary, of `source` and of `targets`. One query."""
    models = [model for model in apps.get_models() if issubclass(model, Term)]
    locales = [source.pk, *(locale.pk for locale in targets)]
    first, *others = [
        model.objects.filter(live=True, locale_id__in=locales)
        .order_by()
        .annotate(vocabulary=Value(model._meta.model_name))
        .values("vocabulary", "locale_id")
        .annotate(count=Count("pk"))
        .values_list("vocabulary", "locale_id", "count")
        for model in models
    ]
    counts = defaultdict(int)
    for vocabulary, locale_id, count in first.union(*others, all=True).order_by():
        counts[vocabulary, locale_id] = count
    return [_vocabulary(model, source, targets, counts) for model in models]


def _vocabulary(model, source: Locale, targets: list[Locale], counts) -> Vocabulary:
    options = model._meta
    total = counts[options.model_name, source.pk]
    return Vocabulary(
        name=options.verbose_name_plural,
        url=reverse(f"wagtailsnippets_{options.app_label}_{options.model_name}:list"),
        cells=[
            Progress(locale.language_code, counts[options.model_name, locale.pk], total)
            for locale in targets
        ],
    )


def catalogue_progress(targets: list[Locale]) -> list[Progress]:
    """Return how many words of the interface each language has. No query."""
    total = len(_entries(settings.LANGUAGE_CODE))
    found = []
    for locale in targets:
        code = locale.language_code
        done = total if code == SOURCE_CODE_LANGUAGE else len(_translated(code))
        found.append(Progress(code, done, total))
    return found


@lru_cache
def _entries(code: str) -> tuple:
    """Return the entries of a catalogue of the portal that are in use; none if it has none."""
    path = Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.po"
    return (
        tuple(entry for entry in polib.pofile(path) if not entry.obsolete) if path.exists() else ()
    )


def _translated(code: str) -> list:
    return [entry for entry in _entries(code) if entry.translated()]
