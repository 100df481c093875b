"""Interviews: somebody, asked by somebody."""

import re

from operations.recogniser.article import Article, Claim
from operations.recogniser.blocks import to_blocks, to_rich
from operations.recogniser.description import gettext_noop
from operations.recogniser.mentions import coalition_number, event_mention
from operations.recogniser.nodes import Node
from operations.recogniser.people import read_role
from operations.recogniser.text import typewriter

_NAME = (
    r"(?P<name>[A-ZÀ-Þ][\w'.-]*"
    r"(?:\s(?:(?:de|du|d'|von|van|le|la|el|bin)\s)?[A-ZÀ-Þ][\w'.-]*){0,4})"
)
_TITLE = re.compile(
    r"(?:\W{0,3}(?:interview|entretien|conversation|rencontre|dialogue|(?:trois|cinq|dix|\d{1,2}"
    r"|three|five|ten) questions)\b[^,:]{0,30}?\s(?:d'|de|du|avec|à|with|of|to)\s?)",
    re.IGNORECASE,
)
_LABELLED_TITLE = re.compile(r"(?:interview|entretien|conversation)\s?[:|-]\s", re.IGNORECASE)
_PERSON = re.compile(rf"{_NAME}(?:\s?(?:,|-|\()\s?(?P<role>[^()\n]{{2,160}})\)?)?")
_OCCASION = re.compile(
    r"(?:à|a) l'occasion\s(?:du|de la|de l'|des|de|d')\s?|on the occasion of\s(?:the\s)?"
    r"|\b(?:lors|au cours)\s(?:du|de la|de l'|des)\s?|\bduring\s(?:the\s)?",
    re.IGNORECASE,
)
_OCCASION_END = re.compile(r"[,.;:\n]|\s(?:est|was|is|came)\s")
LONGEST_QUESTION = 400


def claim(article: Article) -> Claim | None:
    """The title says that somebody is interviewed."""
    person = _person(article.title)
    if person:
        message = gettext_noop("The title says an interview of %(name)s")
        return Claim(0.9, message, {"name": person["person"]})
    return None


def fill(article: Article) -> None:
    """Give the body as questions and answers; derive `person`, `role`, `organisation`.

    Derived too: `occasion` (as written), `event` (series, number), `coalition_number`.
    """
    description = article.description
    opening = article.opening
    description.derive(**_person(article.title))
    description.derive(coalition_number=coalition_number(opening), occasion=_occasion(opening))
    if mention := event_mention(description.fields.get("occasion", "")):
        description.derive(event={"series": mention["series"], "number": mention["number"]})
    questions = _questions(article.nodes)
    first = questions[0] if questions else len(article.nodes)
    description.body.extend(to_blocks(article.nodes[:first]))
    ends = [*questions[1:], len(article.nodes)]
    for start, end in zip(questions, ends, strict=False):
        question = article.nodes[start].plain
        answer = to_rich(article.nodes[start + 1 : end])
        description.body.append(("question_answer", {"question": question, "answer": answer}))
    article.nodes = []
    if not questions:
        description.warn(gettext_noop("No question was recognised: the text is kept as it is."))


def _person(title: str) -> dict:
    """Return who is interviewed according to a title.

    >>> _person("Entretien avec Ana Sousa, directrice de l'association La Maille")
    {'person': 'Ana Sousa', 'role': 'directrice', 'organisation': 'La Maille'}
    """
    typed = typewriter(title)
    opened = _TITLE.match(typed) or _LABELLED_TITLE.match(typed)
    found = _PERSON.match(typed, opened.end()) if opened else None
    if not found:
        return {}
    name = title[found.start("name") : found.end("name")]
    role = title[found.start("role") : found.end("role")] if found["role"] else ""
    role, organisation = read_role(role) if role else ("", "")
    return {"person": name.strip(), "role": role, "organisation": organisation}


def _occasion(text: str) -> str:
    typed = typewriter(text)
    found = _OCCASION.search(typed)
    if not found:
        return ""
    end = _OCCASION_END.search(typed, found.end(), found.end() + 120)
    occasion = text[found.end() : end.start() if end else found.end() + 120].strip()
    return occasion if len(occasion) <= 100 else ""


def _questions(nodes: list[Node]) -> list[int]:
    """Return where the questions stand: those that are headings or bold, else lines with a "?".

    A question has an answer below it.
    """
    asked = [
        index
        for index, node in enumerate(nodes[:-1])
        if node.kind in ("heading", "paragraph")
        and node.plain.endswith("?")
        and len(node.plain) <= LONGEST_QUESTION
    ]
    marked = [index for index in asked if _is_marked(nodes[index])]
    chosen = set(marked or asked)
    return sorted(index for index in chosen if index + 1 not in chosen)


def _is_marked(node: Node) -> bool:
    text = node.text.strip()
    return node.kind == "heading" or (text.startswith("**") and text.endswith("**"))
