"""The first part of the kit: looking."""

from datetime import date

from operations.demo.blocks import (
    attention,
    example,
    figure,
    file,
    heading,
    key_figure,
    key_figures,
    table,
    text,
)
from operations.demo.description import Version, document, page
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

PART = chapter(
    "kit-look",
    "kit",
    "1",
    "chapter",
    {
        "fr": Version(
            "Regarder autour de soi",
            "regarder-autour-de-soi",
            "Deux chapitres pour savoir ce qui existe et à qui cela sert, avant de décider quoi "
            "que ce soit.",
            body=(
                text("""
On regarde mal ce que l'on voit tous les jours. L'armoire du couloir est pleine d'ordinateurs que
personne n'ouvre ; le panneau d'affichage donne une adresse de site qui ne répond plus ; la
station météo du toit envoie ses chiffres à quelqu'un qui est parti.

Cette partie propose deux gestes simples. Le premier : **compter**. Le second : **demander**. Ils
se font en une semaine, dans cet ordre, avec les personnes du lieu. Vous n'y apprendrez rien
d'extraordinaire. Vous y gagnerez une liste que tout le monde reconnaît comme vraie, ce qui est
plus rare que l'on ne croit.

Faites-le avant toute réunion où quelque chose doit se décider. Une heure passée devant une liste
partagée évite trois heures de « il me semble que ».
"""),
            ),
            fields={"attribution": ATTRIBUTION_FR},
        ),
        "en": Version(
            "Look around you",
            "look-around-you",
            "Two chapters to find out what is there and whom it serves, before anything is "
            "decided.",
            body=(
                text("""
We look badly at what we see every day. The cupboard in the corridor is full of computers that
nobody opens; the notice board gives the address of a site that no longer answers; the weather
station on the roof sends its figures to someone who has left.

This part offers two simple gestures. The first: **count**. The second: **ask**. They take a week,
in that order, with the people of the place. You will learn nothing extraordinary. You will gain a
list that everyone recognises as true, which is rarer than one thinks.

Do it before any meeting in which something is to be decided. One hour in front of a shared list
saves three hours of “it seems to me that”.
"""),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("data",),
)

COUNT = chapter(
    "kit-count",
    "kit-look",
    "1.1",
    "chapter",
    {
        "fr": Version(
            "Compter ce qui est déjà là",
            "compter-ce-qui-est-deja-la",
            "Un relevé d'une page, fait à plusieurs en une demi-journée, dit ce que l'on possède, "
            "ce qui marche et qui s'en occupe. Il change souvent la liste des achats.",
            body=(
                text("""
Prenez une demi-journée, deux personnes et une feuille. Passez dans toutes les pièces, ouvrez les
placards, notez chaque appareil : ce que c'est, où il est, s'il s'allume, et **qui s'en sert**. Ne
cherchez pas le prix d'achat ni le numéro d'inventaire : vous les trouverez plus tard, si
quelqu'un en a besoin.
"""),
                heading("Une page, cinq colonnes"),
                text("""
Nous avons essayé des relevés à vingt colonnes. Ils s'arrêtent à la dixième ligne. Voici celui qui
tient.
"""),
                table(
                    "Le relevé, avec deux lignes d'exemple",
                    ["Objet", "Où", "S'allume ?", "Qui s'en sert", "Qui s'en occupe"],
                    ["Portable gris", "Salle du conseil", "oui", "personne", "on ne sait pas"],
                    ["Imprimante", "Accueil", "oui", "quatre personnes", "Denise, le mardi"],
                ),
                file("inventory-sheet", "La feuille de relevé, à imprimer", "fr", 1),
                heading("Ce que l'on trouve d'habitude"),
                figure(
                    "discs",
                    "Quarante-cinq disques en cinq rangées de neuf : trente-deux sont pleins, "
                    "treize sont vides.",
                    "Chaque disque est un ordinateur trouvé dans un placard de Villemarou. Les "
                    "pleins ont redémarré.",
                    "Dessin du kit",
                ),
                key_figures(
                    key_figure(
                        "45",
                        "ordinateurs dans les placards",
                        source="relevé de Villemarou",
                        as_of=date(2025, 2, 8),
                    ),
                    key_figure(
                        "32",
                        "remis en marche en un mois",
                        source="Les Mains d'Aubrine",
                        as_of=date(2025, 3, 15),
                    ),
                    key_figure(
                        "9 000",
                        "d'achats repoussés, si les machines tiennent trois ans",
                        unit="€",
                        source="estimation de la communauté de communes",
                        projected=True,
                    ),
                ),
                example(
                    "L'atelier qui a commencé par un placard",
                    "La médiathèque voulait acheter six postes. Le relevé en a trouvé neuf, dont "
                    "trois encore dans leur carton.",
                    "Villemarou, Mayenne",
                    page("story-library"),
                ),
                attention(
                    "Un relevé vieillit vite. Écrivez la date en grand, et le nom de la personne "
                    "qui le refera dans un an.",
                    "La date, toujours",
                ),
                heading("Rendre ce que l'on a relevé", "h3"),
                text("""
Affichez la feuille là où passent les gens, pendant une semaine, avec un crayon au bout d'une
ficelle. Les corrections écrites à la main valent mieux que les nôtres : elles disent ce que le
compteur n'a pas vu.
"""),
            ),
            fields={"attribution": ATTRIBUTION_FR},
            rows={
                "attachments": [
                    {
                        "label": "Le même relevé, en tableur",
                        "file_name": "releve-cinq-colonnes.ods",
                        "host": "partage.deux-rives.example",
                        "language": "fr",
                        "size": 18_400,
                    },
                    {
                        "label": "La feuille de relevé, en anglais",
                        "document": document("inventory-english"),
                        "language": "en",
                        "pages": 1,
                    },
                ]
            },
        ),
        "en": Version(
            "Count what is already there",
            "count-what-is-already-there",
            "A survey on one page, made by a few people in half a day, says what one owns, what "
            "works and who looks after it. It often changes the shopping list.",
            body=(
                text("""
Take half a day, two people and a sheet of paper. Go through every room, open the cupboards, write
down each device: what it is, where it is, whether it starts, and **who uses it**. Do not look for
the price or the inventory number: you will find them later, if anyone needs them.
"""),
                heading("One page, five columns"),
                text("""
We have tried surveys with twenty columns. They stop at the tenth line. Here is the one that
lasts.
"""),
                table(
                    "The survey, with two lines as an example",
                    ["Thing", "Where", "Does it start?", "Who uses it", "Who looks after it"],
                    ["Grey laptop", "Council room", "yes", "nobody", "not known"],
                    ["Printer", "Reception", "yes", "four people", "Denise, on Tuesdays"],
                ),
                file("inventory-english", "The survey sheet, to print", "en", 1),
                heading("What is usually found"),
                figure(
                    "discs",
                    "Forty-five discs in five rows of nine: thirty-two are filled, thirteen are "
                    "empty.",
                    "Each disc is a computer found in a cupboard in Villemarou. The filled ones "
                    "started again.",
                    "Drawing of the kit",
                ),
                key_figures(
                    key_figure(
                        "45",
                        "computers in the cupboards",
                        source="Villemarou survey",
                        as_of=date(2025, 2, 8),
                    ),
                    key_figure(
                        "32",
                        "working again within a month",
                        source="Les Mains d'Aubrine",
                        as_of=date(2025, 3, 15),
                    ),
                    key_figure(
                        "9,000",
                        "of purchases put off, if the machines last three years",
                        unit="€",
                        source="estimate of the community of municipalities",
                        projected=True,
                    ),
                ),
                example(
                    "The workshop that began with a cupboard",
                    "The library wanted to buy six computers. The survey found nine, three of "
                    "them still in their boxes.",
                    "Villemarou, Mayenne",
                    page("story-library"),
                ),
                attention(
                    "A survey ages fast. Write the date in large figures, and the name of the "
                    "person who will do it again in a year.",
                    "The date, always",
                ),
                heading("Give back what you recorded", "h3"),
                text("""
Put the sheet up where people pass, for a week, with a pencil on a string. Corrections written by
hand are better than ours: they say what the counter did not see.
"""),
            ),
            fields={"attribution": ATTRIBUTION_EN},
            rows={
                "attachments": [
                    {
                        "label": "The same survey as a spreadsheet (in French)",
                        "file_name": "releve-cinq-colonnes.ods",
                        "host": "partage.deux-rives.example",
                        "language": "fr",
                        "size": 18_400,
                    }
                ]
            },
        ),
    },
    themes=("last", "data"),
    territories=("villemarou",),
    tags=("inventaire", "réemploi", "école"),
    picture="count",
)
