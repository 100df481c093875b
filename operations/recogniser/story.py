"""Stories from the field: what was done, where, by whom, with what results."""

from operations.recogniser.article import Article, Claim
from operations.recogniser.blocks import to_plain, to_rich
from operations.recogniser.dates import find_dates
from operations.recogniser.description import Rich, gettext_noop
from operations.recogniser.nodes import Node
from operations.recogniser.sections import names, split_sections

SECTIONS = names(
    places=r"(?:lieu|territoire|ou|place|where|territory)\Z",
    period=r"(?:periode|quand|dates?|when|period)\Z",
    actors=r"(?:(?:les )?acteurs?|qui|who|actors|partenaires|partners)\Z",
    done=r"ce qui a ete fait|ce que nous avons fait|ce qu'on a fait|(?:le |notre )?projet\Z"
    r"|actions?\Z"
    r"|what (?:was|we) d(?:one|id)|(?:the |our )?project\Z",
    results=r"(?:les )?resultats?\Z|(?:the )?results?\Z|what changed|ce qui a change",
    difficulties=r"(?:les )?(?:difficultes?|obstacles?|freins?)|(?:the )?difficult(?:y|ies)\Z"
    r"|obstacles\Z|what (?:was|is) (?:hard|difficult)",
    advice=r"(?:nos )?conseils?\Z|(?:our )?advice\Z|si c'etait a refaire|what we would do",
)


def _sentences(nodes: list[Node]) -> list[str]:
    return [line for line in to_plain(nodes).split("\n") if line]


_READERS = {"places": to_plain, "actors": _sentences}


def claim(article: Article) -> Claim | None:
    """Three of a story's sections, what was done or what resulted among them."""
    found = {section.key for section in split_sections(article.nodes, SECTIONS)} - {None}
    told = found & {"done", "results"} and found & {"difficulties", "advice", "places"}
    if told and len(found) >= 3:
        message = gettext_noop("It has the sections of a story: %(found)s")
        return Claim(0.7, message, {"found": ", ".join(sorted(found))})
    return None


def fill(article: Article) -> None:
    """Give `places` (text), `actors` (list), `done`, `results`, `difficulties`, `advice` (HTML).

    Derived from a period that stays in the body: `month`, `year`, `date_precision` and so on.
    """
    rest = []
    for section in split_sections(article.nodes, SECTIONS):
        if section.key is None:
            rest.extend(section.nodes)
            continue
        if section.key == "period":
            rest.extend([Node("paragraph", section.label), *section.nodes])
            _find_period(article, to_plain(section.nodes))
            continue
        article.drop(section.label)
        value = _READERS.get(section.key, to_rich)(section.nodes)
        earlier = article.description.fields.get(section.key)
        article.description.keep(**{section.key: _added(earlier, value)})
    article.nodes = rest
    article.attach(article.take_files())


def _added(earlier: object, value: object) -> object:
    """Return a section said twice as one: lists and HTML follow on, a text gets a new line."""
    if not earlier:
        return value
    if isinstance(value, list):
        return [*earlier, *value]
    return Rich(earlier + value) if isinstance(value, Rich) else f"{earlier}\n{value}"


def _find_period(article: Article, text: str) -> None:
    date = next(iter(find_dates(text)), None)
    if date:
        article.description.derive(
            day=date.day, month=date.month, year=date.year, date_precision=date.precision
        )
