"""The links between stories, chapters and coalitions, seen from either end.

A link is stored once, on the page whose editor made it. Links point to the version of one
language; readers of another language are shown the version of theirs when there is one.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from content.related import reader_versions, related

# How a link reads from the page it points to.
FROM_THE_OTHER_END = {
    "inspired_by": _("inspired"),
    "continues": _("continued by"),
    "same_place": _("same place"),
    "contrasts": _("contrasts with"),
}


def related_stories(story, request) -> dict:
    """Return the public stories, chapters and coalition linked with `story`."""
    labels = _labels_by_key(story)
    chapter_keys = [
        row.chapter.translation_key
        for row in story.related_chapters.all().select_related("chapter")
    ]
    coalition_key = story.coalition.translation_key if story.coalition_id else None
    keys = [*labels, *chapter_keys, *([coalition_key] if coalition_key else [])]
    pages = reader_versions(keys, story.locale_id, request)
    return {
        "related_stories": related(pages, labels, request),
        "related_chapters": related(pages, dict.fromkeys(chapter_keys, ""), request),
        "related_coalition": related(pages, {coalition_key: ""}, request),
    }


def _labels_by_key(story) -> dict:
    """Return the translation keys of linked stories with the word of the link: one query."""
    own = story.story_links.all()
    # A preview holds the links of the page in memory; they are not stored yet.
    stored = isinstance(own, QuerySet)
    every = own.model.objects.select_related("other", "page").order_by()
    found = every.filter(other__translation_key=story.translation_key)
    if stored:
        # A union, since the same asked with "or" reads every link of the site.
        found = found.union(every.filter(page=story), all=True)
    links = sorted(found, key=lambda link: link.sort_order or 0)
    labels = {
        link.other.translation_key: link.get_kind_display()
        for link in (links if stored else own)
        if link.page_id == story.pk
    }
    for link in links:
        labels.setdefault(link.page.translation_key, FROM_THE_OTHER_END[link.kind])
    labels.pop(story.translation_key, None)
    return labels


def occasion_context(page, request) -> dict:
    """Return the public event and coalition that a report or an interview names."""
    named = {name: getattr(page, name, None) for name in ("event", "coalition")}
    keys = {name: other.translation_key for name, other in named.items() if other}
    versions = reader_versions(keys.values(), page.locale_id, request)
    return {f"related_{name}": related(versions, {key: ""}, request) for name, key in keys.items()}
