"""The files and the pictures of the demo."""

from operations.demo.description import FileEntry, PictureEntry
from operations.demo.pdf import Kind

RULES = ((Kind.RULE, ""),)
DRAWN = "Dessin du projet, CC0 1.0"


def _roadmap(key: str, title: str, steps: list[str]) -> FileEntry:
    lines = [
        (Kind.TEXT, "Exploration de Wambrelle, novembre 2025. Une page, trois étapes."),
        (Kind.HEADING, "Les étapes"),
        *[(Kind.ITEM, step) for step in steps],
        (Kind.HEADING, "Qui s'en occupe, et quand ?"),
        *RULES * 4,
    ]
    return FileEntry(f"file.{key}", f"{key}.pdf", title, "fr", tuple(lines))


SUMMARY_FR = (
    (Kind.TEXT, "Deuxième édition, mars 2026. Réseau Deux rives. CC BY-SA 4.0."),
    (Kind.HEADING, "1. Regarder autour de soi"),
    (Kind.ITEM, "Compter ce qui est déjà là : une page, cinq colonnes, une demi-journée."),
    (Kind.ITEM, "Demander à qui cela sert : trois questions, debout, avec un carnet."),
    (Kind.HEADING, "2. Faire ensemble"),
    (Kind.ITEM, "Réunir celles et ceux qui ne se parlent pas : huit appels, six personnes."),
    (Kind.ITEM, "Réparer, prêter, réemployer : choisir une seule façon, la tenir un an."),
    (Kind.HEADING, "À garder en tête"),
    (Kind.TEXT, "Écrire la date. Noter qui s'en occupe en août. Compter aussi les échecs."),
    (Kind.TEXT, "Cet aide-mémoire ne remplace pas le kit : il tient dans une poche."),
)
SUMMARY_EN = (
    (Kind.TEXT, "Second edition, March 2026. Deux rives network. CC BY-SA 4.0."),
    (Kind.HEADING, "1. Look around you"),
    (Kind.ITEM, "Count what is already there: one page, five columns, half a day."),
    (Kind.ITEM, "Ask whom it serves: three questions, standing, with a notebook."),
    (Kind.HEADING, "2. Act together (in French for now)"),
    (Kind.ITEM, "Bring together those who do not speak: eight calls, six people."),
    (Kind.ITEM, "Mend, lend, reuse: choose one way and keep to it for a year."),
    (Kind.HEADING, "To keep in mind"),
    (Kind.TEXT, "Write the date. Note who looks after it in August. Count failures too."),
)

FILES = [
    FileEntry("file.kit-colour", "agir-ici-aide-memoire.pdf", "Agir ici", "fr", SUMMARY_FR),
    FileEntry(
        "file.kit-bw",
        "agir-ici-aide-memoire-noir-et-blanc.pdf",
        "Agir ici",
        "fr",
        SUMMARY_FR,
        colour=False,
    ),
    FileEntry("file.kit-english", "act-here-one-page.pdf", "Act here", "en", SUMMARY_EN),
    FileEntry(
        "file.inventory-sheet",
        "feuille-de-releve.pdf",
        "Relevé : ce qui est déjà là",
        "fr",
        (
            (Kind.TEXT, "Lieu :                              Date :                   Par :"),
            (Kind.TEXT, "Objet / Où / S'allume ? / Qui s'en sert / Qui s'en occupe"),
            *RULES * 20,
            (Kind.TEXT, "À refaire dans un an. Par qui ?"),
        ),
    ),
    FileEntry(
        "file.inventory-english",
        "survey-sheet.pdf",
        "Survey: what is already there",
        "en",
        (
            (Kind.TEXT, "Thing / Where / Does it start? / Who uses it / Who looks after it"),
            *RULES * 20,
            (Kind.TEXT, "To be done again in a year. By whom?"),
        ),
    ),
    FileEntry(
        "file.meeting-sheet",
        "fiche-premiere-reunion.pdf",
        "Préparer une première réunion",
        "fr",
        (
            (Kind.HEADING, "Huit noms, et une raison pour chacun"),
            *RULES * 8,
            (Kind.HEADING, "Le lieu, l'heure, la personne qui a la clé"),
            *RULES * 2,
            (Kind.HEADING, "L'objet qui ne marche plus, et qui l'apporte"),
            *RULES * 2,
            (Kind.HEADING, "La date suivante"),
            *RULES,
        ),
    ),
    FileEntry(
        "file.day-1",
        "journee-1-synthese.pdf",
        "Journée 1 : réparer ensemble",
        "fr",
        (
            (Kind.TEXT, "Rochebrize, 5 octobre 2024. Trente-quatre personnes."),
            (Kind.HEADING, "Ce que l'on retient"),
            (Kind.ITEM, "Une heure de prêt coûte une heure de rangement."),
            (Kind.ITEM, "Deux villes n'achèteront plus sans avoir compté."),
            (Kind.ITEM, "Dix-neuf objets ouverts, onze réparés."),
            (Kind.HEADING, "Ce qui reste ouvert"),
            (Kind.TEXT, "Où ranger les pièces ? Qui paie les heures de retour ?"),
        ),
    ),
    _roadmap(
        "roadmap-buying",
        "Feuille de route : acheter moins",
        [
            "Compter en mars, dans chaque école.",
            "Lire la liste au conseil, avant le vote.",
            "Commander ce que la liste ne couvre pas.",
        ],
    ),
    _roadmap(
        "roadmap-repair",
        "Feuille de route : entretenir près d'ici",
        [
            "Nommer une personne par lieu.",
            "Former pendant deux journées, tournevis en main.",
            "Garder dix pièces courantes dans un tiroir.",
        ],
    ),
]


def _scene(key: str, title: str, description: str, family: str, name: str) -> PictureEntry:
    arguments = {"family": family, "name": name}
    return PictureEntry(f"picture.{key}", title, description, DRAWN, "scene", arguments)


PICTURES = [
    _scene(
        "kit", "Deux rives", "Deux disques qui se recouvrent, au-dessus de l'eau.", "kit", "cover"
    ),
    _scene(
        "count",
        "Le placard ouvert",
        "Un placard ouvert sur neuf ordinateurs ; un disque marque ceux qui démarrent.",
        "kit",
        "cupboard",
    ),
    _scene(
        "library",
        "La table de la médiathèque",
        "Une étagère de livres, et dessous une table où l'on a posé une bouilloire et des outils.",
        "story",
        "books",
    ),
    _scene(
        "school",
        "Le passage de l'école",
        "Une école, un passage piéton et cinq disques qui s'en approchent.",
        "story",
        "crossing",
    ),
    _scene("hedges", "Trois haies", "Trois haies l'une derrière l'autre.", "story", "hedges"),
    _scene(
        "tools",
        "Le mur de la remise",
        "Des outils pendus à un panneau, et la place vide de celui qui est sorti.",
        "story",
        "tools",
    ),
    _scene(
        "exploration",
        "Deux axes, six groupes",
        "Un point d'où partent deux chemins, qui se divisent chacun en trois.",
        "story",
        "paths",
    ),
    _scene(
        "night",
        "Le bourg éteint",
        "Un village sous les étoiles : deux fenêtres et une seule lampe allumées.",
        "story",
        "night",
    ),
    _scene(
        "baskets", "Trois paniers", "Trois paniers de légumes sur une planche.", "story", "baskets"
    ),
    _scene(
        "carpool",
        "Le tableau aux aimants",
        "Un tableau blanc où passe une rivière, avec des aimants dans un rond et autour.",
        "story",
        "magnets",
    ),
    _scene(
        "heat",
        "Deux thermomètres",
        "Deux thermomètres : celui au soleil monte plus haut que celui à l'ombre.",
        "story",
        "thermometers",
    ),
    _scene(
        "channel",
        "La règle de la vanne",
        "Un canal entre deux champs, et une vanne sur laquelle une règle est peinte.",
        "story",
        "channel",
    ),
    _scene(
        "teacher",
        "Devant le tableau noir",
        "Une femme au chignon, devant un tableau noir où deux disques changent de place.",
        "story",
        "teacher",
    ),
    _scene(
        "buyer",
        "Devant les étagères",
        "Une femme aux cheveux longs, devant des étagères de cartons.",
        "story",
        "buyer",
    ),
    _scene(
        "mender",
        "Devant les outils",
        "Une femme aux cheveux courts, devant un panneau d'outils.",
        "story",
        "mender",
    ),
    _scene(
        "buying",
        "La palette",
        "Des cartons sur une palette ; au-dessus, le contour de ceux que l'on n'a pas achetés.",
        "coalition",
        "parcels",
    ),
    _scene(
        "parts",
        "Les pièces",
        "Des roues dentées, et une seule sur l'étagère.",
        "coalition",
        "gears",
    ),
    _scene(
        "counter",
        "Le guichet",
        "Une personne derrière un comptoir, une autre devant.",
        "coalition",
        "counter",
    ),
    _scene(
        "notebook",
        "Le carnet ouvert",
        "Un carnet ouvert : des relevés à gauche, une courbe à droite, un crayon.",
        "coalition",
        "notebook",
    ),
    _scene(
        "lamps",
        "Deux lampes sur neuf",
        "Neuf lampadaires le long d'une pente, dont deux allumés.",
        "coalition",
        "lamps",
    ),
    _scene(
        "days",
        "La grande table",
        "Une longue table vue de haut, des gens autour et une place libre.",
        "event",
        "table",
    ),
    _scene("meters", "Quatre compteurs", "Quatre cadrans sur une multiprise.", "event", "dials"),
    _scene(
        "hedge-visit",
        "La marche",
        "Huit personnes qui marchent en file sur un chemin, entre des collines.",
        "event",
        "walkers",
    ),
    _scene(
        "drawers",
        "Les tiroirs",
        "Un meuble de vingt-quatre petits tiroirs, dont deux ouverts.",
        "event",
        "drawers",
    ),
    PictureEntry(
        "picture.register",
        "Cent quarante et une remarques",
        "Cent quarante et un disques, dont soixante-douze pleins.",
        DRAWN,
        "disc_rows",
        {"family": "story", "filled": 72, "total": 141, "columns": 18},
    ),
    PictureEntry(
        "picture.discs",
        "Quarante-cinq ordinateurs",
        "Quarante-cinq disques en cinq rangées de neuf : trente-deux pleins, treize vides.",
        DRAWN,
        "disc_rows",
        {"family": "kit", "filled": 32, "total": 45, "columns": 9},
    ),
    PictureEntry(
        "picture.walking",
        "Cinq semaines de marche",
        "Cinq disques de plus en plus grands, posés sur une ligne.",
        DRAWN,
        "growing_discs",
        {"family": "story", "counts": [31, 38, 44, 52, 57]},
    ),
]
