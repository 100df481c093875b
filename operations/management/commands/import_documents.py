"""Import documents of the community as drafts."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.imports import DocumentReport, FileReport, ImportRefused, find_page, import_paths

PROGRESS_EVERY = 25


class Command(BaseCommand):
    help = (
        "Import files, folders and ZIP archives of text as draft pages of the right types. A "
        "second run makes no duplicate."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or ZIPs")
        parser.add_argument(
            "--under", metavar="PAGE", help="parent of all pages: an id, or an address as /fr/kit/"
        )
        parser.add_argument(
            "--locale",
            default=settings.LANGUAGE_CODE,
            help="language of the tree (default: %(default)s)",
        )
        parser.add_argument("--dry-run", action="store_true", help="try everything, keep nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options):
        try:
            under = find_page(options["under"]) if options["under"] else None
            report = import_paths(
                options["paths"],
                options["locale"],
                under=under,
                dry_run=options["dry_run"],
                progress=self._progress,
            )
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        figures = report.figures()
        if options["json"]:
            self.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1))
            return
        for file in report.files:
            self._file(file)
        self.stdout.write(
            f"{figures['documents']} documents in {figures['files']} files: "
            + ", ".join(
                f"{figures[name]} {name}"
                for name in ("created", "updated", "unchanged", "kept", "failed")
                if figures[name]
            )
            + (f"; {figures['unreadable']} files not read" if figures["unreadable"] else "")
            + (" (dry run: nothing was kept)" if report.dry_run else "")
        )

    def _progress(self, done: int) -> None:
        """Say how far it is, beside the report, so that --json stays one object."""
        if done % PROGRESS_EVERY == 0:
            self.stderr.write(_("%(done)s files read") % {"done": done})

    def _file(self, file: FileReport) -> None:
        self.stdout.write(f"{file.source}: {file.error}" if file.error else file.source)
        if file.missing_words:
            self.stdout.write(f"  words lost: {', '.join(file.missing_words)}")
        for document in file.documents:
            self._document(document)

    def _document(self, document: DocumentReport) -> None:
        page = f" (page {document.page_id})" if document.page_id else ""
        self.stdout.write(f"  {document.outcome}: {document.kind} “{document.title}”{page}")
        found = ", ".join(f"{name} {value}" for name, value in document.recognised.items())
        lines = [
            ("why", document.why),
            ("recognised", [found] if found else []),
            ("kept as body", [f"{document.words_in_body} words"] if document.words_in_body else []),
            ("left out", document.furniture),
            ("made", document.made),
            ("to check", document.to_check),
        ]
        for name, texts in lines:
            for text in texts:
                self.stdout.write(f"    {name}: {text}")
