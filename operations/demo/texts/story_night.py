"""The story of a village that switches its lamps off, and of two figures that disagree."""

from datetime import date

from operations.demo.blocks import attention, figure, heading, key_figure, key_figures, table
from operations.demo.description import Entry, Version, organisation, page, prose

NIGHT = Entry(
    "story-night",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Éteindre le bourg de minuit à cinq heures",
            "eteindre-le-bourg-de-minuit-a-cinq-heures",
            "Saint-Orvien ne garde la nuit que deux lampadaires. Le compteur dit moins 38 %, la "
            "facture moins 11 %. Un an de registre pour comprendre pourquoi.",
            fields={
                "places": "Saint-Orvien, Creuse",
                "done": prose("""
Le vote est passé de justesse : six voix contre cinq, en janvier 2025. Une adjointe avait promis un
essai d'un an et un registre ouvert à l'accueil de la mairie, où chacun écrirait ce que l'obscurité
lui faisait. Pas de capteur de présence, pas de lampe qui suit les passants : une horloge dans
chaque armoire, réglée à la main.

Avant la première nuit, trois soirées de marche. On a fait le tour du bourg à vingt-trois heures,
lampes éteintes par le cantonnier, avec celles et ceux qui étaient contre. Deux lampes ont été
gardées à la suite de ces marches : celle de l'escalier du lavoir et celle de la sage-femme.

Le registre a reçu **cent quarante et une remarques** en douze mois. Un retraité les a recopiées
chaque dimanche dans un tableur, sans les noms.
"""),
                "results": prose("""
- La consommation relevée au compteur a baissé de **38 %** sur l'année.
- La facture, elle, n'a baissé que de **11 %**. L'abonnement ne bouge pas, et le prix du
  kilowattheure a monté en mars.
- Soixante-douze remarques sur cent quarante et une parlent des étoiles ou du sommeil, quarante de
  la peur, le reste de tout autre chose : un chien, une poubelle, un voisin.
- Aucun accident signalé. Nous ne savons pas s'il y en avait auparavant : personne ne tenait de
  compte.
"""),
                "difficulties": prose("""
Les horloges dérivent. En août, trois armoires allumaient à deux heures du matin, et c'est le
boulanger qui nous l'a dit. Les deux chiffres ont failli nous coûter l'essai : au conseil, chacun
brandissait le sien. Et une habitante qui rentre du travail à une heure et demie a écrit onze fois.
Elle avait raison onze fois ; nous avons fini par rallumer sa rue jusqu'à deux heures.
"""),
                "advice": prose("""
Publiez les deux chiffres ensemble, toujours, avec une phrase sur leur écart. Marchez de nuit
**avant** de voter, pas après. Et demandez à qui rentre tard : ces personnes ne viennent jamais aux
réunions du soir.
"""),
            },
            body=(
                heading("Les deux chiffres, côte à côte"),
                table(
                    "Éclairage public de Saint-Orvien, hors taxes",
                    ["", "2024", "2025", "Écart"],
                    ["Relevé du compteur", "31 400 kWh", "19 500 kWh", "-38 %"],
                    ["Facture annuelle", "7 180 €", "6 390 €", "-11 %"],
                    first_column=True,
                ),
                figure(
                    "register",
                    "Cent quarante et un disques en huit rangées, dont les soixante-douze premiers "
                    "sont pleins.",
                    "Un disque par remarque du registre. Les pleins parlent des étoiles ou du "
                    "sommeil.",
                    "Dessin d'après le registre",
                ),
                key_figures(
                    key_figure("84", "lampes éteintes sur 86", as_of=date(2026, 1, 31)),
                    key_figure("141", "remarques au registre", source="registre de la mairie"),
                    key_figure("3", "armoires à changer", unit="", projected=True),
                ),
                attention(
                    "Une baisse de consommation n'est pas une baisse de facture. Demandez à voir "
                    "le contrat avant d'annoncer une économie.",
                    "Ce que nous avons dit trop vite",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("saint-orvien"), "role": "coupe et compte"},
                    {"name": "Les marcheuses et marcheurs du mardi", "role": "choisissent"},
                ]
            },
        ),
        "en": Version(
            "Switching the village off from midnight to five",
            "switching-the-village-off-from-midnight-to-five",
            "Saint-Orvien turns off all but two of its street lamps at night. The meter says 38% "
            "less, the bill 11% less. It took a year of a public register to see why.",
            fields={
                "places": "Saint-Orvien, Creuse",
                "done": prose("""
The vote was close: six to five, in January 2025. A deputy mayor had promised a trial of one year
and a register, open at the town hall counter, in which anyone could write what the dark did to
them. No motion sensor, no lamp that follows people about: a clock in each cabinet, set by hand.

Before the first night came three evenings of walking. We went round the village at eleven, the
lamps turned off by the road mender, together with those who were against. Two lamps were kept as a
result: the one on the washhouse steps, and the midwife's.

The register received **one hundred and forty-one remarks** in twelve months. A retired man copied
them into a spreadsheet every Sunday, leaving the names out.
"""),
                "results": prose("""
- Consumption read on the meter fell by **38%** over the year.
- The bill fell by **11%** only. The standing charge does not move, and the price of a kilowatt-hour
  rose in March.
- Seventy-two remarks of the hundred and forty-one are about stars or sleep, forty about fear, the
  rest about something else altogether: a dog, a bin, a neighbour.
- No accident was reported. We do not know whether there were any before: nobody kept count.
"""),
                "difficulties": prose("""
Clocks drift. In August three cabinets came on at two in the morning, and it was the baker who told
us. The two figures nearly cost us the trial: in the council everyone waved their own. And a woman
who comes home from work at half past one wrote eleven times. She was right eleven times; in the
end her street stays lit until two.
"""),
                "advice": prose("""
Publish both figures together, always, with a sentence about the gap. Walk at night **before** the
vote, not after. And ask those who come home late: they never attend evening meetings.
"""),
            },
            body=(
                heading("Both figures, side by side"),
                table(
                    "Street lighting in Saint-Orvien, before tax",
                    ["", "2024", "2025", "Change"],
                    ["Meter reading", "31,400 kWh", "19,500 kWh", "-38%"],
                    ["Yearly bill", "€7,180", "€6,390", "-11%"],
                    first_column=True,
                ),
                figure(
                    "register",
                    "A hundred and forty-one discs in eight rows; the first seventy-two are "
                    "filled.",
                    "One disc for each remark of the register. The filled ones are about stars or "
                    "sleep.",
                    "Drawn from the register",
                ),
                key_figures(
                    key_figure("84", "lamps out of 86 turned off", as_of=date(2026, 1, 31)),
                    key_figure("141", "remarks in the register", source="town hall register"),
                    key_figure("3", "cabinets to be replaced", unit="", projected=True),
                ),
                attention(
                    "Using less is not the same as paying less. Ask to see the contract before you "
                    "announce a saving.",
                    "What we said too soon",
                ),
            ),
            rows={
                "actors": [
                    {
                        "organisation": organisation("saint-orvien"),
                        "role": "turns off and counts",
                    },
                    {"name": "The Tuesday walkers", "role": "choose"},
                ]
            },
        ),
    },
    fields={
        "period_start": date(2025, 1, 1),
        "period_end": date(2026, 1, 1),
        "period_precision": "month",
        "coalition": page("coalition-night"),
    },
    rows={
        "related_chapters": [{"chapter": page("kit-ask")}],
        "story_links": [{"other": page("story-heat"), "kind": "contrasts"}],
    },
    themes=("energy", "data", "living"),
    territories=("saint-orvien", "creuse"),
    tags=("éclairage", "nuit", "relevé"),
    credits=(
        {"organisation": organisation("saint-orvien"), "role": "author"},
        {"name": "Tidiane Morcourt", "role": "contributor"},
    ),
    picture="night",
)
