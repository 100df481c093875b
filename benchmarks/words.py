"""Plain sentences in French and English, drawn from short lists by a seeded generator."""

from dataclasses import dataclass
from random import Random

# One page in twenty says it: the word that the search of the benchmark looks for.
RARE_WORD = {"fr": "glaneuse", "en": "gleaner"}
RARE_EVERY = 20


@dataclass(frozen=True)
class Vocabulary:
    """The parts of a sentence, in one language."""

    who: tuple[str, ...]
    does: tuple[str, ...]
    what: tuple[str, ...]
    where: tuple[str, ...]
    when: tuple[str, ...]


VOCABULARIES = {
    "fr": Vocabulary(
        who=(
            "Le comité de quartier",
            "Une classe de quatrième",
            "L'association du lavoir",
            "La médiathèque",
            "Le syndicat d'énergie",
            "Un groupe d'habitantes",
            "L'équipe municipale",
            "Le collectif des deux ponts",
        ),
        does=("recense", "répare", "partage", "éteint", "mesure", "prête", "relie", "débranche"),
        what=(
            "les vieux ordinateurs",
            "les bornes de recharge",
            "les compteurs d'eau",
            "un serveur de voisinage",
            "les capteurs de la rivière",
            "le réseau de chaleur",
            "les vélos de livraison",
            "les écrans de la mairie",
        ),
        where=(
            "au pied de la halle",
            "dans trois villages",
            "sur la rive gauche",
            "entre deux écoles",
            "près du canal",
            "à la sortie du bourg",
        ),
        when=(
            "chaque premier samedi",
            "depuis l'hiver dernier",
            "pendant six mois",
            "avant les moissons",
            "une fois par an",
        ),
    ),
    "en": Vocabulary(
        who=(
            "The district committee",
            "A class of teenagers",
            "The wash-house society",
            "The library",
            "The energy board",
            "A group of residents",
            "The council team",
            "The two bridges collective",
        ),
        does=("counts", "repairs", "shares", "turns off", "measures", "lends", "links", "unplugs"),
        what=(
            "old computers",
            "charging points",
            "water meters",
            "a neighbourhood server",
            "the sensors of the river",
            "the heat network",
            "delivery bicycles",
            "the screens of the town hall",
        ),
        where=(
            "below the market hall",
            "in three villages",
            "on the left bank",
            "between two schools",
            "by the canal",
            "on the edge of town",
        ),
        when=(
            "every first Saturday",
            "since last winter",
            "for six months",
            "before the harvest",
            "once a year",
        ),
    ),
}


class Prose:
    """Sentences in one language; the same seed always says the same."""

    def __init__(self, random: Random, language: str):
        self.random = random
        self.language = language
        self.vocabulary = VOCABULARIES[language]

    def title(self) -> str:
        """Return what and where, as a title."""
        words = f"{self.part('what')} {self.part('where')}"
        return words[0].upper() + words[1:]

    def sentence(self) -> str:
        parts = [self.part(name) for name in ("who", "does", "what", "where")]
        return f"{' '.join(parts)}, {self.part('when')}."

    def sentences(self, count: int) -> str:
        return " ".join(self.sentence() for _number in range(count))

    def html(self, paragraphs: int, length: int = 4) -> str:
        """Return paragraphs of `length` sentences as rich text."""
        return "".join(f"<p>{self.sentences(length)}</p>" for _number in range(paragraphs))

    def part(self, name: str) -> str:
        """Return one part of a sentence: who, does, what, where or when."""
        return self.random.choice(getattr(self.vocabulary, name))
