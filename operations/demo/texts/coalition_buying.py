"""The first coalition, engaged: buying after counting."""

from datetime import date

from operations.demo.blocks import heading, key_figure, key_figures, text
from operations.demo.description import Entry, Version, family, organisation, page, prose

BUYING = Entry(
    "coalition-buying",
    "coalitions.CoalitionPage",
    "coalitions",
    {
        "fr": Version(
            "Acheter après avoir compté",
            "acheter-apres-avoir-compte",
            "Des services d'achat de cinq villes s'engagent à ne commander du matériel qu'après un "
            "relevé de ce qui existe, rendu public.",
            fields={
                "transforming_intent": prose("""
Nous voulons qu'aucune commande de matériel ne parte **sans la liste de ce qui est déjà là**,
datée, signée et affichée. Pas une étude : une page, faite par les personnes du lieu.
"""),
                "vision": prose("""
En 2030, dans les communes qui nous ont rejoints, la question « combien en avons-nous ? » a une
réponse en cinq minutes. L'argent qui n'est plus dépensé en machines paie des heures de réparation
et d'accueil.
"""),
                "impact": prose("""
Diviser par deux le nombre d'ordinateurs neufs achetés par élève, et allonger la vie de chacun de
quatre à huit ans. Nous publions nos comptes chaque janvier, y compris quand ils nous déçoivent.
"""),
                "impact_horizon": "2030",
                "holder_role": "responsable des achats",
            },
            body=(
                heading("Ce que chacun apporte"),
                text("""
Les villes apportent leur liste, leur calendrier de commande et une personne qui signe. Le réseau
apporte le modèle de relevé, deux visites par an et une relecture. Personne ne paie de cotisation.
"""),
                key_figures(
                    key_figure("5", "villes engagées", as_of=date(2026, 1, 15)),
                    key_figure("1 840", "appareils relevés", as_of=date(2026, 1, 15)),
                    key_figure("410", "achats évités d'ici 2027", unit="machines", projected=True),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2024, 10, 5),
                        "date_precision": "day",
                        "note": "Annoncée à Rochebrize par deux villes.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 2, 1),
                        "date_precision": "month",
                        "note": "Premier relevé commun, à Wambrelle.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2025, 9, 1),
                        "date_precision": "month",
                        "note": "Cinq conseils municipaux ont voté le même texte.",
                    },
                ],
                "experiences": [
                    {
                        "text": "Aux Tilleuls, une borne en moins et un accueil en plus.",
                        "story": page("story-counter"),
                    },
                    {
                        "text": "À Villemarou, le relevé a repoussé une commande d'un an.",
                        "story": page("story-library"),
                    },
                ],
                "problems": [
                    {"text": "Une subvention à dépenser avant décembre pousse à acheter d'abord."},
                    {"text": "Heures de réparation et machines ne sont pas au même budget."},
                    {"text": "Les contrats d'entretien interdisent parfois d'ouvrir l'appareil."},
                ],
                "actors": [
                    {"organisation": organisation("regie-wambrelle"), "commitment": "engaged"},
                    {"organisation": organisation("val-d-aubrine"), "commitment": "engaged"},
                    {
                        "description": "Trois villes de moins de 8 000 habitants",
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("fil-de-brize"), "commitment": "invited"},
                    {
                        "description": "Un département qui équipe ses collèges",
                        "commitment": "sought",
                    },
                ],
            },
        ),
        "en": Version(
            "Buying after counting",
            "buying-after-counting",
            "The purchasing offices of five towns undertake to order equipment only after a public "
            "survey of what is already there.",
            fields={
                "transforming_intent": prose("""
We want no order of equipment to leave **without the list of what is already there**, dated,
signed and posted up. Not a study: one page, made by the people of the place.
"""),
                "vision": prose("""
In 2030, in the towns that have joined us, the question “how many do we have?” is answered in five
minutes. The money no longer spent on machines pays for hours of repair and of welcome.
"""),
                "impact": prose("""
Halve the number of new computers bought per pupil, and lengthen the life of each from four years
to eight. We publish our figures every January, also when they disappoint us.
"""),
                "impact_horizon": "2030",
                "holder_role": "head of purchasing",
            },
            body=(
                heading("What each one brings"),
                text("""
The towns bring their list, their order calendar and someone who signs. The network brings the
survey template, two visits a year and a second reading. Nobody pays a fee.
"""),
                key_figures(
                    key_figure("5", "towns engaged", as_of=date(2026, 1, 15)),
                    key_figure("1,840", "devices surveyed", as_of=date(2026, 1, 15)),
                    key_figure("410", "purchases avoided by 2027", unit="machines", projected=True),
                ),
            ),
            rows={
                "stages": [
                    {
                        "stage": "intention",
                        "reached_on": date(2024, 10, 5),
                        "date_precision": "day",
                        "note": "Announced in Rochebrize by two towns.",
                    },
                    {
                        "stage": "forming",
                        "reached_on": date(2025, 2, 1),
                        "date_precision": "month",
                        "note": "First joint survey, in Wambrelle.",
                    },
                    {
                        "stage": "engaged",
                        "reached_on": date(2025, 9, 1),
                        "date_precision": "month",
                        "note": "Five town councils voted the same text.",
                    },
                ],
                "experiences": [
                    {
                        "text": "In Les Tilleuls, one terminal less and one welcome more.",
                        "story": page("story-counter"),
                    },
                    {
                        "text": "In Villemarou, the survey put off an order for a year.",
                        "story": page("story-library"),
                    },
                ],
                "problems": [
                    {"text": "A grant to be spent by December makes people buy first."},
                    {"text": "Hours of repair and machines are not in the same budget."},
                    {"text": "Maintenance contracts sometimes forbid opening the device."},
                ],
                "actors": [
                    {"organisation": organisation("regie-wambrelle"), "commitment": "engaged"},
                    {"organisation": organisation("val-d-aubrine"), "commitment": "engaged"},
                    {
                        "description": "Three towns of fewer than 8,000 people",
                        "commitment": "engaged",
                    },
                    {"organisation": organisation("fil-de-brize"), "commitment": "invited"},
                    {"description": "A department that equips its schools", "commitment": "sought"},
                ],
            },
        ),
    },
    fields={
        "number": 1,
        "stage": "engaged",
        "coalition_family": family("buying"),
        "holder_name": "Marianne Desquenoy",
        "holder_consent": "given",
        "holder_organisation": organisation("regie-wambrelle"),
    },
    themes=("last", "data"),
    territories=("wambrelle", "aubrine"),
    tags=("achats", "inventaire"),
    credits=({"organisation": organisation("deux-rives"), "role": "author"},),
    picture="buying",
    published=date(2026, 1, 20),
)
