"""A French chapter, its English translation, and the people who work on it."""

import pytest
from django.test import Client

from home.models import StandardPage
from tests import factories, translating


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def page(fr):
    """Return a published page: a title, a summary, two blocks."""
    body = [("text", "<p>Réparer ensemble.</p>"), ("text", "<p>Prêter un outil.</p>")]
    fields = {"title": "Un atelier", "summary": "Un soir.", "slug": "un-atelier", "body": body}
    return factories.published(fr.home, StandardPage, seo_title="", **fields)


@pytest.fixture
def translation(page, en, editor_client):
    """Return the translation of the page into English, begun and not yet written."""
    return translating.submit(editor_client, page, en.locale)


@pytest.fixture
def translator(en):
    return factories.account("translator@example.org", "Translators en")


@pytest.fixture
def reviewer(en):
    return factories.account("reviewer@example.org", "Reviewers en")


@pytest.fixture
def translator_client(translator) -> Client:
    return signed_in(translator)


@pytest.fixture
def reviewer_client(reviewer) -> Client:
    return signed_in(reviewer)
