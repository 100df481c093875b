"""Chapters of a kit, and their place in it."""

import re

from operations.recogniser.article import Article, Claim
from operations.recogniser.description import gettext_noop
from operations.recogniser.text import folded, typewriter

_KINDS = {
    "introduction": "introduction", "conclusion": "conclusion", "annexe": "annex",
    "annex": "annex", "appendix": "annex", "fiche": "worksheet", "worksheet": "worksheet",
    "chapitre": "chapter", "chapter": "chapter",
}  # fmt: skip
_KIND = rf"(?P<kind>{'|'.join(_KINDS)})\b(?:\s(?P<number>\d{{1,3}}(?:\.\d{{1,3}})?|[A-Z]\b))?"
# "Conclusion du Kit Agir", "Chapter 3 of the Near Here kit"
_PLACE = re.compile(
    rf"{_KIND}(?:\s?[:-]\s?.{{1,80}})?\s(?:du|of the|from the|in the)\s(?=.*\bkit\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"{_KIND}\s?(?:[:.-]|\Z)", re.I)
_KIT_FIRST = re.compile(r"\b(?:du|le|ce|of the|the)\s(?P<kit>(?i:kit)\s[^:.,;()\n]{2,80})")
_KIT_LAST = re.compile(r"\b(?:of|from|in) the\s(?P<kit>[A-Z][^:.,;()\n]{1,60}?\s(?i:kit))\b")
_NEIGHBOUR = re.compile(
    r"chapitre (?:precedent|suivant)|(?:previous|next) chapter|sommaire du kit|summary of the"
)


def claim(article: Article) -> Claim | None:
    """A chapter says its place in a kit, or is surrounded by the kit's navigation."""
    if place := _place(article):
        return Claim(0.9, gettext_noop("It says its place in a kit: %(place)s"), {"place": place})
    if _navigation(article):
        return Claim(0.8, gettext_noop("It has the navigation of a kit around it."))
    return None


def fill(article: Article) -> None:
    """Give `kit_title`, `chapter_kind` (as `ChapterPage.Kind`) and `number`; all are derived."""
    place = typewriter(_place(article) or "")
    found = _PLACE.match(place) or _NUMBERED.match(typewriter(article.title))
    kind = _KINDS[found["kind"].lower()] if found else "chapter"
    number = found["number"] if found else ""
    article.description.derive(kit_title=_kit_title(article), chapter_kind=kind, number=number)
    # The kind as a heading of its own, above the text, was printed by the old template.
    for node in article.nodes[:2]:
        if _KINDS.get(folded(node.plain)) == kind:
            article.nodes.remove(node)
            article.drop(node.text)
    article.attach(article.take_files())


def _place(article: Article) -> str | None:
    candidates = [article.title, article.description.summary]
    candidates += [node.plain for node in article.nodes[:3] if node.kind == "paragraph"]
    return next(
        (text for text in candidates if len(text) <= 160 and _PLACE.match(typewriter(text))), None
    )


def _navigation(article: Article) -> list[str]:
    return [line for line in article.description.furniture if _NEIGHBOUR.search(folded(line))]


def _kit_title(article: Article) -> str:
    for text in [_place(article) or "", *_navigation(article)]:
        clean = re.sub(r"[\[\]]|\([^()]*\)", "", text)
        found = _KIT_FIRST.search(typewriter(clean)) or _KIT_LAST.search(typewriter(clean))
        if found:
            return clean[found.start("kit") : found.end("kit")].strip(" \u00ab\u00bb\"'*")
    return ""
