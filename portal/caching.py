"""Caches that readers do not notice: one that may be lost, one that does not slow as it fills."""

import logging
import random

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger("portal")


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, for which a dead server is an empty cache.

    With Django's own backend each page is an error while Redis is away. Nothing that must be
    kept is in the cache, so a miss is always right. `incr` still raises `ValueError` for a key
    that is not there, as the cache API says.
    """

    def get(self, key, default=None, version=None):
        return self._or(default, super().get, key, default, version)

    def get_many(self, keys, version=None):
        return self._or({}, super().get_many, keys, version)

    def add(self, *args, **kwargs):
        return self._or(False, super().add, *args, **kwargs)

    def set(self, *args, **kwargs):
        return self._or(None, super().set, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        return self._or(list(data), super().set_many, data, *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self._or(False, super().touch, *args, **kwargs)

    def delete(self, *args, **kwargs):
        return self._or(False, super().delete, *args, **kwargs)

    def delete_many(self, *args, **kwargs):
        return self._or(None, super().delete_many, *args, **kwargs)

    def has_key(self, *args, **kwargs):
        return self._or(False, super().has_key, *args, **kwargs)

    def clear(self):
        return self._or(False, super().clear)

    @staticmethod
    def _or(fallback, operation, *args, **kwargs):
        try:
            return operation(*args, **kwargs)
        except RedisError as error:
            logger.warning("The shared cache does not answer: %s", error)
            return fallback


class SparingFileCache(FileBasedCache):
    """Django's cache of files, which looks only now and then whether it is full.

    Django's own lists the whole folder at each write: some hundred milliseconds at twenty
    thousand files. Here the folder may hold some more files than `MAX_ENTRIES` meanwhile.
    """

    writes_between_looks = 200

    def _cull(self):
        if random.randrange(self.writes_between_looks) == 0:  # noqa: S311 - a draw, not a secret
            super()._cull()
