"""What must not reach production."""

from django.core.checks import Error, Tags, register
from django.db import DatabaseError

from accounts.models import User
from operations.demo.accounts import ADDRESSES

DEMO_ACCOUNTS = "operations.E001"


@register(Tags.security, deploy=True)
def check_demo_accounts(app_configs, **kwargs):
    """Refuse accounts whose addresses are published and that share one password.

    Runs under `check --deploy` only. Without a database, or before its first migration, there
    is no account to refuse.
    """
    try:
        found = User.objects.filter(email__in=ADDRESSES, is_active=True)
        addresses = list(found.order_by("email").values_list("email", flat=True))
    except DatabaseError:
        return []
    if not addresses:
        return []
    return [
        Error(
            f"Demo accounts can sign in: {', '.join(addresses)}.",
            hint="Run “manage.py demo --remove”, or deactivate them.",
            id=DEMO_ACCOUNTS,
        )
    ]
