"""A file that holds several documents: a page of articles cut by "Lire la suite"."""

from operations.recogniser.furniture import is_read_more
from operations.recogniser.head import is_title
from operations.recogniser.nodes import Node


def split_articles(nodes: list[Node]) -> list[tuple[list[Node], list[str]]]:
    """Return the articles of a file, each with the lines that cut it short (none: it is whole).

    Without a single cut line, the file is one document. With one, an article begins after each
    cut, at each heading of the level of the first one, and at a title set apart by a gap wider
    than any around it: an article that was printed in full is followed by no cut line.

    >>> from operations.recogniser.nodes import read_nodes
    >>> page = "One\\n\\nText.\\n\\n\\nTwo\\n\\nText.\\n\\nRead more\\n\\nThree\\n\\nText."
    >>> [(nodes[0].text, cuts) for nodes, cuts in split_articles(read_nodes(page))]
    [('One', []), ('Two', ['Read more']), ('Three', [])]
    """
    if not any(is_read_more(node) for node in nodes):
        return [(nodes, [])]
    level = nodes[0].level if nodes[0].kind == "heading" else 0
    gap = _wide_gap(nodes)
    articles: list[tuple[list[Node], list[str]]] = [([], [])]
    for node in nodes:
        current, cuts = articles[-1]
        if is_read_more(node):
            cuts.append(node.text)
            continue
        begins = bool(cuts) or (bool(current) and _begins(node, level, gap))
        if begins and current:
            articles.append(([node], []))
        else:
            current.append(node)
    return [article for article in articles if article[0] or article[1]]


def _wide_gap(nodes: list[Node]) -> int:
    """The number of empty lines that sets a title apart: more than is usual in the file."""
    gaps = sorted(node.gap for node in nodes[1:])
    return max(2, gaps[len(gaps) // 2] + 1) if gaps else 2


def _begins(node: Node, level: int, gap: int) -> bool:
    if level:
        return node.kind == "heading" and node.level == level
    return node.gap >= gap and is_title(node)
