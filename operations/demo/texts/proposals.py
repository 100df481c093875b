"""What authors proposed: a text in each state that a proposal has, with what was said of it."""

from datetime import date

from operations.demo.description import Act, Entry, State, Turn, Version, prose

SOLENE, TIDIANE = "author@example.org", "author2@example.org"

SEEDS = Entry(
    "story-seeds",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Des graines dans la cabine téléphonique",
            "des-graines-dans-la-cabine-telephonique",
            "La cabine de la place n'avait plus de téléphone. Elle a des tiroirs, et dans les "
            "tiroirs, soixante sachets de graines que chacun remplit et vide.",
            fields={
                "places": "Les Tilleuls, Wambrelle",
                "done": prose("""
On a demandé la clé à la mairie, vissé un meuble de mercerie contre la vitre du fond, et écrit les
noms au dos des tiroirs. La règle tient sur une étiquette : un sachet pris, un sachet rendu à
l'automne.
"""),
                "difficulties": prose("""
L'été, il fait quarante degrés là-dedans. Les graines de laitue n'ont pas levé ; nous les gardons
maintenant dans la cave de la bibliothèque.
"""),
            },
        )
    },
    fields={"period_start": date(2026, 2, 1), "period_precision": "month"},
    themes=("living",),
    territories=("tilleuls",),
    tags=("graines",),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    state=State.DRAFT,
    owner=SOLENE,
    life=(Turn(2, Act.SUBMIT, "Mon deuxième récit. Les photos suivront si elles sont utiles."),),
)

HALL = Entry(
    "story-school-meter",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Le compteur de l'école, affiché dans le hall",
            "le-compteur-de-l-ecole-affiche-dans-le-hall",
            "Un écran de récupération montre aux élèves ce que l'école consomme. Ils ont trouvé "
            "la chambre froide de la cantine avant le technicien.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
Le relevé arrive toutes les dix minutes, une classe le dessine en barres de couleur. Chaque lundi,
deux enfants expliquent la courbe de la semaine devant les autres.
"""),
                "results": prose("""
La chambre froide tournait pendant les vacances. Éteinte, elle a fait gagner le prix de l'écran en
cinq semaines.
"""),
            },
        )
    },
    fields={"period_start": date(2026, 1, 1), "period_precision": "month"},
    themes=("energy",),
    territories=("rochebrize",),
    tags=("école", "électricité"),
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    state=State.DRAFT,
    owner=TIDIANE,
    life=(
        Turn(5, Act.SUBMIT),
        Turn(1, Act.TAKE),
    ),
)

LAUNDRY = Entry(
    "story-laundry",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Une machine à laver pour l'escalier C",
            "une-machine-a-laver-pour-l-escalier-c",
            "Plutôt que neuf machines qui tombent en panne, une seule, réparable, dans l'ancien "
            "local à vélos.",
            fields={
                "places": "Les Tilleuls, Wambrelle",
                "done": prose("""
On l'a achetée d'occasion à une laverie qui fermait. Le planning est une ardoise. Un retraité du
rez-de-chaussée change les joints et l'apprend à qui veut.
"""),
            },
        )
    },
    fields={"period_start": date(2025, 10, 1), "period_precision": "month"},
    themes=("living",),
    territories=("tilleuls",),
    tags=("prêt d'objets",),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    state=State.DRAFT,
    owner=SOLENE,
    life=(
        Turn(9, Act.SUBMIT),
        Turn(8, Act.TAKE),
        Turn(
            6,
            Act.ASK,
            "Merci, on a envie d'essayer. Il nous manque deux choses : qui paie l'eau et le "
            "courant, et combien de foyers s'en servent encore ?",
        ),
    ),
)

LIFT = Entry(
    "story-shared-car-lift",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Trois samedis sous la même voiture",
            "trois-samedis-sous-la-meme-voiture",
            "Le garage du lycée prête son pont le samedi. On y apprend à changer ses plaquettes "
            "avec quelqu'un qui l'a déjà fait.",
            fields={
                "places": "Val d'Aubrine",
                "done": prose("""
Un professeur ouvre, deux anciens élèves surveillent. Personne ne repart sans que le freinage ait
été contrôlé par un autre que soi.
"""),
            },
        )
    },
    fields={"period_start": date(2025, 9, 1), "period_precision": "month"},
    themes=("travel",),
    territories=("aubrine",),
    tags=("réparation",),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    state=State.DRAFT,
    owner=SOLENE,
    life=(
        Turn(12, Act.SUBMIT),
        Turn(11, Act.TAKE),
        Turn(10, Act.ASK, "Que dit l'assurance du lycée ? C'est la première question qu'on pose."),
        Turn(
            4,
            Act.EDIT,
            fields={
                "difficulties": prose("""
L'assurance. Il a fallu huit mois et une convention de trois pages, que nous donnons à qui la
demande.
""")
            },
        ),
        Turn(3, Act.SUBMIT, "J'ai ajouté un paragraphe sur la convention et l'assurance."),
    ),
)

PANELS = Entry(
    "story-panels",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Des panneaux à prix coûtant",
            "des-panneaux-a-prix-coutant",
            "Notre groupement propose des panneaux de 400 watts à qui commande avant la fin du "
            "mois.",
            fields={
                "done": prose("""
Le tarif comprend la livraison sur palette. La pose est en option, avec un artisan partenaire.
""")
            },
        )
    },
    fields={"period_start": date(2026, 5, 1), "period_precision": "month"},
    themes=("energy",),
    tags=("électricité",),
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    state=State.DRAFT,
    owner=TIDIANE,
    life=(
        Turn(20, Act.SUBMIT),
        Turn(19, Act.TAKE),
        Turn(
            18,
            Act.DECLINE,
            "C'est une annonce de vente, que la charte laisse de côté. Si vous racontez comment "
            "le groupement s'est formé et ce qui a coincé, nous le lirons avec plaisir.",
        ),
    ),
)

MENDING = Entry(
    "story-mending",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "Recoudre le mardi",
            "recoudre-le-mardi",
            "Deux machines à coudre dans une salle d'attente : celle de la gare, où l'on attend "
            "de toute façon.",
            fields={
                "places": "Rochebrize, Drôme",
                "done": prose("""
La salle est chauffée jusqu'à vingt heures et presque vide après le train de 18 h 12. Le chef de
gare a prêté une armoire qui ferme. On recoud des boutons, des ourlets, une fois un parapluie.
"""),
                "results": prose("""
Quatre-vingts vêtements en une saison, et trois personnes qui prennent maintenant le train suivant
exprès.
"""),
                "difficulties": prose("""
Le bruit des machines pendant les annonces. Nous nous arrêtons quand la voix commence.
"""),
            },
        )
    },
    fields={"period_start": date(2025, 11, 1), "period_precision": "month"},
    themes=("last",),
    territories=("rochebrize",),
    tags=("réparation",),
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    state=State.DRAFT,
    owner=TIDIANE,
    life=(
        Turn(40, Act.SUBMIT),
        Turn(39, Act.TAKE),
        Turn(36, Act.PUBLISH, "Beau récit. Nous l'avons mis en lien avec l'atelier du kit."),
        Turn(
            3,
            Act.EDIT,
            fields={
                "results": prose("""
Cent douze vêtements en une saison : nous avions oublié de compter ceux du vendredi. Et trois
personnes qui prennent maintenant le train suivant exprès.
""")
            },
        ),
        Turn(3, Act.SUBMIT, "Je corrige le nombre de vêtements."),
    ),
)

ROOFS = Entry(
    "story-roofs",
    "stories.StoryPage",
    "stories",
    {
        "fr": Version(
            "La carte des toits plats",
            "la-carte-des-toits-plats",
            "Une promenade avec des jumelles pour noter les toits où l'on pourrait récolter "
            "l'eau. Nous attendons l'accord du bailleur avant d'en dire plus.",
            fields={
                "places": "Wambrelle",
                "done": prose("""
Quarante et un toits en deux promenades, dessinés sur un fond de plan du cadastre.
"""),
            },
        )
    },
    fields={"period_start": date(2026, 4, 1), "period_precision": "month"},
    themes=("living",),
    tags=("eau",),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    state=State.DRAFT,
    owner=SOLENE,
    life=(
        Turn(15, Act.SUBMIT),
        Turn(13, Act.WITHDRAW),
    ),
)

LADDER = Entry(
    "story-ladder",
    "stories.StoryPage",
    "stories",
    {
        "en": Version(
            "One ladder, twelve gutters",
            "one-ladder-twelve-gutters",
            "A row of houses bought one good ladder instead of twelve bad ones, and the gutters "
            "get cleaned because somebody has to bring it back.",
            fields={
                "places": "Wambrelle",
                "done": prose("""
It hangs in the passage of number five. Whoever takes it writes the day on the wall, in chalk, and
hands it to the next house rather than putting it back.
"""),
                "results": prose("""
Two autumns without a flooded cellar. Nobody planned for that: we only wanted the ladder.
"""),
            },
        )
    },
    fields={"period_start": date(2024, 10, 1), "period_precision": "month"},
    themes=("living",),
    tags=("prêt d'objets",),
    content_language="en",
    credits=({"name": "Tidiane Morcourt", "role": "author"},),
    state=State.DRAFT,
    owner=TIDIANE,
    life=(Turn(1, Act.SUBMIT),),
)

PROPOSALS = [SEEDS, HALL, LAUNDRY, LIFT, PANELS, MENDING, ROOFS, LADDER]
