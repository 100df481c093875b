"""The second part of the kit: acting together, and its worksheet and annex."""

from datetime import date

from operations.demo.blocks import file, heading, key_figure, key_figures, table, text
from operations.demo.description import Version, document
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

SHARED = {"attribution": ATTRIBUTION_FR}

PART = chapter(
    "kit-act",
    "kit",
    "2",
    "chapter",
    {
        "fr": Version(
            "Faire ensemble",
            "faire-ensemble",
            "Réunir des personnes qui ne se parlent pas, puis faire quelque chose de leurs mains : "
            "deux chapitres et une fiche.",
            body=(
                text("""
Vous avez une liste et des réponses. Il est tentant de rédiger un rapport. Résistez : un rapport
se range, une date se tient.

Cette partie raconte ce qui se passe entre la liste et la première chose faite. C'est le moment où
les essais s'arrêtent le plus souvent, non par désaccord, mais parce que personne n'a dit qui
ouvrait la porte, qui apportait les tournevis et qui rangeait.

Vous verrez qu'on y parle beaucoup de clés, de café et de calendriers, et très peu de logiciels.
Ce n'est pas un oubli. Les outils viennent à la fin, quand le groupe sait ce qu'il veut en faire,
et souvent un cahier suffit.
"""),
            ),
            fields=SHARED,
        ),
        "en": Version(
            "Act together",
            "act-together",
            "Bring together people who do not speak to each other, then make something with their "
            "hands: two chapters and a worksheet.",
            body=(
                text("""
You have a list and answers. It is tempting to write a report. Resist: a report is filed, a date is
kept.

This part is about what happens between the list and the first thing done. It is the moment at which
attempts stop most often, not out of disagreement, but because nobody said who would open the door,
who would bring the screwdrivers and who would tidy up.

You will see that there is much talk of keys, coffee and calendars, and very little of programs.
That is no oversight. Tools come at the end, when the group knows what it wants of them, and often
an exercise book will do.
"""),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("everyone", "last"),
)

WORKSHEET = chapter(
    "kit-worksheet",
    "kit-act",
    "F1",
    "worksheet",
    {
        "fr": Version(
            "Fiche : préparer une première réunion",
            "fiche-preparer-une-premiere-reunion",
            "Une page à photocopier : huit noms, un lieu, une heure et demie, et la date suivante.",
            body=(
                text("""
Cette fiche se remplit au crayon, en vingt minutes, trois semaines avant la réunion. Elle tient
sur une page parce qu'on la scotche sur le frigo.
"""),
                heading("Avant"),
                text("""
1. Écrivez huit noms, et en face de chacun **une raison** qui ne vaut que pour cette personne.
2. Choisissez un lieu où l'on peut faire du bruit et salir la table.
3. Téléphonez. Ne laissez pas de message : rappelez.
4. Demandez à une personne d'apporter un objet qui ne marche plus.
"""),
                heading("Pendant"),
                text("""
1. Dix minutes : chacun dit son prénom et la dernière chose qu'il a réparée, ou jetée.
2. Quarante minutes autour des objets, debout, par deux ou trois.
3. Vingt minutes : qu'est-ce qu'on fait d'ici trois semaines, et **qui ouvre la porte** ?
4. Dix minutes pour ranger, toutes et tous.
"""),
                heading("Après"),
                text("""
Le lendemain, un message de cinq lignes : qui était là, ce qui a été décidé, la date. Pas de
compte rendu : personne ne le lira avant la prochaine fois.
"""),
                file("meeting-sheet", "La fiche à photocopier", "fr", 1),
            ),
            fields=SHARED,
            rows={
                "attachments": [
                    {
                        "label": "La fiche à photocopier",
                        "document": document("meeting-sheet"),
                        "language": "fr",
                        "pages": 1,
                    }
                ]
            },
        ),
        "en": Version(
            "Worksheet: prepare a first meeting",
            "worksheet-prepare-a-first-meeting",
            "One page to photocopy: eight names, a place, an hour and a half, and the next date.",
            body=(
                text("""
This sheet is filled in with a pencil, in twenty minutes, three weeks before the meeting. It fits
on one page because it is taped to the fridge.
"""),
                heading("Before"),
                text("""
1. Write eight names, and beside each **one reason** that holds for this person alone.
2. Choose a place where one may make a noise and dirty the table.
3. Telephone. Do not leave a message: ring again.
4. Ask one person to bring something that no longer works.
"""),
                heading("During"),
                text("""
1. Ten minutes: each one says their first name and the last thing they mended, or threw away.
2. Forty minutes around the things, standing, in twos and threes.
3. Twenty minutes: what shall we do in the next three weeks, and **who opens the door**?
4. Ten minutes to tidy up, everybody.
"""),
                heading("After"),
                text("""
The next day, a message of five lines: who was there, what was decided, the date. No minutes:
nobody will read them before the next time.
"""),
                file("meeting-sheet", "The sheet to photocopy (in French)", "fr", 1),
            ),
            fields={"attribution": ATTRIBUTION_EN},
            rows={
                "attachments": [
                    {
                        "label": "The sheet to photocopy (in French)",
                        "document": document("meeting-sheet"),
                        "language": "fr",
                        "pages": 1,
                    }
                ]
            },
        ),
    },
    themes=("everyone",),
    tags=("réunion",),
)

ANNEX = chapter(
    "kit-annex",
    "kit",
    "A",
    "annex",
    {
        "fr": Version(
            "Modèles à recopier",
            "modeles-a-recopier",
            "Trois textes courts que l'on nous demande souvent : une affiche, un reçu de don, un "
            "mot pour la mairie.",
            body=(
                text("""
Ces modèles ne sont pas déposés. Recopiez-les, changez les mots, enlevez notre nom. Nous les avons
écrits à plusieurs, et relus avec des personnes que les formulaires fatiguent.
"""),
                heading("L'affiche"),
                text("""
*Samedi, de 10 heures à midi, sous le préau. Apportez ce qui ne marche plus. On regarde ensemble,
on essaie, on ne promet rien. C'est gratuit et il y a du café.*
"""),
                heading("Le reçu pour un ordinateur donné"),
                text("""
*Nous avons reçu le ______ un ordinateur ______ de la part de ______. Son disque a été effacé
devant elle ou lui le ______. Il sera remis en état et prêté, ou démonté pour ses pièces. Il ne
sera pas vendu.*
"""),
                heading("Le mot pour la mairie"),
                text("""
*Nous avons compté les appareils des trois écoles. La liste est jointe, datée et signée. Avant la
commande de septembre, pouvons-nous en parler une demi-heure avec la personne qui achète ? Nous ne
demandons pas d'argent.*
"""),
                table(
                    "Quand s'en servir",
                    ["Modèle", "Quand", "Ce que nous avons appris"],
                    ["L'affiche", "trois semaines avant", "écrire « on ne promet rien » rassure"],
                    ["Le reçu", "à chaque don", "un double reste dans le cahier"],
                    ["Le mot", "avant les budgets", "octobre est déjà trop tard"],
                ),
                key_figures(
                    key_figure(
                        "17",
                        "communes ont reçu le mot",
                        source="réseau Deux rives",
                        as_of=date(2026, 1, 20),
                    ),
                    key_figure("11", "ont répondu", as_of=date(2026, 1, 20)),
                ),
            ),
            fields=SHARED,
        ),
        "en": Version(
            "Texts to copy",
            "texts-to-copy",
            "Three short texts that we are often asked for: a poster, a receipt for a gift, a note "
            "to the town hall.",
            body=(
                text("""
Nobody owns these texts. Copy them, change the words, take our name off. Several of us wrote them,
and people whom forms tire have read them.
"""),
                heading("The poster"),
                text("""
*Saturday, from 10 to noon, under the shelter. Bring what no longer works. We look together, we
try, we promise nothing. It is free and there is coffee.*
"""),
                heading("The receipt for a computer"),
                text("""
*We received on ______ a computer ______ from ______. Its disk was wiped in front of them on
______. It will be put in order and lent, or taken apart for its parts. It will not be sold.*
"""),
                heading("The note to the town hall"),
                text("""
*We have counted the devices of the three schools. The list is attached, dated and signed. Before
the order of September, may we speak of it for half an hour with whoever buys? We are not asking
for money.*
"""),
                table(
                    "When to use them",
                    ["Text", "When", "What we learnt"],
                    ["The poster", "three weeks before", "“we promise nothing” reassures"],
                    ["The receipt", "at each gift", "a copy stays in the notebook"],
                    ["The note", "before the budgets", "October is too late already"],
                ),
                key_figures(
                    key_figure(
                        "17",
                        "municipalities received the note",
                        source="Deux rives network",
                        as_of=date(2026, 1, 20),
                    ),
                    key_figure("11", "answered", as_of=date(2026, 1, 20)),
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("last",),
    tags=("affiche",),
)
