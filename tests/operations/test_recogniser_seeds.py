"""The recogniser, on the community's own documents where they are."""

import pytest

from operations.recogniser import missing_words
from operations.recogniser.words import words_of
from tests.operations.reading import all_groups, blocks, names, seed


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_word_of_the_community_is_lost(number):
    text, descriptions = seed(number)

    assert missing_words(text, descriptions) == []


def test_seed_000_is_the_conclusion_of_its_kit():
    (chapter,) = seed("000")[1]

    assert chapter.kind == "chapter"
    assert chapter.fields == {"kit_title": "Kit AgirLocal", "chapter_kind": "conclusion"}
    assert chapter.content_language == chapter.resources_language == "fr"
    assert [name for name, _value in chapter.body] == ["text"]
    assert chapter.body[0][1].count("<p>") == 6
    assert chapter.attachments == []


def test_seed_001_holds_a_coalition_two_events_and_an_interview():
    coalition, fifth, fourth, interview = seed("001")[1]

    assert coalition.kind == "coalition"
    assert coalition.fields["intention"].endswith("proximité territoriale")
    assert coalition.fields["presented_at"]["month"] == 5
    assert (fifth.kind, fourth.kind) == ("event", "event")
    for event, number, day, month, count in (
        (fifth, 5, 12, 5, (28, "exact")),
        (fourth, 4, 21, 4, (30, "about")),
    ):
        assert event.fields["series"].casefold() == "reset day"
        assert event.fields["number"] == number
        assert (event.fields["day"], event.fields["month"]) == (day, month)
        assert "year" not in event.fields
        assert event.fields["mode"] == "online"
        counted = event.fields["participants_count"], event.fields["participants_precision"]
        assert counted == count
    assert interview.kind == "interview"
    assert interview.fields["coalition_number"] == 3
    assert interview.fields["role"] == "co-fondateur"
    assert len(blocks(interview, "question_answer")) == 1
    incomplete = [each.incomplete for each in (coalition, fifth, fourth, interview)]
    assert incomplete == [False, True, True, True]


def test_seed_002_has_two_axes_of_three_groups_of_three_phases():
    (exploration,) = seed("002")[1]
    groups = all_groups(exploration)

    assert exploration.kind == "exploration"
    assert [len(axis["groups"]) for axis in blocks(exploration, "axis")] == [3, 3]
    assert [len(group["phases"]) for group in groups] == [3] * 6
    assert len({group["roadmap"]["file_name"] for group in groups}) == 6
    assert all(group["roadmap"]["file_name"].endswith(".pdf") for group in groups)
    assert {group["roadmap"]["host"] for group in groups} == {"numerique-en-communs.fr"}
    assert len(exploration.fields["led_by"]) == 3
    figures = blocks(exploration, "key_figures")[0]
    assert [figure["value"] for figure in figures] == ["3", "26"]
    assert len(exploration.attachments) == 1
    assert exploration.fields["lessons"]
    assert exploration.fields["results"]


def test_seed_003_is_a_report_with_a_speaker_nobody_listed():
    (report,) = seed("003")[1]

    assert report.kind == "report"
    assert report.fields["form"] == "discussion"
    assert (report.fields["series_number"], report.fields["session_number"]) == (1, 1)
    assert report.fields["theme"] == "Emergence"
    assert len(report.fields["questions"]) == 2
    assert len(report.fields["facilitators"]) == 2
    assert len(report.fields["participants"]) == 10
    assert report.fields["speakers_not_listed"] == ["Asselin"]
    assert len(report.fields["key_points"]) == 23
    assert len(report.fields["attention"]) == 2
    assert report.body == []


def test_seed_004_is_a_four_part_report_in_french_under_an_english_interface():
    (report,) = seed("004")[1]

    assert report.kind == "report"
    assert report.fields["form"] == "four_parts"
    assert (report.content_language, report.resources_language) == ("fr", "fr")
    assert report.interface_language == "en"
    assert names(report.fields["facilitators"]) == ["Daniel Kaplan", "Manon Molins"]
    assert report.fields["wishes"].count("<li>") == 8
    assert "T<sup>2</sup>" in report.fields["wishes"]
    assert words_of(report.title)[:2] == ["atelier", "transitions2"]
