"""The addresses of the portal with the two views of `benchmarks.stock` in their place."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import LocalePrefixPattern, path, re_path
from django.utils.translation import pgettext_lazy
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views

from benchmarks.stock import theme_page
from portal import urls as portal_urls

handler400 = portal_urls.handler400
handler403 = portal_urls.handler403
handler404 = portal_urls.handler404
handler500 = portal_urls.handler500


def _is_localised(one) -> bool:
    return isinstance(one.pattern, LocalePrefixPattern)


REST = [one for one in portal_urls.urlpatterns if not _is_localised(one)]
LOCALISED = next(one for one in portal_urls.urlpatterns if _is_localised(one)).url_patterns
SERVING = "wagtail_serve"

urlpatterns = [
    *REST,
    *i18n_patterns(
        path(pgettext_lazy("address", "themes/<slug:slug>/"), theme_page, name="theme"),
        *(one for one in LOCALISED if getattr(one, "name", "") != SERVING),
        re_path(wagtail_urls.serve_pattern, wagtail_views.serve, name=SERVING),
    ),
]
