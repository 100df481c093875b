"""A coalition that is only an intention: the counter before the screen."""

from datetime import date

from operations.demo.blocks import heading, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

COUNTER = Entry(
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
        ),
        "en": Version(
            "The counter first",
            "the-counter-first",
            "An intention: before a service goes online, keep a person who answers. Towns are "
            "still missing to try it.",
            fields={
                "transforming_intent": prose("""
No service goes online **unless a counter stays open**, with the same welcome, the same delay and
the same answer. The screen comes on top; it does not replace.
"""),
                "vision": prose("""
In ten years people choose the screen because it is handier, never because nobody is left. Reception
staff are consulted before each service goes online, and their opinion is published.
"""),
                "impact": prose("""
To know, service by service, how many people give up. Today nobody counts those who went away.
"""),
                "impact_horizon": "to be settled together",
                "holder_role": "receptionist",
            },
            body=(
                heading("Where we stand"),
                text("""
The idea was put forward in Villemarou, rather late, to a room that was stacking its chairs. Nine
people left their names. We have met twice since, by telephone.

We want to begin with a trial of six months in two towns: one counter, one service, one notebook in
which each person who leaves without an answer is written down.
"""),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 5, 17),
                        "date_precision": "day",
                        "note": "Proposed at the end of the day, in Villemarou.",
                    }
                ],
                "experiences": [
                    {
                        "text": "In Les Tilleuls, Thursdays went from two hours to four.",
                        "story": page("story-counter"),
                    }
                ],
                "problems": [
                    {"text": "People served are counted, those who give up never are."},
                    {"text": "Reception is often the first post that is not filled again."},
                ],
                "actors": [
                    {"organisation": organisation("maison-tilleuls"), "commitment": "engaged"},
                    {"description": "Two towns for a trial", "commitment": "sought"},
                    {"description": "A public fund that receives visitors", "commitment": "sought"},
                ],
            },
        ),
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
    picture="counter",
)
