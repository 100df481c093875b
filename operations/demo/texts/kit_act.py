"""The second part of the kit: acting together, and its worksheet and annex."""

from datetime import date

from operations.demo.blocks import (
    attention,
    call,
    example,
    file,
    heading,
    key_figure,
    key_figures,
    quote,
    table,
    text,
)
from operations.demo.description import Version, document, page
from operations.demo.texts.kit import ATTRIBUTION_FR, chapter

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
        )
    },
    themes=("everyone", "last"),
)

GATHER = chapter(
    "kit-gather",
    "kit-act",
    "2.1",
    "chapter",
    {
        "fr": Version(
            "Réunir celles et ceux qui ne se parlent pas",
            "reunir-celles-et-ceux-qui-ne-se-parlent-pas",
            "Une première réunion réussie se joue avant : à qui l'on téléphone, où l'on s'assoit "
            "et ce que l'on pose sur la table.",
            body=(
                text("""
N'envoyez pas d'invitation générale. Appelez huit personnes, une par une, et dites à chacune
pourquoi vous avez besoin **d'elle** : parce qu'elle connaît les machines, parce qu'elle a les
clés, parce qu'elle n'est jamais d'accord. Il en viendra six. C'est un bon nombre.
"""),
                heading("Qui appeler"),
                text("""
- Quelqu'un qui **répare** déjà, même seul dans son garage.
- Quelqu'un qui **achète** : la personne qui signe les bons de commande.
- Quelqu'un qui **se passe** de ce dont vous allez parler, et s'en porte bien.
- Quelqu'un qui **habite là depuis longtemps**, et quelqu'un qui vient d'arriver.
"""),
                heading("Ce que l'on pose sur la table"),
                text("""
Des objets, pas un écran. Un ordinateur ouvert, un carnet de relevés, une carte imprimée en grand.
Les mains s'occupent, les conversations se délient, et les personnes qui parlent peu montrent du
doigt ce qu'elles savent.
"""),
                quote(
                    "La première fois, j'ai apporté un grille-pain. On n'a parlé que du "
                    "grille-pain. La deuxième fois, tout le monde est revenu avec le sien.",
                    "Un bénévole",
                    "Rochebrize, 2022",
                ),
                key_figures(
                    key_figure(
                        "6", "personnes à une première réunion, en moyenne", source="nos récits"
                    ),
                    key_figure("1 h 30", "de réunion, jamais plus"),
                    key_figure("3", "semaines jusqu'à la deuxième, pas davantage"),
                ),
                attention(
                    "Fixez la deuxième date avant de vous lever. Un groupe qui se quitte sans date "
                    "ne se revoit pas.",
                    "La date suivante",
                ),
            ),
            fields=SHARED,
        )
    },
    themes=("everyone",),
    tags=("réunion", "bénévolat"),
)

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
        )
    },
    themes=("last",),
    territories=("rochebrize",),
    tags=("réparation", "prêt d'objets", "réemploi"),
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
        )
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
        )
    },
    themes=("last",),
    tags=("affiche",),
)
