"""The opening and the end of the kit."""

from operations.demo.blocks import attention, call, heading, quote, text
from operations.demo.description import Version, page
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

INTRODUCTION = chapter(
    "kit-introduction",
    "kit",
    "",
    "introduction",
    {
        "fr": Version(
            "Avant de commencer",
            "avant-de-commencer",
            "À qui ce kit s'adresse, ce qu'il ne fait pas, et comment s'en servir à deux sans "
            "attendre d'être dix.",
            body=(
                text("""
Vous êtes secrétaire de mairie, bénévole d'une association, enseignante, technicien d'un syndicat
d'eau, ou rien de tout cela : vous avez un peu de temps et l'envie que les choses se tiennent. Ce
kit est pour vous. Il ne demande ni diplôme, ni logiciel particulier, ni budget de départ.

Il ne vous dira pas quel outil acheter. Il ne promet pas non plus que le numérique sauvera la
rivière. Il part d'une idée modeste : **on décide mieux quand on a regardé ensemble**, et l'on
regarde mieux avec des personnes qui ne voient pas la même chose que soi.
"""),
                heading("Par où entrer"),
                text("""
- Vous devez acheter du matériel cette année : lisez [Compter ce qui est déjà là](page.kit-count).
- On vous demande de mettre un service en ligne : lisez [Demander à qui cela sert](page.kit-ask).
- Vous voulez réunir du monde et vous ne savez pas comment : prenez [la fiche de
  réunion](page.kit-worksheet) et partez de là.
- Vous avez déjà essayé et cela n'a pas tenu : commencez par [un récit
  d'échec](page.story-sensor), vous y trouverez de la compagnie.
"""),
                heading("À deux, c'est assez"),
                text("""
Tous les essais racontés ici ont commencé à deux ou trois. Une personne qui connaît le lieu, une
personne qui aime compter, et une date dans l'agenda : le reste vient ensuite, ou ne vient pas, et
vous le saurez vite.
"""),
                attention(
                    "Ne commencez pas par chercher une subvention. Un premier essai sans argent "
                    "vous apprend ce qu'il faudra vraiment demander."
                ),
            ),
            fields={"attribution": ATTRIBUTION_FR},
        ),
        "en": Version(
            "Before you begin",
            "before-you-begin",
            "Whom this kit is for, what it does not do, and how two people can use it without "
            "waiting to be ten.",
            body=(
                text("""
You work at the town hall, volunteer in an association, teach, look after a water supply, or none
of these: you have a little time and would like things to hold together. This kit is for you. It
asks for no diploma, no special program, no budget to start with.

It will not tell you which tool to buy. Nor does it promise that computers will save the river. It
starts from a modest idea: **people decide better once they have looked together**, and they look
better beside those who do not see the same things.
"""),
                heading("Where to go in"),
                text("""
- You have to buy equipment this year: read [Count what is already there](page.kit-count).
- You are asked to put a service online: read [Ask whom it serves](page.kit-ask).
- You want to bring people together and do not know how: take [the meeting
  worksheet](page.kit-worksheet), which is in French for now.
- You have tried and it did not last: start with [a story of failure](page.story-sensor). You will
  feel less alone.
"""),
                heading("Two are enough"),
                text("""
Everything told here began with two or three people. Someone who knows the place, someone who
likes counting, and a date in the diary: the rest follows, or does not, and you will soon know.
"""),
                attention(
                    "Do not begin by looking for a grant. A first try without money teaches you "
                    "what you will really have to ask for."
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("everyone",),
)

CONCLUSION = chapter(
    "kit-conclusion",
    "kit",
    "",
    "conclusion",
    {
        "fr": Version(
            "Et maintenant ?",
            "et-maintenant",
            "Ce que la deuxième édition a changé, ce qui manque encore, et comment votre retour "
            "entre dans la suivante.",
            body=(
                text("""
La première édition de ce kit comptait onze chapitres. Personne ne les lisait tous. Celle-ci en
garde quatre, plus une fiche et une annexe, parce que ce sont les pages que l'on nous a rendues
cornées, annotées ou tachées de café.

Nous avons retiré un chapitre entier sur les capteurs après [l'essai raté de
Piton-Latanier](page.story-sensor). Nous avons ajouté la question « qui s'en occupe en août ? » à
tous les modèles, parce que quatre projets sur dix se sont arrêtés un été.
"""),
                heading("Ce qui manque encore"),
                text("""
- Nous savons mal dire comment un essai **s'arrête bien**. Nos récits racontent surtout des
  débuts.
- Nos exemples viennent de petites communes. Il en faudrait d'un grand quartier, d'une île, d'une
  zone d'activité.
- Le chapitre sur les haies attend les résultats d'un [relevé en cours](page.story-hedges).
"""),
                quote(
                    "On m'avait prêté le kit. Je l'ai rendu avec des bouts de papier dedans, et "
                    "un an plus tard mes bouts de papier étaient imprimés.",
                    "Une lectrice",
                    "courrier reçu en janvier 2026",
                ),
                call(
                    "Une page vous a servi, ou vous a manqué ?",
                    "Dites laquelle, et ce que vous en avez fait. Trois lignes suffisent, et nous "
                    "répondons toujours.",
                    "Voir comment contribuer",
                    page("help"),
                ),
            ),
            fields={"attribution": ATTRIBUTION_FR},
        ),
        "en": Version(
            "And now?",
            "and-now",
            "What the second edition has changed, what is still missing, and how your remarks "
            "enter the next one.",
            body=(
                text("""
The first edition of this kit had eleven chapters. Nobody read them all. This one keeps four, with
a worksheet and an annex, because those are the pages that came back to us dog-eared, scribbled on
or stained with coffee.

We took out a whole chapter on sensors after [the failed attempt in
Piton-Latanier](page.story-sensor). We added the question “who looks after it in August?” to every
template, because four projects out of ten stopped during a summer.
"""),
                heading("What is still missing"),
                text("""
- We are poor at telling how a project **ends well**. Our stories are mostly about beginnings.
- Our examples come from small towns. We would need some from a large estate, an island, a
  business park.
- The chapter on hedges waits for the results of [a survey under way](page.story-hedges).
"""),
                quote(
                    "I had been lent the kit. I gave it back with scraps of paper in it, and a "
                    "year later my scraps of paper were in print.",
                    "A reader",
                    "letter received in January 2026",
                ),
                call(
                    "Did a page help you, or was one missing?",
                    "Tell us which, and what you did with it. Three lines are enough, and we "
                    "always answer.",
                    "See how to contribute",
                    page("help"),
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("everyone",),
)
