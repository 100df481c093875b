"""The settings of production, on a scratch database and with the portal's own static files only."""

from portal.settings import *  # noqa: F403
from portal.settings import DATA_DIR, DATABASES, LOGGING

DEBUG = False
ALLOWED_HOSTS = ["localhost"]
# Nothing but the reading pages is asked for, hence nothing of the admin is collected.
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]

_default = DATABASES["default"]
_on_sqlite = _default["ENGINE"].endswith("sqlite3")
_default["TEST"] = {"NAME": str(DATA_DIR / "test_bench.sqlite3") if _on_sqlite else "test_bench"}

# The page that is not found is asked for hundreds of times, on purpose.
LOGGING["loggers"]["django.request"] = {"level": "ERROR"}
