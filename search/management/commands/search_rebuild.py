"""Make the catalogue and the index anew from the pages."""

import json

from django.core.management.base import BaseCommand

from search import services, sync


class Command(BaseCommand):
    help = "Make the catalogue and the search index anew from the pages; nothing is lost with it."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        count = services.rebuild()
        quiet = options["json"] or options["verbosity"] == 0
        indexed = sync.everything(*([] if quiet else [self._say]))
        figures = {"documents": count, "indexed": indexed}
        self.stdout.write(
            json.dumps(figures)
            if options["json"]
            else f"{count} documents, {indexed} in the search index."
        )

    def _say(self, done: int, total: int) -> None:
        self.stderr.write(f"{done} of {total} pages indexed", ending="\r" if done < total else "\n")
