"""The second coalition, still forming: parts to mend with."""

from datetime import date

from operations.demo.blocks import call
from operations.demo.description import Entry, Version, family, organisation, page, prose

PARTS = Entry(
    "coalition-parts",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Des pièces pour réparer",
            "des-pieces-pour-reparer",
            "Un stock commun de pièces détachées, tenu par des ateliers de cinq départements, pour "
            "qu'une charnière cesse de condamner un ordinateur.",
            fields={
                "transforming_intent": prose("""
Nous voulons que la pièce qui manque soit **à moins d'une heure de route**, et qu'une personne
nommée sache où elle est.
"""),
                "vision": prose("""
Une étagère par bassin de vie, la même façon d'étiqueter, une liste que l'on peut lire au
téléphone. Les fabricants finissent par y déposer ce qu'ils jetaient.
"""),
                "impact": prose("""
Passer de deux réparations réussies sur trois à **quatre sur cinq** dans les ateliers qui
partagent leur stock.
"""),
                "impact_horizon": "d'ici trois ans",
                "holder_role": "bénévole",
            },
            body=(
                call(
                    "Vous avez une étagère et une clé ?",
                    "Nous cherchons un lieu par département, ouvert au moins une fois par semaine.",
                    "Nous rejoindre",
                    page("help"),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 5, 17),
                        "date_precision": "day",
                        "note": "Née d'une discussion sur les charnières, à Villemarou.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 11, 1),
                        "date_precision": "month",
                        "note": "Trois ateliers étiquettent de la même façon.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Le cahier de Villemarou dit quelles pièces manquent le plus.",
                        "story": page("story-library"),
                    }
                ],
                "problems": [
                    {"text": "Une pièce sans étiquette est une pièce perdue."},
                    {"text": "Envoyer une charnière par la poste coûte plus cher qu'elle."},
                ],
                "actors": [
                    {"organisation": organisation("mains-d-aubrine"), "commitment": "engaged"},
                    {"organisation": organisation("fil-de-brize"), "commitment": "engaged"},
                    {"organisation": organisation("resserre"), "commitment": "invited"},
                    {"description": "Un fabricant qui jette ses retours", "commitment": "sought"},
                ],
            },
            pending={
                "summary": "Un stock commun de pièces détachées, tenu par des ateliers de six "
                "départements, pour qu'une charnière cesse de condamner un ordinateur."
            },
        ),
        "en": Version(
            "Parts to mend with",
            "parts-to-mend-with",
            "A common stock of spare parts, kept by workshops in five departments, so that a hinge "
            "no longer condemns a computer.",
            fields={
                "transforming_intent": prose("""
We want the missing part to be **less than an hour's drive away**, and a named person to know
where it is.
"""),
                "vision": prose("""
One shelf in each living area, one way of labelling, one list that can be read over the telephone.
Makers end up leaving there what they used to throw away.
"""),
                "impact": prose("""
Go from two successful repairs out of three to **four out of five** in the workshops that share
their stock.
"""),
                "impact_horizon": "within three years",
                "holder_role": "volunteer",
            },
            body=(
                call(
                    "Do you have a shelf and a key?",
                    "We are looking for one place in each department, open at least once a week.",
                    "Join us",
                    page("help"),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 5, 17),
                        "date_precision": "day",
                        "note": "Born of a talk about hinges, in Villemarou.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 11, 1),
                        "date_precision": "month",
                        "note": "Three workshops label in the same way.",
                    },
                ],
                "experiences": [
                    {
                        "text": "The book of Villemarou says which parts are missing most.",
                        "story": page("story-library"),
                    }
                ],
                "problems": [
                    {"text": "A part without a label is a part lost."},
                    {"text": "Posting a hinge costs more than the hinge."},
                ],
                "actors": [
                    {"organisation": organisation("mains-d-aubrine"), "commitment": "engaged"},
                    {"organisation": organisation("fil-de-brize"), "commitment": "engaged"},
                    {"organisation": organisation("resserre"), "commitment": "invited"},
                    {"description": "A maker who throws away returns", "commitment": "sought"},
                ],
            },
        ),
    },
    fields={
        "number": 2,
        "stage": "forming",
        "coalition_family": family("making"),
        "holder_name": "Gaspard Nivellat",
        "holder_consent": "not_asked",
        "holder_organisation": organisation("mains-d-aubrine"),
    },
    themes=("last",),
    territories=("villemarou", "rochebrize"),
    tags=("réparation", "pièces détachées"),
    credits=({"organisation": organisation("mains-d-aubrine"), "role": "author"},),
    picture="parts",
)
