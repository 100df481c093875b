"""Ask every question of a site made of the texts.

Run as `python -m search.evaluation.worker ENGINE FOLDER` by `search.evaluation.scratch`, in a
process and a database of their own. The folder holds
`texts.json` and `questions.json`; the answers are written to `answers.json` beside them.
"""

import importlib
import json
import pkgutil
import sys
from dataclasses import asdict
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations import RunPython, RunSQL

TEXTS, QUESTIONS, ANSWERS = "texts.json", "questions.json", "answers.json"


def make_tables() -> None:
    """Make every table from the models; what migrations do beyond models is done for search.

    Replaying all migrations of Django, Wagtail and the portal takes longer than the measure.
    """
    settings.MIGRATION_MODULES = {one.label: None for one in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    package = importlib.import_module("search.migrations")
    for module in sorted(one.name for one in pkgutil.iter_modules(package.__path__)):
        migration = importlib.import_module(f"search.migrations.{module}").Migration
        for operation in migration.operations:
            with connection.schema_editor() as editor:
                if isinstance(operation, RunPython):
                    operation.code(apps, editor)
                elif isinstance(operation, RunSQL):
                    operation.database_forwards("search", editor, None, None)


def say(done: int, total: int) -> None:
    sys.stderr.write(f"  {done} of {total} texts indexed{chr(13) if done < total else chr(10)}")
    sys.stderr.flush()


def main(engine: str, folder: Path) -> None:
    from search import api
    from search.engines.elasticsearch.rebuilding import rebuild
    from search.evaluation.asking import answers_to
    from search.evaluation.collection import Question
    from search.evaluation.markdown import Text
    from search.evaluation.site import fill

    make_tables()
    texts = [Text(**one) for one in json.loads((folder / TEXTS).read_text())]
    questions = [Question(**one) for one in json.loads((folder / QUESTIONS).read_text())]
    files = fill(texts, say)
    if settings.ELASTICSEARCH_URL:
        rebuild(api.remote_engine(), say)
    answers = answers_to(questions, files, engine)
    written = {key: asdict(answer) for key, answer in answers.items()}
    (folder / ANSWERS).write_text(json.dumps(written))


if __name__ == "__main__":
    django.setup()
    try:
        main(sys.argv[1], Path(sys.argv[2]))
    except KeyboardInterrupt:
        sys.exit(130)
