"""Measure how good the answers of the search engines are."""

import json
import signal
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search.evaluation import report
from search.evaluation.collection import (
    CORPUS,
    JUDGEMENTS,
    BadCollection,
    Collection,
    read_collection,
)
from search.evaluation.running import ENGINES, Run, run


class Command(BaseCommand):
    help = (
        "Measure the answers of every engine that can be reached on judged questions, each on "
        "data of its own that is removed afterwards."
    )
    # It reads no data of the portal: a database that is away or not migrated is no reason to fail.
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--corpus", type=Path, metavar="DIR", help="a folder of Markdown files of your own"
        )
        parser.add_argument(
            "--queries",
            type=Path,
            metavar="FILE",
            help='its questions: [{"q": "…", "rel": {"file": 0 to 3}}, …]',
        )
        parser.add_argument(
            "--engine",
            action="append",
            choices=ENGINES,
            help="measure this one only; may be repeated",
        )

        parser.add_argument(
            "--pool",
            type=Path,
            metavar="FILE",
            help="write the pages among the first ten of any engine that have no grade yet",
        )

    def run_from_argv(self, argv):
        # A terminated measure leaves no more behind than an interrupted one.
        signal.signal(signal.SIGTERM, lambda *_received: sys.exit(128 + signal.SIGTERM))
        try:
            super().run_from_argv(argv)
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)

    def handle(self, *args, **options):
        if bool(options["corpus"]) != bool(options["queries"]):
            raise CommandError("--corpus DIR and --queries FILE go together.")
        try:
            collection = read_collection(
                options["corpus"] or CORPUS, options["queries"] or JUDGEMENTS, self._say_read
            )
        except BadCollection as error:
            raise CommandError(str(error)) from error
        found = run(collection, options["engine"] or ENGINES, self.stderr.write)
        if not found.answers:
            raise CommandError("No engine could be measured.")
        if options["pool"]:
            pool = report.as_pool(collection, found)
            options["pool"].write_text(json.dumps(pool, ensure_ascii=False, indent=1))
        self._report(collection, found, options["json"])

    def _say_read(self, done: int, total: int) -> None:
        self.stderr.write(f"{done} of {total} texts read", ending="\r" if done < total else "\n")

    def _report(self, collection: Collection, found: Run, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report.as_object(collection, found)))
            return
        for remark in collection.remarks:
            self.stderr.write(remark)
        self.stdout.write(report.as_table(collection, found))
