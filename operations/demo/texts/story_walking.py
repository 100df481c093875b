"""The story of pupils who count how they come to school."""

from datetime import date

from operations.demo.blocks import figure, heading, table
from operations.demo.description import Entry, Version, organisation, page, prose

WALKING = Entry(
    "story-walking",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Compter les trajets à pied avec des collégiens",
            "compter-les-trajets-a-pied-avec-des-collegiens",
            "À Kerlozan, une classe de cinquième a compté une semaine par mois comment l'on "
            "arrive au collège. Avec un boulier, une carte et beaucoup de craie.",
            fields={
                "places": "Kerlozan, Finistère",
                "done": prose("""
La commune voulait installer une caméra qui compte les vélos. Les élèves ont proposé de le faire
eux-mêmes. Une semaine par mois, de février à juin, deux d'entre eux se tenaient à chacune des
trois entrées, avec un boulier : un rang pour les pieds, un pour les vélos, un pour les voitures.

Le soir, la classe reportait les comptes sur une carte de deux mètres, dessinée à la craie sous le
préau. Chacune et chacun y a tracé son chemin, et marqué d'un rond rouge l'endroit où il faut
courir.

Personne n'a noté de nom. Les parents ont reçu une lettre avant le premier matin, et un bilan
après le dernier.
"""),
                "results": prose("""
Le nombre d'enfants venus à pied est passé de **trente et un à cinquante-sept** entre la première
et la dernière semaine. Nous ne savons pas ce qui revient au beau temps. En revanche, la carte a
montré trois ronds rouges au même endroit : la commune y a peint un passage en juillet.
"""),
                "difficulties": prose("""
Il pleut, à Kerlozan. Deux matins ont été perdus, et le boulier en bois a gonflé. Il a fallu aussi
expliquer que compter n'est pas surveiller : une famille a demandé que son enfant ne soit pas
compté, et nous avons ajouté un rang pour « ne souhaite pas ».
"""),
                "advice": prose("""
Comptez peu de jours, mais **les mêmes** : la première semaine du mois, et rien entre les deux.
Faites compter par des élèves de deux classes, sinon l'année suivante plus personne ne sait faire.
Rendez la carte visible des parents : c'est elle qui fait parler.
"""),
            },
            body=(
                heading("Cinq semaines, cinq comptes"),
                figure(
                    "walking",
                    "Cinq disques de plus en plus grands, posés sur une ligne, pour 31, 38, 44, "
                    "52 et 57 enfants.",
                    "Enfants venus à pied, de la première à la dernière semaine.",
                    "Dessin d'après les comptes de la classe",
                ),
                table(
                    "Arrivées au collège, moyenne d'un matin",
                    ["Semaine", "À pied", "À vélo", "En voiture"],
                    ["3 février", "31", "12", "96"],
                    ["31 mars", "44", "17", "81"],
                    ["2 juin", "57", "23", "63"],
                    first_column=True,
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("college-kerlozan"), "role": "une classe"},
                    {"name": "Atelier vélo de Kerlozan", "role": "prête les bouliers"},
                ]
            },
        ),
        "en": Version(
            "Counting walks to school with pupils",
            "counting-walks-to-school-with-pupils",
            "In Kerlozan, a class of twelve-year-olds counted for one week a month how people "
            "come to school. With an abacus, a map and a great deal of chalk.",
            fields={
                "places": "Kerlozan, Finistère",
                "done": prose("""
The town wanted to install a camera that counts bicycles. The pupils offered to do it themselves.
For one week a month, from February to June, two of them stood at each of the three gates with an
abacus: one row for feet, one for bicycles, one for cars.

In the evening the class put the counts on a map two metres wide, drawn in chalk under the covered
yard. Everyone traced their way on it, and marked with a red circle the spot where one has to run.

No name was written down. Parents had a letter before the first morning, and a summary after the
last.
"""),
                "results": prose("""
The number of children who walked rose from **thirty-one to fifty-seven** between the first week
and the last. We do not know how much is owed to the weather. The map, though, showed three red
circles in the same place: the town painted a crossing there in July.
"""),
                "difficulties": prose("""
It rains in Kerlozan. Two mornings were lost, and the wooden abacus swelled. We also had to
explain that counting is not watching: one family asked that their child not be counted, and we
added a row for “would rather not”.
"""),
                "advice": prose("""
Count on few days, but **the same ones**: the first week of the month, and nothing in between. Let
two classes count, or the year after nobody will know how. Put the map where parents see it: it is
the map that makes people talk.
"""),
            },
            body=(
                heading("Five weeks, five counts"),
                figure(
                    "walking",
                    "Five discs of growing size on a line, for 31, 38, 44, 52 and 57 children.",
                    "Children who walked, from the first week to the last.",
                    "Drawn from the counts of the class",
                ),
                table(
                    "Arrivals at school, average of one morning",
                    ["Week", "On foot", "By bicycle", "By car"],
                    ["3 February", "31", "12", "96"],
                    ["31 March", "44", "17", "81"],
                    ["2 June", "57", "23", "63"],
                    first_column=True,
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("college-kerlozan"), "role": "one class"},
                    {"name": "Atelier vélo de Kerlozan", "role": "lends the abacuses"},
                ]
            },
        ),
    },
    fields={
        "period_start": date(2025, 2, 3),
        "period_end": date(2025, 6, 6),
        "period_precision": "day",
    },
    rows={"related_chapters": [{"chapter": page("kit-count")}]},
    themes=("travel", "data"),
    territories=("kerlozan",),
    tags=("école", "marche à pied", "relevé"),
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    picture="school",
)
