from coalitions.models.coalition import (
    CoalitionActor,
    CoalitionExperience,
    CoalitionIndexPage,
    CoalitionPage,
    CoalitionProblem,
    CoalitionStage,
)
from coalitions.models.event import (
    EventCoalition,
    EventFacilitator,
    EventIndexPage,
    EventPage,
    EventProgrammeItem,
)

__all__ = [
    "CoalitionActor",
    "CoalitionExperience",
    "CoalitionIndexPage",
    "CoalitionPage",
    "CoalitionProblem",
    "CoalitionStage",
    "EventCoalition",
    "EventFacilitator",
    "EventIndexPage",
    "EventPage",
    "EventProgrammeItem",
]
