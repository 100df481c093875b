"""The door to every page, and to the language of the reader."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request
from wagtail import views as wagtail_views

from content import visibility
from home.models import HomePage
from home.routing import route_in


def serve_page(request, path):
    """Answer with the page at `path` in the language of the address.

    Routing starts from the open homes, which are known in one query: a language without one
    is a 404, whatever pages other languages have there.
    """
    home = visibility.rules_for(request).home(get_language())
    if home is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    start = None if components else HomePage(pk=home.page_id, path=home.path, live=True)
    # Where Wagtail keeps the route of a request; its own view then serves it with its hooks.
    request._wagtail_route_for_request = route_in(home.url_path, start, request, components)
    return wagtail_views.serve(request, path)


def choose_language(request):
    """Send the reader of the bare address to the open language that their browser prefers."""
    languages = visibility.rules_for(request).open_languages
    if not languages:
        raise Http404
    preferred = get_language_from_request(request)
    code = preferred if preferred in languages else languages[0]
    response = redirect(f"/{code}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
