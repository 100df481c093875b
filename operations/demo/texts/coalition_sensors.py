"""A coalition that is closed, and says why."""

from datetime import date

from operations.demo.blocks import attention, heading, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

SENSORS = Entry(
    "coalition-sensors",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Un capteur par source",
            "un-capteur-par-source",
            "Une coalition close : elle voulait équiper cent sources, elle en a équipé onze, et "
            "elle s'est arrêtée en disant pourquoi. Son matériel est à donner.",
            fields={
                "transforming_intent": prose("""
Nous voulions que chaque source ait **un chiffre par jour**, lisible par toutes et tous, pour que
l'on cesse de se disputer sur l'état de l'eau.
"""),
                "vision": prose("""
Une carte ouverte, des lycées qui fabriquent, des syndicats qui décident plus tôt. Nous y
croyions, et nous croyons encore à la moitié de cette phrase : celle des lycées.
"""),
                "impact": prose("""
Cent sources suivies en deux ans. Il y en a eu onze, pendant cinq mois.
"""),
                "impact_horizon": "2025",
                "holder_role": "chargé de mission",
            },
            body=(
                heading("Pourquoi nous avons arrêté"),
                text("""
Parce que l'entretien n'était à personne. Nous l'avons compris trop tard, en montant à pied là où
le tableau de bord disait que tout allait bien. Le syndicat a retrouvé ses tournées ; nous avons
rendu l'argent qui restait.

Fermer a pris trois réunions. La première pour l'admettre, la deuxième pour écrire ce que l'on
savait, la troisième pour manger ensemble.
"""),
                attention(
                    "Si vous reprenez l'idée, commencez par une source, un carnet et un an. Nous "
                    "vous prêterons les boîtiers.",
                    "Pour la suite",
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2023, 6, 1),
                        "date_precision": "month",
                        "note": "Avant que le réseau existe.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2024, 2, 1),
                        "date_precision": "month",
                        "note": "Onze capteurs posés.",
                    },
                    {
                        "stage": "closed",
                        "reached_on": date(2025, 1, 24),
                        "date_precision": "day",
                        "note": "Fermeture votée, bilan publié.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Neuf capteurs muets, deux qui mentaient : le récit complet.",
                        "story": page("story-sensor"),
                    }
                ],
                "problems": [
                    {"text": "L'entretien n'était écrit dans aucun contrat."},
                    {"text": "Un chiffre sans date a l'air aussi vrai qu'un autre."},
                ],
                "actors": [
                    {"organisation": organisation("syndicat-eau"), "commitment": "engaged"},
                    {"description": "Deux lycées techniques", "commitment": "engaged"},
                ],
            },
        ),
        "en": Version(
            "One sensor for each spring",
            "one-sensor-for-each-spring",
            "A closed coalition: it meant to equip a hundred springs, equipped eleven, and stopped "
            "saying why. Its equipment is to be given away.",
            fields={
                "transforming_intent": prose("""
We wanted each spring to have **one figure a day**, that anyone could read, so that people would
stop quarrelling about the state of the water.
"""),
                "vision": prose("""
An open map, schools that build, water boards that decide earlier. We believed in it, and still
believe in half of that sentence: the half about schools.
"""),
                "impact": prose("""
A hundred springs watched within two years. There were eleven, for five months.
"""),
                "impact_horizon": "2025",
                "holder_role": "project officer",
            },
            body=(
                heading("Why we stopped"),
                text("""
Because upkeep was nobody's. We understood too late, climbing on foot to places where the dashboard
said that all was well. The water board went back to its rounds; we returned the money that was
left.

Closing took three meetings. The first to admit it, the second to write down what we knew, the third
to eat together.
"""),
                attention(
                    "If you take the idea up, begin with one spring, one notebook and one year. We "
                    "will lend you the boxes.",
                    "For those who follow",
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2023, 6, 1),
                        "date_precision": "month",
                        "note": "Before the network existed.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2024, 2, 1),
                        "date_precision": "month",
                        "note": "Eleven sensors in place.",
                    },
                    {
                        "stage": "closed",
                        "reached_on": date(2025, 1, 24),
                        "date_precision": "day",
                        "note": "Closure voted, account published.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Nine silent sensors, two that lied: the whole story.",
                        "story": page("story-sensor"),
                    }
                ],
                "problems": [
                    {"text": "Upkeep was written into no contract."},
                    {"text": "A figure without a date looks as true as any other."},
                ],
                "actors": [
                    {"organisation": organisation("syndicat-eau"), "commitment": "engaged"},
                    {"description": "Two technical schools", "commitment": "engaged"},
                ],
            },
        ),
    },
    fields={
        "number": 4,
        "stage": "closed",
        "coalition_family": family("making"),
        "holder_name": "Élouan Pradix",
        "holder_consent": "refused",
        "holder_organisation": organisation("syndicat-eau"),
    },
    themes=("living", "data"),
    territories=("reunion",),
    tags=("capteurs", "eau", "échec"),
    credits=({"organisation": organisation("syndicat-eau"), "role": "author"},),
)
