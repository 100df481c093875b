"""What tells one visitor from another for a day, and people from programs, without keeping who."""

import hashlib
import hmac
import re
from datetime import datetime, time, timedelta

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.utils import timezone
from django.utils.crypto import get_random_string

# Programs that say so.
_MACHINES = re.compile(
    r"bot\b|bot[/_ -]|crawl|spider|slurp|preview|fetch|monitor|scan|archiv|curl|wget|python|java/"
    r"|go-http|okhttp|httpclient|feed|validator|headless|lighthouse|facebookexternalhit",
    re.IGNORECASE,
)
# What a form shows to no one: only programs fill it in.
LURE = "website"


def is_machine(request) -> bool:
    """Return whether the request is no reader's: a robot, a program, a page loaded ahead."""
    browser = request.headers.get("User-Agent", "")
    ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return ahead or not browser or bool(_MACHINES.search(browser))


def took_the_lure(request) -> bool:
    """Return whether a form was sent by a program that fills in whatever it finds."""
    return bool(request.POST.get(LURE))


def is_first_today(request, *facts, whole_network: bool = False) -> bool:
    """Return whether this visitor comes with these facts for the first time today.

    A visitor is an address and a browser; with `whole_network`, an address alone. What is kept is
    a hash, salted with a secret of the day: both are in the cache alone, until midnight.
    """
    cache, today = caches["views"], timezone.localdate()
    midnight = timezone.make_aware(datetime.combine(today + timedelta(days=1), time()))
    left = max(1, int((midnight - timezone.now()).total_seconds()))
    # Hence no hash can be tied to an address once the day is over.
    salt = cache.get_or_set(f"visitors:salt:{today}", lambda: get_random_string(32), left)
    browser = "" if whole_network else request.headers.get("User-Agent", "")
    who = "\0".join(map(str, (get_adapter().get_client_ip(request), browser, *facts)))
    digest = hmac.new(salt.encode(), who.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
    return cache.add(f"visitors:{digest}", 1, left)
