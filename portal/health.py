"""Whether the portal can answer: for a balancer, a supervisor or a person."""

from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def health(request):
    """Return 200 and `{"database": true}`, or 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        alive = True
    except DatabaseError:
        alive = False
    return JsonResponse({"database": alive}, status=200 if alive else 503)
