"""Ask questions as the search page asks them."""

from content import visibility
from search import api
from search.engines.base import SearchRequest
from search.engines.loosening import NOTHING
from search.evaluation.collection import Question
from search.evaluation.measures import DEPTH, Answer
from search.facets import FILTERS

COUNTED = frozenset(facet.name for facet in FILTERS)


def answers_to(questions: list[Question], files: dict[int, str]) -> dict[str, Answer]:
    """Return the answer to each question by its id; `files` names the page ids.

    The recent pages that are offered when nothing answers are no answer.
    """
    rules = visibility.current_rules()
    answers = {}
    # The first question of a process pays for what is read once: it is asked twice.
    for question in (*questions[:1], *questions):
        locale = question.language if rules.home(question.language) else rules.homes[0].language
        found = api.search(SearchRequest(q=question.q, locale=locale, counted=COUNTED), rules)
        hits = [] if found.level == NOTHING else found.hits[:DEPTH]
        answers[question.id] = Answer([files[hit.document.pk] for hit in hits], found.took_ms)
    return answers
