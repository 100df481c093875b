"""What is measured of ranked answers against judgements.

nDCG is that of Järvelin and Kekäläinen (2002) with the gain 2^grade - 1, as web search uses it
(Burges et al., 2005). What is not judged counts as not relevant.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean, median

from search.evaluation.collection import Question

DEPTH, FIRST = 10, 5
USEFUL = 2
TYPO, TWIN = "typo", "twin"


@dataclass(frozen=True)
class Answer:
    """The files that answer a question, best first, and the milliseconds it took."""

    files: list[str]
    took_ms: float = 0.0


@dataclass(frozen=True)
class Figures:
    """What an engine reaches over a set of questions; None where no question asks for it.

    Shares are between 0 and 1. `empty` is the share of the answerable questions without any result.
    """

    questions: int
    ndcg: float | None
    recall: float | None
    success: float | None
    typo_success: float | None
    same_for_twins: float | None
    empty: float | None
    median_ms: float | None


def ndcg(files: list[str], grades: dict[str, float], depth: int = DEPTH) -> float:
    """Return the discounted gain of the first files, of the greatest that is possible."""
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(file, 0) for file in files[:depth]]) / best if best else 0.0


def _gain(grades: list[float]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def figures(questions: list[Question], answers: dict[str, Answer]) -> Figures:
    """Return what `answers`, by question id, reach."""
    judged = [one for one in questions if any(one.grades.values())]
    useful = {one.id: useful_files(one) for one in judged}
    ranked = {one.id: answers[one.id].files for one in questions}

    def succeeds(question: Question) -> bool:
        return bool(useful[question.id] & set(ranked[question.id][:FIRST]))

    return Figures(
        questions=len(judged),
        ndcg=_mean(ndcg(ranked[one.id], one.grades) for one in judged),
        recall=_mean(
            len(useful[one.id] & set(ranked[one.id][:DEPTH])) / len(useful[one.id])
            for one in judged
        ),
        success=_mean(map(succeeds, judged)),
        typo_success=_mean(succeeds(one) for one in judged if one.kind == TYPO),
        same_for_twins=_mean(
            all(ranked[one.id][:DEPTH] == ranked[twins[0].id][:DEPTH] for one in twins[1:])
            for twins in twins_of(questions)
        ),
        empty=_mean(not ranked[one.id] for one in judged),
        median_ms=median(answers[one.id].took_ms for one in questions) if questions else None,
    )


def useful_files(question: Question) -> set[str]:
    """Return the files that answer well; those of the best grade where none reaches `USEFUL`."""
    bound = min(USEFUL, max(question.grades.values(), default=USEFUL))
    return {file for file, grade in question.grades.items() if grade and grade >= bound}


def twins_of(questions: list[Question]) -> list[list[Question]]:
    """Return the groups of questions that must have the same answers."""
    groups = defaultdict(list)
    for question in questions:
        if question.twin:
            groups[question.twin].append(question)
    return [twins for twins in groups.values() if len(twins) > 1]


def _mean(values) -> float | None:
    values = list(values)
    return mean(map(float, values)) if values else None
