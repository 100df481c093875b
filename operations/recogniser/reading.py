"""From a text to the descriptions of the documents in it."""

import re
from collections.abc import Mapping
from itertools import takewhile
from types import ModuleType

from operations.recogniser import (
    chapter,
    coalition,
    event,
    exploration,
    interview,
    report,
    story,
)
from operations.recogniser.article import Article, Claim
from operations.recogniser.articles import split_articles
from operations.recogniser.blocks import to_blocks
from operations.recogniser.description import LEFT_OUT, Description, Picture, gettext_noop
from operations.recogniser.front_matter import (
    FrontMatter,
    apply_front_matter,
    split_front_matter,
)
from operations.recogniser.furniture import is_furniture, loosen_counters
from operations.recogniser.head import read_head
from operations.recogniser.inline import (
    addresses_in,
    is_local,
    left_out,
    links,
    unusable_addresses,
)
from operations.recogniser.nodes import Node, read_nodes
from operations.recogniser.pictures import pictures_of, take_pictures
from operations.recogniser.text import normalise

# The name of a module is the kind it recognises; each has `claim` and `fill`.
KINDS: dict[str, ModuleType] = {
    "report": report,
    "exploration": exploration,
    "chapter": chapter,
    "interview": interview,
    "coalition": coalition,
    "event": event,
    "story": story,
}
SURE_ENOUGH = 0.5
BY_LABEL = 0.55
_BODY_WORDS = re.compile(r"\w")


def recognise(
    text: str, name: str = "", kinds: Mapping[int, str] | None = None, language: str = ""
) -> list[Description]:
    """Return the documents found in `text`, in order; none if it holds no word.

    `name` is that of the file, used as a title where the text has none. `kinds` imposes the kind
    of a document by its rank in the file, `language` is the one that its markup declares. Any text
    yields an answer: what no rule knows is a page with its text as body.
    """
    head, rest = split_front_matter(normalise(text))
    loose = loosen_counters(rest)
    if not _BODY_WORDS.search(loose) and not head.entries:
        return []
    articles = split_articles(take_pictures(read_nodes(loose))) or [([], [])]
    chosen = kinds or {}
    return [
        _describe(
            Article(nodes, language),
            cuts,
            name,
            head if rank == 0 else FrontMatter(),
            chosen.get(rank, ""),
        )
        for rank, (nodes, cuts) in enumerate(articles)
    ]


def _describe(
    article: Article, cuts: list[str], name: str, head: FrontMatter, chosen: str
) -> Description:
    nodes = list(article.nodes)
    description = article.description
    _note_links(article)
    named = apply_front_matter(article, head)
    read_head(article, name)
    above = _pictures_above(nodes, article.nodes)
    _cut(article, cuts)
    kind, claim = _choose(article)
    if chosen:
        kind, claim = chosen, Claim(1, gettext_noop("Its type was chosen by hand."))
    elif named:
        kind, claim = named, Claim(1, "")
    description.kind = kind
    if claim.message:
        description.explain(claim.message, **claim.values)
    if kind in KINDS:
        KINDS[kind].fill(article)
    else:
        article.attach(article.take_files())
    description.body.extend(to_blocks(article.nodes))
    _place_pictures(description, above, pictures_of(nodes))
    _drop_lost_addresses(article, nodes)
    return description


def _pictures_above(nodes: list[Node], left: list[Node]) -> list[Picture]:
    """Return the pictures that stood in the head of a document, above its text."""
    first = left[0] if left else None
    return pictures_of(takewhile(lambda node: node is not first, nodes))


def _place_pictures(
    description: Description, above: list[Picture], pictures: list[Picture]
) -> None:
    """Put the pictures of the head on top, and at the end those whose text went to a field."""
    if above and description.lead is None:
        description.lead, *above = above
    description.body[:0] = [("picture", picture) for picture in above]
    placed = {id(value) for name, value in description.body if name == "picture"}
    placed.add(id(description.lead))
    left = [picture for picture in pictures if id(picture) not in placed]
    description.body.extend(("picture", picture) for picture in left)
    if left:
        message = gettext_noop("Pictures that stood in a field are at the end: %(count)s.")
        description.warn(message, count=len(left))


def _drop_lost_addresses(article: Article, nodes: list[Node]) -> None:
    """Record the addresses of other documents that plain text could not keep as links."""
    description = article.description
    kept = set(addresses_in([description.fields, description.body]))
    for node in nodes:
        for line in node.lines:
            for _label, address in () if is_furniture(line) else links(line):
                if is_local(address) and address not in kept:
                    article.drop(address)


def _choose(article: Article) -> tuple[str, Claim]:
    claims = [(kind, claim) for kind, module in KINDS.items() if (claim := module.claim(article))]
    kind, claim = max(claims, key=lambda pair: pair[1].score, default=("page", Claim(0, "")))
    if claim.score < BY_LABEL and article.label:
        return _by_label(article), Claim(BY_LABEL, gettext_noop("The old site's label says so."))
    if claim.score >= SURE_ENOUGH:
        return kind, claim
    if claim.message:
        article.description.warn(claim.message, **claim.values)
    return "page", Claim(1, gettext_noop("No known form was recognised: a plain page."))


def _by_label(article: Article) -> str:
    """The kind of the label; an interview of nobody in particular is a story."""
    return "story" if article.label == "interview" else article.label


def _cut(article: Article, cuts: list[str]) -> None:
    if not cuts:
        return
    article.description.incomplete = True
    article.drop(*cuts)
    addresses = [address for line in cuts for _label, address in links(line) if address]
    article.description.warn(gettext_noop("The text is cut where the list of articles cut it."))
    for address in addresses:
        article.description.warn(
            gettext_noop("The whole article was at %(address)s"), address=address
        )


def _note_links(article: Article) -> None:
    """Say which links lead nowhere: their words stay, their address could not be used."""
    for node in article.nodes:
        for line in node.lines:
            if is_furniture(line):
                continue
            for label, address in unusable_addresses(line):
                if address:
                    article.drop(address)
                message = gettext_noop("A link without a usable address: “%(label)s”.")
                article.description.warn(message, label=label)
            for element, address in left_out(line):
                article.drop(address)
                article.description.warn(LEFT_OUT, element=element, address=address[:200])
