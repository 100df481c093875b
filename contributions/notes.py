"""The notes that moderators left on parts of a text, with the part of the form that each is on."""

from contributions.forms.drafts import kind_of

# Where the form calls a part of the page otherwise.
_PARTS = {
    "body": "photos",
    "attachments": "files",
    "page_credits": "credit",
    "page_themes": "themes",
    "page_territories": "territories",
    "related_chapters": "chapter",
    "period_start": "begins",
    "period_end": "ends",
    "held_on": "held",
}


def notes_on(page) -> list:
    """Return the notes on `page` that are not settled, oldest first.

    Each has a `part`, the label in the form of what it is on, and an `anchor` there; both are
    empty where the form has no such part.
    """
    notes = page.wagtail_admin_comments.filter(resolved_at__isnull=True).order_by("created_at")
    found = list(notes.select_related("user").prefetch_related("replies__user"))
    kind = kind_of(page)
    for note in found:
        field = note.contentpath.split(".")[0]
        name = _PARTS.get(field, field)
        note.part = note.anchor = ""
        if name in kind.rows:
            note.part, note.anchor = kind.rows[name].label, f"rows-{name}"
        elif name in kind.form.base_fields:
            note.part, note.anchor = kind.form.base_fields[name].label, f"id_{name}"
    return found
