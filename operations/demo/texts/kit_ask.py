"""Of the first part of the kit: asking."""

from operations.demo.blocks import attention, example, exchange, heading, key_points, text
from operations.demo.description import Version, page
from operations.demo.texts.kit import ATTRIBUTION_EN, ATTRIBUTION_FR, chapter

ASK = chapter(
    "kit-ask",
    "kit-look",
    "1.2",
    "chapter",
    {
        "fr": Version(
            "Demander à qui cela sert",
            "demander-a-qui-cela-sert",
            "Trois questions posées à voix haute, sans formulaire, disent mieux qu'une enquête "
            "qui se sert d'un service et qui l'évite.",
            body=(
                text("""
Une fois la liste faite, allez voir les gens. Pas avec un questionnaire : avec un carnet, debout,
là où ils sont déjà. Devant l'école à la sortie, au guichet avant la fermeture, au marché le
samedi. En deux heures, vous parlerez avec une vingtaine de personnes, et vous aurez votre
réponse.
"""),
                heading("Les trois questions"),
                text("""
1. **Quand vous en êtes-vous servi pour la dernière fois ?** Pas « est-ce que vous l'utilisez » :
   tout le monde dit oui.
2. **Qu'auriez-vous fait sans ?** La réponse dit si le service compte, ou s'il fait joli.
3. **Qui vous a aidé ?** S'il y a toujours quelqu'un, notez qui : cette personne fait un travail
   que personne n'a compté.
"""),
                exchange(
                    "Et si les gens n'ont rien à dire ?",
                    "C'est une réponse. Écrivez « rien » et le nombre de fois. À Wambrelle, douze "
                    "personnes sur vingt ne savaient pas que la borne du hall existait. On l'a "
                    "débranchée : elle consommait jour et nuit, et personne ne l'a réclamée.",
                ),
                exchange(
                    "Faut-il noter les noms ?",
                    "Non. L'âge à peu près et le quartier suffisent. Si une phrase mérite d'être "
                    "citée, demandez l'accord, et notez qu'il a été donné.",
                ),
                heading("Celles et ceux que l'on ne croise pas"),
                text("""
Les personnes qui évitent un service ne sont pas devant sa porte. Cherchez-les ailleurs : demandez
à l'infirmière, au facteur, à la caissière, à la bibliothécaire. Ils savent qui vient se faire
imprimer une attestation tous les mois.
"""),
                key_points(
                    "Ce que nous avons entendu le plus souvent",
                    ("", "Le site marche, mais je n'ai plus le mot de passe."),
                    ("", "Ma fille s'en occupe quand elle vient."),
                    ("", "J'y vais le jeudi, parce que le jeudi il y a quelqu'un."),
                ),
                example(
                    "Un guichet gardé le jeudi",
                    "Aux Tilleuls, les réponses ont convaincu la mairie de garder une demi-journée "
                    "d'accueil au lieu d'acheter une deuxième borne.",
                    "Wambrelle, Nord",
                    page("story-counter"),
                ),
                attention(
                    "Rendez les réponses avant un mois, même en vrac, à la porte où vous les avez "
                    "demandées. Sinon, la fois suivante, on ne vous parlera plus."
                ),
            ),
            fields={"attribution": ATTRIBUTION_FR},
        ),
        "en": Version(
            "Ask whom it serves",
            "ask-whom-it-serves",
            "Three questions asked aloud, without a form, say better than a poll who uses a "
            "service and who avoids it.",
            body=(
                text("""
Once the list is made, go and see people. Not with a questionnaire: with a notebook, standing,
where they already are. Outside the school when it closes, at the counter before lunch, at the
Saturday market. In two hours you will talk with some twenty people, and you will have your
answer.
"""),
                heading("The three questions"),
                text("""
1. **When did you last use it?** Not “do you use it”: everyone says yes.
2. **What would you have done without it?** The answer says whether the service matters, or looks
   nice.
3. **Who helped you?** If there is always someone, write down who: that person does work which
   nobody has counted.
"""),
                exchange(
                    "What if people have nothing to say?",
                    "That is an answer. Write “nothing” and how many times. In Wambrelle, twelve "
                    "people out of twenty did not know that there was a terminal in the hall. It "
                    "was unplugged: it drew power day and night, and nobody asked for it back.",
                ),
                exchange(
                    "Should names be written down?",
                    "No. A rough age and the neighbourhood are enough. If a sentence deserves to "
                    "be quoted, ask for consent, and note that it was given.",
                ),
                heading("Those one does not meet"),
                text("""
People who avoid a service are not at its door. Look for them elsewhere: ask the nurse, the
postman, the cashier, the librarian. They know who comes every month to have a certificate
printed.
"""),
                key_points(
                    "What we heard most often",
                    ("", "The site works, but I have lost the password."),
                    ("", "My daughter sees to it when she visits."),
                    ("", "I go on Thursdays, because on Thursdays someone is there."),
                ),
                example(
                    "A counter kept on Thursdays",
                    "In Les Tilleuls, the answers convinced the town hall to keep half a day at "
                    "the counter instead of buying a second terminal.",
                    "Wambrelle, Nord",
                    page("story-counter"),
                ),
                attention(
                    "Give the answers back within a month, even unsorted, at the door where you "
                    "asked for them. Otherwise, next time, nobody will talk to you."
                ),
            ),
            fields={"attribution": ATTRIBUTION_EN},
        ),
    },
    themes=("everyone", "data"),
    territories=("wambrelle",),
    tags=("accueil", "enquête"),
)
