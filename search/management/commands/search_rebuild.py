"""Make the catalogue and the index anew from the pages."""

import json

from django.core.management.base import BaseCommand, CommandError

from search import api, remote, services, sync

LABELS = {
    "documents": "documents",
    "indexed": "in the search index",
    "server": "on the search server",
    "mended": "pages mended on the search server",
}


class Command(BaseCommand):
    help = (
        "Make the catalogue and the search index anew from the pages; nothing is lost with it, and "
        "pages are searched and edited meanwhile."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--rollback",
            action="store_true",
            help="search the indices from before the last rebuild of the search server again",
        )

    def handle(self, *args, **options):
        self.quiet = options["json"] or options["verbosity"] == 0
        try:
            figures = self._roll_back() if options["rollback"] else self._rebuild()
        except remote.FailedError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(figures))
        else:
            said = ", ".join(f"{count} {LABELS[name]}" for name, count in figures.items())
            self.stdout.write(f"{said}.")

    def _rebuild(self) -> dict[str, int]:
        documents = services.rebuild(None, *self._reporting("pages catalogued"))
        figures = {"documents": documents}
        figures["indexed"] = sync.everything(*self._reporting("pages indexed"))
        if api.remote_engine():
            figures["server"] = remote.rebuild(*self._reporting("pages sent to the server"))
        return figures

    def _roll_back(self) -> dict[str, int]:
        if not api.remote_engine():
            raise CommandError("There is no search server: set ELASTICSEARCH_URL.")
        return {"mended": remote.roll_back()}

    def _reporting(self, what: str) -> list:
        def say(done: int, total: int) -> None:
            self.stderr.write(f"{done} of {total} {what}", ending="\r" if done < total else "\n")

        return [] if self.quiet else [say]
