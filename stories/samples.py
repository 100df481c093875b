"""One page of each type of the stories, unsaved."""

from datetime import date

from content.dates import Precision
from content.rows import PersonRow
from content.samples import attachments, common, sample_body
from stories.models import (
    ExplorationPage,
    Facilitator,
    InterviewPage,
    Participant,
    ReportKeyPoint,
    ReportPoint,
    ReportQuestion,
    StoryActor,
    StoryIndexPage,
    StoryPage,
    WorkshopReportPage,
)

GIVEN = PersonRow.Consent.GIVEN


def story_index(locale) -> StoryIndexPage:
    """Return a list of stories."""
    values = common("sample-stories", "Récits", "Ce que d'autres ont essayé.")
    return StoryIndexPage(**values, locale=locale)


def story(locale) -> StoryPage:
    """Return a story with its four parts, two actors and files."""
    values = common(
        "sample-story", "Un atelier dans la cour du collège", "Douze familles, un grille-pain."
    )
    return StoryPage(
        **values,
        locale=locale,
        places="Saint-Aubin-des-Prés",
        period_start=date(2025, 3, 1),
        period_end=date(2025, 11, 1),
        period_precision=Precision.MONTH,
        done="<p>Nous avons ouvert l'atelier <b>chaque premier samedi</b>.</p>",
        results="<ul><li>cent vingt objets vus ;</li><li>quatre sur cinq repartis.</li></ul>",
        difficulties="<p>Les pièces arrivent trop tard.</p>",
        advice="<p>Commencez par les objets sans écran.</p>",
        body=sample_body("quote", "attention"),
        actors=[
            StoryActor(name="Les parents du collège", role="accueil", sort_order=0),
            StoryActor(name="Le club de bricolage", role="outillage", sort_order=1),
        ],
        attachments=attachments(locale),
    )


def report(locale) -> WorkshopReportPage:
    """Return a report in the form of a discussion, with people of each consent."""
    values = common(
        "sample-report", "Premier atelier : par où commencer ?", "Deux heures, une question."
    )
    return WorkshopReportPage(
        **values,
        locale=locale,
        form=WorkshopReportPage.Form.DISCUSSION,
        series="Les ateliers du lavoir",
        series_number="1",
        session_number="2",
        held_on=date(2026, 4, 1),
        date_precision=Precision.MONTH,
        venue="Le lavoir",
        synthesis="<p>On se connaît mal entre voisins de projet.</p>",
        questions=[ReportQuestion(locale=locale, text="Par où commencer ?", sort_order=0)],
        points=[
            ReportPoint(locale=locale, kind="finding", text="Deux listes, un lieu.", sort_order=0),
            ReportPoint(locale=locale, kind="lead", text="Une visite croisée.", sort_order=1),
            ReportPoint(locale=locale, kind="attention", text="Ne pas aller vite.", sort_order=2),
        ],
        key_points=[
            ReportKeyPoint(
                locale=locale, name="Inès Morvan", text="Partir du marché.", sort_order=0
            ),
            ReportKeyPoint(locale=locale, text="Un carnet suffit.", sort_order=1),
        ],
        facilitators=[Facilitator(name="Yann Kerbrat", consent=GIVEN, sort_order=0)],
        participants=[
            Participant(name="Maud Saliou", consent=GIVEN, sort_order=0),
            Participant(name="Ilyès Haddad", sort_order=1),
        ],
    )


def exploration(locale) -> ExplorationPage:
    """Return an exploration with one axis and its key figures."""
    values = common(
        "sample-exploration", "Faire durer ce que l'on a", "Trois soirées, deux groupes."
    )
    return ExplorationPage(
        **values,
        locale=locale,
        held_on=date(2026, 1, 1),
        date_precision=Precision.YEAR,
        context="<p>Les pannes coûtent plus cher que les pièces.</p>",
        proceedings="<p>Trois soirées au foyer rural.</p>",
        results="<p>Une étagère commune est née.</p>",
        lessons="<p>Nommer quelqu'un, toujours.</p>",
        body=sample_body("key_figures", "axis"),
        attachments=attachments(locale),
    )


def interview(locale) -> InterviewPage:
    """Return an interview of two exchanges."""
    values = common(
        "sample-interview", "« Un tournevis suffisait »", "Trois questions à une réparatrice."
    )
    return InterviewPage(
        **values,
        locale=locale,
        person="Lise Aubert",
        person_role="réparatrice bénévole",
        occasion="La fête du lavoir",
        coalition_number=2,
        held_on=date(2026, 5, 9),
        body=sample_body("question_answer", "question_answer"),
    )
