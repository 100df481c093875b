"""The figures of every engine: a table for people, an object for programs."""

import random
from dataclasses import asdict

from search.evaluation.collection import Collection
from search.evaluation.measures import DEPTH, figures, ndcg
from search.evaluation.running import Run

COLUMNS = (
    ("nDCG@10", "ndcg", "{:.3f}"),
    ("recall@10", "recall", "{:.3f}"),
    ("success@5", "success", "{:.3f}"),
    ("typos", "typo_success", "{:.3f}"),
    ("twins", "same_for_twins", "{:.0%}"),
    ("no result", "empty", "{:.1%}"),
    ("median", "median_ms", "{:.1f} ms"),
)


def as_table(collection: Collection, run: Run) -> str:
    """Return the figures as lines of text, an engine a line."""
    lines = _lines("", collection.questions, run)
    lines[0] = f"{len(collection.texts)} texts, {len(collection.questions)} questions\n\n{lines[0]}"
    held = [one for one in collection.questions if one.held]
    if held:
        lines += ["", *_lines(f"the {len(held)} held out", held, run)]
    lines += [f"{engine}: not measured, {reason}" for engine, reason in run.absent.items()]
    return "\n".join(lines)


def _lines(title: str, questions: list, run: Run) -> list[str]:
    width = max(map(len, (title, *run.answers)))
    lines = [f"{title:<{width}}" + "".join(f"{name:>11}" for name, _column, _form in COLUMNS)]
    for engine, answers in run.answers.items():
        found = figures(questions, answers)
        values = ((getattr(found, column), form) for _name, column, form in COLUMNS)
        cells = ("–" if value is None else form.format(value) for value, form in values)
        lines.append(f"{engine:<{width}}" + "".join(f"{cell:>11}" for cell in cells))
    return lines


def as_object(collection: Collection, run: Run) -> dict:
    """Return the figures by engine: shares between 0 and 1, times in milliseconds.

    `held_out` has those of the questions that no weight was chosen by, `by_question` the nDCG@10
    of each question, `not_measured` why an engine is not there.
    """
    held = [one for one in collection.questions if one.held]
    engines = {}
    for engine, answers in run.answers.items():
        engines[engine] = {
            **asdict(figures(collection.questions, answers)),
            "held_out": asdict(figures(held, answers)) if held else None,
            "by_question": {
                one.id: round(ndcg(answers[one.id].files, one.grades), 4)
                for one in collection.questions
            },
        }
    return {
        "texts": len(collection.texts),
        "questions": len(collection.questions),
        "engines": engines,
        "not_measured": run.absent,
        "remarks": collection.remarks,
    }


def as_pool(collection: Collection, run: Run) -> list[dict]:
    """Return what is still to be judged: the first ten of all engines that have no grade.

    In an order that tells of no engine, the same at each run.
    """
    pool = []
    for question in collection.questions:
        found = {file for one in run.answers.values() for file in one[question.id].files[:DEPTH]}
        files = sorted(found - question.grades.keys())
        random.Random(question.id).shuffle(files)  # noqa: S311
        if files:
            entry = {"id": question.id, "q": question.q, "lang": question.language}
            pool.append({**entry, "kind": question.kind, "pool": files})
    return pool
