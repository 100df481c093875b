"""Scratch databases, one for each size; never the data of the user.

Django's own test machinery names, migrates, copies and removes them.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection

from benchmarks.terms import LANGUAGES
from operations.tree import open_locale


class Databases:
    """An empty portal with French and English open, and its copies by size."""

    def __init__(self, sizes: list[int]):
        self.sizes = sizes
        self.empty = ""
        self.own = connection.settings_dict["NAME"]

    def __enter__(self):
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        self.empty = connection.settings_dict["NAME"]
        call_command("collectstatic", interactive=False, verbosity=0)
        for language in LANGUAGES:
            open_locale(language)
        for size in self.sizes:
            # A copy is made of a file that nobody writes to.
            connection.close()
            connection.creation.clone_test_db(str(size), verbosity=0, autoclobber=True)
        return self

    def __exit__(self, *error):
        connection.close()
        connection.settings_dict["NAME"] = self.empty
        for size in self.sizes:
            connection.creation.destroy_test_db(suffix=str(size), verbosity=0)
        connection.creation.destroy_test_db(self.own, verbosity=0)

    def use(self, size: int) -> None:
        """Connect to the database of one size and forget what was cached of another."""
        connection.close()
        connection.settings_dict["NAME"] = self.empty
        clone = connection.creation.get_test_db_clone_settings(str(size))
        connection.settings_dict["NAME"] = clone["NAME"]
        ContentType.objects.clear_cache()
        for cache in caches.all():
            cache.clear()


def analyse() -> None:
    """Give the planner its statistics where a server gathers them on its own, and tidies up.

    In a transaction nothing can be tidied.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
