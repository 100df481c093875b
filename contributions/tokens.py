"""The name of a state of a text, by which a change made meanwhile is noticed."""


def token_of(page) -> str:
    """Return the token of the latest revision of `page`.

    Wagtail's autosave writes the same row again: its time of writing tells, not its number alone.
    """
    revision = page.get_latest_revision()
    return f"{revision.pk}:{revision.created_at.timestamp():.6f}" if revision else ""
