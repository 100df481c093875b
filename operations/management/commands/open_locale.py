"""Open a language of the portal."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.tree import UnknownLanguage, open_locale


class Command(BaseCommand):
    help = "Open a language: its home, its index pages, its groups. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("language", help="a code among WAGTAIL_CONTENT_LANGUAGES, e.g. es")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        try:
            opened = open_locale(options["language"])
        except UnknownLanguage as error:
            known = ", ".join(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
            raise CommandError(
                f"“{error}” cannot be opened. Choose one of: {known}, or add it in "
                "portal/languages.py."
            ) from error
        made = [page.title for page in opened.made]
        if options["json"]:
            self.stdout.write(json.dumps({"language": opened.language, "made": made}))
        elif made:
            self.stdout.write(f"{opened.language} is open; made: {', '.join(made)}.")
        else:
            self.stdout.write(f"{opened.language} was open already.")
