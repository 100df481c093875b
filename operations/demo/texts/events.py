"""The past days of the network."""

from datetime import date

from operations.demo.blocks import heading, key_figure, key_figures, text
from operations.demo.description import (
    Entry,
    Version,
    document,
    organisation,
    page,
)

SERIES_FR = "Journées des deux rives"
SERIES_EN = "Deux rives days"
CREDITS = ({"organisation": organisation("deux-rives"), "role": "author"},)

FIRST = Entry(
    "event-1",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Journée 1 : réparer ensemble",
            "journee-1-reparer-ensemble",
            "Une journée dans une remise, à Rochebrize : trente-quatre personnes, deux ateliers, "
            "un four à pain et une première coalition.",
            fields={"series": SERIES_FR, "venue": "La Resserre de Brize, Rochebrize"},
            body=(
                heading("Ce qui s'est passé"),
                text("""
Nous étions trente-quatre, venus de six départements, dans une remise prévue pour vingt. Le matin,
chacune et chacun a posé un objet sur la grande table et raconté sa panne. L'après-midi, deux
ateliers ont travaillé en parallèle : l'un sur les outils partagés, l'autre sur les achats des
communes.

À quatre heures, deux villes se sont levées pour dire qu'elles n'achèteraient plus sans avoir
compté. Personne ne l'avait prévu au programme. C'est devenu la première
[coalition](page.coalition-buying).
"""),
                key_figures(
                    key_figure("34", "participantes et participants", as_of=date(2024, 10, 5)),
                    key_figure("19", "objets ouverts"),
                    key_figure("11", "réparés sur place"),
                ),
            ),
            rows={
                "programme": [
                    {
                        "time": "9 h 30",
                        "title": "Accueil, pain et café",
                        "text": "Chacun apporte un objet qui ne marche plus.",
                    },
                    {"time": "10 h", "title": "Tour de table des pannes", "text": ""},
                    {
                        "time": "14 h",
                        "title": "Deux ateliers",
                        "text": "Qui tient les outils ? Qui achète, et quand ?",
                    },
                    {"time": "16 h", "title": "Ce que l'on emporte", "text": ""},
                ],
                "attachments": [
                    {
                        "label": "Synthèse de la journée",
                        "document": document("day-1"),
                        "language": "fr",
                        "pages": 1,
                    },
                    {
                        "label": "Diapositives de l'après-midi",
                        "file_name": "diapositives-journee-1.odp",
                        "host": "partage.deux-rives.example",
                        "language": "fr",
                    },
                ],
            },
        ),
        "en": Version(
            "Day 1: mending together",
            "day-1-mending-together",
            "A day in a tool shed, in Rochebrize: thirty-four people, two workshops, a bread oven "
            "and a first coalition.",
            fields={"series": SERIES_EN, "venue": "La Resserre de Brize, Rochebrize"},
            body=(
                heading("What happened"),
                text("""
There were thirty-four of us, from six departments, in a shed meant for twenty. In the morning
each person put a thing on the large table and told how it broke. In the afternoon two workshops
ran side by side: one on shared tools, the other on what towns buy.

At four o'clock two towns stood up to say that they would no longer buy without having counted.
Nobody had put that in the programme. It became the first [coalition](page.coalition-buying).
"""),
                key_figures(
                    key_figure("34", "participants", as_of=date(2024, 10, 5)),
                    key_figure("19", "things opened"),
                    key_figure("11", "mended on the spot"),
                ),
            ),
            rows={
                "programme": [
                    {
                        "time": "9:30",
                        "title": "Welcome, bread and coffee",
                        "text": "Everyone brings a thing that no longer works.",
                    },
                    {"time": "10:00", "title": "Round of breakdowns", "text": ""},
                    {
                        "time": "14:00",
                        "title": "Two workshops",
                        "text": "Who keeps the tools? Who buys, and when?",
                    },
                    {"time": "16:00", "title": "What we take home", "text": ""},
                ],
                "attachments": [
                    {
                        "label": "Summary of the day (in French)",
                        "document": document("day-1"),
                        "language": "fr",
                        "pages": 1,
                    },
                    {
                        "label": "Slides of the afternoon (in French)",
                        "file_name": "diapositives-journee-1.odp",
                        "host": "partage.deux-rives.example",
                        "language": "fr",
                    },
                ],
            },
        ),
    },
    fields={
        "number": 1,
        "starts_on": date(2024, 10, 5),
        "mode": "on_site",
        "participant_count": 34,
        "participant_precision": "exact",
    },
    rows={
        "facilitators": [
            {"name": "Solène Garrivet", "consent": "given"},
            {"name": "Bakary Dorvalet", "organisation": "La Resserre de Brize", "consent": "given"},
        ],
        "coalitions_presented": [{"coalition": page("coalition-buying")}],
    },
    themes=("last",),
    territories=("rochebrize",),
    tags=("journée", "réparation"),
    credits=CREDITS,
    picture="days",
)

SECOND = Entry(
    "event-2",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Journée 2 : compter sans se perdre",
            "journee-2-compter-sans-se-perdre",
            "À Villemarou et en ligne, une trentaine de personnes ont comparé leurs relevés, du "
            "placard d'école à la mare, et posé les bases de deux coalitions.",
            fields={"series": SERIES_FR, "venue": "Médiathèque de Villemarou"},
            body=(
                heading("Le matin : ouvrir les placards"),
                text("""
Trois équipes ont refait le relevé de la médiathèque, chacune de son côté, puis ont comparé.
Aucune n'avait le même nombre. La discussion qui a suivi a duré plus longtemps que le relevé :
qu'est-ce qu'un ordinateur qui marche ? On a fini par écrire la règle au feutre sur la vitre.
"""),
                heading("L'après-midi : à qui l'on rend"),
                text("""
Une personne venue de La Réunion, à l'écran, a raconté les onze capteurs. Le silence a été long.
Puis les questions sont venues, et deux idées de coalition avec elles : [des pièces pour
réparer](page.coalition-parts) et [le guichet d'abord](page.coalition-counter).

Nous n'avons pas compté les personnes à l'écran : certaines allaient et venaient. Une trentaine en
tout, dit le cahier.
"""),
            ),
            rows={
                "programme": [
                    {"time": "10 h", "title": "Trois relevés du même lieu", "text": ""},
                    {"time": "12 h 30", "title": "Repas partagé sous le préau", "text": ""},
                    {
                        "time": "14 h",
                        "title": "À qui rend-on ce que l'on a relevé ?",
                        "text": "Atelier en quatre temps, sur place et en ligne.",
                    },
                ]
            },
        ),
        "en": Version(
            "Day 2: counting without losing one's way",
            "day-2-counting-without-losing-one-s-way",
            "In Villemarou and online, some thirty people compared their surveys, from a school "
            "cupboard to a pond, and laid the ground for two coalitions.",
            fields={"series": SERIES_EN, "venue": "Villemarou library"},
            body=(
                heading("Morning: opening the cupboards"),
                text("""
Three teams surveyed the library again, each on its own, then compared. No two had the same number.
The talk that followed lasted longer than the survey: what is a computer that works? In the end the
rule was written with a marker on the window.
"""),
                heading("Afternoon: to whom we give back"),
                text("""
Someone from Réunion, on screen, told the story of the eleven sensors. There was a long silence.
Then came questions, and with them two ideas for coalitions: [parts to mend
with](page.coalition-parts) and [the counter first](page.coalition-counter).

We did not count the people on screen: some came and went. Some thirty altogether, says the book.
"""),
            ),
            rows={
                "programme": [
                    {"time": "10:00", "title": "Three surveys of one place", "text": ""},
                    {"time": "12:30", "title": "Shared meal in the covered yard", "text": ""},
                    {
                        "time": "14:00",
                        "title": "To whom do we give back what was recorded?",
                        "text": "A workshop in four parts, in the room and online.",
                    },
                ]
            },
        ),
    },
    fields={
        "number": 2,
        "starts_on": date(2025, 5, 17),
        "mode": "both",
        "participant_count": 30,
        "participant_precision": "about",
    },
    rows={
        "facilitators": [
            {"name": "Yannick Orvault", "consent": "given"},
            {"name": "Inès Quillioud", "consent": "not_asked"},
        ],
        "coalitions_presented": [
            {"coalition": page("coalition-buying")},
            {"coalition": page("coalition-parts")},
            {"coalition": page("coalition-counter")},
        ],
    },
    themes=("data", "everyone"),
    territories=("villemarou",),
    tags=("journée", "relevé"),
    credits=CREDITS,
)
