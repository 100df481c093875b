"""Where the page of a request is in the other languages."""

from wagtail.models import Page

from content import visibility


def translated_urls(request) -> dict[str, str]:
    """Return the address of each public version of the page, by language, its own included.

    Read once a request. A view whose page is not in the tree sets `request.translated_urls`.
    """
    if hasattr(request, "translated_urls"):
        return request.translated_urls
    page = getattr(request, "portal_page", None)
    if page is None or not page.pk:
        return {}
    versions = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    public = visibility.public(versions, visibility.rules_for(request))
    request.translated_urls = {
        one.locale.language_code: one.get_url(request) or "" for one in public
    }
    return request.translated_urls
