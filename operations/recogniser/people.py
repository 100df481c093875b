"""Names of people and organisations, as lists of them are written."""

import re

from content.folding import without_accents
from content.people import is_group
from operations.recogniser.description import person
from operations.recogniser.inline import plain
from operations.recogniser.nodes import Node
from operations.recogniser.text import typewriter, word_set

_AND = re.compile(r"\s+(?:et|and|ainsi que|as well as|&)\s+|\s*[;/&]\s*")
_PARENTHESES = re.compile(r"\s*\(([^()]{1,120})\)\s*")
_AFTER_NAME = re.compile(r"\s*(?:,|:|\s[-\u2013\u2014])\s*")
# "Les" before a capital is part of a name: Les Jardins
_ARTICLE = re.compile(
    r"(?:le\s|la\s|les\s|the\s|l')(?=\S)|(?:L[ea]s?|The)\s(?=[a-zà-ÿ])|L'(?=[a-zà-ÿ])"
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019.-])*\.?\Z")
_PARTICLES = word_set("de du des d la le van von der den di da del el ben bin y e")
LONGEST_NAME = 60

# "director of studies at The House", "co-fondatrice de l'association La Maille"
_WORKS_AT = re.compile(r"\s+(?:chez|at|au sein (?:de|du|des)|with)\s+", re.IGNORECASE)
_OF = re.compile(
    r"\s+(?:de la|de l'|du|des|de|d'|of the|of|for)\s*"
    r"(?:(?:association|entreprise|soci[eé]t[eé]|collectif|coop[eé]rative|start-?up|fondation"
    r"|company|charity|cooperative|non-?profit|foundation|collective)\s+)?"
    r"(?=[A-ZÀ-Þ\"«])"
)


def looks_like_name(text: str) -> bool:
    """Whether `text` could be a person's name: one to five words, the first one capitalised.

    >>> looks_like_name("Ana de Sousa"), looks_like_name("We met twice, in May.")
    (True, False)
    """
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > LONGEST_NAME or not text[0].isupper():
        return False
    if not all(_NAME_WORD.match(word) for word in words):
        return False
    capitalised = sum(word[0].isupper() for word in words if word.casefold() not in _PARTICLES)
    return capitalised * 2 >= len([w for w in words if w.casefold() not in _PARTICLES])


def split_names(text: str) -> tuple[list[str], list[str]]:
    """Return the names in an enumeration, and the linking words that were between them.

    >>> split_names("Ana Sousa, Bo Lind et Cleo")
    (['Ana Sousa', 'Bo Lind', 'Cleo'], ['et'])
    """
    pieces = [piece for part in _AND.split(text) for piece in part.split(",")]
    names = [piece.strip().rstrip(".") for piece in pieces if piece.strip(" .")]
    linking = [word.strip() for word in _AND.findall(text)]
    return names, [word for word in linking if word.isalpha()]


def without_article(name: str) -> tuple[str, str]:
    """Return the name of an organisation with its first letter in capital, and its article.

    >>> without_article("l'agence Littoral")
    ('Agence Littoral', "l'")
    """
    found = _ARTICLE.match(typewriter(name))
    if not found:
        return name, ""
    rest = name[found.end() :]
    return rest[:1].upper() + rest[1:], name[: found.end()].strip()


def read_person(text: str) -> dict:
    """Return the person a line names, with what stands beside the name.

    >>> read_person("Ana Sousa (La Maille)")["organisation"]
    'La Maille'
    >>> read_person("Bo Lind, Town of Ost")["organisation"]
    'Town of Ost'
    """
    line = text.strip().rstrip(".;,")
    if found := _PARENTHESES.search(line):
        name = (line[: found.start()] + " " + line[found.end() :]).strip()
        return person(name, organisation=found[1].strip())
    parts = _AFTER_NAME.split(line, maxsplit=1)
    if len(parts) == 2 and looks_like_name(parts[0]):
        return person(parts[0].strip(), organisation=parts[1].strip())
    return person(line)


def read_people(nodes: list[Node]) -> tuple[list[dict], list[Node], list[str]]:
    """Return the people a section names, the nodes that name nobody, and the linking words.

    One person a line, or several in a line between commas. Reading stops at the first node that
    is not a list of names, so that a section without an end swallows no text.
    """
    people: list[dict] = []
    linking: list[str] = []
    for index, node in enumerate(nodes):
        read = [_people_of_line(plain(line)) for line in node.lines]
        if node.kind not in ("paragraph", "list") or any(entry is None for entry in read):
            return people, nodes[index:], linking
        for named, words in filter(None, read):
            people.extend(named)
            linking.extend(words)
    return people, [], linking


def _people_of_line(line: str) -> tuple[list[dict], list[str]] | None:
    """Return (people, linking words), or None if the line is not made of names."""
    line = line.strip()
    if not line:
        return [], []
    if len(line) <= LONGEST_NAME and line[0].isupper() and line[-1] not in ".:" and is_group(line):
        return [person(line)], []
    alone = read_person(line)
    if alone["organisation"] or ("," not in line and not _AND.search(line)):
        named = [alone]
        words: list[str] = []
    else:
        names, words = split_names(line)
        named = [read_person(name) for name in names]
    several = [read_person(name) for name in split_names(line)[0]]
    if len(several) > 1 and all(_has_full_name(entry) for entry in several):
        named, words = several, split_names(line)[1]
    if all(looks_like_name(entry["name"]) for entry in named):
        return named, words
    return None


def _has_full_name(entry: dict) -> bool:
    return " " in entry["name"] and looks_like_name(entry["name"]) and not _is_place(entry["name"])


def _is_place(name: str) -> bool:
    return bool(re.search(r"\b(?:de|du|des|of|la|le)\b", name.split(" ", 1)[0].casefold()))


def read_role(text: str) -> tuple[str, str]:
    """Return (role, organisation) from what follows a name.

    >>> read_role("co-fondatrice de l'association La Maille")
    ('co-fondatrice', 'La Maille')
    >>> read_role("head of repair at The House")
    ('head of repair', 'The House')
    """
    typed = typewriter(text)
    found = _WORKS_AT.search(typed) or next(iter(reversed(list(_OF.finditer(typed)))), None)
    if not found:
        return text.strip(" .,"), ""
    return text[: found.start()].strip(" ,"), text[found.end() :].strip(" .,")


def name_keys(entry: dict) -> set[str]:
    """Return the forms under which somebody may be called in a discussion: any part of the name."""
    words = without_accents(entry["name"]).replace("-", " ").split()
    return {word.strip(".") for word in words if len(word.strip(".")) > 2}
