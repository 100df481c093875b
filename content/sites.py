"""The site of a request and its identity, in one query."""

from django.db.models import Case, IntegerField, Q, Value, When
from wagtail.models import Site

from content.models import SiteIdentity


def identity_for(request) -> SiteIdentity:
    """Return the identity of the request's site; defaults when none was saved.

    The row is read together with its site, which Wagtail then finds on the request: a page
    that is not found still needs both.
    """
    identity = getattr(request, "site_identity", None)
    if identity is None:
        identity = request.site_identity = _saved_identity(request) or _default_identity(request)
    return identity


def site_for(request) -> Site | None:
    """Return the site of the request, found by host name, else the default site."""
    return identity_for(request).site if identity_for(request).site_id else None


def _saved_identity(request) -> SiteIdentity | None:
    host, _separator, port = request.get_host().rpartition(":")
    hostname = host or port
    by_host = Q(site__hostname=hostname)
    rank = Case(
        When(by_host & Q(site__port=request.get_port()), then=Value(0)),
        When(by_host, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    identity = (
        SiteIdentity.objects.select_related("site__root_page", "mark")
        .filter(by_host | Q(site__is_default_site=True))
        .order_by(rank)
        .first()
    )
    if identity is not None:
        # Where `Site.find_for_request` keeps what it found.
        request._wagtail_site = identity.site
    return identity


def _default_identity(request) -> SiteIdentity:
    return SiteIdentity(site=Site.find_for_request(request))
