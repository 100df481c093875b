"""How good the answers are, held on every engine: nothing may fall by 0.02 under its record.

The record, `search/evaluation/record.json`, is the nDCG@10 of each engine over the project's own
questions; it is written anew, by hand, with each change that is meant to raise it.
"""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from search.evaluation.collection import HERE

RECORD = json.loads(Path(HERE / "record.json").read_text())
FALL = 0.02
LEAST, ABOVE_BASELINE, OF_THE_SERVER = 0.80, 0.03, 0.93
TYPOS, WITHOUT_RESULT = 0.85, 0.03


def measured(*engines: str) -> dict:
    out = StringIO()
    call_command("search_eval", engine=engines, json=True, stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())["engines"]


def check(engine: str, figures: dict) -> None:
    """Assert what every engine must reach."""
    assert figures["ndcg"] >= RECORD[engine] - FALL
    assert figures["same_for_twins"] == 1
    assert figures["typo_success"] >= TYPOS
    assert figures["empty"] <= WITHOUT_RESULT


def test_the_database_answers_nearly_as_well_as_the_search_server():
    engine = connection.vendor
    figures = measured(engine)[engine]
    check(engine, figures)
    assert figures["ndcg"] >= OF_THE_SERVER * RECORD["elasticsearch"]


@pytest.mark.elasticsearch
def test_the_search_server_answers_better_than_a_plain_one():
    figures = measured("elasticsearch", "baseline")
    check("elasticsearch", figures["elasticsearch"])
    assert figures["elasticsearch"]["ndcg"] >= LEAST
    assert figures["elasticsearch"]["ndcg"] >= figures["baseline"]["ndcg"] + ABOVE_BASELINE
