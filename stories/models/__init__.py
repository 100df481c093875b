from stories.models.exploration import ExplorationLeader, ExplorationPage
from stories.models.index import StoryIndexPage
from stories.models.interview import InterviewPage
from stories.models.report import (
    Facilitator,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    WorkshopReportPage,
)
from stories.models.story import StoryActor, StoryChapter, StoryLink, StoryPage, StoryPerson

__all__ = [
    "ExplorationLeader",
    "ExplorationPage",
    "Facilitator",
    "InterviewPage",
    "Participant",
    "ReportKeyPoint",
    "ReportPoint",
    "ReportQuestion",
    "StoryActor",
    "StoryChapter",
    "StoryIndexPage",
    "StoryLink",
    "StoryPage",
    "StoryPerson",
    "WorkshopReportPage",
]
