"""The story of a survey under way, without results yet."""

from datetime import date

from operations.demo.blocks import attention, heading, text
from operations.demo.description import Entry, Version, organisation, page, prose

HEDGES = Entry(
    "story-hedges",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Marcher les haies avant de les dessiner",
            "marcher-les-haies-avant-de-les-dessiner",
            "Autour de Kerlozan, une quinzaine de personnes relèvent les haies à pied, kilomètre "
            "par kilomètre. C'est en cours : pas encore de résultats, et l'on dit pourquoi.",
            fields={
                "places": "Kerlozan et trois communes voisines, Finistère",
                "done": prose("""
La photo aérienne dit qu'il y a une haie. Elle ne dit pas si c'est un talus nu, une rangée de
thuyas ou un vieux mur de chênes creux. Depuis octobre 2025, nous marchons, à deux, un dimanche
sur deux : une personne qui cultive et une personne qui n'y connaît rien.

Chaque binôme part avec une carte imprimée, un crayon et une feuille de **six questions** : des
arbres creux ? de l'eau au pied ? un passage de bêtes ? qui taille ? quand ? et avec quoi ? Nous
entrons dans les champs avec l'accord écrit de celles et ceux qui les travaillent. Vingt-deux
fermes sur trente ont dit oui.

Les feuilles sont saisies le soir même, par la personne qui n'y connaît rien : c'est comme cela
qu'elle apprend les noms.
"""),
                "difficulties": prose("""
Deux kilomètres de haie demandent une demi-journée, trois si l'on s'arrête boire un café. Nous
pensions finir en mars ; nous avons fait un tiers. Et deux personnes ne notent pas la même chose
devant le même arbre : nous refaisons ensemble un tronçon sur dix pour comparer.
"""),
                "advice": prose("""
Demandez l'accord à la table de la cuisine, pas par lettre. Dites d'avance ce qui sera public et
ce qui ne le sera pas : ici, la carte ne montrera **jamais** de numéro de parcelle.
"""),
            },
            body=(
                heading("Pourquoi publier si tôt"),
                text("""
Parce que l'on nous pose la question toutes les semaines. Nous préférons dire où nous en sommes :
trente et un kilomètres sur quatre-vingt-dix. Les premiers comptes seront ici quand la moitié sera
faite, et relue.
"""),
                attention(
                    "Les chiffres d'un relevé à moitié fait ne sont pas la moitié des chiffres : "
                    "nous avons commencé par les chemins faciles."
                ),
            ),
            rows={
                "actors": [
                    {
                        "organisation": organisation("haies-vivantes"),
                        "role": "organise les marches",
                    },
                    {"name": "Vingt-deux fermes", "role": "ouvrent leurs champs"},
                ]
            },
        ),
        "en": Version(
            "Walk the hedges before drawing them",
            "walk-the-hedges-before-drawing-them",
            "Around Kerlozan some fifteen people survey the hedges on foot, kilometre by "
            "kilometre. It is under way: no results yet, and we say why.",
            fields={
                "places": "Kerlozan and three neighbouring municipalities, Finistère",
                "done": prose("""
The aerial photograph says that there is a hedge. It does not say whether it is a bare bank, a row
of thuja or an old wall of hollow oaks. Since October 2025 we have been walking in pairs, every
other Sunday: someone who farms, and someone who knows nothing about it.

Each pair sets out with a printed map, a pencil and a sheet of **six questions**: any hollow trees?
water at the foot? a passage for animals? who trims it? when? and with what? We go into the fields
with the written consent of those who work them. Twenty-two farms out of thirty said yes.

The sheets are typed in the same evening, by the one who knows nothing about it: that is how they
learn the names.
"""),
                "difficulties": prose("""
Two kilometres of hedge take half a day, or three if you stop for coffee. We meant to finish in
March; we have done a third. And two people do not write the same thing in front of the same tree:
we walk one stretch in ten again, together, to compare.
"""),
                "advice": prose("""
Ask for consent at the kitchen table, not by letter. Say beforehand what will be public and what
will not: here the map will **never** show the number of a plot.
"""),
            },
            body=(
                heading("Why publish so early"),
                text("""
Because we are asked every week. We would rather say where we stand: thirty-one kilometres out of
ninety. The first counts will be here when half of it is done, and checked.
"""),
                attention(
                    "The figures of a half-made survey are not half the figures: we began with the "
                    "easy paths."
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("haies-vivantes"), "role": "runs the walks"},
                    {"name": "Twenty-two farms", "role": "open their fields"},
                ]
            },
        ),
    },
    fields={"period_start": date(2025, 10, 1), "period_precision": "month"},
    rows={"story_links": [{"other": page("story-walking"), "kind": "same_place"}]},
    themes=("living", "data"),
    territories=("kerlozan", "finistere"),
    tags=("haies", "relevé", "bocage"),
    credits=({"organisation": organisation("haies-vivantes"), "role": "author"},),
    picture="hedges",
    published=date(2026, 3, 8),
)
