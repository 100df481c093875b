"""What stories add to pages of other rooms: examples from the field, reports of the day."""

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content import visibility
from content.related import RelatedPage, reader_versions
from content.slots import fill
from stories.models import ExplorationPage, InterviewPage, StoryPage, WorkshopReportPage

LONGEST_LIST = 12


@fill("chapter.stories")
def stories_of_chapter(request, chapter) -> str:
    """Return the stories that illustrate a chapter."""
    keys = StoryPage.objects.filter(
        related_chapters__chapter__translation_key=chapter.translation_key
    )
    return _links(request, chapter, _keys(keys), _("In the field"))


@fill("coalition.stories")
def contributions_of_coalition(request, coalition) -> str:
    """Return the stories, interviews and reports that name a coalition."""
    named = Q(coalition__translation_key=coalition.translation_key)
    keys = _keys(*(model.objects.filter(named) for model in _WITH_COALITION))
    return _links(request, coalition, keys, _("In the field"))


@fill("event.reports")
def reports_of_event(request, event) -> str:
    """Return the reports, explorations and interviews of an event."""
    named = Q(event__translation_key=event.translation_key)
    below = visibility.branch(event.path)
    keys = _keys(
        WorkshopReportPage.objects.filter(named | below),
        ExplorationPage.objects.filter(named | below),
        InterviewPage.objects.filter(named),
    )
    return _links(request, event, keys, _("Reports of the day"))


_WITH_COALITION = (StoryPage, InterviewPage, WorkshopReportPage)


def _keys(*querysets):
    """Return one query for the translation keys of several page types."""
    first, *others = [
        queryset.order_by().values_list("translation_key", flat=True) for queryset in querysets
    ]
    return first.union(*others) if others else first


def _newest(keys, request):
    """Return the query of `keys` that keeps those of the newest public pages.

    Enough of them for a full list, though each may come once a language: a chapter that
    hundreds of stories illustrate reads no more of them than it shows.
    """
    rules = visibility.rules_for(request)
    pages = visibility.public(Page.objects.filter(translation_key__in=keys), rules)
    most = LONGEST_LIST * len(rules.homes)
    return pages.order_by("-pk").values_list("translation_key", flat=True)[:most]


def _links(request, page: Page, keys, heading) -> str:
    """Return the section that links to the newest public pages of `keys`, newest first."""
    versions = reader_versions(_newest(keys, request), page.locale_id, request)
    newest_first = sorted(versions.values(), key=lambda one: one.pk, reverse=True)
    links = [
        RelatedPage(one, "", one.get_url(request) or "") for one in newest_first[:LONGEST_LIST]
    ]
    if not links:
        return ""
    context = {"heading": heading, "links": links}
    return render_to_string("stories/linked_pages.html", context, request=request)
