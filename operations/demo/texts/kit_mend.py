"""Of the second part of the kit: mending, lending, reusing."""

from operations.demo.blocks import attention, call, example, heading, table, text
from operations.demo.description import Version, page
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

SHARED = {"attribution": ATTRIBUTION_FR}

MEND = chapter(
    "kit-mend",
    "kit-act",
    "2.2",
    "chapter",
    {
        "fr": Version(
            "Réparer, prêter, réemployer",
            "reparer-preter-reemployer",
            "Trois façons de ne pas acheter, ce que chacune demande en temps, en place et en "
            "rangement, et par laquelle commencer.",
            body=(
                text("""
Réparer, prêter et réemployer ne demandent ni les mêmes personnes ni les mêmes lieux. Beaucoup
d'essais s'épuisent parce qu'ils veulent les trois d'un coup. Choisissez-en un, tenez-le un an,
puis regardez ce qu'il appelle.
"""),
                table(
                    "Ce que demande chaque façon de faire",
                    ["", "Réparer", "Prêter", "Réemployer"],
                    ["Place", "une table", "une étagère qui ferme", "une pièce sèche"],
                    ["Temps", "trois heures par mois", "deux heures par semaine", "par à-coups"],
                    ["Il faut quelqu'un qui", "aime chercher", "aime ranger", "ose jeter"],
                    ["S'arrête quand", "les pièces manquent", "la clé se perd", "tout déborde"],
                    first_column=True,
                ),
                heading("Commencer par réparer"),
                text("""
C'est le plus visible et le moins cher : une table, une multiprise, quatre tournevis, un cahier où
l'on écrit ce qui est entré et ce qui est reparti. Comptez **les échecs aussi**. Un cahier qui ne
dit que les réussites n'apprend rien au suivant.
"""),
                example(
                    "La remise qui a failli fermer",
                    "À Rochebrize, le prêt d'outils a dépassé ses bénévoles en dix-huit mois. Il "
                    "a repris avec la moitié des objets et une ouverture par semaine.",
                    "Rochebrize, Drôme",
                    page("story-tools"),
                ),
                heading("Avant de donner un ordinateur"),
                text("""
- Effacez le disque devant la personne qui donne, et signez-le dans le cahier.
- Dites par écrit ce qui marche, ce qui ne marche pas, et combien de temps vous aidez.
- Gardez une machine de côté : on vous rapportera la moitié des pannes la première semaine.
"""),
                attention(
                    "Une batterie gonflée ne se répare pas et ne se stocke pas à l'intérieur. "
                    "Posez-la dehors, dans du sable, et appelez la déchèterie."
                ),
                call(
                    "Vous manquez de pièces ?",
                    "Une coalition cherche des lieux pour un stock commun de pièces détachées.",
                    "Lire la coalition",
                    page("coalition-parts"),
                ),
            ),
            fields=SHARED,
        ),
        "en": Version(
            "Mend, lend, reuse",
            "mend-lend-reuse",
            "Three ways of not buying, what each asks in time, room and tidying, and which one to "
            "begin with.",
            body=(
                text("""
Mending, lending and reusing need neither the same people nor the same places. Many attempts wear
out because they want all three at once. Choose one, keep to it for a year, then look at what it
calls for.
"""),
                table(
                    "What each way asks for",
                    ["", "Mending", "Lending", "Reusing"],
                    ["Room", "a table", "a shelf with a lock", "a dry room"],
                    ["Time", "three hours a month", "two hours a week", "by fits and starts"],
                    [
                        "It takes someone who",
                        "likes to search",
                        "likes to tidy",
                        "dares to discard",
                    ],
                    ["It stops when", "parts run out", "the key is lost", "everything overflows"],
                    first_column=True,
                ),
                heading("Begin by mending"),
                text("""
It is the most visible and the cheapest: a table, a socket strip, four screwdrivers, a book in which
to write what came in and what went out. Count **the failures too**. A book that only tells of
successes teaches nothing to whoever comes next.
"""),
                example(
                    "The shed that nearly closed",
                    "In Rochebrize, lending tools outgrew its volunteers in eighteen months. It "
                    "began again with half of the things and one opening a week.",
                    "Rochebrize, Drôme",
                    page("story-tools"),
                ),
                heading("Before giving a computer away"),
                text("""
- Wipe the disk in front of the person who gives it, and sign for it in the book.
- Say in writing what works, what does not, and for how long you will help.
- Keep one machine aside: half of the faults come back in the first week.
"""),
                attention(
                    "A swollen battery is not to be mended, nor kept indoors. Put it outside, in "
                    "sand, and call the recycling centre."
                ),
                call(
                    "Short of parts?",
                    "A coalition is looking for places for a common stock of spare parts.",
                    "Read the coalition",
                    page("coalition-parts"),
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("last",),
    territories=("rochebrize",),
    tags=("réparation", "prêt d'objets", "réemploi"),
)
