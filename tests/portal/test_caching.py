"""What readers notice of a cache that went away or is full: nothing."""

import pytest
from django.core.cache import caches
from django.test import override_settings

from portal.caching import SparingFileCache

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


def test_a_cache_of_files_stays_near_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr(SparingFileCache, "writes_between_looks", 5)
    cache = SparingFileCache(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 50}})
    for number in range(300):
        assert cache.add(f"visitor-{number}", 1)
    assert not cache.add("visitor-299", 1)
    assert len(list(tmp_path.iterdir())) < 150


def test_a_cache_of_files_is_seldom_listed(tmp_path, monkeypatch):
    listed = []
    monkeypatch.setattr(SparingFileCache, "_list_cache_files", lambda cache: listed.append(1) or [])
    cache = SparingFileCache(str(tmp_path), {})
    for number in range(300):
        cache.set(f"visitor-{number}", 1)
    assert len(listed) < 20
