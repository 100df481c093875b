"""Which document came in before, and as which page."""

from collections import Counter

from content.folding import fold
from operations.imported import ImportedDocument
from operations.recogniser import Description
from operations.sources import Source


def keys_of(descriptions: list[Description]) -> list[str]:
    """Return a name for each document in its file: its folded title, and a rank if shared."""
    seen: Counter[str] = Counter()
    keys = []
    for description in descriptions:
        title = fold(description.title)[:250]
        seen[title] += 1
        keys.append(title if seen[title] == 1 else f"{title} #{seen[title]}")
    return keys


def record_of(source: Source, key: str, alone: bool) -> ImportedDocument | None:
    """Return the record of a document that came in before.

    The same bytes under another name are the same document; a file that holds one document
    still is the same one when its title changes.
    """
    records = ImportedDocument.objects.select_related("page")
    same = records.filter(digest=source.digest, key=key).first()
    named = records.filter(source=source.name[-255:])
    if same or (same := named.filter(key=key).first()) or not alone:
        return same
    others = list(named[:2])
    return others[0] if len(others) == 1 else None
