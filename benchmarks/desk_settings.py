"""The settings of the other benchmarks, for screens of the admin: its static files have no hash."""

from benchmarks.settings import *  # noqa: F403
from benchmarks.settings import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The translator who asks has no second factor.
REQUIRE_SECOND_FACTOR = False
