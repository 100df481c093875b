"""Static files with hashed names and compressed forms."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Gives the plain address of a file that was not collected.

    An error page must stand even on an installation where `collectstatic` was forgotten.
    """

    manifest_strict = False
