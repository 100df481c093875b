"""Compare the search index with the pages."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from search import remote
from search.checking import compare

LABELS = {
    "uncatalogued": "published pages without a row of the catalogue",
    "missing": "public pages that the index lacks",
    "hidden": "pages in the index that are not public",
    "stale": "pages whose words have changed since",
    "frequencies": "terms with a wrong number of pages",
    "server_missing": "public pages that the search server lacks",
    "server_hidden": "pages on the search server that are not public",
    "server_stale": "pages on the search server that have changed since",
}


class Command(BaseCommand):
    help = "Compare the search index with the pages; --fix mends what differs."

    def add_arguments(self, parser):
        parser.add_argument("--fix", action="store_true", help="mend what differs")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        try:
            found = compare(fix=options["fix"])
        except remote.FailedError as error:
            raise CommandError(str(error)) from error
        figures = asdict(found)
        if options["json"]:
            self.stdout.write(json.dumps({**figures, "fixed": options["fix"]}))
        elif not found:
            self.stdout.write("The index and the pages agree.")
        else:
            for name, count in figures.items():
                if count:
                    self.stdout.write(f"{count} {LABELS[name]}")
            if options["fix"]:
                self.stdout.write("Mended.")
        if found and not options["fix"]:
            raise CommandError("The index differs from the pages: run search_check --fix.")
