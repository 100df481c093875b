"""The exploration: two axes, three groups in each, three phases in each group."""

from datetime import date

from operations.demo.blocks import axis, group, key_figure, key_figures
from operations.demo.description import Entry, Version, document, organisation, prose

HOST = "partage.deux-rives.example"


def _held(key: str) -> dict:
    return {"document": document(key), "language": "fr", "pages": 1}


def _named(file_name: str) -> dict:
    """Return a roadmap of which only the name and the host are known."""
    return {"file_name": file_name, "host": HOST, "language": "fr"}


EQUIPMENT = axis(
    "Faire durer le matériel des écoles et des mairies",
    """
Trois groupes ont suivi un ordinateur de son achat à sa sortie : avant, pendant, après. Ils se sont
retrouvés chaque soir pour comparer.
""",
    group(
        "Acheter moins",
        "Les commandes partent avant que l'on sache ce que l'on possède. Comment retourner "
        "l'ordre ?",
        [
            ("Compter", "Un relevé d'une page, en mars, dans chaque école."),
            ("Dire", "La liste est lue au conseil municipal, avant le vote du budget."),
            ("Commander", "On n'achète que ce que la liste ne couvre pas, et on l'écrit."),
        ],
        _held("roadmap-buying"),
    ),
    group(
        "Entretenir près d'ici",
        "Une panne part à trois cents kilomètres et revient sept semaines plus tard.",
        [
            ("Nommer", "Une personne par lieu note les pannes, avec du temps pour le faire."),
            ("Former", "Deux journées chez un atelier voisin, tournevis en main."),
            ("Stocker", "Dix pièces courantes dans un tiroir étiqueté."),
        ],
        _held("roadmap-repair"),
    ),
    group(
        "Donner proprement",
        "Ce qui sort des bureaux part à la benne par prudence, parce que l'on ne sait pas effacer.",
        [
            ("Effacer", "Une procédure de dix lignes, faite devant témoin."),
            ("Trier", "Ce qui marche, ce qui sert de pièces, ce qui part."),
            ("Suivre", "Un appel six mois plus tard : la machine sert-elle ?"),
        ],
        _named("feuille-de-route-donner.pdf"),
    ),
)

WELCOME = axis(
    "Garder une place à qui n'a pas d'écran",
    """
Trois groupes sont allés s'asseoir dans trois halls d'accueil, avec un carnet, avant de proposer
quoi que ce soit.
""",
    group(
        "Accueillir",
        "Le guichet ferme le jour où la borne ouvre. Peut-on faire l'inverse ?",
        [
            ("Observer", "Deux heures dans le hall : qui entre, qui ressort sans réponse ?"),
            ("Garder", "Une demi-journée fixe par semaine, la même toute l'année."),
            ("Publier", "Le nombre de personnes reçues, et de personnes reparties."),
        ],
        _named("feuille-de-route-accueillir.pdf"),
    ),
    group(
        "Aider sans faire à la place",
        "Les bénévoles connaissent par cœur des mots de passe qu'ils ne devraient pas connaître.",
        [
            ("Écrire la règle", "Ce que l'on fait, ce que l'on ne fait pas, affiché au mur."),
            ("S'asseoir à côté", "La personne tient la souris, toujours."),
            ("Passer la main", "Une adresse et un nom pour ce qui nous dépasse."),
        ],
        _named("feuille-de-route-aider.pdf"),
    ),
    group(
        "Écrire pour être lu",
        "Un courrier sur trois revient au guichet pour être expliqué.",
        [
            ("Relire", "Un comité de lectrices et de lecteurs, payé, deux heures par mois."),
            ("Couper", "Une page, une demande, une date."),
            ("Vérifier", "Compter les courriers qui reviennent, avant et après."),
        ],
        _named("feuille-de-route-ecrire.pdf"),
    ),
)

ENTRY = Entry(
    "exploration",
    "stories.ExplorationPage",
    "stories",
    {
        "fr": Version(
            "Deux jours pour faire durer et pour accueillir",
            "deux-jours-pour-faire-durer-et-pour-accueillir",
            "À Wambrelle, soixante personnes ont exploré deux questions : comment garder le "
            "matériel plus longtemps, et comment garder une place à qui n'a pas d'écran.",
            fields={
                "context": prose("""
La régie des achats de Wambrelle préparait une commande de deux cents ordinateurs. La maison de
quartier des Tilleuls, elle, voyait arriver des gens que plus personne ne recevait ailleurs. Les
deux ont découvert qu'elles parlaient du même budget. Elles ont ouvert leurs portes deux jours.
"""),
                "proceedings": prose("""
Le premier jour, six groupes de dix personnes sont partis sur le terrain, avec un carnet et sans
ordinateur. Le second, chacun a proposé **trois étapes**, et une feuille de route d'une page. Un
septième groupe, composé d'enfants, a relu toutes les feuilles et barré les mots qu'il ne
comprenait pas.
"""),
                "results": prose("""
Six feuilles de route, dont deux étaient engagées trois mois plus tard. La commande est passée de
deux cents à cent vingt machines. L'accueil du jeudi a été reconduit.
"""),
                "lessons": prose("""
- Une étape sans nom en face ne se fait pas.
- Les groupes qui sont sortis le premier jour ont proposé des choses plus petites, et les ont
  faites.
- Les enfants lisent mieux que nous : cent quatre mots barrés, cent quatre mots en moins.
"""),
            },
            body=(
                key_figures(
                    key_figure("60", "personnes, sept groupes", as_of=date(2025, 11, 21)),
                    key_figure(
                        "7", "semaines d'attente pour une réparation", source="régie de Wambrelle"
                    ),
                    key_figure(
                        "80",
                        "machines de moins à la prochaine commande",
                        source="régie de Wambrelle",
                        projected=True,
                    ),
                ),
                EQUIPMENT,
                WELCOME,
            ),
        )
    },
    fields={"held_on": date(2025, 11, 20), "date_precision": "day"},
    rows={
        "leaders": [
            {"organisation": organisation("regie-wambrelle")},
            {"organisation": organisation("maison-tilleuls")},
        ]
    },
    themes=("last", "everyone", "energy"),
    territories=("wambrelle", "nord"),
    tags=("exploration", "accueil", "achats"),
    credits=(
        {"organisation": organisation("deux-rives"), "role": "author"},
        {"organisation": organisation("regie-wambrelle"), "role": "funder"},
    ),
    picture="exploration",
)
