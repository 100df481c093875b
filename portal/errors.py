"""Error pages in the site's design, in the language of the address.

The 500 page reads nothing from the database: it must stand when the database does not.
"""

from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils import translation

from search.context import reading_language


def bad_request(request, exception=None):
    """Answer 400; the host may be forged, so that nothing is read for it."""
    return _static_error(request, "400.html", 400)


def permission_denied(request, exception=None):
    return _error(request, "403.html", 403)


def csrf_refused(request, reason=""):
    """Answer 403 to a form without its token; `reason` is for the log, which has it already."""
    return _error(request, "403.html", 403)


def page_not_found(request, exception=None):
    """Answer 404 with the way out: a search, the menu, the languages."""
    return _error(request, "404.html", 404)


def too_many_requests(request, exception=None):
    """Answer 429 to who tried too often (RFC 6585)."""
    return _error(request, "429.html", 429)


def server_error(request):
    return _static_error(request, "500.html", 500)


def _error(request, template: str, status: int):
    # A language that is not open has no words of its own to answer with.
    with translation.override(reading_language(request)):
        request.translated_urls = {}
        response = render(request, template, {"page_language": ""}, status=status)
    response.headers["Content-Language"] = reading_language(request)
    return response


def _static_error(request, template: str, status: int):
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    catalogue = language if language in {"fr", "en"} else settings.LANGUAGE_CODE
    with translation.override(catalogue):
        body = loader.render_to_string(template, {"language_code": catalogue})
    answer = HttpResponseServerError if status == 500 else HttpResponse
    return answer(body, status=status)
