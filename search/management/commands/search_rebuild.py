"""Make the catalogue anew from the pages."""

import json

from django.core.management.base import BaseCommand

from search import services


class Command(BaseCommand):
    help = "Make the public catalogue anew from the published pages; nothing is lost with it."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        count = services.rebuild()
        self.stdout.write(
            json.dumps({"documents": count}) if options["json"] else f"{count} documents."
        )
