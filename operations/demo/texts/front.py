"""The home of each language, and the words above each list."""

from operations.demo.description import Entry, Version, page

FEATURED = ("kit-count", "story-library", "story-night", "coalition-buying")


def _list(key: str, model: str, french: str, english: str) -> Entry:
    versions = {"fr": Version("", "", french), "en": Version("", "", english)}
    return Entry(key, model, "", versions)


FRONT = [
    Entry(
        "home",
        "home.HomePage",
        "",
        {
            "fr": Version(
                "",
                "",
                "Un kit pour commencer, des récits pour s'en inspirer, des coalitions pour ne pas "
                "rester seul. Par des gens de petites communes, pour qui veut.",
                fields={
                    "heading": "Faire se parler le numérique et l'écologie, là où l'on vit",
                    "call_title": "Vous avez essayé quelque chose ?",
                    "call_text": "Un relevé, un atelier, un guichet gardé, un capteur muet : "
                    "racontez-le en trois lignes. Nous vous rappelons, et nous écrivons avec vous.",
                    "call_link_text": "Comment contribuer",
                    "call_page": page("help"),
                },
                rows={"featured": [{"page": page(key)} for key in FEATURED]},
            ),
            "en": Version(
                "",
                "",
                "A kit to begin with, stories to draw on, coalitions so as not to be alone. By "
                "people of small towns, for whoever wants it.",
                fields={
                    "heading": "Let digital and ecological change talk, where people live",
                    "call_title": "Have you tried something?",
                    "call_text": "A survey, a workshop, a counter kept open, a silent sensor: tell "
                    "it in three lines. We call you back, and write it with you.",
                    "call_link_text": "How to contribute",
                    "call_page": page("help"),
                },
                rows={"featured": [{"page": page(key)} for key in FEATURED]},
            ),
        },
    ),
    _list(
        "stories",
        "stories.StoryIndexPage",
        "Ce qui a été essayé, où, quand, et ce qui a résisté : récits, ateliers, explorations et "
        "entretiens.",
        "What was tried, where, when, and what resisted: stories, workshops, explorations and "
        "interviews.",
    ),
    _list(
        "coalitions",
        "coalitions.CoalitionIndexPage",
        "Plusieurs organisations, un même engagement, et les étapes franchies avec leurs dates.",
        "Several organisations, one commitment, and the stages reached with their dates.",
    ),
    _list(
        "events",
        "coalitions.EventIndexPage",
        "Deux journées par an, des ateliers entre les deux. Ce qui vient, puis ce qui s'est dit.",
        "Two days a year, and workshops in between. What is to come, then what was said.",
    ),
]
