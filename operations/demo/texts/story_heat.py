"""The story of a school measured twice, where two thermometers disagreed."""

from datetime import date

from operations.demo.blocks import attention, heading, table, text
from operations.demo.description import Entry, Version, organisation, page, prose

HEAT = Entry(
    "story-heat",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Deux thermomètres pour une école",
            "deux-thermometres-pour-une-ecole",
            "La société de climatisation trouvait 34 degrés, les élèves 29. Personne ne mentait. "
            "Comment une école du Val d'Aubrine a posé des volets au lieu d'acheter des machines.",
            fields={
                "places": "École des Trois-Puits, Val d'Aubrine, Mayenne",
                "done": prose("""
En juin 2025, un devis est arrivé : six climatiseurs, 21 000 euros, parce que la classe du haut
« dépasse 34 degrés ». Mes CM1 ont demandé comment on le savait. Un boîtier connecté, posé par
l'entreprise sur le rebord de la fenêtre, au soleil, pendant huit jours.

Nous avons acheté quatre thermomètres à alcool à cinq euros. Les enfants les ont suspendus à
hauteur de tête, loin des vitres, et ont relevé **toutes les heures, de huit heures à seize
heures**, pendant trois semaines. Même la directrice allait les lire pendant la récréation.

Puis nous avons fait l'inverse : un thermomètre sur le rebord de la fenêtre, le boîtier au milieu
de la classe. Les chiffres se sont échangés.
"""),
                "results": prose("""
- Au milieu de la classe : 29 degrés le jour le plus chaud, quatre après-midi sur quinze au-dessus
  de 27.
- Sur le rebord : 34 degrés, comme l'annonçait l'entreprise.
- La commune a posé des **volets extérieurs** pour 5 800 euros pendant les vacances de la Toussaint.
- L'été 2026 dira s'ils suffisent. Nous republierons, que le résultat nous plaise ou non.
"""),
                "difficulties": prose("""
L'entreprise l'a mal pris, puis un technicien est venu, un mercredi, expliquer aux enfants pourquoi
il avait choisi le rebord : il n'y avait pas de clou ailleurs. Par ailleurs nos relevés ont des
trous : on ne mesure pas pendant la cantine, or c'est à treize heures que le soleil tourne.
"""),
                "advice": prose("""
Demandez toujours **où** était l'appareil, et à quelle hauteur. Mesurez deux fois, en échangeant les
places. Et gardez la feuille des enfants : au conseil municipal, personne n'a osé contredire une
feuille tachée de goûter.
"""),
            },
            body=(
                heading("Ce que disaient les deux feuilles"),
                table(
                    "Le mardi 17 juin 2025, classe du haut",
                    ["Heure", "Boîtier, au rebord", "Thermomètre, au milieu"],
                    ["9 h", "26°", "23°"],
                    ["11 h", "31°", "26°"],
                    ["14 h", "34°", "29°"],
                    ["16 h", "30°", "28°"],
                    first_column=True,
                ),
                attention(
                    "Les deux séries sont justes. Elles ne mesurent pas la même chose : l'une la "
                    "vitre, l'autre les enfants.",
                    "Des preuves qui se contredisent",
                ),
                text("""
Nous avons mis les deux feuilles à l'entrée de l'école, avec une question : « Laquelle choisiriez-
vous pour décider ? » Trente et un parents ont répondu. Vingt-deux voulaient la nôtre, neuf celle
de l'entreprise, « par précaution ». Nous avons transmis les deux réponses à la mairie.
"""),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("ecole-trois-puits"), "role": "mesure"},
                    {"organisation": organisation("val-d-aubrine"), "role": "pose les volets"},
                ]
            },
        ),
        "en": Version(
            "Two thermometers for one school",
            "two-thermometers-for-one-school",
            "The air-conditioning firm found 34 degrees, the pupils 29. Nobody was lying. How a "
            "school in Val d'Aubrine put up shutters instead of buying machines.",
            fields={
                "places": "Trois-Puits school, Val d'Aubrine, Mayenne",
                "done": prose("""
In June 2025 a quotation came in: six air conditioners, 21,000 euros, because the upstairs classroom
“exceeds 34 degrees”. My nine-year-olds asked how anyone knew. A connected box, put by the firm on
the window sill, in the sun, for eight days.

We bought four spirit thermometers at five euros. The children hung them at head height, away from
the panes, and read them **every hour from eight to four** for three weeks. Even the headmistress
went to read them at break.

Then we did the reverse: a thermometer on the sill, the box in the middle of the room. The figures
changed places.
"""),
                "results": prose("""
- In the middle of the room: 29 degrees on the hottest day, above 27 on four afternoons out of
  fifteen.
- On the sill: 34 degrees, as the firm had said.
- The municipality put up **outside shutters** for 5,800 euros during the autumn holidays.
- The summer of 2026 will tell whether they are enough. We shall publish again, whether we like the
  result or not.
"""),
                "difficulties": prose("""
The firm took it badly; then a technician came, one Wednesday, to explain to the children why he had
chosen the sill: there was no nail anywhere else. Our own readings have gaps, too: nobody measures
during lunch, and it is at one o'clock that the sun comes round.
"""),
                "advice": prose("""
Always ask **where** the device stood, and how high. Measure twice and swap the places. And keep the
children's sheet: in the town council nobody dared to contradict a sheet with jam on it.
"""),
            },
            body=(
                heading("What the two sheets said"),
                table(
                    "Tuesday 17 June 2025, upstairs classroom",
                    ["Time", "Box, on the sill", "Thermometer, in the middle"],
                    ["9:00", "26°", "23°"],
                    ["11:00", "31°", "26°"],
                    ["14:00", "34°", "29°"],
                    ["16:00", "30°", "28°"],
                    first_column=True,
                ),
                attention(
                    "Both series are right. They do not measure the same thing: one measures the "
                    "pane, the other the children.",
                    "Evidence that disagrees",
                ),
                text("""
We put both sheets up at the school gate with one question: “Which would you choose to decide?”
Thirty-one parents answered. Twenty-two wanted ours, nine the firm's, “to be on the safe side”. We
passed both answers on to the town hall.
"""),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("ecole-trois-puits"), "role": "measures"},
                    {
                        "organisation": organisation("val-d-aubrine"),
                        "role": "puts the shutters up",
                    },
                ]
            },
        ),
    },
    fields={
        "period_start": date(2025, 6, 2),
        "period_end": date(2025, 10, 31),
        "period_precision": "day",
        "coalition": page("coalition-notebook"),
    },
    rows={
        "related_chapters": [{"chapter": page("kit-count")}],
        "story_links": [{"other": page("story-sensor"), "kind": "continues"}],
    },
    themes=("energy", "data"),
    territories=("aubrine", "mayenne"),
    tags=("école", "chaleur", "capteurs"),
    credits=(
        {"organisation": organisation("ecole-trois-puits"), "role": "author"},
        {"name": "Yannick Orvault", "role": "contributor"},
    ),
    picture="heat",
)
