"""What was typed when a session had ended: kept while one signs in, given back after.

Only words are kept, never files, and only for the account that the form was made for; a form made
for nobody is for whoever signs in next in the same browser.
"""

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.adapter import WAY_BACK

_KEY = "contributions.typed"
_SALT = "contributions.form"
# Two texts of the longest kind with all their rows, and no more: sessions lie in the database.
MOST_CHARACTERS = 300_000
NEVER_KEPT = ("csrfmiddlewaretoken",)


def owner_mark(user) -> str:
    """Return what a form carries to say whose it is; nobody makes that of another."""
    return salted_hmac(_SALT, str(user.pk), algorithm="sha256").hexdigest()


def keep(request) -> bool:
    """Keep the words of a posted form for the address they were posted to; tell if they fitted."""
    data = request.POST.copy()
    for name in NEVER_KEPT:
        data.pop(name, None)
    typed = data.urlencode()
    if len(typed) > MOST_CHARACTERS:
        return False
    request.session[_KEY] = {"path": request.path, "data": typed}
    request.session[WAY_BACK] = request.get_full_path()
    return True


def given_back(request, once: bool = True) -> QueryDict | None:
    """Return what was kept for this address and this account; else None.

    It is given `once`, or until it is forgotten.
    """
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.path:
        return None
    if once:
        forget(request)
    data = QueryDict(kept["data"], mutable=True)
    marks = (owner_mark(request.user), owner_mark(AnonymousUser()))
    is_own = any(constant_time_compare(data.get("owner", ""), mark) for mark in marks)
    return data if is_own else None


def forget(request) -> None:
    """Forget what was kept, and that it has a way back."""
    for name in (_KEY, WAY_BACK):
        request.session.pop(name, None)
