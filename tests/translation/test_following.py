"""A page that was translated by hand is followed with its texts, fresh or stale as it is."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from tests import factories
from translation import following, freshness
from translation.models import TranslationStatus


@pytest.fixture
def english(page, en):
    """Return the published English version, written as an ordinary page."""
    made = page.copy_for_translation(en.locale)
    made.title, made.summary, made.text_language = "A workshop", "One evening.", "en"
    words = ["<p>Repair together.</p>", "<p>Lend a tool.</p>"]
    blocks = zip(page.body.raw_data, words, strict=True)
    made.body = json.dumps([{**block, "value": text} for block, text in blocks])
    return factories.publish(made)


def test_its_texts_are_taken_and_it_is_fresh(page, english, translator):
    translation = following.follow(english, page, translator)
    assert not freshness.untranslated(translation)
    written = {text.text: text.translation for text in freshness.texts_of(translation)}
    assert written["Réparer ensemble."] == "Repair together."
    status = TranslationStatus.objects.get(translation=translation)
    assert status.stale_since is None
    assert status.published_at == english.last_published_at
    assert following.follow(english, page, translator) == translation


def test_what_the_source_became_since_makes_it_stale(page, english, translator):
    now = page.summary
    page.summary = "Un matin."
    translation = following.follow(english, page, translator)
    page.summary = now
    freshness.note_changes(page)
    assert TranslationStatus.objects.get(translation=translation).stale_since
    factories.carry_out()
    assert [text.text for text in freshness.untranslated(translation)] == ["Un soir."]


def test_only_whoever_may_change_the_version_follows_it(page, english, fr):
    with pytest.raises(PermissionDenied):
        following.follow(english, page, factories.account("es@example.org"))
    other = factories.published(fr.home, type(page), slug="other", title="Autre")
    with pytest.raises(PermissionDenied):
        following.follow(english, other, factories.account("e@example.org", "Editors"))
