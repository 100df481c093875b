"""Every role at every address, against the tables of `public_table` and `admin_table`.

A refused request writes nothing: each is watched for statements that change a table.
"""

from contextlib import contextmanager
from copy import deepcopy
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.urls import reverse
from django.utils import translation

from tests.factories import tree_of
from tests.security.addresses import addresses, argument, arguments
from tests.security.admin_table import ADMIN, ARGUMENTS, OPEN, OUTSIDE, STAFF
from tests.security.public_table import PUBLIC
from tests.security.world import ROLES, SECRETS, clients, objects

pytestmark = pytest.mark.django_db

CHANGES = ("INSERT", "UPDATE", "DELETE")
# Of a session, which remembers what to show after the sign-in.
HARMLESS = "django_session"
REFUSALS = {400, 403, 404, 405}
# Where every role gets the same, the least and the most powerful ask for all.
FEW = {"anonymous", "superuser"}
CRAFTED = {"title": "volé", "withdraw": "1", "delete": "1", "decision": "approve", "comment": "x"}
MISSING = (
    "No row for these addresses: say in tests/security/%s who may go there with which method. %s"
)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Return a browser of each role and one object of each kind, made once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        browsers = clients(tree_of("fr"))
        yield browsers, objects(tree_of("fr"), tree_of("en"), browsers)
        transaction.set_rollback(True)


@contextmanager
def _watched():
    """Undo what a request does, and collect the statements with which it changed a table."""
    written = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().startswith(CHANGES) and HARMLESS not in sql:
            written.append(sql[:80])
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(watch):
            yield written
        transaction.set_rollback(True)


def _ask(browser, method: str, url: str):
    """Return the answer to a request and what it wrote; the browser keeps its cookies of before."""
    cookies = deepcopy(browser.cookies)
    data = CRAFTED if method == "post" else None
    if data:
        # Or the limits of what one place may send would answer.
        for cache in caches.all():
            cache.clear()
    with _watched() as written:
        browser.raise_request_exception = False
        response = getattr(browser, method)(url, data)
    browser.cookies = cookies
    return response, written


def _outcome(response) -> str:
    """Return the status as the tables write it: "login" for the way to the sign-in."""
    if response.status_code == 302:
        path = urlsplit(response["Location"]).path
        if path in {reverse("account_login"), reverse("wagtailadmin_login")}:
            return "login"
    return str(response.status_code)


def _secrets_in(response) -> list[str]:
    shown = b"" if response.streaming else response.content
    return [title for title in SECRETS if title.encode() in shown]


def _expected(text: str, role: str) -> str:
    told = dict(pair.split(":") for pair in text.split())
    return told.get(role) or told["*"]


def test_every_public_address_has_a_row():
    with translation.override("fr"):
        missing = {one.name for one in addresses() if not one.is_admin}
    missing -= {name for name, *_rest in PUBLIC}
    assert not missing, MISSING % ("public_table.py", sorted(missing))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_public_table_says(world, role):
    browsers, made = world
    by_name = {one.name: one for one in addresses()}
    surprises = []
    for name, given, *texts in PUBLIC:
        if role not in FEW and not any(":" in text.partition(" ")[2] for text in texts):
            continue
        url = by_name[name].url(arguments(made, given))
        for method, text in zip(("get", "post"), texts, strict=True):
            response, written = _ask(browsers[role], method, url)
            outcome, wanted = _outcome(response), _expected(text, role)
            if outcome != wanted:
                surprises.append(f"{method} {name} {given}: {outcome}, not {wanted}")
            elif written and (wanted == "login" or int(wanted) in REFUSALS):
                surprises.append(f"{method} {name} {given}: refused, and wrote {written}")
            told = _secrets_in(response)
            if told and role != "author":
                surprises.append(f"{method} {name} {given}: tells {told}")
    assert not surprises, "\n".join(surprises)


def test_no_other_method_changes_what_one_owns(world):
    browsers, made = world
    by_name = {one.name: one for one in addresses()}
    surprises = []
    for name, given, *_texts in PUBLIC:
        for method in ("put", "delete") if "pk=" in given else ():
            url = by_name[name].url(arguments(made, given))
            response, written = _ask(browsers["author"], method, url)
            if response.status_code >= 500 or written:
                surprises.append(f"{method} {name} {given}: {response.status_code} {written}")
    assert not surprises, "\n".join(surprises)


def _row(name: str) -> tuple[str, str] | None:
    return next((row for row in ADMIN if fnmatchcase(name, row[0])), None)


def _admin_addresses():
    return [one for one in addresses() if one.is_admin and not fnmatchcase(one.name, OUTSIDE)]


def test_every_address_of_the_admin_has_a_row():
    with translation.override("fr"):
        missing = {one.name for one in _admin_addresses() if _row(one.name) is None}
    assert not missing - set(OPEN), MISSING % ("admin_table.py", sorted(missing - set(OPEN)))


def _admin_url(address, made: dict) -> str:
    found = {}
    for parameter in address.parameters:
        rows = (
            row for row in ARGUMENTS if row[1] == parameter and fnmatchcase(address.name, row[0])
        )
        row = next(rows, None)
        assert row, f"Say in ARGUMENTS of admin_table.py what {parameter} of {address.name} is."
        found[parameter] = argument(made, row[2])
    return address.url(found)


@pytest.mark.parametrize("role", ["anonymous", "author"])
def test_every_address_of_the_admin_leads_who_has_no_access_to_the_login(world, role):
    browsers, made = world
    surprises = []
    for address in _admin_addresses():
        if address.name in OPEN:
            continue
        url = _admin_url(address, made)
        for method in ("get", "post"):
            response, written = _ask(browsers[role], method, url)
            if _outcome(response) != "login" or written:
                surprises.append(f"{method} {url}: {response.status_code} {written}")
    assert not surprises, "\n".join(surprises)


def _is_refused(response) -> bool:
    """Return whether Wagtail refused: it leads to the start of the admin, with a message."""
    if response.status_code == 302:
        return response["Location"] == reverse("wagtailadmin_home")
    return response.status_code in REFUSALS


@pytest.mark.parametrize("role", ["moderator", "translator", "editor"])
def test_who_has_access_enters_nothing_else(world, role):
    browsers, made = world
    surprises = []
    for address in _admin_addresses():
        if address.name in OPEN or role in _row(address.name)[1].split():
            continue
        url = _admin_url(address, made)
        for method in ("get", "post"):
            response, written = _ask(browsers[role], method, url)
            if not _is_refused(response) or written:
                surprises.append(f"{method} {url}: {response.status_code} {written}")
    assert not surprises, "\n".join(surprises)


def test_the_table_of_the_admin_names_known_roles():
    assert {role for _name, roles in ADMIN for role in roles.split()} <= set(STAFF.split())
