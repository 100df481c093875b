"""The coalition of the villages that keep their nights dark."""

from datetime import date

from operations.demo.blocks import attention, heading, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

NIGHT = Entry(
    "coalition-night",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Éclairer quand quelqu'un passe",
            "eclairer-quand-quelqu-un-passe",
            "Neuf communes rurales achètent ensemble leurs horloges d'éclairage, réglables sans "
            "abonnement, et publient leurs deux chiffres : compteur et facture.",
            fields={
                "transforming_intent": prose("""
Acheter des horloges **que le cantonnier peut régler lui-même**, avec un tournevis et une notice
d'une page, et refuser celles qui demandent un compte chez le fabricant.
"""),
                "vision": prose("""
La nuit redevient la nuit, sauf là où des habitantes et des habitants ont demandé une lampe, en
marchant. Chaque commune sait ce qu'elle éclaire, pour qui, et jusqu'à quelle heure.
"""),
                "impact": prose("""
Moins 35 % de consommation dans les neuf communes, mesurés au compteur. Pour la facture nous ne
promettons rien : elle dépend de contrats que nous renégocions à part.
"""),
                "impact_horizon": "hiver 2027",
                "holder_role": "adjointe aux travaux",
            },
            body=(
                heading("Le point qui fâche"),
                text("""
Deux communes voulaient des détecteurs de présence, sept n'en voulaient pas. Nous avons passé deux
réunions là-dessus. L'accord actuel : un détecteur est possible s'il n'enregistre rien et si son
boîtier s'ouvre. Aucun modèle du catalogue ne remplit les deux conditions, ce qui règle la question
pour l'instant, mais pas le désaccord.
"""),
                attention(
                    "Une horloge dérive de plusieurs minutes par mois. Prévoyez qui les remet à "
                    "l'heure, et payez-lui son déplacement."
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 6, 1),
                        "date_precision": "month",
                        "note": "Trois maires comparent leurs notices sur un capot de voiture.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 11, 8),
                        "date_precision": "day",
                        "note": "Première commande groupée, refusée : trop petite.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2026, 4, 2),
                        "date_precision": "day",
                        "note": "Neuf communes, quarante-deux horloges, un seul modèle.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Saint-Orvien, un an éteint, deux chiffres qui se contredisent.",
                        "story": page("story-night"),
                    }
                ],
                "problems": [
                    {"text": "Le fournisseur a changé la carte électronique sans le dire."},
                    {"text": "Qui rentre tard du travail n'est jamais à la réunion."},
                    {"text": "Une lampe rallumée pour une personne a vite l'air d'un passe-droit."},
                ],
                "actors": [
                    {"organisation": organisation("saint-orvien"), "commitment": "engaged"},
                    {
                        "description": "Huit communes de moins de 900 habitants",
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("regie-wambrelle"), "commitment": "invited"},
                    {"description": "Un syndicat d'énergie", "commitment": "sought"},
                ],
            },
        ),
        "en": Version(
            "Light when someone passes",
            "light-when-someone-passes",
            "Nine rural municipalities buy their lighting clocks together, free of subscriptions, "
            "and publish both of their figures: the meter and the bill.",
            fields={
                "transforming_intent": prose("""
Buy clocks **that the road mender can set**, with a screwdriver and a one-page notice, and refuse
those that need an account with the maker.
"""),
                "vision": prose("""
Night is night again, except where people have asked for a lamp, on foot. Each municipality knows
what it lights, for whom, and until when.
"""),
                "impact": prose("""
35% less consumption in the nine municipalities, read on the meter. About the bill we promise
nothing: it depends on contracts that we renegotiate separately.
"""),
                "impact_horizon": "winter of 2027",
                "holder_role": "deputy mayor for works",
            },
            body=(
                heading("Where we disagree"),
                text("""
Two municipalities wanted motion detectors, seven did not. We spent two meetings on it. The present
agreement: a detector is possible if it records nothing and if its box can be opened. No model in
the catalogue meets both conditions, which settles the question for now, though not the
disagreement.
"""),
                attention(
                    "A clock drifts by several minutes a month. Decide who puts it right, and pay "
                    "for the journey."
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2025, 6, 1),
                        "date_precision": "month",
                        "note": "Three mayors compare their notices on the bonnet of a car.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 11, 8),
                        "date_precision": "day",
                        "note": "First joint order, turned down: too small.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2026, 4, 2),
                        "date_precision": "day",
                        "note": "Nine municipalities, forty-two clocks, a single model.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Saint-Orvien, a year in the dark and two figures that disagree.",
                        "story": page("story-night"),
                    }
                ],
                "problems": [
                    {"text": "The supplier changed the circuit board without saying so."},
                    {"text": "Those who come home late are never at the meeting."},
                    {"text": "A lamp lit again for one person soon looks like a favour."},
                ],
                "actors": [
                    {"organisation": organisation("saint-orvien"), "commitment": "engaged"},
                    {
                        "description": "Eight municipalities of fewer than 900 people",
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("regie-wambrelle"), "commitment": "invited"},
                    {"description": "An energy board", "commitment": "sought"},
                ],
            },
        ),
    },
    fields={
        "number": 6,
        "stage": "engaged",
        "coalition_family": family("buying"),
        "holder_name": "Josiane Ribeyrolle",
        "holder_consent": "given",
        "holder_organisation": organisation("saint-orvien"),
    },
    themes=("energy", "living"),
    territories=("creuse",),
    tags=("éclairage", "nuit", "achats"),
    credits=({"organisation": organisation("saint-orvien"), "role": "author"},),
    picture="lamps",
)
