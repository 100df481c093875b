"""The pages to translate and where each stands in each language, in a constant number of queries.

States are read for the whole tree, since one filters on them; the texts and words of a page only
for the rows that are shown.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, Sum, Value
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import StringSegment, Translation

from content.folding import without_accents
from kit.models import ChapterPage, KitPage
from search.models import DocumentText
from translation.models import TranslationRequest

MISSING, PROGRESS, REVIEW, STALE = "missing", "progress", "review", "stale"
PARTIAL, FRESH, PUBLISHED = "partial", "fresh", "published"
STATES = {
    MISSING: _("missing"),
    PROGRESS: _("in progress"),
    REVIEW: _("to review"),
    STALE: _("the original has changed"),
    PARTIAL: _("published in part"),
    FRESH: _("up to date"),
    PUBLISHED: _("published, not followed"),
}
# What a translator has something to do about.
TO_DO = (MISSING, PROGRESS, STALE, PARTIAL)


def words_in(column: str):
    """Return the expression that counts the words of a text column by its spaces."""
    return Length(column) - Length(Replace(column, Value(" "), Value(""))) + 1


@dataclass
class Cell:
    """One page in one language."""

    language: str
    locale_id: int
    state: str = MISSING
    target_id: int | None = None
    translation_id: int | None = None
    source_id: int | None = None
    requests: int = 0
    total: int = 0
    done: int = 0
    words: int = 0

    @property
    def label(self) -> str:
        return str(STATES[self.state])

    @property
    def percent(self) -> int:
        """The share of the texts that are translated, whole per cent, 100 only when all are."""
        return 100 * self.done // self.total if self.total else 0


@dataclass
class Row:
    """A page of the source language and its cells, in the order of the languages."""

    page_id: int
    title: str
    path: str
    translation_key: object
    level: int
    is_kit: bool
    has_pages_below: bool
    cells: list[Cell] = field(default_factory=list)

    @property
    def requests(self) -> int:
        return sum(cell.requests for cell in self.cells)


@dataclass(frozen=True)
class Choice:
    """What the desk is asked for: a language, a state, words of a title, an order."""

    language: str = ""
    state: str = ""
    words: str = ""
    in_order_of_kit: bool = False

    def keeps(self, row: Row) -> bool:
        title = without_accents(row.title)
        if not all(word in title for word in without_accents(self.words).split()):
            return False
        return not self.state or any(
            cell.state == self.state for cell in row.cells if self.language in ("", cell.language)
        )


def rows(source: Locale, targets: list[Locale], user, rules, choice: Choice) -> list[Row]:
    """Return the live pages of `source` that a user may read, with their cells in `targets`.

    Most requested first, then the kit in its order, then the tree. Drafts are left out: nobody
    translates what is not published. Five queries.
    """
    found = _source_rows(source, user, rules)
    by_key = {row.translation_key: row for row in found}
    cells = {
        (row.translation_key, locale.pk): Cell(locale.language_code, locale.pk)
        for row in found
        for locale in targets
    }
    _add_targets(cells, targets)
    _add_translations(cells, targets)
    for key, locale_id, count in TranslationRequest.objects.filter(locale__in=targets).values_list(
        "translation_key", "locale_id", "count"
    ):
        if (key, locale_id) in cells:
            cells[key, locale_id].requests = count
    for (key, _locale), cell in cells.items():
        by_key[key].cells.append(cell)
    kept = [row for row in found if choice.keeps(row)]
    if not choice.in_order_of_kit:
        kept.sort(key=lambda row: -row.requests)
    return kept


def _source_rows(source: Locale, user, rules) -> list[Row]:
    """Return the rows without cells, the kit first, then the tree."""
    readable = rules.filter()
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    written_here = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
        enabled=True,
    )
    pages = (
        Page.objects.filter(
            Q(readable) | Q(pk__in=editable.values("pk").order_by()),
            locale=source,
            live=True,
            alias_of__isnull=True,
            depth__gt=1,
        )
        .exclude(Exists(written_here))
        .order_by("path")
    )
    kit = {model._meta.model_name for model in (KitPage, ChapterPage)}
    columns = (
        "pk",
        "title",
        "path",
        "translation_key",
        "depth",
        "content_type__model",
        "numchild",
    )
    found = [
        Row(pk, title, path, key, depth - 2, model in kit, bool(children))
        for pk, title, path, key, depth, model, children in pages.values_list(*columns)
    ]
    return sorted(found, key=lambda row: (not row.is_kit, row.path))


def _add_targets(cells: dict, targets: list[Locale]) -> None:
    in_review = set(
        WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS, base_content_type__model="page"
        ).values_list("object_id", flat=True)
    )
    pages = Page.objects.filter(locale__in=targets, alias_of__isnull=True).order_by()
    for key, locale_id, pk, live in pages.values_list("translation_key", "locale_id", "pk", "live"):
        cell = cells.get((key, locale_id))
        if cell:
            cell.target_id = pk
            cell.state = PUBLISHED if live else PROGRESS
            if str(pk) in in_review:
                cell.state = REVIEW


def _add_translations(cells: dict, targets: list[Locale]) -> None:
    columns = (
        "source__object_id",
        "target_locale_id",
        "pk",
        "source_id",
        "status__stale_since",
        "status__untranslated",
    )
    translations = Translation.objects.filter(target_locale__in=targets, enabled=True).order_by()
    for key, locale_id, pk, source_id, stale, untranslated in translations.values_list(*columns):
        cell = cells.get((key, locale_id))
        if cell is None or cell.target_id is None:
            continue
        cell.translation_id, cell.source_id = pk, source_id
        if cell.state == PUBLISHED:
            cell.state = STALE if stale else PARTIAL if untranslated else FRESH


def count_words(shown: list[Row]) -> None:
    """Write into the cells of `shown` how many texts and words are left to do. Three queries."""
    sources = {cell.source_id for row in shown for cell in row.cells if cell.source_id}
    segments = StringSegment.objects.filter(source_id__in=sources).order_by()
    figures = {"texts": Count("pk"), "words": Sum(words_in("string__data"))}
    total = {
        source: (texts, words)
        for source, texts, words in segments.values("source_id")
        .annotate(**figures)
        .values_list("source_id", "texts", "words")
    }
    done = defaultdict(lambda: (0, 0))
    translated = segments.filter(
        string__translations__context=F("context"), string__translations__has_error=False
    )
    for source, locale_id, texts, words in (
        translated.values("source_id", "string__translations__locale_id")
        .annotate(**figures)
        .values_list("source_id", "string__translations__locale_id", "texts", "words")
    ):
        done[source, locale_id] = (texts, words)
    untouched = [row.page_id for row in shown if any(cell.source_id is None for cell in row.cells)]
    lengths = dict(
        DocumentText.objects.filter(document_id__in=untouched)
        .annotate(length=words_in("text"))
        .values_list("document_id", "length")
    )
    for row in shown:
        for cell in row.cells:
            if cell.source_id:
                texts, words = total.get(cell.source_id, (0, 0))
                cell.total = texts
                cell.done, written = done[cell.source_id, cell.locale_id]
                cell.words = words - written
            elif cell.state == MISSING:
                cell.words = lengths.get(row.page_id, 0)


def summary(found: list[Row]) -> dict[str, dict[str, int]]:
    """Return how many pages are in each state, by language."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(STATES, 0))
    for row in found:
        for cell in row.cells:
            counts[cell.language][cell.state] += 1
    return dict(counts)
