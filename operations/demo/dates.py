"""When the community published its pages, as told by the dates that they hold."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from operations.demo.description import Entry

OPENING = date(2024, 9, 2)
# Time to write, ask those who are named, and read again.
AFTERWARDS = timedelta(days=24)


def published_at(entry: Entry, today: date) -> datetime:
    """Return the hour at which the page was published: never after the day of loading.

    Some weeks after what it tells; on the day of the edition for the kit; on the day when the
    site opened for a page without a date. What is still to come is announced today.
    """
    day = min(_day(entry, today), today)
    return timezone.make_aware(datetime.combine(day, time(10)))


def _day(entry: Entry, today: date) -> date:
    if entry.published:
        return entry.published
    edition = entry.fields.get("edition_date") or entry.fields.get("valid_as_of")
    if edition:
        return edition
    names = ("held_on", "ends_on", "starts_on", "period_end", "period_start")
    told = next((entry.fields[name] for name in names if name in entry.fields), None)
    told = told or _last_stage(entry)
    if told is None:
        return OPENING
    return told + AFTERWARDS if isinstance(told, date) else today


def _last_stage(entry: Entry) -> date | None:
    stages = next(iter(entry.versions.values())).rows.get("stages", ())
    return max((stage["reached_on"] for stage in stages), default=None)
