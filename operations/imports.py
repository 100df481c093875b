"""The import of community documents: files in, drafts and a report out.

Each document is a transaction of its own: one that fails leaves nothing half made and the rest
goes on. A second run makes no duplicate; a source that changed makes a new revision of a draft
that nobody has touched, else a line in the report.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import HomePage
from kit.models import ChapterPage, KitPage
from operations.drafts import MODELS, Draft, fill
from operations.imported import ImportedDocument
from operations.incoming import find_files
from operations.links import Targets, Waiting, leads_to_document, marked, own_address, tie
from operations.naming import free_slug, people_named
from operations.pictures import Curator, Gallery, is_picture
from operations.places import ImportRefused, check_parent, home_of, kit_of, place_of
from operations.recogniser import Description, missing_words, recognise
from operations.recogniser.words import source_words
from operations.records import keys_of, record_of
from operations.reports import (
    CREATED,
    FAILED,
    KEPT,
    UNCHANGED,
    UPDATED,
    DocumentReport,
    FileReport,
    ImportReport,
    described,
)
from operations.sources import (
    IncomingFile,
    Source,
    UnreadableFile,
    printable,
    read_source,
    understood,
)

logger = logging.getLogger("operations")


def import_paths(
    paths: Iterable[str | Path],
    language: str,
    under: Page | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> ImportReport:
    """Import files, folders and ZIP archives as drafts; return what was done.

    The drafts go to the tree of `language`. `under` puts every page under one parent; else each
    type goes where it lives. With `dry_run` everything is tried and nothing is kept. `progress`
    is called with the number of files done and that of all files. Raises `ImportRefused` without
    a home for the language; a file or a document that fails is a line of the report.
    """
    home = home_of(language, under)
    files = list(find_files(paths))
    gallery = Gallery(file for file in files if is_picture(file.name) and not file.error)
    curator = Curator(gallery, dry_run=dry_run)
    importer = Importer(home, under, curator=curator)
    pictures = {id(file) for file in gallery.files}
    reports: list[FileReport | None] = []
    for done, file in enumerate(files, start=1):
        reports.append(None if id(file) in pictures else importer.file(file))
        progress(done, len(files))
    importer.finish()
    left = {id(file) for file in gallery.left()}
    for rank, file in enumerate(files):
        if id(file) in left:
            error = _("a picture that no document shows: left out.")
            reports[rank] = FileReport(source=printable(file.name), error=error)
    return ImportReport(
        files=[report for report in reports if report],
        pictures=curator.taken,
        dry_run=dry_run,
    )


def descriptions_of(source: Source, kinds: Mapping[int, str] | None = None) -> list[Description]:
    """Return the documents of a source; raise `UnreadableFile` if it has no word.

    `kinds` imposes the kind of a document by its rank.
    """
    name = PurePosixPath(source.name).name
    descriptions = understood(source.name, recognise, source.text, name, kinds, source.language)
    if not descriptions:
        raise UnreadableFile(_("no words in it."))
    first = descriptions[0]
    first.furniture.extend(source.furniture)
    for note in source.notes:
        first.warn(note.message, **note.values)
    return descriptions


class Importer:
    """Makes the drafts of documents under one home, for a person or (None) for the operator.

    `under` is the parent of all pages, or None for the place where each type lives; a person needs
    the permission to add pages there. `curator` has the pictures, and says whether all of it is
    only tried.
    """

    def __init__(
        self,
        home: HomePage,
        under: Page | None = None,
        user=None,
        curator: Curator | None = None,
    ):
        self.home = home
        self.locale: Locale = home.locale
        self.under = under
        self.user = user
        self.curator = curator or Curator(Gallery(), user)
        self.arrivals: list[tuple[DocumentReport, Waiting]] = []

    @property
    def dry_run(self) -> bool:
        return self.curator.dry_run

    def file(self, file: IncomingFile) -> FileReport:
        """Import the documents of one file; what goes wrong is in the report."""
        report = FileReport(source=printable(file.name))
        try:
            source = read_source(file)
            descriptions = descriptions_of(source)
        except UnreadableFile as error:
            report.error = str(error)
            return report
        report.words = len(source_words(source.words))
        report.missing_words = missing_words(source.words, descriptions)
        for description, key in zip(descriptions, keys_of(descriptions), strict=True):
            alone = len(descriptions) == 1
            report.documents.append(self.document(source, description, key, alone))
        return report

    def document(
        self, source: Source, description: Description, key: str, alone: bool
    ) -> DocumentReport:
        """Import one document in its own transaction; `alone` if its file holds no other."""
        report = described(source, description)
        try:
            with transaction.atomic():
                record = record_of(source, key, alone)
                if record is None:
                    self._create(source, description, key, report)
                elif record.digest == source.digest:
                    report.outcome, report.page_id = UNCHANGED, record.page_id
                else:
                    self._update(source, description, record, report)
                transaction.set_rollback(self.dry_run)
        except OperationalError:
            # The database is busy or gone: that is not the document's fault.
            self.curator.undo()
            raise
        except Exception as error:
            self.curator.undo()
            self._fail(report, error)
        self.curator.keep()
        if self.dry_run:
            report.page_id = None if report.outcome == CREATED else report.page_id
        waiting = Waiting(
            source.name, own_address(source, description), tuple(marked(description)[1])
        )
        self.arrivals.append((report, waiting))
        return report

    @staticmethod
    def _fail(report: DocumentReport, error: Exception) -> None:
        """Say why a document was not imported, in words where there are some."""
        report.outcome, report.page_id, report.made = FAILED, None, []
        if isinstance(error, ValidationError):
            report.to_check.extend(error.messages)
        elif isinstance(error, ImportRefused):
            report.to_check.append(str(error))
        else:
            logger.error("%s was not imported", report.source, exc_info=error)
            report.to_check.append(
                _("It could not be imported (%(why)s); the log of the server says more.")
                % {"why": type(error).__name__}
            )

    def finish(self) -> None:
        """Link the documents of the run together; report the links to those that are not there."""
        pages = [report.page_id for report, _waiting in self.arrivals if report.page_id]
        left = {} if self.dry_run else tie(pages)
        if self.dry_run:
            self._note_absent()
        for report, _waiting in self.arrivals:
            report.to_check.extend(absent_lines(left.get(report.page_id, ())))

    def _note_absent(self) -> None:
        """Say which links a real run would leave."""
        all_waiting = [waiting for _report, waiting in self.arrivals]
        coming = {name for one in all_waiting for name in (one.source, one.address) if name}
        targets = Targets(all_waiting, set(), coming)
        for report, one in self.arrivals:
            absent = [
                address
                for address in one.links
                if leads_to_document(address)
                and not targets.is_coming(one, address)
                and not targets.page(one, address)
            ]
            report.to_check.extend(absent_lines(absent))

    def _create(
        self, source: Source, description: Description, key: str, report: DocumentReport
    ) -> None:
        # A page is saved more than once; what it refers to is listed once, at the end.
        model = MODELS[description.kind]
        page = model(live=False, locale=self.locale, owner=self.user)
        parent = self._parent(description, model, report)
        draft, links = self._filled(page, source, description, report)
        page.slug = free_slug(page.title, people_named(description), parent, description.kind)
        _free_number(draft, parent)
        with disable_reference_index_auto_update():
            parent.add_child(instance=page)
            revision = self._revision(page, "wagtail.create")
        ReferenceIndex.create_or_update_for_object(page)
        ImportedDocument.objects.create(
            source=source.name[-255:],
            key=key,
            digest=source.digest,
            page=page,
            revision=revision,
            address=own_address(source, description),
            links=links,
        )
        report.outcome, report.page_id, report.parent = CREATED, page.pk, parent.title
        _add(report, draft)

    def _update(
        self,
        source: Source,
        description: Description,
        record: ImportedDocument,
        report: DocumentReport,
    ) -> None:
        page = record.page.specific
        report.page_id = page.pk
        untouched = not page.live and page.latest_revision_id == record.revision_id
        if not untouched or not isinstance(page, MODELS[description.kind]):
            report.outcome = KEPT
            report.to_check.append(
                _("Its source changed since the import, and so did its draft: left as it is.")
            )
            return
        if self.user and not page.permissions_for_user(self.user).can_edit():
            raise ImportRefused(_("You may not change “%(page)s”.") % {"page": page.title})
        draft, record.links = self._filled(page, source, description, report)
        _free_number(draft, page.get_parent())
        with disable_reference_index_auto_update():
            page.save()
            record.revision = self._revision(page, "wagtail.edit")
        ReferenceIndex.create_or_update_for_object(page)
        record.digest, record.address = source.digest, own_address(source, description)
        record.save()
        report.outcome, report.parent = UPDATED, page.get_parent().title
        _add(report, draft)

    def _filled(
        self, page: Page, source: Source, description: Description, report: DocumentReport
    ) -> tuple[Draft, list[str]]:
        """Fill a page, pictures included; return the draft and the links that wait in it."""
        description, links = marked(description)
        names = people_named(description)
        description, image = self.curator.place(description, source, report, names)
        if image:
            page.listing_image = image
        return fill(page, description, self.locale), links

    def _revision(self, page: Page, action: str) -> Revision:
        """Save a revision of a page and note who did it."""
        revision = page.save_revision(user=self.user)
        log(instance=page, action=action, user=self.user, revision=revision, content_changed=True)
        return revision

    def _parent(self, description: Description, model: type[Page], report: DocumentReport) -> Page:
        """Return the page under which a document belongs; make its kit if it has none."""
        if self.under is not None:
            parent = self.under
        elif description.kind == "chapter":
            title = description.fields.get("kit_title", "")
            parent = kit_of(title, self.home) or self._new_kit(title, report)
        else:
            parent = place_of(description.kind, self.home)
        check_parent(parent, model, self.user)
        return parent

    def _new_kit(self, title: str, report: DocumentReport) -> KitPage:
        title = title or _("Kit")
        check_parent(self.home, KitPage, self.user)
        kit = KitPage(
            title=title,
            live=False,
            locale=self.locale,
            owner=self.user,
            text_language=self.locale.language_code,
            content_language=self.locale.language_code,
        )
        self.home.add_child(instance=kit)
        self._revision(kit, "wagtail.create")
        report.made.append(_("kit “%(title)s” (draft)") % {"title": title})
        return kit


def absent_lines(addresses: Iterable[str]) -> list[str]:
    """Return what a report says of links to documents that were not imported."""
    return [
        _("A link to a document that was not imported: %(address)s") % {"address": address[:300]}
        for address in addresses
    ]


def _free_number(draft: Draft, parent: Page) -> None:
    """Leave out the number of a chapter that another chapter of the same parent has."""
    page = draft.page
    if not isinstance(page, ChapterPage) or not page.number:
        return
    taken = ChapterPage.objects.child_of(parent).filter(number=page.number).exclude(pk=page.pk)
    if taken.exists():
        draft.to_check.append(_("Another chapter has number %(number)s.") % {"number": page.number})
        page.number = ""


def _add(report: DocumentReport, draft: Draft) -> None:
    report.made.extend(draft.made)
    report.to_check.extend(draft.to_check)
