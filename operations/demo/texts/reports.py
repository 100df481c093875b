"""Two workshop reports, one of each form."""

from datetime import date

from operations.demo.blocks import attention, text
from operations.demo.description import Entry, Version, organisation, page, prose

DISCUSSION = Entry(
    "report-tools",
    "stories.WorkshopReportPage",
    "event-1",
    {
        "fr": Version(
            "Qui tient les outils ?",
            "qui-tient-les-outils",
            "Premier atelier de la journée de Rochebrize : ce qu'un lieu de prêt demande à celles "
            "et ceux qui le tiennent, et comment le dire avant d'ouvrir.",
            fields={
                "series": "Ateliers de Rochebrize",
                "venue": "La Resserre de Brize",
                "synthesis": prose("""
Le groupe est parti d'une plainte : « on ne trouve pas de bénévoles ». En une heure, elle s'est
retournée. Des bénévoles, il y en a, mais **personne ne leur a dit combien de temps cela durait**.
Ouvrir une remise demande deux heures ; la ranger en demande deux aussi, et celles-là ne figurent
sur aucune affiche.

On a dressé la liste de ce que fait la personne qui a la clé : ouvrir, accueillir, chercher,
noter, relancer, réparer un peu, balayer, rassurer la mairie. Huit tâches, que l'on peut partager
à trois si quelqu'un accepte de les nommer.

L'accord s'est fait sur une phrase à écrire à l'entrée : *ici, une heure de prêt coûte une heure
de rangement*. Certaines personnes la trouvent décourageante. D'autres disent que c'est pour cela
qu'elles viendraient.
"""),
            },
            rows={
                "questions": [
                    {"text": "Qu'est-ce qui use les personnes qui tiennent un lieu de prêt ?"},
                    {"text": "Que faut-il dire avant d'ouvrir, pour ne pas fermer après ?"},
                ],
                "points": [
                    {
                        "kind": "finding",
                        "text": "Le rangement prend autant de temps que l'ouverture.",
                    },
                    {
                        "kind": "finding",
                        "text": "La clé unique fait dépendre le lieu d'une seule personne.",
                    },
                    {"kind": "lead", "text": "Trois clés, trois prénoms, un calendrier affiché."},
                    {
                        "kind": "lead",
                        "text": "Refuser les dons d'objets pendant la première année.",
                    },
                    {
                        "kind": "attention",
                        "text": "Ne pas confondre bénévole et habitant de passage qui dépanne.",
                    },
                ],
                "key_points": [
                    {
                        "name": "Bakary Dorvalet",
                        "consent": "given",
                        "text": "J'ai ouvert cent vingt samedis. On m'a remercié deux fois, et "
                        "c'étaient les deux fois où j'étais en retard.",
                    },
                    {
                        "name": "Lucie Ferrandeau",
                        "consent": "refused",
                        "text": "Si l'on me donne une tâche avec une fin, je dis oui.",
                    },
                    {
                        "name": "Maître Valadou",
                        "consent": "not_asked",
                        "text": "L'assurance demande un inventaire. Faites-le avant, pas après.",
                    },
                    {"text": "Un cahier suffit, pourvu qu'il reste dans le lieu."},
                ],
            },
        )
    },
    fields={
        "form": "discussion",
        "series_number": "1",
        "session_number": "1",
        "held_on": date(2024, 10, 5),
        "event": page("event-1"),
    },
    rows={
        "facilitators": [
            {"name": "Solène Garrivet", "consent": "given"},
            {"name": "Noé Taschereau", "organisation": "Fil de Brize", "consent": "given"},
        ],
        "participants": [
            {
                "name": "Bakary Dorvalet",
                "organisation": "La Resserre de Brize",
                "consent": "given",
            },
            {"name": "Lucie Ferrandeau", "consent": "refused"},
            {"name": "Camille Bréventin", "consent": "given"},
            {"name": "Amina Rochedieu", "organisation": "Mairie", "consent": "not_asked"},
            {"name": "Jeanne Corbillard-Maes", "consent": "not_asked"},
            {"name": "Thaïs", "consent": "given"},
        ],
    },
    themes=("last", "everyone"),
    territories=("rochebrize",),
    tags=("atelier", "prêt d'objets", "bénévolat"),
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
)

FOUR_PARTS = Entry(
    "report-surveys",
    "stories.WorkshopReportPage",
    "stories",
    {
        "fr": Version(
            "À qui rend-on ce que l'on a relevé ?",
            "a-qui-rend-on-ce-que-l-on-a-releve",
            "Un atelier en quatre temps, à Villemarou et à l'écran : promesses, tensions, envies "
            "et messages autour des relevés faits à plusieurs.",
            fields={
                "series": "Ateliers de Villemarou",
                "venue": "Médiathèque de Villemarou, et en ligne",
                "promises": prose("""
- Des **collégiens qui comptent** deviennent les meilleurs avocats d'un passage piéton.
- Un relevé affiché se corrige tout seul : un crayon suffit.
- Les bénévoles d'une rivière connaissent des trous d'eau que le syndicat n'a pas sur ses cartes.
"""),
                "tensions": prose("""
- Mesurer, c'est **choisir ce que l'on ne mesure pas**. Qui décide ?
- Les données publiques d'une ferme ne sont pas celles d'une mairie : la même ouverture n'a pas
  les mêmes suites.
- On demande aux bénévoles la rigueur d'un laboratoire, et la patience en plus.
- Un capteur rassure. Est-ce pour cela qu'on l'achète ?
"""),
                "wishes": prose("""
- Écrire à l'avance, sur une demi-page, **ce que l'on décidera** selon le résultat.
- Refaire à deux un relevé sur dix, et publier les écarts.
- Une journée par an pour jeter les mesures dont personne ne s'est servi.
"""),
                "messages": prose("""
À celles et ceux qui financent : payez les heures de retour, pas seulement les boîtiers.

Aux communes : dites quand le relevé a changé une décision. C'est la seule récompense que l'on
nous ait demandée.

À nous-mêmes : **rendre avant un mois**, même en vrac.
"""),
            },
            body=(
                text("""
Le groupe à l'écran et le groupe sur place ont travaillé sur la même feuille, lue à voix haute
tous les quarts d'heure. Cela ralentit. Personne ne s'en est plaint.
"""),
                attention(
                    "Les phrases ci-dessus sont celles du groupe. Elles n'engagent pas les "
                    "organisations des personnes présentes."
                ),
            ),
        ),
        "en": Version(
            "To whom do we give back what was recorded?",
            "to-whom-do-we-give-back-what-was-recorded",
            "A workshop in four parts, in Villemarou and on screen: promises, tensions, wishes and "
            "messages about surveys made together.",
            fields={
                "series": "Villemarou workshops",
                "venue": "Villemarou library, and online",
                "promises": prose("""
- **Pupils who count** become the best advocates of a crossing.
- A survey on the wall corrects itself: a pencil is enough.
- The volunteers of a river know water holes that the board does not have on its maps.
"""),
                "tensions": prose("""
- To measure is **to choose what is not measured**. Who decides?
- The public data of a farm are not those of a town hall: the same openness does not have the same
  consequences.
- Volunteers are asked for the rigour of a laboratory, and for patience besides.
- A sensor reassures. Is that why it is bought?
"""),
                "wishes": prose("""
- Write beforehand, on half a page, **what will be decided** depending on the result.
- Walk one survey in ten again, in pairs, and publish the differences.
- One day a year to throw away the measurements that nobody used.
"""),
                "messages": prose("""
To those who fund: pay for the hours of giving back, not only for the boxes.

To municipalities: say when the survey has changed a decision. It is the only reward we were asked
for.

To ourselves: **give back within a month**, even unsorted.
"""),
            },
            body=(
                text("""
The group on screen and the group in the room worked on the same sheet, read aloud every quarter of
an hour. It slows things down. Nobody complained.
"""),
                attention(
                    "The sentences above are those of the group. They do not bind the "
                    "organisations of those present."
                ),
            ),
        ),
    },
    fields={
        "form": "four_parts",
        "held_on": date(2025, 5, 17),
        "event": page("event-2"),
        "coalition": page("coalition-counter"),
    },
    rows={
        "facilitators": [{"name": "Yannick Orvault", "consent": "given"}],
        "participants": [
            {
                "name": "Inès Quillioud",
                "organisation": "Talus et ragosses",
                "consent": "given",
            },
            {"name": "Odile Ramberty", "organisation": "Les Mains d'Aubrine", "consent": "given"},
            {"name": "Élouan Pradix", "consent": "not_asked"},
            {"name": "Fatou Lemairet", "organisation": "Maison des Tilleuls", "consent": "given"},
        ],
    },
    themes=("data", "living"),
    territories=("villemarou",),
    tags=("atelier", "relevé", "données ouvertes"),
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
)
