"""Import documents of the community as drafts."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.drafts import MODELS
from operations.imports import import_paths
from operations.places import ImportRefused, find_page
from operations.reports import (
    CREATED,
    FAILED,
    KEPT,
    OUTCOMES,
    UNCHANGED,
    UPDATED,
    DocumentReport,
    FileReport,
)
from operations.wording import recognised_lines

PROGRESS_EVERY = 25


class Command(BaseCommand):
    help = (
        "Import files, folders and ZIP archives of text as draft pages of the right types, with "
        "the pictures beside them and the links between them. A second run makes no duplicate."
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
        self.stdout.write(_summary(figures))

    def _progress(self, done: int, total: int) -> None:
        """Say how far it is, beside the report, so that --json stays one object.

        On a terminal one line counts up; elsewhere a line is written now and then.
        """
        said = _("%(done)s of %(total)s files") % {"done": done, "total": total}
        if self.stderr.isatty():
            self.stderr.write(f"\r{said}", ending="\n" if done == total else "")
            self.stderr.flush()
        elif done % PROGRESS_EVERY == 0:
            self.stderr.write(said)

    def _file(self, file: FileReport) -> None:
        self.stdout.write(
            _("%(file)s: %(error)s") % {"file": file.source, "error": file.error}
            if file.error
            else file.source
        )
        if file.missing_words:
            self._line(_("words lost"), ", ".join(file.missing_words))
        for document in file.documents:
            self._document(document)

    def _document(self, document: DocumentReport) -> None:
        kind = MODELS[document.kind]._meta.verbose_name
        title = _("%(kind)s “%(title)s”") % {"kind": kind, "title": document.title}
        if document.page_id:
            title += f" ({document.page_id})"
        self._line(outcome_name(document.outcome), title)
        found = ", ".join(
            _("%(name)s: %(text)s") % {"name": name, "text": value}
            for name, value in recognised_lines(document.kind, document.recognised)
        )
        lines = [
            (_("why"), document.why),
            (_("recognised"), [found] if found else []),
            (_("words kept as body"), [document.words_in_body] if document.words_in_body else []),
            (_("left out"), document.furniture),
            (_("made"), document.made),
            (_("to check"), document.to_check),
        ]
        for name, texts in lines:
            for text in texts:
                self._line(name, text, indent=4)

    def _line(self, name: str, text: object, indent: int = 2) -> None:
        said = _("%(name)s: %(text)s") % {"name": name, "text": text}
        self.stdout.write(" " * indent + said)


def outcome_name(outcome: str) -> str:
    """Return an outcome in the active language."""
    return {
        CREATED: _("created"),
        UPDATED: _("updated"),
        UNCHANGED: _("unchanged"),
        KEPT: _("kept"),
        FAILED: _("failed"),
    }[outcome]


def _summary(figures: dict) -> str:
    """Return the last line: how many documents of how many files, and what became of them."""
    counts = [
        _("%(name)s: %(text)s") % {"name": outcome_name(name), "text": figures[name]}
        for name in OUTCOMES
        if figures[name]
    ]
    if figures["pictures"]:
        counts.append(_("pictures taken in: %(count)s") % {"count": figures["pictures"]})
    if figures["unreadable"]:
        counts.append(_("files not read: %(count)s") % {"count": figures["unreadable"]})
    if figures["dry_run"]:
        counts.append(_("dry run: nothing was kept"))
    whole = _("Documents: %(documents)s, files: %(files)s.") % figures
    return f"{whole} {'; '.join(counts)}"
