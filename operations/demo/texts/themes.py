"""Themes, families of coalitions, licences."""

from operations.demo.description import TermEntry


def _theme(key: str, fr: tuple[str, str, str], en: tuple[str, str, str]) -> TermEntry:
    return TermEntry(f"theme.{key}", "Theme", {"fr": _words(*fr), "en": _words(*en)})


def _family(key: str, order: int, fr: tuple[str, str, str], en: tuple[str, str, str]) -> TermEntry:
    words = {"fr": _words(*fr), "en": _words(*en)}
    return TermEntry(f"family.{key}", "CoalitionFamily", words, {"sort_order": order})


def _words(name: str, slug: str, description: str) -> dict:
    return {"name": name, "slug": slug, "description": description}


def _licence(key: str, code: str, url: str, fr: tuple[str, str], en: tuple[str, str]) -> TermEntry:
    words = {
        language: {"name": name, "slug": key, "summary": summary, "url": url.format(language)}
        for language, (name, summary) in (("fr", fr), ("en", en))
    }
    return TermEntry(f"licence.{key}", "Licence", words, {"code": code})


THEMES = [
    _theme(
        "last",
        (
            "Faire durer",
            "faire-durer",
            "Réparer, prêter, réemployer : ce qui évite d'acheter, et ce qui l'empêche encore.",
        ),
        (
            "Making things last",
            "making-things-last",
            "Mending, lending, reusing: what saves a purchase, and what still stands in the way.",
        ),
    ),
    _theme(
        "data",
        (
            "Données utiles",
            "donnees-utiles",
            "Relever peu, relever bien, et rendre ce que l'on a relevé à celles et ceux qui en "
            "ont besoin.",
        ),
        (
            "Useful data",
            "useful-data",
            "Recording little, recording well, and giving it back to those who need it.",
        ),
    ),
    _theme(
        "travel",
        (
            "Se déplacer",
            "se-deplacer",
            "Aller à l'école, au travail, au marché : à pied, à vélo, à plusieurs.",
        ),
        (
            "Getting around",
            "getting-around",
            "To school, to work, to market: on foot, by bicycle, together.",
        ),
    ),
    _theme(
        "living",
        (
            "Eau, haies, vivant",
            "eau-haies-vivant",
            "Observer un cours d'eau, une haie, une mare, et décider avec ce que l'on a vu.",
        ),
        (
            "Water, hedges, wildlife",
            "water-hedges-wildlife",
            "Watching a stream, a hedge, a pond, and deciding with what was seen.",
        ),
    ),
    _theme(
        "everyone",
        (
            "N'oublier personne",
            "n-oublier-personne",
            "Quand le service passe par un écran, qui reste dehors ? Et que garder sans écran ?",
        ),
        (
            "Leaving no one out",
            "leaving-no-one-out",
            "When a service moves to a screen, who stays outside? What should stay off screen?",
        ),
    ),
    _theme(
        "energy",
        (
            "Énergie et sobriété",
            "energie-et-sobriete",
            "Ce que consomment nos lieux et nos machines, et ce dont on se passe très bien.",
        ),
        (
            "Energy and restraint",
            "energy-and-restraint",
            "What our places and machines use, and what we do very well without.",
        ),
    ),
    _theme(
        "food",
        (
            "Manger et cultiver",
            "manger-et-cultiver",
            "Des légumes, des cantines, des commandes : qui compte, qui garde la liste.",
        ),
        (
            "Eating and growing",
            "eating-and-growing",
            "Vegetables, canteens, orders: who counts, and who keeps the list.",
        ),
    ),
]

FAMILIES = [
    _family(
        "buying",
        1,
        (
            "Acheter autrement",
            "acheter-autrement",
            "Des achats publics et privés qui demandent d'abord si l'objet existe déjà.",
        ),
        (
            "Buying differently",
            "buying-differently",
            "Public and private purchases that first ask whether the thing exists already.",
        ),
    ),
    _family(
        "making",
        2,
        (
            "Fabriquer autrement",
            "fabriquer-autrement",
            "Des outils que l'on peut ouvrir, comprendre et réparer.",
        ),
        (
            "Making differently",
            "making-differently",
            "Tools that one can open, understand and mend.",
        ),
    ),
    _family(
        "using",
        3,
        (
            "S'en servir autrement",
            "s-en-servir-autrement",
            "Des usages décidés ensemble, avec une place pour qui n'a pas d'écran.",
        ),
        (
            "Using differently",
            "using-differently",
            "Uses decided together, with room for those who have no screen.",
        ),
    ),
]

LICENCES = [
    _licence(
        "cc-by",
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.{}",
        (
            "Creative Commons Attribution 4.0",
            "Vous pouvez reprendre et modifier, à condition de citer la source.",
        ),
        (
            "Creative Commons Attribution 4.0",
            "You may reuse and change it, provided that you name the source.",
        ),
    ),
    _licence(
        "cc-by-sa",
        "CC-BY-SA-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.{}",
        (
            "Creative Commons Attribution, partage dans les mêmes conditions 4.0",
            "Vous pouvez reprendre et modifier, en citant la source et en gardant la même licence.",
        ),
        (
            "Creative Commons Attribution-ShareAlike 4.0",
            "You may reuse and change it, naming the source and keeping the same licence.",
        ),
    ),
    _licence(
        "cc0",
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.{}",
        ("Domaine public volontaire (CC0)", "Vous en faites ce que vous voulez."),
        ("Public domain dedication (CC0)", "Do with it what you like."),
    ),
    _licence(
        "etalab",
        "etalab-2.0",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        (
            "Licence Ouverte 2.0",
            "Pour les données publiques : reprise libre, source et date à mentionner.",
        ),
        (
            "Open Licence 2.0",
            "For public data: free reuse, stating the source and its date.",
        ),
    ),
]
