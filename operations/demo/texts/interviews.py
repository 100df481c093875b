"""Two interviews: the holder of a coalition, a volunteer."""

from datetime import date

from operations.demo.blocks import exchange
from operations.demo.description import Entry, Version, organisation, page

PURCHASER = Entry(
    "interview-purchaser",
    "stories.InterviewPage",
    "coalition-buying",
    {
        "fr": Version(
            "« Nous possédions déjà la moitié de la commande »",
            "nous-possedions-deja-la-moitie-de-la-commande",
            "Marianne Desquenoy achète pour une ville et quatorze écoles. Elle raconte le relevé "
            "qui a changé sa liste, et les collègues qu'il a fallu convaincre.",
            fields={
                "person_role": "responsable des achats",
                "occasion": "Premier anniversaire de la coalition",
            },
            body=(
                exchange(
                    "Qu'est-ce qui vous a décidée à compter ?",
                    "Une palette. Elle est arrivée en septembre, quarante ordinateurs neufs, et "
                    "pour la ranger il a fallu sortir du local... trente ordinateurs. Je me suis "
                    "assise dessus et j'ai appelé le directeur des écoles.",
                ),
                exchange(
                    "Comment avez-vous fait, en pratique ?",
                    "Deux mercredis, quatre personnes, une feuille. Nous avons écrit la règle "
                    "avant de commencer : un ordinateur marche s'il ouvre une page et tient une "
                    "heure. Sans cette phrase, chacun aurait compté à sa façon.\n\nNous "
                    "possédions déjà **la moitié de la commande suivante**. Pas la moitié en "
                    "état : la moitié que l'on pouvait remettre en état pour le prix de quatre "
                    "machines neuves.",
                ),
                exchange(
                    "Qui a résisté ?",
                    "Pas les enseignants. Plutôt nous, au service des achats : une commande "
                    "groupée se fait en une journée, un relevé revient chaque année. J'ai dû "
                    "montrer que les heures passées revenaient en argent, colonne contre "
                    "colonne.",
                ),
                exchange(
                    "Que diriez-vous à une petite commune ?",
                    "Que c'est plus facile pour elle. On y sait qui a la clé du placard. Et "
                    "qu'elle n'attende pas une délibération pour ouvrir une porte.",
                ),
            ),
        ),
        "en": Version(
            "“We already owned half of the order”",
            "we-already-owned-half-of-the-order",
            "Marianne Desquenoy buys for a town and fourteen schools. She tells of the survey that "
            "changed her list, and of the colleagues who had to be convinced.",
            fields={
                "person_role": "head of purchasing",
                "occasion": "First anniversary of the coalition",
            },
            body=(
                exchange(
                    "What made you decide to count?",
                    "A pallet. It came in September, forty new computers, and to put it away we "
                    "had to take out of the store room... thirty computers. I sat down on it "
                    "and called the head of schools.",
                ),
                exchange(
                    "How did you go about it?",
                    "Two Wednesdays, four people, one sheet. We wrote the rule before we began: a "
                    "computer works if it opens a page and lasts an hour. Without that sentence "
                    "everyone would have counted in their own way.\n\n"
                    "We already owned **half of the next order**. Not half in working order: half "
                    "that could be put right for the price of four new machines.",
                ),
                exchange(
                    "Who resisted?",
                    "Not the teachers. Rather ourselves, in purchasing: a bulk order takes a "
                    "day, a survey comes back every year. I had to show that the hours spent "
                    "came back as money, column against column.",
                ),
                exchange(
                    "What would you say to a small town?",
                    "That it is easier there. People know who has the key to the cupboard. And "
                    "that it need not wait for a council vote to open a door.",
                ),
            ),
        ),
    },
    fields={
        "person": "Marianne Desquenoy",
        "organisation": organisation("regie-wambrelle"),
        "coalition": page("coalition-buying"),
        "coalition_number": 1,
        "held_on": date(2025, 10, 9),
    },
    themes=("last",),
    territories=("wambrelle",),
    tags=("achats", "inventaire"),
    credits=({"name": "Solène Garrivet", "role": "author"},),
    picture="buyer",
)

VOLUNTEER = Entry(
    "interview-volunteer",
    "stories.InterviewPage",
    "stories",
    {
        "fr": Version(
            "« Une charnière, ça se raconte »",
            "une-charniere-ca-se-raconte",
            "Odile Ramberty répare un samedi par mois depuis bientôt deux ans. Elle parle de "
            "patience, de pièces introuvables et de ce que l'on apprend à ne pas réparer.",
            fields={
                "person_role": "bénévole, ancienne couturière",
                "occasion": "Deuxième journée des deux rives, à la pause",
            },
            body=(
                exchange(
                    "Vous étiez couturière. Qu'est-ce que cela change ?",
                    "Je n'ai pas peur d'ouvrir. Une veste, un ordinateur, c'est pareil : il y a un "
                    "endroit, et un ordre. Si l'on force, on a perdu.",
                ),
                exchange(
                    "Quelle est la panne la plus fréquente ?",
                    "La charnière. On ouvre, on ferme, on porte d'une main, et un jour l'écran "
                    "tient par un fil. Ça ne se colle pas. Il faut la pièce, et la pièce est à "
                    "l'autre bout de la France dans un tiroir que personne n'a étiqueté.",
                ),
                exchange(
                    "Que faites-vous quand vous ne savez pas ?",
                    "Je le dis. Ensuite on cherche à deux, la personne et moi. Il arrive qu'elle "
                    "trouve : c'est sa machine, elle sait quand le bruit a commencé.",
                ),
                exchange(
                    "Et ce que vous ne réparez pas ?",
                    "Les batteries. Les micro-ondes. Et les choses dont les gens ne veulent plus, "
                    "mais n'osent pas jeter. Celles-là, on les démonte ensemble, on garde les "
                    "vis, et la personne repart légère.",
                ),
            ),
        ),
        "en": Version(
            "“A hinge has a story to tell”",
            "a-hinge-has-a-story-to-tell",
            "Odile Ramberty has been mending things one Saturday a month for nearly two years. She "
            "talks of patience, of parts that cannot be found, and of learning what not to mend.",
            fields={
                "person_role": "volunteer, former seamstress",
                "occasion": "Second Deux rives day, during the break",
            },
            body=(
                exchange(
                    "You used to be a seamstress. What difference does it make?",
                    "I am not afraid to open things. A jacket, a computer, it is the same: there "
                    "is a place, and an order. Force it and you have lost.",
                ),
                exchange(
                    "Which is the most common fault?",
                    "The hinge. You open, you close, you carry it in one hand, and one day the "
                    "screen hangs by a thread. It cannot be glued. You need the part, and the part "
                    "is at the other end of France in a drawer that nobody has labelled.",
                ),
                exchange(
                    "What do you do when you do not know?",
                    "I say so. Then there are two of us looking, the person and I. They find it, "
                    "sometimes: it is their machine, they know when the noise began.",
                ),
                exchange(
                    "And what you do not mend?",
                    "Batteries. Microwave ovens. And the things that people no longer want but "
                    "dare not throw away. Those we take apart together, we keep the screws, and "
                    "the person goes home lighter.",
                ),
            ),
        ),
    },
    fields={
        "person": "Odile Ramberty",
        "organisation": organisation("mains-d-aubrine"),
        "coalition": page("coalition-parts"),
        "coalition_number": 2,
        "event": page("event-2"),
        "held_on": date(2025, 5, 17),
    },
    themes=("last", "everyone"),
    territories=("villemarou",),
    tags=("réparation", "bénévolat"),
    credits=({"name": "Yannick Orvault", "role": "author"},),
    picture="mender",
)
