"""The story of a repair workshop in a library."""

from datetime import date

from operations.demo.blocks import key_figure, key_figures, quote
from operations.demo.description import Entry, Version, organisation, page, prose

CREDITS = (
    {"name": "Solène Garrivet", "role": "author"},
    {"organisation": organisation("mediatheque-villemarou"), "role": "contributor"},
)

LIBRARY = Entry(
    "story-library",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Un atelier de réparation à la médiathèque",
            "un-atelier-de-reparation-a-la-mediatheque",
            "À Villemarou, deux bibliothécaires ont prêté leur grande table à des bénévoles. Deux "
            "ans et demi plus tard, on vient y réparer, et l'on repart parfois avec un livre.",
            fields={
                "places": "Villemarou, Mayenne",
                "done": prose("""
Tout est parti d'un relevé. La médiathèque devait remplacer six postes ; en ouvrant les placards
de la mairie, des écoles et de la salle des fêtes, nous avons trouvé **quarante-cinq
ordinateurs**. La commande a été repoussée d'un an, et la grande table du rez-de-chaussée s'est
remplie de tournevis.

L'atelier a lieu le deuxième samedi du mois, de 14 heures à 17 heures. Quatre bénévoles des Mains
d'Aubrine tiennent la table. Une bibliothécaire tient le cahier : ce qui arrive, ce que l'on
essaie, ce qui repart. Rien n'est laissé sur place, sauf accord écrit.

Nous avons appris à dire non. Les téléviseurs, les micro-ondes et les batteries gonflées ne
passent pas la porte. Pour le reste, on ouvre, on regarde, et l'on apprend à la personne qui est
venue.
"""),
                "results": prose("""
- Trois cent douze objets apportés entre septembre 2023 et décembre 2025, dont **deux cent un
  repartis en état**.
- Trente-deux ordinateurs remis en marche, dont neuf sont devenus les postes de la médiathèque.
- Une cinquantaine d'inscriptions à la bibliothèque, par des gens venus pour une bouilloire.
"""),
                "difficulties": prose("""
La place, d'abord : un samedi, quinze personnes attendaient debout entre les albums. Les pièces
ensuite : une charnière d'écran met six semaines à venir, et coûte parfois plus que la machine. Et
l'été : deux années de suite, l'atelier s'est arrêté en juillet sans que personne ne l'annonce.
"""),
                "advice": prose("""
Demandez un lieu qui a déjà des horaires et des toilettes. Écrivez les échecs dans le cahier, avec
la cause : au bout d'un an, vous saurez quelles pièces stocker. Et prévenez la mairie **avant** le
premier samedi, pas après : elle a peur pour l'électricité, et elle a un peu raison.
"""),
            },
            body=(
                key_figures(
                    key_figure(
                        "312",
                        "objets apportés",
                        source="cahier de l'atelier",
                        as_of=date(2025, 12, 31),
                    ),
                    key_figure("64", "repartis en état", unit="%", source="cahier de l'atelier"),
                ),
                quote(
                    "Je croyais prêter une table. J'ai gagné un samedi où la médiathèque fait du "
                    "bruit.",
                    "Une bibliothécaire de Villemarou",
                ),
            ),
            rows={
                "actors": [
                    {
                        "organisation": organisation("mediatheque-villemarou"),
                        "role": "prête le lieu",
                    },
                    {"organisation": organisation("mains-d-aubrine"), "role": "tient la table"},
                    {"organisation": organisation("val-d-aubrine"), "role": "donne le matériel"},
                ]
            },
        ),
        "en": Version(
            "A repair workshop in the library",
            "a-repair-workshop-in-the-library",
            "In Villemarou, two librarians lent their large table to volunteers. Two and a half "
            "years later people come to mend things, and sometimes leave with a book.",
            fields={
                "places": "Villemarou, Mayenne",
                "done": prose("""
It all began with a survey. The library was about to replace six computers; on opening the
cupboards of the town hall, the schools and the village hall, we found **forty-five of them**. The
order was put off for a year, and the large table on the ground floor filled with screwdrivers.

The workshop takes place on the second Saturday of the month, from two to five. Four volunteers of
Les Mains d'Aubrine run the table. A librarian keeps the book: what comes in, what is tried, what
goes out. Nothing stays behind without a written agreement.

We have learnt to say no. Television sets, microwave ovens and swollen batteries do not pass the
door. With everything else we open, we look, and we teach the person who came.
"""),
                "results": prose("""
- Three hundred and twelve things brought between September 2023 and December 2025, of which **two
  hundred and one left in working order**.
- Thirty-two computers working again; nine of them became the library's own.
- Some fifty people joined the library after coming for a kettle.
"""),
                "difficulties": prose("""
Room, to begin with: one Saturday, fifteen people were waiting on their feet among the picture
books. Then parts: a screen hinge takes six weeks to arrive, and may cost more than the machine.
And summer: two years in a row, the workshop stopped in July and nobody said so.
"""),
                "advice": prose("""
Ask for a place that already has opening hours and toilets. Write the failures in the book, with
their cause: after a year you will know which parts to keep in stock. And tell the town hall
**before** the first Saturday, not after: it worries about the wiring, and is not quite wrong.
"""),
            },
            body=(
                key_figures(
                    key_figure(
                        "312", "things brought", source="workshop book", as_of=date(2025, 12, 31)
                    ),
                    key_figure("64", "left in working order", unit="%", source="workshop book"),
                ),
                quote(
                    "I thought I was lending a table. I gained a Saturday on which the library "
                    "makes noise.",
                    "A librarian of Villemarou",
                ),
            ),
            rows={
                "actors": [
                    {
                        "organisation": organisation("mediatheque-villemarou"),
                        "role": "lends the place",
                    },
                    {"organisation": organisation("mains-d-aubrine"), "role": "runs the table"},
                    {
                        "organisation": organisation("val-d-aubrine"),
                        "role": "gives the equipment",
                    },
                ]
            },
        ),
    },
    fields={
        "period_start": date(2023, 9, 1),
        "period_precision": "month",
        "coalition": page("coalition-parts"),
    },
    rows={
        "related_chapters": [{"chapter": page("kit-count")}, {"chapter": page("kit-mend")}],
        "story_links": [{"other": page("story-tools"), "kind": "inspired_by"}],
    },
    themes=("last", "everyone"),
    territories=("villemarou",),
    tags=("réparation", "médiathèque", "bénévolat"),
    credits=CREDITS,
    picture="library",
    published=date(2026, 1, 18),
)
