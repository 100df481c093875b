"""Where a text is cited: the public pages that lead to it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from content import visibility
from content.consent import public_titles
from content.related import RelatedPage

MOST = 20


def cited_in(page, request) -> list[RelatedPage]:
    """Return the public pages that link to `page` or name it, at most twenty, by title.

    They are read from Wagtail's index of references, which follows every save.
    """
    references = ReferenceIndex.get_references_to(page).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = {int(pk) for pk in references.values_list("object_id", flat=True)} - {page.pk}
    rules = visibility.rules_for(request)
    pages = visibility.public(Page.objects.filter(pk__in=ids), rules).order_by("title")
    found = list(pages.select_related("locale")[:MOST])
    titles = public_titles(found)
    for one in found:
        one.public_title = titles[one.pk]
    return [RelatedPage(one, "", one.get_url(request) or "") for one in found]
