"""What readers said of pages, and what moderators answered."""

from operations.demo.description import Saying

AUTHOR, OTHER, TRANSLATOR = "author@example.org", "author2@example.org", "translator-en@example.org"

REMARKS = (
    Saying(
        "seven-calls",
        "kit-gather@fr",
        OTHER,
        "example",
        "À Rochebrize nous avons appelé sept personnes ; six sont venues, et la septième a envoyé "
        "sa fille. L'appel a pris une heure, l'affiche nous en avait pris neuf.",
        days=30,
        passage=0,
        outcome="kept",
        reply="Merci : l'heure contre les neuf entrera dans la prochaine édition.",
    ),
    Saying(
        "printed-map",
        "kit-gather@fr",
        AUTHOR,
        "question",
        "Pour la carte imprimée en grand : quel format avez-vous pris, et chez qui la fait-on "
        "tirer sans payer le prix d'une bâche ?",
        days=4,
        passage=2,
    ),
    Saying(
        "who-answers",
        "kit-ask@fr",
        AUTHOR,
        "imperfection",
        "Rien sur les personnes qui ne parlent pas français. Devant l'école, c'est une sur trois.",
        days=25,
        outcome="covered",
        reason="La fiche de travail, page suivante, a un encadré sur l'interprète : nous y "
        "renvoyons maintenant d'ici.",
    ),
    Saying(
        "full-price",
        "kit-mend@fr",
        OTHER,
        "difficulty",
        "Les pièces coûtent plus cher que l'appareil neuf. Il faudrait un classement des marques.",
        days=21,
        outcome="aside",
        reason="Un classement vieillit en six mois et nous ne saurions pas le tenir. Votre cahier "
        "d'échecs, lui, nous intéresse.",
    ),
    Saying(
        "one-notebook",
        "kit-mend@fr",
        AUTHOR,
        "use",
        "Nous tenons le cahier depuis mars. Les échecs sont la page que les gens lisent en "
        "premier.",
        days=2,
        passage=1,
    ),
    Saying(
        "we-join",
        "coalition-sensors@fr",
        OTHER,
        "join",
        "La bibliothèque de Rochebrize vous rejoint, avec deux capteurs et une fenêtre au sud.",
        days=12,
        outcome="kept",
        reply="Bienvenue. Le prochain réglage se fait chez vous, si la fenêtre s'ouvre.",
    ),
    Saying(
        "six-will-come",
        "kit-gather@en",
        TRANSLATOR,
        "example",
        "We rang eight people in Carrigmoyle. Five came, and two of them had fallen out in 1998.",
        days=8,
        passage=0,
        outcome="kept",
    ),
)
