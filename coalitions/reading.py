"""What the pages of coalitions and events show beside their own fields."""

from content.models import CoalitionFamily
from content.related import reader_versions, related
from search.facets import FAMILY
from search.models import Facet


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


def by_family(documents: list, locale_id: int) -> list[tuple[CoalitionFamily | None, list]]:
    """Return catalogue documents under their family, families in their order, None last.

    The family is named in the language of `locale_id` where it has been translated.
    """
    facets = Facet.objects.filter(facet=FAMILY, document_id__in=[one.pk for one in documents])
    keys = dict(facets.values_list("document_id", "value"))
    families: dict[str, CoalitionFamily] = {}
    for family in CoalitionFamily.objects.filter(live=True, translation_key__in=keys.values()):
        key = str(family.translation_key)
        if key not in families or family.locale_id == locale_id:
            families[key] = family
    ordered = sorted(families.items(), key=lambda item: (item[1].sort_order, item[1].name))
    groups = [
        (family, [one for one in documents if keys.get(one.pk) == key]) for key, family in ordered
    ]
    others = [one for one in documents if keys.get(one.pk) not in families]
    return [*groups, *([(None, others)] if others else [])]
