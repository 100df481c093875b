"""Events are upcoming or past; dates and numbers say no more than is known."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from coalitions.models import CoalitionPage, CoalitionStage, EventPage
from coalitions.models.coalition import Stage
from tests.factories import published, sample
from tests.reading import Html

TODAY = date(2026, 5, 15)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_arguments: TODAY)


@pytest.mark.parametrize(
    ("starts", "ends", "precision", "past"),
    [
        (TODAY - timedelta(days=1), None, "day", True),
        (TODAY, None, "day", False),
        (TODAY - timedelta(days=3), TODAY, "day", False),
        (TODAY - timedelta(days=3), TODAY - timedelta(days=1), "day", True),
        (date(2026, 5, 1), None, "month", False),
        (date(2026, 4, 1), None, "month", True),
        (date(2025, 12, 1), None, "month", True),
        (date(2026, 1, 1), None, "year", False),
        (date(2025, 1, 1), None, "year", True),
        (None, None, "day", True),
    ],
)
def test_an_event_is_past_once_all_that_its_date_may_mean_is_over(
    today, starts, ends, precision, past
):
    assert EventPage(starts_on=starts, ends_on=ends, date_precision=precision).is_past is past


@pytest.mark.parametrize(
    ("count", "precision", "french", "english"),
    [
        (28, "exact", "28 participants", "28 participants"),
        (1, "exact", "1 participant", "1 participant"),
        (30, "about", "environ 30 participants", "about 30 participants"),
        (None, "unknown", "", ""),
    ],
)
def test_the_number_of_participants_is_said_with_its_precision(count, precision, french, english):
    event = EventPage(participant_count=count, participant_precision=precision)
    with override("fr"):
        assert event.participants == french
    with override("en"):
        assert event.participants == english


def test_a_number_that_is_unknown_is_not_kept(fr):
    event = published(fr.events, EventPage, participant_count=12, participant_precision="unknown")
    assert event.participant_count is None


def test_a_person_who_did_not_agree_is_shown_by_initials(fr, client):
    event = published(fr.events, EventPage)
    text = Html(client.get(event.get_url())).source
    assert "Y. K." in text
    assert "Kerbrat" not in text


def test_the_stages_of_a_coalition_are_told_in_order(fr):
    page = sample(CoalitionPage, fr.locale)
    page.stages = [
        CoalitionStage(locale=fr.locale, stage=Stage.ENGAGED, reached_on=date(2026, 4, 1)),
        CoalitionStage(locale=fr.locale, stage=Stage.INTENTION, reached_on=date(2025, 9, 1)),
    ]
    assert [row.stage for row in page.stage_history] == [Stage.INTENTION, Stage.ENGAGED]
