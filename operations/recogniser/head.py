"""The top of a document: title, type label, summary, languages."""

import re

from operations.recogniser.article import Article
from operations.recogniser.description import gettext_noop
from operations.recogniser.furniture import clear, is_counters
from operations.recogniser.inline import plain
from operations.recogniser.languages import guess_language, language_code, language_line
from operations.recogniser.nodes import Node
from operations.recogniser.text import folded

LONGEST_TITLE = 200
LONGEST_SUMMARY = 600
SEARCHED = 15

# The public labels of the old site in its two languages: the kind and the interface they tell.
TYPE_LABELS = {
    "produit editorial": ("", "fr"),
    "editorial product": ("", "en"),
    "recit, experience": ("story", "fr"),
    "story, experience": ("story", "en"),
    "evenement": ("event", "fr"),
    "event": ("event", "en"),
    "entretien": ("interview", "fr"),
    "interview": ("interview", ""),
    "coalition": ("coalition", ""),
    "exploration": ("exploration", ""),
    "compte rendu d'atelier": ("report", "fr"),
    "workshop report": ("report", "en"),
}


def read_head(article: Article, name: str = "") -> None:
    """Take the title, label, summary and languages out of the nodes of an article."""
    _take_title(article, name)
    _take_label(article)
    _take_summary(article)
    _take_languages(article)
    article.nodes, furniture = clear(article.nodes)
    article.drop(*furniture)
    _guess_language(article)


def is_title(node: Node) -> bool:
    """Whether a node can be the title of a document: a heading, or a short line."""
    if node.kind == "heading":
        return True
    text = node.plain
    return (
        node.kind == "paragraph"
        and 0 < len(text) <= LONGEST_TITLE
        and "\n" not in node.text
        and not text.endswith((".", ",", ";", ":"))
        and language_line(node.text) is None
    )


def _take_title(article: Article, name: str) -> None:
    description = article.description
    if description.title:
        while article.nodes and _same(article.nodes[0], description.title):
            article.drop(article.nodes.pop(0).text)
        return
    if article.nodes and is_title(article.nodes[0]):
        node = article.nodes.pop(0)
        description.title = node.plain
        while article.nodes and _same(article.nodes[0], description.title):
            article.drop(article.nodes.pop(0).text)
        return
    first = next((line for node in article.nodes for line in node.lines if line.strip()), "")
    words = re.sub(r"[_-]+", " ", re.sub(r"\.\w{1,5}\Z", "", name)).strip()
    description.title = words or _shortened(plain(first))
    description.derived.add("title")
    description.warn(gettext_noop("No title in the text: one was made."))


def _same(node: Node, title: str) -> bool:
    return node.kind in ("heading", "paragraph") and folded(node.plain) == folded(title)


def _shortened(text: str) -> str:
    if len(text) <= 80:
        return text
    return text[:80].rsplit(" ", 1)[0] + "\u2026"


def _take_label(article: Article) -> None:
    for index, node in enumerate(article.nodes[:4]):
        label = folded(node.plain) if node.kind in ("paragraph", "heading") else ""
        if label in TYPE_LABELS:
            article.label, interface = TYPE_LABELS[label]
            article.description.interface_language = interface
            article.description.explain(
                gettext_noop("The old site's label: “%(label)s”."), label=node.plain
            )
            article.drop(node.text)
            del article.nodes[index]
            # What was above the label is the summary's or the body's: it keeps its place.
            return


def _take_summary(article: Article) -> None:
    """The old sites printed a summary between the title and the languages, or the counters."""
    end = next(
        (
            index
            for index, node in enumerate(article.nodes[:4])
            if is_counters(node) or (node.kind == "paragraph" and language_line(node.text))
        ),
        0,
    )
    if article.description.summary:
        return
    lead = article.nodes[:end]
    text = " ".join(node.plain for node in lead)
    if lead and all(node.kind == "paragraph" for node in lead) and len(text) <= LONGEST_SUMMARY:
        article.description.summary = text
        article.nodes = article.nodes[end:]


def _take_languages(article: Article) -> None:
    kept = []
    for index, node in enumerate(article.nodes):
        said = language_line(node.text) if index < SEARCHED and node.kind == "paragraph" else None
        if not said:
            kept.append(node)
            continue
        description = article.description
        for names, attribute in (
            (said["contribution"], "content_language"),
            (said["resources"], "resources_language"),
        ):
            _set_language(article, names, attribute)
        description.interface_language = description.interface_language or said["interface"]
        article.drop(node.text)
    article.nodes = kept


def _set_language(article: Article, names: list[str], attribute: str) -> None:
    for name in names:
        code = language_code(name)
        if not code:
            article.description.warn(
                gettext_noop("Language not known, to choose by hand: %(name)s"), name=name
            )
        elif not getattr(article.description, attribute):
            setattr(article.description, attribute, code)
        elif code != getattr(article.description, attribute):
            article.description.warn(
                gettext_noop("A second language is named: %(name)s"), name=name
            )


def _guess_language(article: Article) -> None:
    description = article.description
    description.content_language = description.content_language or article.language
    if description.content_language:
        return
    sample = "\n".join(line for node in article.nodes[:60] for line in node.lines)
    description.content_language = guess_language(f"{description.title}\n{sample}")
    if description.content_language:
        description.warn(
            gettext_noop("No language named; guessed from its words: %(code)s"),
            code=description.content_language,
        )
