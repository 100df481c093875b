"""Load the demo content, or take it away."""

import json

from django.core.management.base import BaseCommand

from operations.demo.accounts import ADDRESSES, PASSWORD_VARIABLE
from operations.demo.loading import load
from operations.demo.removal import remove
from search import sync


class Command(BaseCommand):
    help = (
        "Load original demo pages, vocabularies and accounts; run again, it changes nothing "
        f"that was edited. The password of the accounts is {PASSWORD_VARIABLE}, or drawn at "
        "random and printed once."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--remove", action="store_true", help="remove all that the demo made, nothing else"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        if options["remove"]:
            self._report_removal(remove(), options["json"])
        else:
            self._report_load(load(), options["json"])
        # The worker would do it page by page; searched at once, also where none runs yet.
        sync.everything()

    def _report_load(self, loaded, as_json: bool):
        if as_json:
            figures = {"made": loaded.made, "accounts": list(ADDRESSES)}
            if loaded.password:
                figures["password"] = loaded.password
            self.stdout.write(json.dumps(figures))
            return
        if not any(loaded.made.values()):
            self.stdout.write("The demo was there already: nothing was changed.")
            return
        counts = ", ".join(f"{count} {kind}" for kind, count in loaded.made.items() if count)
        self.stdout.write(f"Made: {counts}.")
        if loaded.made["accounts"]:
            self.stdout.write(f"Accounts: {', '.join(ADDRESSES)}.")
            password = loaded.password or f"the one in {PASSWORD_VARIABLE}"
            self.stdout.write(f"Password of each: {password}")

    def _report_removal(self, removed, as_json: bool):
        if as_json:
            self.stdout.write(json.dumps({"removed": removed.removed, "kept": removed.kept}))
            return
        self.stdout.write(f"Removed: {removed.removed}.")
        if removed.kept:
            self.stdout.write(f"Kept, as other content needs them: {', '.join(removed.kept)}.")
