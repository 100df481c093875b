"""The sitemap: an index of files by language, each address with its other languages.

Follows the sitemaps.org protocol 0.9, with `xhtml:link` for the alternates.
"""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from wagtail.models import Page

from content import visibility
from search.addresses import absolute
from search.models import Document

FILE_SIZE = 1000


def sitemap_index(request):
    """List the sitemap files of the open languages."""
    rules = visibility.rules_for(request)
    files = []
    for home in rules.homes:
        count = Document.objects.in_locale(home.locale_id).public(rules).count()
        files += [
            f"{settings.BASE_URL}/sitemap-{home.language}-{number}.xml"
            for number in range(1, max(1, -(-count // FILE_SIZE)) + 1)
        ]
    return render(
        request, "search/sitemap_index.xml", {"files": files}, content_type="application/xml"
    )


def sitemap(request, language, number):
    """List up to 1,000 public pages of a language with their other languages."""
    rules = visibility.rules_for(request)
    home = rules.home(language)
    number = int(number)
    start = (number - 1) * FILE_SIZE
    if home is None or number < 1:
        raise Http404
    documents = Document.objects.in_locale(home.locale_id).public(rules).order_by("page_id")
    shown = list(documents[start : start + FILE_SIZE])
    if not shown and number > 1:
        raise Http404
    keys = [document.translation_key for document in shown]
    versions: dict = {}
    pages = visibility.public(Page.objects.filter(translation_key__in=keys), rules)
    for page in pages.select_related("locale").order_by("locale_id"):
        alternate = {
            "language": page.locale.language_code,
            "url": absolute(page.get_url(request) or ""),
        }
        versions.setdefault(page.translation_key, []).append(alternate)
    entries = [
        {
            "url": absolute(document.page.get_url(request) or ""),
            "modified": document.page.last_published_at,
            "alternates": _with_default(versions.get(document.translation_key, [])),
        }
        for document in shown
    ]
    return render(
        request, "search/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


def _with_default(alternates: list[dict]) -> list[dict]:
    """Return the alternates with `x-default`: French where it exists, else the first."""
    french = [one for one in alternates if one["language"] == settings.LANGUAGE_CODE]
    default = (french or alternates)[:1]
    return [*alternates, *({**one, "language": "x-default"} for one in default)]
