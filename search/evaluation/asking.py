"""Ask questions as the search page asks them."""

from content import visibility
from search import api
from search.engines.base import SearchRequest
from search.engines.loosening import NOTHING
from search.evaluation.collection import Question
from search.evaluation.measures import DEPTH, Answer
from search.facets import FILTERS

COUNTED = frozenset(facet.name for facet in FILTERS)


class AnotherEngine(RuntimeError):
    """An engine that has answered in the place of the one that was asked."""


def answers_to(questions: list[Question], files: dict[int, str], engine: str) -> dict[str, Answer]:
    """Return the answer of `engine` to each question by its id; `files` names the page ids.

    The recent pages that are offered when nothing answers are no answer. Raises `AnotherEngine`
    when a server fails and the database answers for it, as it does for visitors.
    """
    rules = visibility.current_rules()
    answers = {}
    # The first question of a process pays for what is read once: it is asked twice.
    for question in (*questions[:1], *questions):
        locale = question.language if rules.home(question.language) else rules.homes[0].language
        found = api.search(SearchRequest(q=question.q, locale=locale, counted=COUNTED), rules)
        if found.engine != engine:
            raise AnotherEngine(f"{found.engine} has answered for {engine}.")
        hits = [] if found.level == NOTHING else found.listed[:DEPTH]
        answers[question.id] = Answer([files[hit.document.pk] for hit in hits], found.took_ms)
    return answers
