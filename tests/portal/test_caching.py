"""A shared cache that went away is an empty cache, never an error."""

import pytest
from django.core.cache import caches
from django.test import override_settings

DEAD = {
    "default": {
        "BACKEND": "portal.caching.ForgivingRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2},
    },
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}


@pytest.fixture
def dead_cache():
    with override_settings(CACHES=DEAD):
        yield caches["default"]


def test_a_dead_cache_misses_and_forgets(dead_cache):
    dead_cache.set("word", "kept nowhere")
    assert dead_cache.get("word", "missing") == "missing"
    assert dead_cache.get_many(["word"]) == {}
    assert dead_cache.add("word", 1) is False
    assert dead_cache.delete("word") is False
    assert "word" not in dead_cache


def test_a_reader_does_not_notice_that_the_cache_is_dead(dead_cache, client, fr):
    assert client.get("/fr/").status_code == 200


def test_a_living_counter_still_says_that_a_key_is_absent():
    with pytest.raises(ValueError, match="not found"):
        caches["default"].incr("no-such-counter")
