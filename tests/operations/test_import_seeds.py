"""The import of the community's own documents, where they are."""

import pytest
from wagtail.models import Page

from coalitions.models import CoalitionPage, EventPage
from kit.models import ChapterPage
from stories.models import ExplorationPage, InterviewPage, WorkshopReportPage
from tests.operations.importing import documents, run
from tests.operations.reading import seeds

pytestmark = pytest.mark.django_db


@pytest.fixture
def community(home):
    """The figures of an import of the community's five documents."""
    return run(seeds()[0].parent)


def test_the_community_s_documents_become_drafts_of_the_right_types(community):
    assert (community["files"], community["created"], community["words_missing"]) == (5, 8, 0)
    assert community["kinds"] == {
        "chapter": 1, "coalition": 1, "event": 2, "exploration": 1, "interview": 1, "report": 2,
    }  # fmt: skip
    chapter = ChapterPage.objects.get()
    assert chapter.chapter_kind == "conclusion"
    assert chapter.get_parent().title == "Kit AgirLocal"
    assert not chapter.get_parent().live


def test_the_community_s_events_and_interview(community):
    fifth, fourth = EventPage.objects.order_by("-number")

    assert (fifth.participant_count, fifth.participant_precision) == (28, "exact")
    assert (fourth.participant_count, fourth.participant_precision) == (30, "about")
    assert (fifth.date_as_written, fourth.date_as_written) == ("12 mai", "21 avril")
    interview = InterviewPage.objects.get()
    assert interview.coalition_number == 3
    assert interview.event == fourth
    assert interview.incomplete
    assert "proximité territoriale" in CoalitionPage.objects.get().transforming_intent


def test_the_community_s_exploration_and_reports(community):
    exploration = ExplorationPage.objects.get()
    axes = [block.value for block in exploration.body if block.block_type == "axis"]
    groups = [group for axis in axes for group in axis["groups"]]
    assert (len(axes), len(groups)) == (2, 6)
    assert [len(group["phases"]) for group in groups] == [3] * 6
    assert {group["roadmap"]["host"] for group in groups} == {"numerique-en-communs.fr"}
    assert exploration.leaders.count() == 3

    discussion, four_parts = WorkshopReportPage.objects.order_by("form")
    assert (discussion.questions.count(), discussion.facilitators.count()) == (2, 2)
    assert discussion.participants.count() == 10
    speakers = {row.name for row in discussion.key_points.all()}
    assert "Asselin" in speakers
    assert four_parts.form == "four_parts"
    assert four_parts.text_language == "fr"


def test_the_community_s_drafts_can_be_published_as_they_are(community, client):
    for page in Page.objects.filter(live=False, depth__gt=1).order_by("path").specific():
        page.full_clean()
        page.get_latest_revision().publish()
    for document in documents(community):
        assert client.get(Page.objects.get(pk=document["page_id"]).get_url()).status_code == 200
