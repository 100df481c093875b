"""Texts that resemble a proposal: counted once it is sent, shown in the list of the desk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contributions.models import Proposal
from stories.models import StoryPage
from tests.contributions.writing import edit_url, proposed, save, signed_in
from tests.factories import carry_out, published
from tests.reading import Html

DESK = "/admin/proposals/"
TITLE = "La bibliothèque prête ses outils"


@pytest.fixture
def published_story(fr):
    story = published(fr.stories, StoryPage, slug="outils", title=f"{TITLE} le samedi")
    carry_out()
    return story


def cells(client) -> list[str]:
    """Return the cell of similar texts of each row of the desk."""
    listing = {"class": "listing"}
    html = Html(client.get(DESK))
    heads, found = (
        [one.text.strip() for one in html.all(tag) if one.inside("table", **listing)]
        for tag in ("th", "td")
    )
    return found[heads.index("Textes proches") :: len(heads)]


def test_the_list_says_how_many_texts_resemble_a_proposal(
    published_story, author, moderator, licence
):
    client = signed_in(author)
    alike = proposed(client, licence, title=TITLE)
    proposed(client, licence, title="Xylographie ardennaise")
    assert cells(signed_in(moderator)) == ["–", "–"]
    carry_out()
    assert cells(signed_in(moderator)) == ["1", "0"]
    other = {"title": "Zymologie hydroponique", "update": "1", "note": ""}
    save(client, edit_url(alike), **other)
    carry_out()
    assert cells(signed_in(moderator))[0] == "0"


def test_a_proposal_that_is_gone_is_not_counted(published_story, author, licence):
    proposed(signed_in(author), licence).page.delete()
    carry_out()
    assert not Proposal.objects.exists()


def test_the_list_costs_the_same_for_one_proposal_and_for_six(
    published_story, author, moderator, licence
):
    client, desk = signed_in(author), signed_in(moderator)
    costs = []
    for count in (1, 5):
        for number in range(count):
            proposed(client, licence, title=f"{TITLE} {number}")
        carry_out()
        desk.get(DESK)
        with CaptureQueriesContext(connection) as queries:
            assert len(cells(desk)) == Proposal.objects.count()
        costs.append(len(queries))
    assert costs[0] == costs[1]
