"""Pages that no visitor reads: not finished, not yet due, withdrawn, past their day."""

from datetime import date

from operations.demo.blocks import call, heading, text
from operations.demo.description import (
    Entry,
    Opening,
    SaturdayAhead,
    State,
    Version,
    organisation,
    page,
    prose,
)

COMPOST = Entry(
    "story-compost",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Peser le compost du quartier",
            "peser-le-compost-du-quartier",
            "Premier jet. Une balance de cuisine, un cahier, onze familles : je cherche encore "
            "comment le raconter.",
            fields={
                "places": "Les Tilleuls, Wambrelle",
                "done": prose("""
On pèse le seau avant de le vider, on écrit le poids et la date. C'est tout. J'ai les feuilles de
mars à juin, je dois les recopier.
"""),
                "difficulties": prose("""
Trois familles pèsent le seau avec le couvercle, les autres sans. Je ne sais pas si je peux encore
additionner.
"""),
            },
        )
    },
    fields={"period_start": date(2026, 3, 1), "period_precision": "month"},
    themes=("living",),
    territories=("tilleuls",),
    tags=("compost",),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    state=State.DRAFT,
    owner="author@example.org",
    life=(),
)

BICYCLES = Entry(
    "story-bicycles",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Les vélos du samedi",
            "les-velos-du-samedi",
            "La Resserre prête aussi des remorques de vélo pour le marché. Relu et prêt : il "
            "paraîtra le jour où la huitième remorque sera livrée.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
Sept remorques dormaient dans des granges. On les a repeintes, numérotées et pendues au mur de la
remise. Une pièce d'identité contre une remorque, du vendredi soir au samedi midi.
"""),
                "results": prose("""
Quarante et un prêts au printemps, dont six déménagements que personne n'avait prévus.
"""),
                "difficulties": prose("""
La côte du moulin. Chargée de pommes de terre, elle se monte à pied.
"""),
            },
        )
    },
    fields={
        "period_start": date(2026, 4, 1),
        "period_precision": "month",
        "go_live_at": Opening(SaturdayAhead(3)),
    },
    rows={"actors": [{"organisation": organisation("resserre"), "role": "prête"}]},
    themes=("travel",),
    territories=("rochebrize",),
    tags=("vélo", "prêt d'objets"),
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    state=State.SCHEDULED,
    owner="author2@example.org",
)

CHARGING = Entry(
    "story-charging",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Une borne de recharge pour deux communes",
            "une-borne-de-recharge-pour-deux-communes",
            "Récit retiré à la demande de ses autrices : l'une des deux communes conteste les "
            "chiffres, et elles préfèrent refaire le compte.",
            fields={
                "places": "Deux communes du Val d'Aubrine",
                "done": prose("""
La borne est posée exactement sur la limite, le trottoir d'un côté, le câble de l'autre. Chaque
mairie devait en payer la moitié, au prorata des branchements.
"""),
                "results": prose("""
Cent douze branchements en un an, d'après nous. Quatre-vingt-dix, d'après l'autre mairie.
"""),
            },
        )
    },
    fields={"period_start": date(2025, 1, 1), "period_precision": "month"},
    themes=("travel", "energy"),
    territories=("aubrine",),
    tags=("électricité",),
    credits=({"organisation": organisation("val-d-aubrine"), "role": "author"},),
    state=State.UNPUBLISHED,
)

SUMMER = Entry(
    "summer-call",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Appel de l'été : qui s'en occupe en août ?",
            "appel-de-l-ete",
            "Un appel de juin à septembre 2025, clos depuis. Dix-neuf réponses, publiées dans la "
            "lettre d'automne.",
            body=(
                text("""
Quatre de nos essais sur dix se sont arrêtés un été. Dites-nous en trois lignes comment le vôtre a
passé le mois d'août : qui avait la clé, qui arrosait, qui répondait au téléphone.
"""),
                heading("Ce que nous en ferons"),
                text("""
Une page du kit, relue par celles et ceux qui auront répondu.
"""),
                call(
                    "Répondre",
                    "Par courriel ou par carte postale, jusqu'au 30 septembre.",
                    "Comment nous écrire",
                    page("help"),
                    deadline=date(2025, 9, 30),
                ),
            ),
        )
    },
    fields={"expire_at": Opening(SaturdayAhead(-4), hour=18)},
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
    state=State.EXPIRED,
)

WAITING = [COMPOST, BICYCLES, CHARGING, SUMMER]
