"""The words suggested while one types tags and territories: only what anybody may read."""

from django.db.models import Count

from content import visibility
from content.models import PageTag, Territory
from search.models import Document

# Tags are counted on the newest pages: the words of today, and a cost that does not grow.
NEWEST = 1000
MOST = 120


def suggested_tags(locale_id: int) -> list[str]:
    """Return the tags of the newest public pages of a language, the most used first."""
    documents = Document.objects.in_locale(locale_id).public(visibility.current_rules())
    newest = documents.order_by("-pk").values_list("pk", flat=True)[:NEWEST]
    rows = PageTag.objects.filter(content_object_id__in=list(newest))
    used = rows.values_list("tag__name").annotate(uses=Count("pk"))
    return [name for name, _uses in used.order_by("-uses", "tag__name")[:MOST]]


def suggested_territories(locale_id: int) -> list[str]:
    """Return the regions and departments of a language by name, with their codes."""
    wide = [Territory.Kind.DEPARTMENT, Territory.Kind.REGION]
    territories = Territory.objects.filter(locale=locale_id, live=True, kind__in=wide)
    rows = territories.order_by("name").values_list("name", "code")[:MOST]
    return [f"{name} ({code})" if code else name for name, code in rows]
