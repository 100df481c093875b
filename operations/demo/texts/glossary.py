"""The glossary: plain meanings of the words that come back in the kit."""

from operations.demo.description import TermEntry, prose


def _term(key: str, fr: tuple[str, str], en: tuple[str, str]) -> TermEntry:
    words = {
        language: {"name": name, "slug": key, "definition": prose(definition)}
        for language, (name, definition) in (("fr", fr), ("en", en))
    }
    return TermEntry(f"glossary.{key}", "GlossaryTerm", words)


GLOSSARY = [
    _term(
        "reemploi",
        (
            "Réemploi",
            "Se servir à nouveau d'un objet **pour ce à quoi il servait déjà**, sans le refondre "
            "ni le broyer. Un ordinateur donné à une voisine est réemployé.",
        ),
        (
            "Reuse",
            "Using a thing again **for what it was made for**, without melting or shredding it. "
            "A computer given to a neighbour is reused.",
        ),
    ),
    _term(
        "reconditionnement",
        (
            "Reconditionnement",
            "Remettre un appareil en état, vérifier ce qui doit l'être, effacer ce qu'il contient, "
            "et dire combien de temps on le garantit.",
        ),
        (
            "Refurbishing",
            "Putting a device back in working order, checking it, wiping it, and saying for how "
            "long it is guaranteed.",
        ),
    ),
    _term(
        "commun",
        (
            "Commun",
            "Quelque chose qu'un groupe utilise, entretient et protège avec **des règles qu'il a "
            "écrites lui-même** : une source, un atelier, une carte.",
        ),
        (
            "Commons",
            "Something that a group uses, maintains and protects with **rules of its own**: a "
            "spring, a workshop, a map.",
        ),
    ),
    _term(
        "releve-partage",
        (
            "Relevé partagé",
            "Une mesure que plusieurs personnes font de la même façon, avec un carnet ou un "
            "capteur, et que chacune peut relire.",
        ),
        (
            "Shared survey",
            "A measurement that several people make in the same way, with a notebook or a sensor, "
            "and that each of them can read again.",
        ),
    ),
    _term(
        "effet-rebond",
        (
            "Effet rebond",
            "Ce que l'on dépense en plus parce que l'on a économisé ailleurs : la lampe consomme "
            "moins, alors on la laisse allumée.",
        ),
        (
            "Rebound effect",
            "What is spent because something else was saved: the lamp uses less, so it stays on.",
        ),
    ),
    _term(
        "bassin-de-vie",
        (
            "Bassin de vie",
            "Le territoire où l'on trouve l'essentiel près de chez soi : l'école, le médecin, les "
            "courses. Il suit rarement les limites des communes.",
        ),
        (
            "Living area",
            "The area where daily needs are met close to home: school, doctor, shops. It seldom "
            "follows municipal borders.",
        ),
    ),
    _term(
        "donnee-ouverte",
        (
            "Donnée ouverte",
            "Une donnée que chacune et chacun peut lire, reprendre et croiser, sans demander, dans "
            "un format que plusieurs logiciels savent ouvrir.",
        ),
        (
            "Open data",
            "Data that anyone may read, reuse and combine without asking, in a format that several "
            "programs can open.",
        ),
    ),
    _term(
        "sobriete-numerique",
        (
            "Sobriété numérique",
            "Se demander d'abord si l'on a besoin d'un outil, puis prendre le plus simple, et le "
            "garder longtemps.",
        ),
        (
            "Digital restraint",
            "Asking first whether a tool is needed, then taking the simplest, and keeping it for "
            "a long time.",
        ),
    ),
]
