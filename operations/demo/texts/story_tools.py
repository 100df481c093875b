"""The story of a shed that lent everything to everyone, closed, and opened again."""

from datetime import date

from operations.demo.blocks import quote
from operations.demo.description import Entry, Version, organisation, page, prose

TOOLS = Entry(
    "story-tools",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "La remise à outils qui a failli fermer",
            "la-remise-a-outils-qui-a-failli-fermer",
            "À Rochebrize, on prêtait tout à tout le monde, tous les jours. Au bout de dix-huit "
            "mois, il ne restait qu'une bénévole et une perceuse. Voici comment elle est repartie.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
Au printemps 2022, une trentaine d'habitantes et d'habitants ont vidé leurs garages dans une
remise prêtée par la commune : perceuses, échelles, machine à laver les tapis, appareil à
raclette. On venait quand on voulait, on notait dans un cahier, on rapportait.

En octobre 2023, la remise comptait quatre cents objets et **une seule bénévole** qui avait encore
la clé. La moitié des objets étaient en panne, un quart n'étaient pas revenus.

Elle a fermé six semaines. Avec la coopérative Fil de Brize, nous avons trié : cent quatre-vingts
objets gardés, le reste donné ou démonté. Une ouverture par semaine, le samedi matin, et deux
personnes à chaque fois. Le cahier est resté ; un tableau imprimé dit ce qui est sorti.
"""),
                "results": prose("""
- **Mille deux cents prêts** en 2025, contre neuf cents l'année où l'on pouvait venir tous les
  jours.
- Douze bénévoles qui viennent un samedi sur six.
- Onze objets non rendus, dont l'appareil à raclette.
"""),
                "difficulties": prose("""
Fermer a fâché des gens, et certains ne sont pas revenus. Trier a été plus dur encore : chaque
objet avait été donné par quelqu'un du village. Nous avons fini par appeler les donateurs un par
un.
"""),
                "advice": prose("""
Commencez petit et **refusez les dons pendant la première année**. Une remise pleine n'est pas une
remise utile. Comptez les heures de rangement avant les heures d'ouverture : chez nous, c'est une
heure pour une heure.
"""),
            },
            body=(
                quote(
                    "Le jour où l'on a fermé, j'ai enfin su combien de personnes s'en servaient : "
                    "elles ont toutes appelé.",
                    "La bénévole de la clé",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("resserre"), "role": "prête"},
                    {"organisation": organisation("fil-de-brize"), "role": "trie et répare"},
                ]
            },
        ),
        "en": Version(
            "The tool shed that nearly closed",
            "the-tool-shed-that-nearly-closed",
            "In Rochebrize everything was lent to everyone, every day. Eighteen months later one "
            "volunteer and one drill were left. How it started again.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
In the spring of 2022 some thirty residents emptied their garages into a shed lent by the town:
drills, ladders, a carpet cleaner, a raclette grill. You came when you liked, wrote it in a book,
brought it back.

By October 2023 the shed held four hundred things and **a single volunteer** who still had the key.
Half of the things were broken, a quarter had not come back.

It closed for six weeks. With the Fil de Brize co-operative we sorted: a hundred and eighty things
kept, the rest given away or taken apart. One opening a week, on Saturday mornings, and two people
each time. The book has stayed; a printed board says what is out.
"""),
                "results": prose("""
- **Twelve hundred loans** in 2025, against nine hundred in the year when one could come every day.
- Twelve volunteers, who come one Saturday in six.
- Eleven things not returned, the raclette grill among them.
"""),
                "difficulties": prose("""
Closing angered people, and some did not come back. Sorting was harder still: each thing had been
given by someone in the village. In the end we rang the donors one by one.
"""),
                "advice": prose("""
Begin small and **turn donations down for the first year**. A full shed is not a useful shed. Count
the hours of tidying before the hours of opening: with us it is one for one.
"""),
            },
            body=(
                quote(
                    "The day we closed I found out at last how many people used it: all of them "
                    "rang.",
                    "The volunteer with the key",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("resserre"), "role": "lends"},
                    {"organisation": organisation("fil-de-brize"), "role": "sorts and mends"},
                ]
            },
        ),
    },
    fields={
        "period_start": date(2022, 4, 1),
        "period_end": date(2025, 12, 1),
        "period_precision": "month",
    },
    rows={"related_chapters": [{"chapter": page("kit-mend")}]},
    themes=("last",),
    territories=("rochebrize",),
    tags=("prêt d'objets", "bénévolat", "réparation"),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    picture="tools",
)
