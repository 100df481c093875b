"""What every answer passes through: its policy, and the language of its reader."""

from django.conf import settings
from django.http import Http404
from django.middleware.locale import LocaleMiddleware
from django.urls import translate_url
from django.utils import translation
from django.utils.cache import patch_vary_headers

from content import visibility
from portal import errors
from portal.csp import FORM, policy_for


class ContentSecurityPolicyMiddleware:
    """Give each answer the policy of its kind of page (Content Security Policy Level 3)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Content-Security-Policy" not in response:
            response["Content-Security-Policy"] = policy_for(request, response)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class ReaderLocaleMiddleware(LocaleMiddleware):
    """The language of the address on the public site; of the browser elsewhere.

    On the public site nothing depends on `Accept-Language` or on a cookie, so that nothing
    varies on them; an address without a language answers in the default language.
    """

    def process_request(self, request):
        if request.path_info.startswith("/admin/"):
            super().process_request(request)
            return
        language = translation.get_language_from_path(request.path_info)
        translation.activate(language or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language())
        if request.path_info.startswith("/admin/"):
            patch_vary_headers(response, ("Accept-Language",))
        return response


ACCOUNT_PAGES = ("account_", "mfa_", "usersessions_", "propose", "my_space", "report_", "saved_")


class AccountPagesMiddleware:
    """Make the views of accounts pages of the site: in open languages, with their own policy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if _is_account_page(request):
            response.content_security_policy = FORM
        return response

    def process_view(self, request, view, args, kwargs):
        if not _is_account_page(request):
            return
        languages = visibility.rules_for(request).open_languages
        if translation.get_language() not in languages:
            raise Http404
        request.translated_urls = {
            language: translate_url(request.path, language) for language in languages
        }


def _is_account_page(request) -> bool:
    match = request.resolver_match
    return bool(match) and (match.url_name or "").startswith(ACCOUNT_PAGES)


class ReadersErrorsMiddleware:
    """In development too, show "not found" as readers see it, not Django's technical page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith("/admin/") or response.status_code != 404:
            return response
        technical = not response.streaming and b"DEBUG = True" in response.content
        return errors.page_not_found(request) if technical else response
