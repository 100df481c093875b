"""The report of the workshop about purchases, where a commitment was made by surprise."""

from datetime import date

from operations.demo.description import Entry, Version, organisation, page, prose

BUYING = Entry(
    "report-buying",
    "stories.WorkshopReportPage",
    "event-1",
    {
        "fr": Version(
            "Qui achète, et quand ?",
            "qui-achete-et-quand",
            "Second atelier de Rochebrize : onze personnes remontent la file d'une commande de "
            "vingt ordinateurs, jusqu'au jour où plus personne ne peut dire non.",
            fields={
                "series": "Ateliers de Rochebrize",
                "venue": "Salle du four, Rochebrize",
                "synthesis": prose("""
On a pris une vraie commande, celle de Wambrelle en 2023, et collé ses étapes au mur. Seize papiers,
du mot griffonné d'une directrice jusqu'à la palette. Puis une seule question, devant chaque papier
: **à ce moment-là, qui aurait pu dire « attendez » ?**

Jusqu'au neuvième, plusieurs. Après le vote du budget, une seule personne, et elle était en congé.
Le groupe en tire une règle simple : le relevé doit arriver avant le neuvième papier, soit en mars
dans la plupart des communes.

Le désaccord est resté entier sur les contrats d'entretien. Une acheteuse y voit la seule garantie
d'être dépannée en janvier ; un réparateur, la raison pour laquelle il n'a pas le droit d'ouvrir
les machines.
"""),
            },
            rows={
                "questions": [
                    {"text": "À quelle étape une commande devient-elle impossible à arrêter ?"},
                    {"text": "Que faut-il savoir avant, et qui le sait déjà ?"},
                ],
                "points": [
                    {
                        "kind": "finding",
                        "text": "Sur seize étapes, sept ne changent rien et prennent six semaines.",
                    },
                    {
                        "kind": "finding",
                        "text": "L'école demande en juin, le budget se vote en mars : trop tard.",
                    },
                    {
                        "kind": "lead",
                        "text": "Joindre au budget une page : ce que nous avons, daté, signé.",
                    },
                    {
                        "kind": "lead",
                        "text": "Acheter des heures de réparation dans le même marché.",
                    },
                    {
                        "kind": "attention",
                        "text": "Une aide à dépenser avant décembre écrase tout ce qui précède.",
                    },
                ],
                "key_points": [
                    {
                        "name": "Marianne Desquenoy",
                        "consent": "given",
                        "text": "Je signe quatre-vingts commandes par an. On m'a demandé deux fois "
                        "si l'on en avait besoin.",
                    },
                    {
                        "name": "Régis Falourdin",
                        "consent": "not_asked",
                        "text": "Un contrat, c'est un numéro que quelqu'un décroche. Ne crachez "
                        "pas dessus.",
                    },
                    {
                        "name": "Noé Taschereau",
                        "consent": "given",
                        "text": "Laissez-moi ouvrir une machine sous garantie, juste une, devant "
                        "huissier s'il le faut.",
                    },
                    {
                        "name": "Perrine Lostalot",
                        "consent": "refused",
                        "text": "Le jour où l'on vote, tout le monde regarde le total.",
                    },
                ],
            },
        ),
        "en": Version(
            "Who buys, and when?",
            "who-buys-and-when",
            "The second Rochebrize workshop: eleven people trace an order of twenty computers back "
            "to the day when nobody could say no any longer.",
            fields={
                "series": "Rochebrize workshops",
                "venue": "The oven room, Rochebrize",
                "synthesis": prose("""
We took a real order, that of Wambrelle in 2023, and stuck its stages on the wall. Sixteen papers,
from a headmistress's scribbled note to the pallet. Then a single question in front of each: **at
that moment, who could have said “wait”?**

Up to the ninth, several people. Once the budget is voted, one person only, and she was on leave.
The group draws a simple rule from it: the survey must arrive before the ninth paper, which in most
towns means March.

On maintenance contracts the disagreement remained whole. One buyer sees in them the only promise
of help in January; one repairer, the reason why he is not allowed to open the machines.
"""),
            },
            rows={
                "questions": [
                    {"text": "At which stage does an order become impossible to stop?"},
                    {"text": "What must be known before that, and who knows it already?"},
                ],
                "points": [
                    {
                        "kind": "finding",
                        "text": "Of sixteen stages, seven change nothing and take six weeks.",
                    },
                    {
                        "kind": "finding",
                        "text": "Schools ask in June, the budget is voted in March: too late.",
                    },
                    {
                        "kind": "lead",
                        "text": "Add one page to the budget: what we have, dated and signed.",
                    },
                    {"kind": "lead", "text": "Buy hours of repair in the same tender."},
                    {
                        "kind": "attention",
                        "text": "A grant to be spent by December flattens everything before it.",
                    },
                ],
                "key_points": [
                    {
                        "name": "Marianne Desquenoy",
                        "consent": "given",
                        "text": "I sign eighty orders a year. Twice I was asked whether we needed "
                        "them.",
                    },
                    {
                        "name": "Régis Falourdin",
                        "consent": "not_asked",
                        "text": "A contract is a number that someone answers. Do not sneer at it.",
                    },
                    {
                        "name": "Noé Taschereau",
                        "consent": "given",
                        "text": "Let me open one machine under warranty, just one, before a "
                        "bailiff if need be.",
                    },
                    {
                        "name": "Perrine Lostalot",
                        "consent": "refused",
                        "text": "On the day of the vote everyone looks at the total.",
                    },
                ],
            },
        ),
    },
    fields={
        "form": "discussion",
        "series_number": "2",
        "session_number": "1",
        "held_on": date(2024, 10, 5),
        "event": page("event-1"),
        "coalition": page("coalition-buying"),
    },
    rows={
        "facilitators": [{"name": "Yannick Orvault", "consent": "given"}],
        "participants": [
            {
                "name": "Marianne Desquenoy",
                "organisation": "Régie des achats de Wambrelle",
                "consent": "given",
            },
            {"name": "Régis Falourdin", "consent": "not_asked"},
            {"name": "Noé Taschereau", "organisation": "Fil de Brize", "consent": "given"},
            {"name": "Perrine Lostalot", "consent": "refused"},
            {"name": "Ahmed Bouzerand", "organisation": "Val d'Aubrine", "consent": "given"},
            {"name": "Gwenn", "consent": "not_asked"},
        ],
    },
    themes=("last",),
    territories=("rochebrize",),
    tags=("atelier", "achats"),
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
)
