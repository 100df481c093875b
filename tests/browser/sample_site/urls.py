"""The addresses of the portal, its development pages, and pages that fail on purpose."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from portal import development, urls

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500

FAILURES = {400: SuspiciousOperation, 403: PermissionDenied, 500: RuntimeError}


def fail(request, status):
    """Raise what Django answers with an error of that status."""
    raise FAILURES[status](f"asked for by a test: {status}")


urlpatterns = [
    path("fr/failure/<int:status>/", fail, name="failure"),
    path("patterns/", development.patterns, name="patterns"),
    path("dev/mails/", development.mails, name="dev_mails"),
    path("dev/mails/<str:name>/", development.mail, name="dev_mail"),
    *urls.urlpatterns,
]
