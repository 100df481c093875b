"""One page of each type of the coalitions, unsaved."""

from datetime import date

from coalitions.models import (
    CoalitionActor,
    CoalitionExperience,
    CoalitionIndexPage,
    CoalitionPage,
    CoalitionProblem,
    CoalitionStage,
    EventFacilitator,
    EventIndexPage,
    EventPage,
    EventProgrammeItem,
)
from coalitions.models.coalition import Stage
from content.dates import Precision
from content.rows import PersonRow
from content.samples import attachments, common, sample_body


def coalition_index(locale) -> CoalitionIndexPage:
    """Return a list of coalitions."""
    values = common("sample-coalitions", "Coalitions", "Des problèmes que l'on prend à plusieurs.")
    return CoalitionIndexPage(**values, locale=locale)


def event_index(locale) -> EventIndexPage:
    """Return a list of events."""
    values = common("sample-events", "Rencontres", "Pour se voir, de près ou de loin.")
    return EventIndexPage(**values, locale=locale)


def coalition(locale) -> CoalitionPage:
    """Return a coalition with the five parts of the method and a dated history."""
    values = common(
        "sample-coalition", "Des pièces pour tous", "Un stock commun de pièces détachées."
    )
    return CoalitionPage(
        **values,
        locale=locale,
        number=2,
        stage=Stage.FORMING,
        transforming_intent="<p>Qu'aucun appareil ne dorme faute d'une vis.</p>",
        vision="<p>Une étagère par canton, tenue par ceux qui s'en servent.</p>",
        impact="<p>Dix ateliers partagent leurs pièces.</p>",
        impact_horizon="fin 2027",
        holder_name="Lise Aubert",
        holder_role="réparatrice bénévole",
        holder_consent=PersonRow.Consent.GIVEN,
        stages=[
            CoalitionStage(
                locale=locale,
                stage=Stage.INTENTION,
                reached_on=date(2025, 9, 1),
                date_precision=Precision.MONTH,
                note="Annoncée à la fête du lavoir.",
                sort_order=0,
            ),
            CoalitionStage(
                locale=locale, stage=Stage.FORMING, reached_on=date(2026, 2, 14), sort_order=1
            ),
        ],
        experiences=[
            CoalitionExperience(locale=locale, text="L'étagère du collège.", sort_order=0)
        ],
        problems=[
            CoalitionProblem(
                locale=locale, text="Personne ne sait ce qui est en stock.", sort_order=0
            )
        ],
        actors=[
            CoalitionActor(locale=locale, description="Les ateliers du canton", sort_order=0),
            CoalitionActor(
                locale=locale,
                description="Un distributeur de pièces",
                commitment=CoalitionActor.Commitment.SOUGHT,
                sort_order=1,
            ),
        ],
        body=sample_body("call_to_action"),
    )


def event(locale) -> EventPage:
    """Return a past event with its programme and an approximate count."""
    values = common("sample-event", "La fête du lavoir", "Une journée pour se montrer nos outils.")
    return EventPage(
        **values,
        locale=locale,
        series="Les journées du lavoir",
        number=3,
        starts_on=date(2026, 5, 9),
        ends_on=date(2026, 5, 10),
        mode=EventPage.Mode.BOTH,
        venue="Le lavoir, Saint-Aubin-des-Prés",
        participant_count=30,
        participant_precision=EventPage.CountPrecision.ABOUT,
        programme=[
            EventProgrammeItem(
                locale=locale, time="9 h 30", title="Accueil", text="Café et outils.", sort_order=0
            ),
            EventProgrammeItem(locale=locale, time="14 h", title="Ateliers", sort_order=1),
        ],
        facilitators=[EventFacilitator(name="Yann Kerbrat", sort_order=0)],
        body=sample_body("text", "key_points"),
        attachments=attachments(locale),
    )
