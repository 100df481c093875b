"""One page of each kind that grows with a site: what its own type adds to the common fields.

Each maker takes the work, the tree of its language, the prose of its text and the `Maker`
whose dice it throws.
"""

from datetime import timedelta

from benchmarks.kits import as_json
from coalitions.models import (
    CoalitionActor,
    CoalitionPage,
    CoalitionProblem,
    EventCoalition,
    EventPage,
    EventProgrammeItem,
)
from stories.models import (
    ExplorationPage,
    Facilitator,
    InterviewPage,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    StoryActor,
    StoryChapter,
    StoryLink,
    StoryPage,
    WorkshopReportPage,
)

UPCOMING_EVERY = 12
UPCOMING_SHIFT = timedelta(days=365 * 25)


def story(work, tree, prose, maker) -> StoryPage:
    others = maker.random.sample(tree.latest["story"], min(1, len(tree.latest["story"])))
    chapters = maker.random.sample(tree.chapters, maker.random.randint(0, 1))
    return StoryPage(
        title=prose.title(),
        places=prose.part("where"),
        period_start=work.day,
        period_end=work.day + timedelta(days=120),
        done=prose.html(2),
        results=prose.html(2),
        difficulties=prose.html(1),
        advice=prose.html(1),
        coalition=_one_of(tree.latest["coalition"], maker),
        body=as_json([("quote", {"text": prose.sentence()})], f"story-{work.number}"),
        actors=[
            StoryActor(name=f"Sacha {work.number}", role="accueil", sort_order=0),
            StoryActor(
                organisation=maker.terms.organisations["fr"][work.organisation_number],
                sort_order=1,
            ),
        ],
        story_links=[
            StoryLink(other=other, kind=StoryLink.Kind.CONTINUES, sort_order=order)
            for order, other in enumerate(others)
        ],
        related_chapters=[
            StoryChapter(chapter=chapter, sort_order=order)
            for order, chapter in enumerate(chapters)
        ],
    )


def report(work, tree, prose, maker) -> WorkshopReportPage:
    def row(model, order, **fields):
        return model(
            locale=tree.locale,
            translation_key=maker.uuid(),
            text=prose.sentence(),
            sort_order=order,
            **fields,
        )

    return WorkshopReportPage(
        title=prose.title(),
        series="Atelier",
        series_number=str(work.number),
        held_on=work.day,
        synthesis=prose.html(2),
        event=_one_of(tree.latest["event"], maker),
        questions=[row(ReportQuestion, order) for order in range(2)],
        points=[
            row(ReportPoint, order, kind=kind)
            for order, kind in enumerate(("finding", "lead", "attention"))
        ],
        key_points=[row(ReportKeyPoint, 0)],
        facilitators=[Facilitator(name=f"Noa {work.number}", sort_order=0)],
        participants=[
            Participant(name=f"Alix {work.number} {order}", sort_order=order) for order in range(4)
        ],
    )


def interview(work, tree, prose, maker) -> InterviewPage:
    exchanges = [
        ("question_answer", {"question": f"{prose.title()} ?", "answer": prose.html(1)})
        for _number in range(4)
    ]
    return InterviewPage(
        title=prose.title(),
        person=f"Charlie {work.number}",
        occasion=prose.title(),
        held_on=work.day,
        coalition=_one_of(tree.latest["coalition"], maker),
        body=as_json(exchanges, f"interview-{work.number}"),
    )


def exploration(work, tree, prose, maker) -> ExplorationPage:
    return ExplorationPage(
        title=prose.title(),
        held_on=work.day,
        context=prose.html(1),
        proceedings=prose.html(1),
        results=prose.html(2),
        lessons=prose.html(1),
        body=as_json([("text", prose.html(2))], f"exploration-{work.number}"),
    )


def event(work, tree, prose, maker) -> EventPage:
    upcoming = work.number % UPCOMING_EVERY == 0
    presented = _one_of(tree.latest["coalition"], maker)
    return EventPage(
        title=prose.title(),
        series="Journée",
        starts_on=work.day + UPCOMING_SHIFT if upcoming else work.day,
        venue=prose.part("where"),
        body=as_json([("text", prose.html(2))], f"event-{work.number}"),
        programme=[
            EventProgrammeItem(
                locale=tree.locale,
                translation_key=maker.uuid(),
                time=f"{9 + order} h",
                title=prose.title(),
                sort_order=order,
            )
            for order in range(3)
        ],
        coalitions_presented=[EventCoalition(coalition=presented, sort_order=0)]
        if presented
        else [],
    )


def coalition(work, tree, prose, maker) -> CoalitionPage:
    families = maker.terms.families[tree.locale.language_code]
    return CoalitionPage(
        title=prose.title(),
        number=work.number,
        coalition_family=families[work.number % len(families)],
        transforming_intent=prose.html(1),
        vision=prose.html(1),
        impact=prose.html(1),
        problems=[
            CoalitionProblem(
                locale=tree.locale,
                translation_key=maker.uuid(),
                text=prose.sentence(),
                sort_order=order,
            )
            for order in range(2)
        ],
        actors=[
            CoalitionActor(
                locale=tree.locale,
                translation_key=maker.uuid(),
                description=prose.title(),
                sort_order=0,
            )
        ],
    )


def _one_of(some: list, maker):
    """Return one of `some`, or None where there is none yet."""
    return maker.random.choice(some) if some else None


MAKERS = {
    "story": story,
    "report": report,
    "interview": interview,
    "exploration": exploration,
    "event": event,
    "coalition": coalition,
}
