"""What the page of an event shows beside its own fields."""

from content.related import reader_versions, related


def event_context(event, request) -> dict:
    """Return the public coalitions that were presented at `event`."""
    rows = event.coalitions_presented.all().select_related("coalition")
    keys = [row.coalition.translation_key for row in rows]
    versions = reader_versions(keys, event.locale_id, request)
    return {"presented": related(versions, dict.fromkeys(keys, ""), request)}


def coalition_context(coalition, request) -> dict:
    """Return the public pages of the experiences and the events of `coalition`."""
    experiences = list(coalition.experiences.all().select_related("story"))
    presentations = type(coalition)._meta.get_field("presentations").related_model
    events = presentations.objects.filter(
        coalition__translation_key=coalition.translation_key
    ).values_list("page__translation_key", flat=True)
    story_keys = [row.story.translation_key for row in experiences if row.story_id]
    event_keys = list(dict.fromkeys(events))
    versions = reader_versions([*story_keys, *event_keys], coalition.locale_id, request)
    shown = [
        (row, _url(versions.get(row.story.translation_key), request) if row.story_id else "")
        for row in experiences
    ]
    return {
        "experience_rows": shown,
        "presented_at": related(versions, dict.fromkeys(event_keys, ""), request),
    }


def _url(page, request) -> str:
    return (page.get_url(request) or "") if page else ""
