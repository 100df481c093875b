"""How a kit reads as a book: its summary, and what comes before and after a chapter."""

from dataclasses import dataclass, field

from wagtail.models import Page

from content import visibility
from content.sections import sections_of


@dataclass
class SummaryEntry:
    """A line of the summary: a chapter, with the chapters of its part under it."""

    title: str
    number: str
    kind: str
    url: str
    path: str
    text_language: str
    current: bool = False
    parts: list["SummaryEntry"] = field(default_factory=list)

    @property
    def holds_current(self) -> bool:
        return self.current or any(entry.current for entry in self.parts)


def kit_summary(kit: Page, request, current: Page | None = None) -> list[SummaryEntry]:
    """Return the public chapters of `kit` as a tree of two levels, in book order: one query.

    A page under preview is shown too, though it is not public yet.
    """
    rules = visibility.rules_for(request)
    shown = list(visibility.public(kit.chapters(), rules).defer("body"))
    if current is not None and current.path not in {chapter.path for chapter in shown}:
        shown = sorted([*shown, current], key=lambda chapter: chapter.path or "")
    entries: dict[str, SummaryEntry] = {}
    roots: list[SummaryEntry] = []
    for chapter in shown:
        entry = SummaryEntry(
            title=chapter.title,
            number=chapter.number,
            kind=chapter.chapter_kind,
            url=chapter.get_url(request) or "",
            path=chapter.path,
            text_language=chapter.text_language,
            current=current is not None and chapter.path == current.path,
        )
        entries[chapter.path] = entry
        above = entries.get(chapter.path[: -Page.steplen])
        (above.parts if above else roots).append(entry)
    return roots


def flatten(entries: list[SummaryEntry]) -> list[SummaryEntry]:
    """Return the entries in reading order, each part followed by its chapters."""
    return [one for entry in entries for one in (entry, *flatten(entry.parts))]


def reading_context(chapter, request) -> dict:
    """Return what a chapter's page needs: kit, summary, neighbours, sections."""
    kit = chapter.kit
    entries = kit_summary(kit, request, current=chapter) if kit else []
    order = flatten(entries)
    place = next((index for index, entry in enumerate(order) if entry.current), None)
    return {
        "kit": kit,
        "summary_entries": entries,
        "previous": order[place - 1] if place else None,
        "next": order[place + 1] if place is not None and place + 1 < len(order) else None,
        "sections": sections_of(chapter.body),
        "kit_files": kit.files if kit else [],
    }
