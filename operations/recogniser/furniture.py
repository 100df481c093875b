"""What an old site printed around its texts: menus, counters, buttons, links to nowhere."""

import re
from dataclasses import replace

from operations.recogniser.inline import links, without_links
from operations.recogniser.nodes import Item, Node
from operations.recogniser.text import folded, typewriter

_COUNTED = (
    "vues?|views?|enregistrements?|saves?|bookmarks?|likes?|j'aime|commentaires?|comments?|"
    "partages?|shares?|telechargements?|downloads?"
)


def _counter(group: str) -> str:
    """A number and what it counts; the old site wrote the word twice, for screen readers."""
    return rf"\d{{1,9}}\s?(?i:(?P<{group}>{_COUNTED})(?P={group})?)"


_COUNTERS = re.compile(
    rf"\s*{_counter('one')}(?:\s{{0,3}}[\u00b7|,\u2022-]?\s{{0,3}}{_counter('two')})?"
)
_GLUED = re.compile(r"(?=[A-ZÀ-Þ])|\s*\Z")

# Buttons, as whole lines: "Share", "Print", "Log in", "Back to top".
_BUTTON = re.compile(
    r"(?:partager|imprimer|share|print|se connecter|connexion|log ?in|sign in|haut de page|"
    r"retour (?:en haut|a l'accueil)|back to top|accueil|home|menu|j'aime|s'inscrire|register)\Z"
)
# "Click to show the summary of the kit", "Go to the previous chapter of the kit".
_NAVIGATION = re.compile(
    r"(?:cliquez|cliquer|click)\b.{0,40}\b(?:afficher|voir|show|display|see)\b.{0,80}"
    r"|(?:acced\w{1,4}|allez|aller|go|access|proceed)\b.{0,20}"
    r"\b(?:chapitre|chapter|page|article|fiche|worksheet)\b.{0,120}"
    r"|(?:chapitre|page|article|fiche) (?:precedente?|suivante?)\b.{0,80}"
    r"|(?:previous|next) (?:chapter|page|article|worksheet)\b.{0,80}"
)
# "React and contribute", and why one cannot: "you need an author's account, signed in".
_REACTION = re.compile(
    r"(?:reagir|react|commenter|comment|contribuer|contribute)"
    r"(?: (?:et|and|ou|or) (?:reagir|react|commenter|comment|contribuer|contribute))?\Z"
    r"|(?:pour|to|in order to) (?:reagir|react|commenter|comment|contribuer|contribute)\b"
    r".{0,160}\b(?:compte|account|authentifi|connect|logged|signed)"
)
# "Suite" alone may be a link to the next page of a whole text.
_READ_MORE = re.compile(
    r"(?:lire la suite|lire plus|en savoir plus|suite(?=\s*[.…>»→])"
    r"|read more|continue reading|read the rest)"
    r"(?: : .{0,200}| de l'article)?\W{0,6}\Z"
)
LONGEST = 300


def loosen_counters(text: str) -> str:
    """Return `text` with a line end between glued counters and what they were glued to.

    >>> loosen_counters("12 VuesVues\u00b73 EnregistrementsEnregistrementsA title")
    '12 VuesVues\u00b73 EnregistrementsEnregistrements\\nA title'
    """
    return "\n".join(_loosen(line) for line in text.split("\n"))


def _loosen(line: str) -> str:
    found = _COUNTERS.match(line[:LONGEST])
    if not found or not _GLUED.match(line, found.end()) or not line[found.end() :].strip():
        return line
    return f"{line[: found.end()]}\n{line[found.end() :].lstrip()}"


def is_counters(node: Node) -> bool:
    """Whether a node only counts readers: "60 VuesVues\u00b72 Enregistrements"."""
    if node.kind != "paragraph" or len(node.text) > LONGEST:
        return False
    found = _COUNTERS.match(node.text)
    return bool(found) and not node.text[found.end() :].strip()


def is_read_more(node: Node) -> bool:
    """Whether a node cuts an article: "Lire la suite", "Read more: title", alone on its line."""
    return (
        node.kind in ("paragraph", "heading")
        and len(node.text) <= LONGEST
        and bool(_READ_MORE.match(_label(node.plain)))
    )


def is_furniture(text: str) -> bool:
    """Whether a line belonged to the old site and not to the text.

    >>> is_furniture("[Download the kit](#)"), is_furniture("Reply*"), is_furniture("Share")
    (True, False, True)
    """
    if len(text) > LONGEST:
        return False
    found = links(text)
    if found and not without_links(text).strip(" *:.-|>"):
        return all(not address for _label, address in found)
    label = _label(without_links(text) if found else text)
    return bool(_BUTTON.match(label) or _NAVIGATION.match(label) or _REACTION.match(label))


def clear(nodes: list[Node]) -> tuple[list[Node], list[str]]:
    """Return what is left of `nodes`, rules without words dropped, and the lines of furniture."""
    kept, furniture = [], []
    for node in nodes:
        if node.kind == "rule":
            continue
        if node.kind == "list":
            items = _clear_items(node.items, furniture)
            if len(items) == len(node.items):
                kept.append(node)
            elif items:
                kept.append(replace(node, items=items))
        elif node.kind in ("paragraph", "heading") and (
            is_counters(node) or is_furniture(node.text)
        ):
            furniture.append(node.text)
        else:
            kept.append(node)
    return kept, furniture


def _clear_items(items: list[Item], furniture: list[str]) -> list[Item]:
    kept = []
    for item in items:
        if is_furniture(item.text):
            furniture.append(item.text)
        else:
            kept.append(item)
    return kept


def _label(text: str) -> str:
    return folded(typewriter(text))
