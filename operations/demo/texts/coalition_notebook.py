"""The coalition that has spread: a notebook before a screen, in classes and in the field."""

from datetime import date

from operations.demo.blocks import heading, key_figure, key_figures, quote, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

NOTEBOOK = Entry(
    "coalition-notebook",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Le carnet avant l'écran",
            "le-carnet-avant-l-ecran",
            "Trois mois de mesures à la main avant tout achat d'appareil de mesure. Née dans une "
            "école, reprise par vingt-six classes, un syndicat d'eau et trois villages d'Aragon.",
            fields={
                "transforming_intent": prose("""
Personne n'achète de quoi mesurer **avant d'avoir mesuré à la main pendant trois mois**, et d'avoir
écrit ce que cela a fait décider.
"""),
                "vision": prose("""
Les enfants savent d'où vient un chiffre. Les adultes aussi. Quand un appareil arrive, il relaie un
carnet qui existe déjà, et le carnet continue une fois par mois, pour vérifier.
"""),
                "impact": prose("""
Deux appareils sur trois jamais achetés, parce que le carnet a suffi. Les autres mieux posés, et
surveillés par quelqu'un qui sait lire leur erreur.
"""),
                "impact_horizon": "2028",
                "holder_role": "enseignante",
            },
            body=(
                heading("Essaimer sans franchise"),
                text("""
Nous n'avons ni logo, ni label, ni comité. Une feuille A5 pliée en quatre explique la règle ; on la
recopie. En mars 2026 nous avons cessé de compter les groupes, parce qu'une classe de Lozère nous a
répondu qu'elle ne se sentait « membre de rien » et qu'elle continuait quand même. C'est devenu
notre définition d'essaimer.

Ce qui reste commun : une lettre par trimestre, écrite à tour de rôle, où chacun raconte une mesure
inutile.
"""),
                key_figures(
                    key_figure("26", "classes au dernier comptage", as_of=date(2026, 3, 6)),
                    key_figure("14", "achats abandonnés", source="lettres reçues"),
                    key_figure("9", "achats faits, après le carnet", source="lettres reçues"),
                ),
                quote(
                    "Mes élèves ont demandé à voir le thermomètre de la météo. Avant, ils "
                    "croyaient que les degrés venaient du téléphone.",
                    "Une enseignante de CM1",
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2024, 11, 13),
                        "date_precision": "day",
                        "note": "Une feuille pliée, après le récit des onze capteurs.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 3, 1),
                        "date_precision": "month",
                        "note": "Quatre classes et un syndicat d'eau essaient la règle.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2025, 9, 1),
                        "date_precision": "month",
                        "note": "Le Val d'Aubrine l'écrit dans ses bons de commande.",
                    },
                    {
                        "stage": "spread",
                        "reached_on": date(2026, 3, 6),
                        "date_precision": "day",
                        "note": "Vingt-six classes, trois villages : on arrête de compter.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Des CM1 ont fait échanger leurs places à deux thermomètres.",
                        "story": page("story-heat"),
                    },
                    {
                        "text": "En Aragon, une règle peinte a remplacé un programme.",
                        "story": page("story-channel"),
                    },
                ],
                "problems": [
                    {"text": "Trois mois ne rentrent pas dans un trimestre scolaire."},
                    {"text": "Les aides paient l'appareil, jamais le temps du carnet."},
                ],
                "actors": [
                    {"organisation": organisation("ecole-trois-puits"), "commitment": "engaged"},
                    {"organisation": organisation("syndicat-eau"), "commitment": "engaged"},
                    {
                        "organisation": organisation("regantes-fuentelobera"),
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("college-kerlozan"), "commitment": "invited"},
                    {"description": "Un fabricant de stations météo", "commitment": "sought"},
                ],
            },
        ),
        "en": Version(
            "The notebook before the screen",
            "the-notebook-before-the-screen",
            "Three months of measuring by hand before any measuring device is bought. Born in a "
            "school, taken up by twenty-six classes, a water board and three villages of Aragon.",
            fields={
                "transforming_intent": prose("""
Nobody buys something to measure with **before having measured by hand for three months**, and
having written down what it made them decide.
"""),
                "vision": prose("""
Children know where a figure comes from. So do adults. When a device arrives it takes over from a
notebook that is already there, and the notebook goes on once a month, as a check.
"""),
                "impact": prose("""
Two devices out of three never bought, because the notebook was enough. The others better placed,
and watched by someone who can read their errors.
"""),
                "impact_horizon": "2028",
                "holder_role": "teacher",
            },
            body=(
                heading("Spreading without a franchise"),
                text("""
We have no logo, no label, no committee. An A5 sheet folded in four explains the rule; people copy
it out. In March 2026 we stopped counting groups, because a class in Lozère replied that it felt
“a member of nothing” and was carrying on all the same. That became our definition of spreading.

What we still share: one letter a term, written in turn, in which everyone tells of a measurement
that was no use.
"""),
                key_figures(
                    key_figure("26", "classes at the last count", as_of=date(2026, 3, 6)),
                    key_figure("14", "purchases given up", source="letters received"),
                    key_figure("9", "purchases made, notebook first", source="letters received"),
                ),
                quote(
                    "My pupils asked to see the weather forecast's thermometer. Until then they "
                    "thought degrees came from the telephone.",
                    "A primary school teacher",
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2024, 11, 13),
                        "date_precision": "day",
                        "note": "A folded sheet, after the story of the eleven sensors.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 3, 1),
                        "date_precision": "month",
                        "note": "Four classes and a water board try the rule.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2025, 9, 1),
                        "date_precision": "month",
                        "note": "Val d'Aubrine writes it into its purchase orders.",
                    },
                    {
                        "stage": "spread",
                        "reached_on": date(2026, 3, 6),
                        "date_precision": "day",
                        "note": "Twenty-six classes, three villages: we stop counting.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Pupils made two thermometers change places.",
                        "story": page("story-heat"),
                    },
                    {
                        "text": "In Aragon, a painted ruler replaced a program.",
                        "story": page("story-channel"),
                    },
                ],
                "problems": [
                    {"text": "Three months do not fit into a school term."},
                    {"text": "Grants pay for the device, never for the time of the notebook."},
                ],
                "actors": [
                    {"organisation": organisation("ecole-trois-puits"), "commitment": "engaged"},
                    {"organisation": organisation("syndicat-eau"), "commitment": "engaged"},
                    {
                        "organisation": organisation("regantes-fuentelobera"),
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("college-kerlozan"), "commitment": "invited"},
                    {"description": "A maker of weather stations", "commitment": "sought"},
                ],
            },
        ),
    },
    fields={
        "number": 5,
        "stage": "spread",
        "coalition_family": family("using"),
        "holder_name": "Maëlle Quentric",
        "holder_consent": "given",
        "holder_organisation": organisation("ecole-trois-puits"),
    },
    themes=("data", "living"),
    territories=("aubrine", "spain"),
    tags=("école", "relevé", "capteurs"),
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
    picture="notebook",
)
