"""The story of a board with magnets, beside the clock of a factory."""

from datetime import date

from operations.demo.blocks import key_figure, key_figures, quote, table
from operations.demo.description import Entry, Version, organisation, page, prose

CARPOOL = Entry(
    "story-carpool",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Un tableau et des aimants pour aller à l'usine",
            "un-tableau-et-des-aimants-pour-aller-a-l-usine",
            "À la fonderie de Vaucombe, l'application de covoiturage comptait neuf inscrits. Un "
            "tableau blanc à côté de la pointeuse en a cinquante-trois. Il y a un hic.",
            fields={
                "places": "Vaucombe-sur-Semoy, Ardennes",
                "done": prose("""
Deux cent dix salariés, trois équipes, aucun car avant six heures. La direction avait pris un
abonnement à une application nationale : au bout d'un an, neuf comptes, dont celui de la
directrice.

Le comité d'entreprise a demandé un mètre carré de mur. Une carte du canton, un aimant par
personne, la couleur de l'équipe, et un numéro de poste au dos. Celles et ceux qui ont une place
mettent leur aimant dans le rond ; celles et ceux qui cherchent, à côté. **On se parle en
pointant.**

La carte a été mise à jour tous les lundis par Nadège, à l'expédition, sur son temps de travail :
vingt minutes, négociées noir sur blanc.
"""),
                "results": prose("""
- Cinquante-trois aimants en mai 2025, dix-neuf voitures qui ne sortent plus du garage au moins
  trois jours par semaine.
- Le parking a libéré vingt places ; l'entreprise y a posé un abri à vélos que six personnes
  utilisent.
- L'abonnement à l'application, 3 600 euros par an, n'a pas été renouvelé.
"""),
                "difficulties": prose("""
Le hic, c'est l'intérim. Un tiers des gens changent toutes les trois semaines, et leur aimant reste
au mur. En septembre, la moitié de la carte était fausse. Autre chose : une femme a retiré son
aimant le lendemain. Elle ne voulait pas que l'on sache où elle habite. Nous n'y avions pas pensé,
et nous aurions dû.
"""),
                "advice": prose("""
Mettez le **hameau**, jamais la rue. Décrochez tous les aimants deux fois par an et laissez chacun
raccrocher le sien. Faites écrire dans un accord qui s'en occupe et sur quel temps : sans cela,
cela tombe sur la personne la plus gentille.
"""),
            },
            body=(
                table(
                    "Qui vient comment, équipe du matin",
                    ["", "Avant", "Après dix mois"],
                    ["Seul en voiture", "64", "41"],
                    ["À plusieurs", "5", "27"],
                    ["À vélo ou à pied", "2", "3"],
                    first_column=True,
                ),
                key_figures(
                    key_figure("53", "aimants", as_of=date(2025, 5, 26)),
                    key_figure("20", "minutes par semaine", source="accord d'entreprise"),
                    key_figure("38", "prix du tableau et des aimants", unit="€"),
                ),
                quote(
                    "Sur l'application, j'étais un point bleu. Sur le mur, je suis Christophe du "
                    "four deux.",
                    "Un salarié de l'équipe de nuit",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("fonderie-vaucombe"), "role": "donne le mur"},
                    {"name": "Comité social de la fonderie", "role": "organise"},
                ]
            },
        ),
        "en": Version(
            "A board and some magnets to get to the factory",
            "a-board-and-some-magnets-to-get-to-the-factory",
            "At the Vaucombe foundry the car-sharing application had nine users. A whiteboard "
            "beside the time clock has fifty-three. There is a catch.",
            fields={
                "places": "Vaucombe-sur-Semoy, Ardennes",
                "done": prose("""
Two hundred and ten employees, three shifts, no bus before six. Management had subscribed to a
national application: after a year it had nine accounts, the director's among them.

The works council asked for one square metre of wall. A map of the district, one magnet each, the
colour of the shift, and an extension number on the back. Those who have a seat put their magnet
inside the ring; those who look for one, beside it. **People talk while they clock in.**

Nadège, in dispatch, brings the map up to date every Monday during working hours: twenty minutes,
negotiated in writing.
"""),
                "results": prose("""
- Fifty-three magnets in May 2025, nineteen cars that stay in the garage at least three days a week.
- Twenty parking spaces were freed; the company put up a bicycle shelter, which six people use.
- The subscription to the application, 3,600 euros a year, was not renewed.
"""),
                "difficulties": prose("""
The catch is temporary work. A third of the people change every three weeks, and their magnets stay
on the wall. In September half of the map was wrong. And another thing: one woman took her magnet
off the very next day. She did not want it known where she lives. We had not thought of it, and we
should have.
"""),
                "advice": prose("""
Show the **hamlet**, never the street. Take all magnets down twice a year and let people put their
own back up. Have it written in an agreement who looks after it and on whose time: otherwise it
falls to the kindest person.
"""),
            },
            body=(
                table(
                    "Who comes how, morning shift",
                    ["", "Before", "Ten months later"],
                    ["Alone by car", "64", "41"],
                    ["Sharing a car", "5", "27"],
                    ["By bicycle or on foot", "2", "3"],
                    first_column=True,
                ),
                key_figures(
                    key_figure("53", "magnets", as_of=date(2025, 5, 26)),
                    key_figure("20", "minutes a week", source="company agreement"),
                    key_figure("38", "price of board and magnets", unit="€"),
                ),
                quote(
                    "In the application I was a blue dot. On the wall I am Christophe from furnace "
                    "two.",
                    "An employee of the night shift",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("fonderie-vaucombe"), "role": "gives the wall"},
                    {"name": "Works council of the foundry", "role": "organises"},
                ]
            },
        ),
    },
    fields={
        "period_start": date(2024, 7, 1),
        "period_end": date(2025, 9, 1),
        "period_precision": "month",
    },
    rows={
        "related_chapters": [{"chapter": page("kit-gather")}],
        "story_links": [{"other": page("story-walking"), "kind": "inspired_by"}],
    },
    themes=("travel", "everyone"),
    territories=("vaucombe", "ardennes"),
    tags=("covoiturage", "travail", "vie privée"),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    picture="carpool",
)
