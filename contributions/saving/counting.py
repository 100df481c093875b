"""Views, counted once a visitor and day without keeping who came.

The visitor is a hash of address and browser, salted with a secret of the day; hash and secret are
in the cache alone, until the day ends. Counts are gathered in the process and written together: a
process that is killed loses what it gathered in the last seconds, nothing else.
"""

import hashlib
import hmac
import re
import threading
from collections import Counter
from datetime import datetime, time, timedelta

from allauth.core.internal.ratelimit import get_ip
from django.core.cache import caches
from django.db import connections, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string
from wagtail.models import Page

from content import visibility
from contributions.saving.models import PageViews

SECONDS_BETWEEN_WRITES = 10.0
MOST_GATHERED = 2000
# Programs that say so; what pretends to be a reader is stopped by the address, once a day.
_MACHINES = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|monitor|scan|archiv|curl|wget|python|java/|go-http|okhttp"
    r"|feed|validator|lighthouse|facebookexternalhit",
    re.IGNORECASE,
)

_lock = threading.Lock()
_gathered: Counter[int] = Counter()
_timer: threading.Timer | None = None


def is_machine(request) -> bool:
    """Return whether the request is no reader's: a robot, a program, a page loaded ahead."""
    browser = request.headers.get("User-Agent", "")
    ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return ahead or not browser or bool(_MACHINES.search(browser))


def note(request, page_id: int) -> None:
    """Count a view of a page, unless this visitor has been counted for it today."""
    if is_machine(request) or not _is_first_today(request, page_id):
        return
    with _lock:
        _gathered[page_id] += 1
        is_full = len(_gathered) >= MOST_GATHERED
    if is_full:
        flush()
    else:
        _write_soon()


def _is_first_today(request, page_id: int) -> bool:
    cache, today = caches["views"], timezone.localdate()
    midnight = timezone.make_aware(datetime.combine(today + timedelta(days=1), time()))
    left = max(1, int((midnight - timezone.now()).total_seconds()))
    # Hence no hash can be tied to an address once the day is over.
    salt = cache.get_or_set(f"views:salt:{today}", lambda: get_random_string(32), left)
    who = f"{page_id}|{get_ip(request)}|{request.headers.get('User-Agent', '')}"
    visitor = hmac.new(salt.encode(), who.encode(), hashlib.sha256).hexdigest()
    return cache.add(f"views:{visitor}", 1, left)


def _write_soon() -> None:
    global _timer
    with _lock:
        if _timer is None:
            _timer = threading.Timer(SECONDS_BETWEEN_WRITES, _write_and_close)
            _timer.daemon = True
            _timer.start()


def _write_and_close() -> None:
    try:
        flush()
    finally:
        connections.close_all()


def flush() -> int:
    """Write what was gathered; return how many views. Views of pages that are not public go."""
    global _timer
    with _lock:
        views, _timer = dict(_gathered), None
        _gathered.clear()
    if not views:
        return 0
    public = visibility.public(Page.objects.filter(pk__in=views)).values_list("pk", flat=True)
    wanted = sorted(public)
    with transaction.atomic():
        known = PageViews.objects.filter(page__in=wanted).values_list("page_id", flat=True)
        new = set(wanted) - set(known)
        PageViews.objects.bulk_create(
            [PageViews(page_id=page_id) for page_id in sorted(new)], ignore_conflicts=True
        )
        for page_id in wanted:
            PageViews.objects.filter(page=page_id).update(count=F("count") + views[page_id])
    return sum(views[page_id] for page_id in wanted)
