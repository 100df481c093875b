"""Stories told in one language: one in English, one in French under /en/."""

from datetime import date

from operations.demo.blocks import quote
from operations.demo.description import Entry, Version, organisation, page, prose

COUNTER = Entry(
    "story-counter",
    "stories.StoryPage",
    "stories",
    {
        "en": Version(
            "Garder un guichet, une borne en moins",
            "garder-un-guichet",
            "Aux Tilleuls, à Wambrelle, la mairie devait acheter une deuxième borne. Après vingt "
            "conversations, elle a gardé une personne le jeudi. Ce texte attend sa traduction.",
            fields={
                "places": "Les Tilleuls, Wambrelle, Nord",
                "done": prose("""
La borne du hall servait à tout : cantine, état civil, inscriptions. On nous a demandé où mettre
la deuxième. Nous sommes allés poser trois questions à vingt personnes, au marché et devant
l'école. **Douze ne savaient pas que la première existait.** Cinq y étaient allées une fois, avec
leur fille ou leur voisin. Trois s'en servaient.

Nous avons rendu les réponses sur une feuille, à l'accueil de la maison de quartier. Le service
des achats est venu la lire, puis il est revenu un jeudi, s'asseoir à côté de l'agente.
"""),
                "results": prose("""
La deuxième borne n'a pas été commandée ; la première a été débranchée. L'accueil du jeudi est
passé de deux à quatre heures, avec un poste où l'on fait **avec** la personne, et une imprimante
qui marche.
"""),
                "difficulties": prose("""
Quatre heures par semaine ne se prennent pas dans le même budget qu'une borne. Il a fallu dix mois
et deux délibérations.
"""),
                "advice": prose("""
Ne dites pas « les gens n'aiment pas les écrans ». Ils ont un téléphone dans la poche. Dites qui
vient, quand, et pour quoi.
"""),
            },
            rows={
                "actors": [
                    {"organisation": organisation("maison-tilleuls"), "role": "accueille"},
                    {"organisation": organisation("regie-wambrelle"), "role": "finance"},
                ]
            },
            text_language="fr",
        )
    },
    fields={
        "period_start": date(2024, 9, 1),
        "period_end": date(2025, 7, 1),
        "period_precision": "month",
        "coalition": page("coalition-buying"),
    },
    rows={"related_chapters": [{"chapter": page("kit-ask")}]},
    themes=("everyone",),
    territories=("tilleuls",),
    tags=("accueil", "guichet"),
    credits=({"organisation": organisation("maison-tilleuls"), "role": "author"},),
)

LAPTOPS = Entry(
    "story-laptops",
    "stories.StoryPage",
    "stories",
    {
        "en": Version(
            "Repair the school laptops",
            "repair-the-school-laptops",
            "In Carrigmoyle, pupils run a repair desk at lunch time. The school has not bought a "
            "laptop for two years, and the waiting list is for joining the desk.",
            fields={
                "places": "Carrigmoyle, Ireland",
                "done": prose("""
The school lends a laptop to every first-year pupil. By Christmas a third of them are in a
cupboard: cracked screens, missing keys, chargers chewed by dogs. The contract sends them away for
seven weeks.

A teacher had read about the library in Villemarou and asked for one thing: to open the cupboard.
A desk, four toolkits and a ledger were put in the corridor outside the canteen. **Pupils sign in
what breaks, and sign it out when it works.** A retired postman comes on Wednesdays to check the
solder.

Parts come from the machines that are past saving. Each has a label with its last owner's advice.
"""),
                "results": prose("""
- One hundred and forty laptops through the desk in two school years; one hundred and twelve back
  in a bag.
- The average wait is down from seven weeks to **four days**.
- Nineteen pupils on the team, eleven of them girls, and a list of those who would like to join.
"""),
                "difficulties": prose("""
The insurer asked for a risk assessment and took five months to read it. Batteries are out of
bounds for pupils, and always will be. And exams: in May the desk is empty, exactly when everyone
needs a machine.
"""),
                "advice": prose("""
Start with keyboards. They come off with two screws, cost little, and nobody is afraid of a
keyboard. Let the pupils write the ledger: they are stricter than we are.
"""),
            },
            body=(
                quote(
                    "I broke it on Monday and fixed it on Friday. My mother still does not know.",
                    "A second-year pupil",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("carrigmoyle-school"), "role": "runs the desk"}
                ]
            },
        )
    },
    fields={"period_start": date(2024, 1, 8), "period_precision": "month"},
    rows={"story_links": [{"other": page("story-library"), "kind": "inspired_by"}]},
    themes=("last",),
    territories=("carrigmoyle",),
    tags=("réparation", "école"),
    credits=({"name": "Ruth Ellerbeck", "role": "author"},),
    content_language="en",
    published=date(2026, 1, 25),
)
