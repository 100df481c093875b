"""What the home of a language shows: chosen pages first, then the latest of each kind."""

from django.utils import timezone

from content import visibility
from content.related import reader_versions
from search.listings import cards
from search.models import Document

SECTION_LENGTH = 3
STORY_FAMILY = "story"


def featured_pages(home, request) -> dict:
    """Return the cards of the home: featured, stories, coalitions, events, kit.

    All sections come out of one query by kind and one for pictures, whatever they hold.
    """
    rules = visibility.rules_for(request)
    rows = home.featured.all().select_related("page")
    versions = reader_versions([row.page.translation_key for row in rows], home.locale_id, request)
    keys = [key for key in (row.page.translation_key for row in rows) if key in versions]
    listed = Document.objects.in_locale(home.locale_id).filter(listed=True).public(rules)
    today = timezone.localdate()
    sections = {
        "stories": listed.filter(family=STORY_FAMILY)[:SECTION_LENGTH],
        "coalitions": listed.filter(kind="coalition")[:SECTION_LENGTH],
        "upcoming": listed.filter(kind="event", dated__gte=today).order_by("dated")[:2],
        "past_events": listed.filter(kind="event", dated__lt=today)[:2],
        "kits": listed.filter(kind="kit")[:1],
    }
    wanted = {
        name: list(queryset.values_list("pk", flat=True)) for name, queryset in sections.items()
    }
    featured = [versions[key].pk for key in keys]
    every = {pk for pks in wanted.values() for pk in pks} | set(featured)
    by_pk = {
        card.pk: card
        for card in cards(Document.objects.filter(pk__in=every).public(rules), request)
    }
    shown = {name: [by_pk[pk] for pk in pks if pk in by_pk] for name, pks in wanted.items()}
    call = reader_versions(
        [home.call_page.translation_key] if home.call_page_id else [], home.locale_id, request
    )
    return {
        **shown,
        "featured": [by_pk[pk] for pk in featured if pk in by_pk],
        "call_url": next((page.get_url(request) for page in call.values()), ""),
    }
