"""Addresses as the outside world sees them."""

from django.conf import settings


def absolute(url: str) -> str:
    """Return an address of this site in full; one that is in full already stays as it is."""
    return url if url.startswith("http") else f"{settings.BASE_URL}{url}"
