"""What the site says of itself: about, charter, help."""

from operations.demo.blocks import call, heading, quote, table, text
from operations.demo.description import Entry, Version, organisation, page

CREDITS = ({"organisation": organisation("deux-rives"), "role": "author"},)

ABOUT = Entry(
    "about",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "À propos",
            "a-propos",
            "Qui nous sommes, pourquoi deux rives, et comment ce site est tenu.",
            body=(
                text("""
Deux rives est un réseau d'une soixantaine de personnes qui habitent de petites communes et qui
s'occupent, de près ou de loin, d'ordinateurs ou de nature. Nous nous sommes rencontrés parce que
nous nous posions la même question chacun de notre côté : pourquoi les outils et les lieux
s'ignorent-ils ?

D'une rive, celles et ceux qui réparent, programment, achètent, aident au guichet. De l'autre,
celles et ceux qui cultivent, observent l'eau, plantent, marchent avec des enfants. Nous publions
ce que nous essayons, surtout quand cela rate.
"""),
                heading("Ce que vous trouverez ici"),
                text("""
- Un [kit](page.kit) court, pour commencer près de chez vous.
- Des [récits](page.stories) avec un lieu, une date et des chiffres vérifiables.
- Des [coalitions](page.coalitions) : plusieurs organisations qui prennent le même engagement.
- Des [rencontres](page.events) : deux journées par an, et des ateliers.
"""),
                quote(
                    "On ne demande pas aux gens d'être d'accord. On leur demande d'apporter "
                    "quelque chose qui ne marche plus.",
                    "Une des fondatrices",
                ),
                heading("Qui tient ce site"),
                text("""
Deux salariées à mi-temps, un comité de cinq personnes tiré au sort chaque année parmi les
membres, et des relectrices et relecteurs bénévoles. Les comptes sont lus en assemblée et affichés
ensuite.
"""),
            ),
            pending={
                "summary": "Qui nous sommes, pourquoi deux rives, comment ce site est tenu, et "
                "combien il nous coûte."
            },
        ),
        "en": Version(
            "About",
            "about",
            "Who we are, why two banks, and how this site is kept.",
            body=(
                text("""
Deux rives, “two banks”, is a network of some sixty people who live in small towns and who look
after computers or nature, closely or from afar. We met because we were asking the same question,
each on our own side: why do tools and places ignore each other?

On one bank, those who mend, write programs, buy, help at the counter. On the other, those who
grow food, watch water, plant, walk with children. We publish what we try, above all when it
fails.
"""),
                heading("What you will find here"),
                text("""
- A short [kit](page.kit), to begin close to home.
- [Stories](page.stories) with a place, a date and figures that can be checked.
- [Coalitions](page.coalitions): several organisations that make the same commitment.
- [Meetings](page.events): two days a year, and workshops.
"""),
                quote(
                    "We do not ask people to agree. We ask them to bring something that no longer "
                    "works.",
                    "One of the founders",
                ),
                heading("Who keeps this site"),
                text("""
Two half-time employees, a committee of five drawn by lot every year among the members, and
volunteer readers. The accounts are read at the assembly and posted up afterwards.
"""),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)

CHARTER = Entry(
    "charter",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Charte de publication",
            "charte",
            "Ce que nous demandons à un récit, ce que nous promettons à la personne qui l'écrit.",
            body=(
                heading("Ce que nous demandons"),
                text("""
- **Un lieu et une date.** « Quelque part, un jour » ne permet à personne d'aller voir.
- **Ce qui a résisté.** Un récit sans difficulté nous revient toujours incomplet.
- **D'où viennent les chiffres**, et s'ils ont été mesurés ou seulement prévus.
- **L'accord des personnes nommées.** Sans accord, nous publions des initiales.
"""),
                heading("Ce que nous promettons"),
                text("""
- Une personne vous lit et vous répond, avec son nom, en moins de quinze jours.
- Nous ne changeons pas une phrase sans vous. Si nous refusons, nous disons pourquoi, et votre
  texte reste à vous.
- Vous pouvez corriger ou retirer votre texte quand vous voulez. Les éditions déjà imprimées
  resteront ce qu'elles sont.
"""),
                heading("Ce que nous ne publions pas"),
                text("""
Les publicités, même déguisées en récit ; les attaques contre des personnes ; les textes écrits
pour un autre lieu et à peine changés. Tout le reste se discute.
"""),
            ),
        ),
        "en": Version(
            "Publishing charter",
            "charter",
            "What we ask of a story, and what we promise to the person who writes it.",
            body=(
                heading("What we ask"),
                text("""
- **A place and a date.** Nobody can go and look “somewhere, one day”.
- **What resisted.** A story without difficulty always turns out to be incomplete.
- **Where the figures come from**, and whether they were measured or merely expected.
- **The consent of those who are named.** Without it, we publish initials.
"""),
                heading("What we promise"),
                text("""
- A person reads you and answers, by name, within a fortnight.
- We do not change a sentence without you. If we refuse, we say why, and your text remains yours.
- You may correct or withdraw your text whenever you like. Editions already printed will stay as
  they are.
"""),
                heading("What we do not publish"),
                text("""
Advertisements, even dressed up as stories; attacks on people; texts written for another place and
hardly changed. Everything else can be discussed.
"""),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)

HELP = Entry(
    "help",
    "home.StandardPage",
    "home",
    {
        "fr": Version(
            "Comment contribuer",
            "comment-contribuer",
            "Raconter un essai, signaler une erreur, traduire une page : par où passer, et ce qui "
            "se passe ensuite.",
            body=(
                text("""
Vous n'avez pas besoin de savoir écrire. Trois lignes et une photo de cahier suffisent pour
commencer : une personne du comité vous rappelle et vous aide à en faire un récit.
"""),
                table(
                    "Selon ce que vous apportez",
                    ["Vous avez", "Envoyez", "Vous aurez une réponse"],
                    ["Un essai, réussi ou non", "où, quand, avec qui", "en quinze jours"],
                    ["Une erreur dans une page", "l'adresse et la phrase", "en trois jours"],
                    ["Une heure par mois", "les langues que vous lisez", "au début du mois"],
                ),
                heading("Ce qui se passe ensuite"),
                text("""
1. Nous vous disons que nous l'avons reçu, et qui le lit.
2. Nous posons des questions, par téléphone si vous préférez.
3. Vous relisez la page **telle qu'elle paraîtra**, puis nous la publions, avec votre nom ou sans.
"""),
                heading("Nous écrire"),
                text("""
À l'adresse bonjour@deux-rives.example, ou le mardi matin au téléphone. Les enveloppes arrivent
aussi, un peu plus lentement.
"""),
                call(
                    "Lisez d'abord un récit",
                    "Pour voir la longueur et le ton : celui de la remise à outils est un bon "
                    "exemple.",
                    "Lire le récit de la remise",
                    page("story-tools"),
                ),
            ),
        ),
        "en": Version(
            "How to contribute",
            "how-to-contribute",
            "Tell what you tried, report an error, translate a page: where to go, and what happens "
            "next.",
            body=(
                text("""
You need not know how to write. Three lines and a photograph of a notebook are enough to begin:
someone from the committee calls you back and helps you make a story of it.
"""),
                table(
                    "Depending on what you bring",
                    ["You have", "Send", "You will hear from us"],
                    ["An attempt, successful or not", "where, when, with whom", "in two weeks"],
                    ["An error on a page", "the address and the sentence", "in three days"],
                    ["An hour a month", "the languages you read", "early next month"],
                ),
                heading("What happens next"),
                text("""
1. We tell you that we have received it, and who is reading it.
2. We ask questions, by telephone if you would rather.
3. You read the page **as it will appear**, then we publish it, with your name or without.
"""),
                heading("Write to us"),
                text("""
At bonjour@deux-rives.example, or by telephone on Tuesday mornings. Envelopes arrive too, a little
more slowly.
"""),
                call(
                    "Read a story first",
                    "To see the length and the tone: the one about the library is a good example.",
                    "Read the story of the library",
                    page("story-library"),
                ),
            ),
        ),
    },
    fields={"show_in_menus": True},
    credits=CREDITS,
)
