"""A coalition that is only an intention, and one that is closed."""

from datetime import date

from operations.demo.blocks import attention, heading, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

COUNTER_FIRST = Entry(
    "coalition-counter",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Le guichet d'abord",
            "le-guichet-d-abord",
            "Une intention : avant de mettre un service en ligne, garder une personne qui répond. "
            "Il manque encore des communes pour l'essayer.",
            fields={
                "transforming_intent": prose("""
Aucun service ne passe en ligne **sans qu'un guichet reste ouvert**, avec le même accueil, le même
délai et la même réponse. L'écran s'ajoute ; il ne remplace pas.
"""),
                "vision": prose("""
Dans dix ans, on choisit l'écran parce qu'il est plus commode, jamais parce qu'il n'y a plus
personne. Les agentes et les agents d'accueil sont consultés avant chaque mise en ligne, et leur
avis est publié.
"""),
                "impact": prose("""
Savoir, service par service, combien de personnes renoncent. Aujourd'hui, personne ne compte
celles qui sont reparties.
"""),
                "impact_horizon": "à définir ensemble",
                "holder_role": "agente d'accueil",
            },
            body=(
                heading("Où nous en sommes"),
                text("""
L'idée a été posée à Villemarou, un peu tard, devant une salle qui rangeait les chaises. Neuf
personnes ont laissé leur nom. Nous nous sommes revues deux fois, par téléphone.

Nous voulons commencer par un essai de six mois dans deux communes : un guichet, un service, un
cahier où l'on note chaque personne qui repart sans réponse.
"""),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 5, 17),
                        "date_precision": "day",
                        "note": "Proposée en fin de journée, à Villemarou.",
                    }
                ],
                "experiences": [
                    {
                        "text": "Aux Tilleuls, le jeudi est passé de deux à quatre heures.",
                        "story": page("story-counter"),
                    }
                ],
                "problems": [
                    {"text": "On compte les personnes servies, jamais celles qui renoncent."},
                    {"text": "L'accueil est souvent le premier poste que l'on ne remplace pas."},
                ],
                "actors": [
                    {"organisation": organisation("maison-tilleuls"), "commitment": "engaged"},
                    {"description": "Deux communes pour un essai", "commitment": "sought"},
                    {"description": "Une caisse qui accueille du public", "commitment": "sought"},
                ],
            },
        )
    },
    fields={
        "number": 3,
        "stage": "intention",
        "coalition_family": family("using"),
        "holder_name": "Fatou Lemairet",
        "holder_consent": "given",
        "holder_organisation": organisation("maison-tilleuls"),
    },
    themes=("everyone",),
    territories=("wambrelle",),
    tags=("guichet", "accueil"),
    credits=({"organisation": organisation("maison-tilleuls"), "role": "author"},),
)

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
                        "note": "",
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
        )
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
