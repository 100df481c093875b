"""The memory: what was translated elsewhere, for the same text or one that is nearly the same.

Two queries find what the same text became; three more what like texts became, however many texts
are asked about and however large the memory is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from wagtail_localize.models import String, StringTranslation, Translation

from translation import similarity
from translation.models import MemoryKey

LEAST = 0.75
SUGGESTIONS_A_TEXT = 3
CANDIDATES_A_TEXT = 6
# A key that so many texts share is a turn of phrase: it says nothing.
MOST_ROWS = 4000
MEMORY = "memory"


@dataclass(frozen=True)
class Suggestion:
    """What a text became elsewhere; `likeness` is 1 when it is the same text."""

    text: str
    source: str
    likeness: float
    kind: str
    writer_id: int | None = None

    @property
    def percent(self) -> int:
        """How alike the texts are, whole per cent, 100 for the same text alone."""
        return 100 if self.likeness == 1 else min(99, int(100 * self.likeness))


def learn(strings: Iterable[int]) -> int:
    """Give the memory the texts of these numbers that it has not; return how many it learnt."""
    wanted = set(strings)
    known = set(MemoryKey.objects.filter(string__in=wanted).values_list("string_id", flat=True))
    new = String.objects.filter(pk__in=wanted - known).values_list("pk", "data")
    rows = [MemoryKey(string_id=pk, key=key) for pk, data in new for key in similarity.keys(data)]
    MemoryKey.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)
    return len({row.string_id for row in rows})


def same(translation: Translation, strings: Iterable[int]) -> dict[int, list[Suggestion]]:
    """Return what the same texts became elsewhere, by text: people's first, then the latest."""
    found: dict[int, dict[str, Suggestion]] = defaultdict(dict)
    for row in _translated(translation, strings):
        found[row.translation_of_id].setdefault(row.data, _suggestion(row, 1))
    return {string: list(texts.values())[:SUGGESTIONS_A_TEXT] for string, texts in found.items()}


def _suggestion(row: StringTranslation, likeness: float) -> Suggestion:
    return Suggestion(
        row.data,
        row.translation_of.data,
        likeness,
        row.translation_type,
        row.last_translated_by_id,
    )


def _translated(translation: Translation, strings: Iterable[int]):
    """Return the valid translations of texts; "manual" comes after "machine" in the alphabet."""
    return (
        StringTranslation.objects.filter(
            translation_of__in=list(strings),
            locale=translation.target_locale_id,
            has_error=False,
            context__isnull=False,
        )
        .select_related("translation_of")
        .order_by("-translation_type", "-updated_at", "-pk")
    )


def alike(translation: Translation, texts: dict[int, str]) -> dict[int, list[Suggestion]]:
    """Return what like texts became, by the number of a text, the likest first.

    `texts` are sources by their number. Those below `LEAST` are left out.
    """
    candidates = _candidates(translation, texts)
    wanted = {one for some in candidates.values() for one in some}
    rows: dict[int, StringTranslation] = {}
    for row in _translated(translation, wanted) if wanted else ():
        rows.setdefault(row.translation_of_id, row)
    return {
        string: found
        for string, some in candidates.items()
        if (found := _ranked(texts[string], [rows[one] for one in some if one in rows]))
    }


def _candidates(translation: Translation, texts: dict[int, str]) -> dict[int, list[int]]:
    """Return for each text the numbers of those that share the most keys with it."""
    asked: dict[int, list[int]] = defaultdict(list)
    for string, text in texts.items():
        for key in similarity.keys(text):
            asked[key].append(string)
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"), locale=translation.target_locale_id, has_error=False
    )
    rows = MemoryKey.objects.filter(
        Exists(translated), key__in=asked, string__locale=translation.source.locale_id
    ).values_list("key", "string_id")
    shared: dict[int, Counter] = defaultdict(Counter)
    for key, other in rows[:MOST_ROWS]:
        for string in asked[key]:
            if string != other:
                shared[string][other] += 1
    return {
        string: [other for other, _count in counts.most_common(CANDIDATES_A_TEXT)]
        for string, counts in shared.items()
    }


def _ranked(text: str, rows: list[StringTranslation]) -> list[Suggestion]:
    found = []
    for row in rows:
        likeness = similarity.likeness(text, row.translation_of.data, LEAST)
        if likeness:
            found.append(_suggestion(row, likeness))
    found.sort(key=lambda one: -one.likeness)
    return found[:SUGGESTIONS_A_TEXT]
