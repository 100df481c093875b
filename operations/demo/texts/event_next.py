"""The next day of the network, some weeks after the day of loading."""

from operations.demo.blocks import call, text
from operations.demo.description import Entry, SaturdayAhead, Version, page
from operations.demo.texts.events import CREDITS, SERIES_EN, SERIES_FR

NEXT_DAY = SaturdayAhead(6)

THIRD = Entry(
    "event-3",
    "coalitions.EventPage",
    "events",
    {
        "fr": Version(
            "Journée 3 : à qui servent nos relevés ?",
            "journee-3-a-qui-servent-nos-releves",
            "Une matinée en ligne pour comparer ce que l'on mesure et ce que l'on en décide. "
            "Ouverte à qui veut, caméra facultative.",
            fields={"series": SERIES_FR, "venue": "En ligne, par téléphone aussi"},
            body=(
                text("""
Apportez un relevé, même petit : les passages devant une école, les pannes d'un mois, la hauteur
d'une mare. Vous aurez dix minutes pour dire ce que vous en avez décidé. Si la réponse est « rien
», venez aussi : c'est la question du jour.

La salle ouvre un quart d'heure avant pour régler le son. Un numéro de téléphone permet d'écouter
et de parler sans ordinateur. Rien n'est enregistré ; deux personnes prennent des notes, que vous
relirez.
"""),
                call(
                    "S'inscrire",
                    "Dites-nous votre prénom et ce que vous relevez. La liste n'est pas publiée.",
                    "Comment nous écrire",
                    page("help"),
                    deadline=SaturdayAhead(5),
                ),
            ),
            rows={
                "programme": [
                    {"time": "9 h 45", "title": "Réglages et café chacun chez soi", "text": ""},
                    {"time": "10 h", "title": "Six relevés, dix minutes chacun", "text": ""},
                    {
                        "time": "11 h 15",
                        "title": "Ce que l'on arrête de mesurer",
                        "text": "Par petits groupes.",
                    },
                ]
            },
        ),
        "en": Version(
            "Day 3: whom do our surveys serve?",
            "day-3-whom-do-our-surveys-serve",
            "A morning online to compare what is measured and what is decided with it. Open to "
            "all, cameras optional. French and English are spoken.",
            fields={"series": SERIES_EN, "venue": "Online, and by telephone"},
            body=(
                text("""
Bring a survey, even a small one: children walking past a school, a month of breakdowns, the depth
of a pond. You will have ten minutes to say what you decided with it. If the answer is “nothing”,
come all the same: that is the question of the day.

The room opens a quarter of an hour earlier to set the sound. A telephone number lets you listen
and speak without a computer. Nothing is recorded; two people take notes, which you will read
again.
"""),
                call(
                    "Sign up",
                    "Tell us your first name and what you record. The list is not published.",
                    "How to write to us",
                    page("help"),
                    deadline=SaturdayAhead(5),
                ),
            ),
            rows={
                "programme": [
                    {"time": "9:45", "title": "Sound check, coffee at home", "text": ""},
                    {"time": "10:00", "title": "Six surveys, ten minutes each", "text": ""},
                    {
                        "time": "11:15",
                        "title": "What we stop measuring",
                        "text": "In small groups.",
                    },
                ]
            },
        ),
    },
    fields={"number": 3, "starts_on": NEXT_DAY, "mode": "online"},
    rows={"facilitators": [{"name": "Solène Garrivet", "consent": "given"}]},
    themes=("data",),
    tags=("journée", "relevé"),
    credits=CREDITS,
)
