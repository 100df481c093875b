"""The interview of the teacher who holds the coalition of the notebooks."""

from datetime import date

from operations.demo.blocks import exchange, key_figure, key_figures
from operations.demo.description import Entry, Version, organisation, page

TEACHER = Entry(
    "interview-teacher",
    "stories.InterviewPage",
    "coalition-notebook",
    {
        "fr": Version(
            "« Un chiffre, ça se promène »",
            "un-chiffre-ca-se-promene",
            "Maëlle Quentric enseigne en CM1. Elle a prêté deux thermomètres à sa classe et reçu, "
            "en retour, une coalition dont elle ne voulait pas être la présidente.",
            fields={
                "person_role": "enseignante de CM1",
                "occasion": "Après la cinquième lettre",
            },
            body=(
                exchange(
                    "Vous n'aimez pas le mot de coalition.",
                    "Il fait un peu casque et bottes. Nous, on s'envoie des lettres. Mais le mot a "
                    "servi une fois, devant un inspecteur qui croyait que je faisais du bricolage.",
                ),
                exchange(
                    "Que s'est-il passé avec les thermomètres ?",
                    "Les enfants avaient deux nombres pour la même classe. Au lieu de choisir le "
                    "plus grand, ils ont demandé à déplacer les appareils. Trente-quatre et "
                    "vingt-neuf ont changé de place ! Un élève a dit : **un chiffre, ça se "
                    "promène**. Je n'ai rien à ajouter.",
                ),
                exchange(
                    "Et quand cela ne prend pas ?",
                    "Cela ne prend pas une fois sur trois. Une collègue a tenu dix jours : ses "
                    "élèves notaient vingt degrés sans regarder. Elle a arrêté, elle l'a écrit "
                    "dans la lettre, et trois personnes l'ont remerciée.",
                ),
                key_figures(
                    key_figure("1", "classe sur trois abandonne", source="lettres, 2025"),
                    key_figure("5", "prix d'un thermomètre à alcool", unit="€"),
                ),
                exchange(
                    "Que demandez-vous aux communes ?",
                    "D'attendre trois mois. C'est ce qu'il y a de plus cher pour elles, et de "
                    "gratuit pour nous.",
                ),
            ),
        ),
        "en": Version(
            "“Figures go for walks”",
            "figures-go-for-walks",
            "Maëlle Quentric teaches nine-year-olds. She lent her class two thermometers and was "
            "given, in return, a coalition that she did not want to chair.",
            fields={
                "person_role": "primary school teacher",
                "occasion": "After the fifth letter",
            },
            body=(
                exchange(
                    "You do not like the word coalition.",
                    "It sounds a little like helmets and boots. We send each other letters. But "
                    "the word was useful once, before an inspector who thought that I was "
                    "tinkering.",
                ),
                exchange(
                    "What happened with the thermometers?",
                    "The children had two numbers for one classroom. Instead of choosing the "
                    "larger they asked to move the devices. Thirty-four and twenty-nine changed "
                    "places! One pupil said: **figures go for walks**. I have nothing to add.",
                ),
                exchange(
                    "And when it does not take?",
                    "One time in three it does not. A colleague lasted ten days: her pupils wrote "
                    "down twenty degrees without looking. She stopped, said so in the letter, and "
                    "three people thanked her.",
                ),
                key_figures(
                    key_figure("1", "class in three gives up", source="letters, 2025"),
                    key_figure("5", "price of a spirit thermometer", unit="€"),
                ),
                exchange(
                    "What do you ask of municipalities?",
                    "To wait for three months. It is what costs them most, and costs us nothing.",
                ),
            ),
        ),
    },
    fields={
        "person": "Maëlle Quentric",
        "organisation": organisation("ecole-trois-puits"),
        "coalition": page("coalition-notebook"),
        "coalition_number": 5,
        "held_on": date(2026, 2, 11),
    },
    themes=("data",),
    territories=("aubrine",),
    tags=("école", "capteurs"),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    picture="teacher",
)
