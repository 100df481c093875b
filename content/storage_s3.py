"""Uploaded files in a bucket; apart, since its library is installed only where one is used."""

from storages.backends.s3 import S3Storage

from content.discreet import DiscreetStorage


class BucketStorage(DiscreetStorage, S3Storage):
    """Uploaded files in a bucket, pictures without their place."""
