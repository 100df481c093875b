"""The addresses of the portal."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.utils.translation import pgettext_lazy
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import sign_in
from home.views import choose_language, serve_page
from portal.health import health
from portal.robots import robots
from search import sitemaps

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler429 = "portal.errors.too_many_requests"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    # The logins of Wagtail would let in without a second factor.
    *(path(address, sign_in) for address in ("admin/login/", "_util/login/")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("health/", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    re_path(
        r"^sitemap-(?P<language>[a-z-]+)-(?P<number>\d{1,5})\.xml$",
        sitemaps.sitemap,
        name="sitemap",
    ),
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}site/favicon.svg")),
    path("", choose_language, name="choose_language"),
]

if settings.DEBUG:
    from portal import development

    urlpatterns += [
        path("patterns/", development.patterns, name="patterns"),
        path("dev/mails/", development.mails, name="dev_mails"),
        path("dev/mails/<str:name>/", development.mail, name="dev_mail"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("contributions.urls")),
    path(pgettext_lazy("address", "account/"), include("operations.urls")),
    path("", include("translation.urls")),
    path(pgettext_lazy("address", "account/"), include("accounts.urls")),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
)
# Wagtail's own serving view is left out: it would answer without a language in the address.
urlpatterns += [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"]
