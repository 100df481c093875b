"""The portal as it is deployed, with the few addresses that only tests ask for."""

from portal.settings import *  # noqa: F403
from portal.settings import INTERFACE_LANGUAGES

ROOT_URLCONF = "tests.browser.sample_site.urls"
# The editor of the tests has no second factor; what asks for it has tests of its own.
REQUIRE_SECOND_FACTOR = False
# Nothing asks for a name without its hash: half the files are left to compress.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# As if Arabic had its catalogue: its words stay French, its layout is what is looked at.
INTERFACE_LANGUAGES = [*INTERFACE_LANGUAGES, "ar"]
