"""Coalitions: an intention, a vision, problems, actors, experiences."""

import re

from operations.recogniser.article import Article, Claim
from operations.recogniser.blocks import to_plain, to_rich
from operations.recogniser.description import gettext_noop
from operations.recogniser.inline import plain
from operations.recogniser.mentions import coalition_number, event_mention, month_after
from operations.recogniser.nodes import Node
from operations.recogniser.people import looks_like_name, read_role
from operations.recogniser.sections import names, split_sections
from operations.recogniser.text import typewriter

SECTIONS = names(
    intention=r"(?:l'|notre |the )?intention(?: transformatrice)?\Z|transform(?:ing|ative) intent",
    vision=r"(?:la |notre |our |the )?vision\Z",
    impact=r"(?:l')?impacts?(?: recherches?| vises?| sought| aimed at)?\Z",
    problems=r"(?:les )?problemes?(?: a resoudre)?\Z|(?:the )?problems?(?: to solve)?\Z",
    actors=r"(?:les )?act(?:eurs?|rices)(?: (?:et actrices|engages|a allier))?\Z"
    r"|(?:the )?actors\Z|partenaires\Z|partners\Z",
    experiences=r"(?:les |des )?experiences?(?: (?:menees|en cours|inspirantes))?\Z",
)
_WORD = re.compile(r"\bcoalition\b", re.IGNORECASE)
_INTENDED = re.compile(
    r"\b(?:intention de coalition|coalition intention|intent(?:ion)? (?:of|for) a coalition)\b",
    re.IGNORECASE,
)
_NEW = re.compile(r"\b(?:nouvelle|new)\s+coalition\b|\bcoalition\s?(?:\#\w|n\u00b0|\d)", re.I)
_SUFFIX = re.compile(
    r"\s?[,:-]\s?(?:(?:une?|la|a|the)\s)?(?:(?:nouvelle|new|future)\s)?(?:intention de )?coalition"
    r"(?:\s(?:\#?[\w'-]{1,30})){0,3}\Z",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:la |the )?coalition\s?(?:\#|n\u00b0|no\.?)?\s?\d{0,3}\s?[:-]\s?", re.I)
_PRESENTED = re.compile(
    r"\b(?:pr[eé]sent[eé]e?|presented|announced|annonc[eé]e)\s(?:au|aux|à la|à l'|lors du|"
    r"lors de la|at the|at|during the)\s?",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s(?:par|by)\s(?P<name>[A-ZÀ-Þ][\w'.-]*(?:\s(?:(?:de|du|von|van|le|la)\s)?"
    r"[A-ZÀ-Þ][\w'.-]*){1,4})(?:,\s(?P<role>[^.;\n]{2,200}))?"
)


def claim(article: Article) -> Claim | None:
    """The title says a coalition and something tells that it is one; or the method's sections."""
    sections = {section.key for section in split_sections(article.nodes, SECTIONS)} - {None}
    named = bool(_WORD.search(article.title))
    if "intention" in sections and len(sections) >= 3:
        message = gettext_noop("It has the sections of a coalition: %(found)s")
        return Claim(0.9, message, {"found": ", ".join(sorted(sections))})
    if not named:
        return None
    if _INTENDED.search(article.opening):
        message = gettext_noop("Its title and its text speak of an intention of coalition.")
        return Claim(0.85, message)
    if _NEW.search(typewriter(article.title)) or len(sections) >= 2:
        return Claim(0.7, gettext_noop("Its title announces a coalition."))
    return Claim(0.3, gettext_noop("Its title speaks of a coalition, but nothing says it is one."))


def fill(article: Article) -> None:
    """Give the intention, and the sections of the method where they are.

    Kept: `intention` (text, if it has a section), `vision`, `impact` (HTML), `problems`,
    `actors`, `experiences` (lists of sentences). Derived: `intention` from the title, `number`,
    `stage` ("intention" or nothing), `presented_at` (series, number, month, year) and `holder`
    (name, role, organisation).
    """
    description = article.description
    opening = article.opening
    rest: list[Node] = []
    for section in split_sections(article.nodes, SECTIONS):
        if section.key is None:
            rest.extend(section.nodes)
            continue
        article.drop(section.label)
        description.keep(**{section.key: _value(section.key, section.nodes)})
    article.nodes = rest
    if "intention" not in description.fields:
        description.derive(intention=_intention(article.title))
    description.derive(number=coalition_number(article.title))
    if _INTENDED.search(opening):
        description.derive(stage="intention")
    _presentation(article, opening)


def _value(key: str, nodes: list[Node]) -> object:
    if key == "intention":
        return to_plain(nodes)
    if key in ("vision", "impact"):
        return to_rich(nodes)
    return [text for node in nodes for line in node.lines if (text := plain(line))]


def _intention(title: str) -> str:
    """Return the title without the words that only say that it is a coalition.

    >>> _intention("For streets to play in, a new coalition #Together")
    'For streets to play in'
    """
    typed = typewriter(title)
    end = found.start() if (found := _SUFFIX.search(typed)) else len(title)
    start = found.end() if (found := _PREFIX.match(typed)) else 0
    return title[start:end].strip() or title


def _presentation(article: Article, text: str) -> None:
    typed = typewriter(text)
    found = _PRESENTED.search(typed)
    if not found:
        return
    mention = event_mention(text, found.end())
    end = found.end()
    if mention and mention["start"] - found.end() <= 3:
        end = mention["end"]
        date = month_after(text, end)
        article.description.derive(
            presented_at={
                "series": mention["series"],
                "number": mention["number"],
                "month": date.month if date else None,
                "year": date.year if date else None,
            }
        )
    holder = _BY.search(typed, end, end + 300)
    if holder and looks_like_name(holder["name"]):
        name = text[slice(*holder.span("name"))]
        said = text[slice(*holder.span("role"))] if holder["role"] else ""
        role, organisation = read_role(said)
        article.description.derive(
            holder={"name": name, "role": role, "organisation": organisation}
        )
