"""What robots are asked (RFC 9309)."""

from django.conf import settings
from django.http import HttpResponse


def robots(request):
    """Return robots.txt: everything public may be read; the sitemap says where it is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")
