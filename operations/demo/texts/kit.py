"""The kit « Agir ici »: what its chapters share, and its landing page."""

from datetime import date

from operations.demo.description import Entry, Version, document, organisation, picture, prose

CREDITS = (
    {"organisation": organisation("deux-rives"), "role": "editor"},
    {"name": "Yannick Orvault", "role": "author"},
)
ATTRIBUTION_FR = "Kit « Agir ici », réseau Deux rives, deuxième édition."
ATTRIBUTION_EN = "Kit “Act here”, Deux rives network, second edition."
WRITTEN_IN = date(2026, 3, 2)


def chapter(
    key: str, parent: str, number: str, kind: str, versions: dict[str, Version], **more
) -> Entry:
    """Return the entry of a chapter, with what all chapters of the kit share."""
    fields = {"chapter_kind": kind, "number": number, "valid_as_of": WRITTEN_IN}
    return Entry(
        key,
        "kit.ChapterPage",
        parent,
        versions,
        fields=fields,
        credits=CREDITS,
        licence="cc-by-sa",
        **more,
    )


LANDING = Entry(
    "kit",
    "kit.KitPage",
    "home",
    {
        "fr": Version(
            "Agir ici",
            "agir-ici",
            "Un kit pour qui veut relier le numérique et l'écologie là où il vit : regarder ce "
            "qui existe, réunir du monde, faire durer ce que l'on a. Il se lit dans l'ordre ou "
            "par morceaux.",
            fields={
                "baseline": "Regarder, réunir, faire durer : un kit pour commencer près de chez "
                "soi",
                "edition": "deuxième édition",
                "attribution": ATTRIBUTION_FR,
                "introduction": prose("""
Ce kit est né d'une gêne. Dans nos communes, les gens qui s'occupent d'informatique et ceux qui
s'occupent d'eau, de haies ou de déchets travaillent souvent dans le même couloir, et ne se
parlent qu'en cas de panne.

Vous y trouverez **deux parties**. La première aide à regarder : compter ce qui est déjà là,
demander à qui cela sert. La deuxième aide à faire : réunir des personnes qui ne se connaissent
pas, puis réparer, prêter et réemployer. Une fiche se photocopie, une annexe se recopie.

Chaque chapitre se lit debout, entre deux rendez-vous. Il s'appuie sur des récits qui portent un
lieu et une date, y compris quand cela n'a pas marché.
"""),
            },
            rows={
                "downloads": [
                    {
                        "variant": "colour",
                        "label": "Aide-mémoire du kit, en couleur",
                        "document": document("kit-colour"),
                        "language": "fr",
                        "pages": 1,
                    },
                    {
                        "variant": "bw",
                        "label": "Aide-mémoire du kit, en noir et blanc",
                        "document": document("kit-bw"),
                        "language": "fr",
                        "pages": 1,
                    },
                ]
            },
        ),
        "en": Version(
            "Act here",
            "act-here",
            "A kit for those who want digital and ecological change to meet where they live: "
            "look at what is there, bring people together, make things last. Read it in order "
            "or in pieces.",
            fields={
                "baseline": "Look, gather, make things last: a kit to begin close to home",
                "edition": "second edition",
                "attribution": ATTRIBUTION_EN,
                "introduction": prose("""
This kit was born of unease. In our towns, the people who look after computers and those who look
after water, hedges or waste often work along the same corridor, and speak only when something
breaks.

You will find **two parts**. The first helps you look: count what is already there, ask whom it
serves. The second helps you act: bring together people who have never met, then mend, lend and
reuse. One worksheet is made to be photocopied, one annex to be copied out.

Each chapter can be read standing, between two appointments. It rests on stories that bear a place
and a date, also when things went wrong.
"""),
            },
            rows={
                "downloads": [
                    {
                        "variant": "colour",
                        "label": "The kit on one page, in colour",
                        "document": document("kit-english"),
                        "language": "en",
                        "pages": 1,
                    },
                    {
                        "variant": "bw",
                        "label": "The kit on one page, in black and white (in French)",
                        "document": document("kit-bw"),
                        "language": "fr",
                        "pages": 1,
                    },
                ]
            },
        ),
    },
    fields={
        "cover": picture("kit"),
        "edition_date": WRITTEN_IN,
        "status": "current",
        "show_in_menus": True,
    },
    themes=("last", "data"),
    credits=CREDITS,
    licence="cc-by-sa",
    picture="kit",
    first_in_menu=True,
)
