"""Words of the index that are near to one that it does not have."""

from django.db.models import Case, Q, When
from django.db.models.functions import Length

from search.analysis import EXACT, exact
from search.models import IndexTerm

SHORTEST = 4
# From this length on, two slips are forgiven.
LONG = 8
# How many words of the index are compared, the likeliest first, then the most frequent.
MOST_COMPARED = 4000
MOST_NEAR = 3
# So many first letters in common make a word likely.
SAME = 3


def nearest_words(words: list[str]) -> dict[str, list[str]]:
    """Return for each folded word those of the index nearest to it, at most three, nearest first.

    One letter may be wrong, missing, too many or changed with its neighbour; two from eight
    letters on. A word without any is absent.
    """
    asked = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and word.isascii()]
    if not asked:
        return {}
    near = {}
    candidates = _candidates(asked)
    for word in asked:
        found = []
        for candidate, documents in candidates:
            slips = distance(word, candidate, _forgiven(word))
            if slips:
                found.append((slips, -documents, candidate))
        if found:
            near[word] = [candidate for _slips, _documents, candidate in sorted(found)[:MOST_NEAR]]
    return near


def _forgiven(word: str) -> int:
    return 2 if len(word) >= LONG else 1


def _candidates(words: list[str]) -> list[tuple[str, int]]:
    """Return words of the index with their number of documents: same beginning or same end.

    First those that begin with the same letters or end with them: in a large index the words with
    one letter in common are so many that a rare one would not be compared.
    """
    alike, likely = Q(pk__in=[]), Q(pk__in=[])
    for word in words:
        lengths = Q(length__range=(len(word) - 2 + len(EXACT), len(word) + 2 + len(EXACT)))
        # A range, which the index of the key serves.
        begins = Q()
        for letter in set(word[:2]):
            begins |= Q(token__gte=exact(letter), token__lt=exact(letter) + "~")
        ends = Q(token__startswith=EXACT, token__endswith=word[-4:])
        alike |= lengths & (begins | ends)
        same = Q(token__gte=exact(word[:SAME]), token__lt=exact(word[:SAME]) + "~")
        likely |= lengths & (same | ends)
    rows = IndexTerm.objects.annotate(length=Length("token")).filter(alike)
    likeliest = Case(When(likely, then=0), default=1)
    rows = rows.order_by(likeliest, "-documents", "token").values_list("token", "documents")
    return [(token[len(EXACT) :], documents) for token, documents in rows[:MOST_COMPARED]]


def distance(one: str, other: str, limit: int) -> int | None:
    """Return how many letters to add, drop, change or swap make `other` of `one`.

    None beyond `limit` (the optimal string alignment distance).
    """
    if abs(len(one) - len(other)) > limit:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, its in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None
