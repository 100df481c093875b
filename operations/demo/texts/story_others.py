"""Stories told in one language: two in French, one in English, one in French under /en/."""

from datetime import date

from operations.demo.blocks import attention, heading, quote, text
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
        )
    },
    fields={"period_start": date(2025, 10, 1), "period_precision": "month"},
    rows={"story_links": [{"other": page("story-walking"), "kind": "same_place"}]},
    themes=("living", "data"),
    territories=("kerlozan", "finistere"),
    tags=("haies", "relevé", "bocage"),
    credits=({"organisation": organisation("haies-vivantes"), "role": "author"},),
    picture="hedges",
)

TOOLS = Entry(
    "story-tools",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "La remise à outils qui a failli fermer",
            "la-remise-a-outils-qui-a-failli-fermer",
            "À Rochebrize, on prêtait tout à tout le monde, tous les jours. Au bout de dix-huit "
            "mois, il ne restait qu'une bénévole et une perceuse. Voici comment elle est repartie.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
Au printemps 2022, une trentaine d'habitantes et d'habitants ont vidé leurs garages dans une
remise prêtée par la commune : perceuses, échelles, machine à laver les tapis, appareil à
raclette. On venait quand on voulait, on notait dans un cahier, on rapportait.

En octobre 2023, la remise comptait quatre cents objets et **une seule bénévole** qui avait encore
la clé. La moitié des objets étaient en panne, un quart n'étaient pas revenus.

Elle a fermé six semaines. Avec la coopérative Fil de Brize, nous avons trié : cent quatre-vingts
objets gardés, le reste donné ou démonté. Une ouverture par semaine, le samedi matin, et deux
personnes à chaque fois. Le cahier est resté ; un tableau imprimé dit ce qui est sorti.
"""),
                "results": prose("""
- **Mille deux cents prêts** en 2025, contre neuf cents l'année où l'on pouvait venir tous les
  jours.
- Douze bénévoles qui viennent un samedi sur six.
- Onze objets non rendus, dont l'appareil à raclette.
"""),
                "difficulties": prose("""
Fermer a fâché des gens, et certains ne sont pas revenus. Trier a été plus dur encore : chaque
objet avait été donné par quelqu'un du village. Nous avons fini par appeler les donateurs un par
un.
"""),
                "advice": prose("""
Commencez petit et **refusez les dons pendant la première année**. Une remise pleine n'est pas une
remise utile. Comptez les heures de rangement avant les heures d'ouverture : chez nous, c'est une
heure pour une heure.
"""),
            },
            body=(
                quote(
                    "Le jour où l'on a fermé, j'ai enfin su combien de personnes s'en servaient : "
                    "elles ont toutes appelé.",
                    "La bénévole de la clé",
                ),
            ),
            rows={
                "actors": [
                    {"organisation": organisation("resserre"), "role": "prête"},
                    {"organisation": organisation("fil-de-brize"), "role": "trie et répare"},
                ]
            },
        )
    },
    fields={
        "period_start": date(2022, 4, 1),
        "period_end": date(2025, 12, 1),
        "period_precision": "month",
    },
    rows={"related_chapters": [{"chapter": page("kit-mend")}]},
    themes=("last",),
    territories=("rochebrize",),
    tags=("prêt d'objets", "bénévolat", "réparation"),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    picture="tools",
)

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
)
