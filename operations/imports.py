"""The import of community documents: files in, drafts and a report out.

Each document is a transaction of its own: one that fails leaves nothing half made and the rest
goes on. A second run makes no duplicate; a source that changed makes a new revision of a draft
that nobody has touched, else a line in the report.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from coalitions.models import CoalitionIndexPage, EventIndexPage
from content.folding import fold
from home.models import HomePage
from kit.models import ChapterPage, KitPage
from operations.drafts import MODELS, Draft, fill
from operations.imported import ImportedDocument
from operations.incoming import find_files
from operations.recogniser import Description, Note, Rich, missing_words, recognise
from operations.recogniser.words import described_words, source_words, words_of_markup
from operations.sources import IncomingFile, Source, UnreadableFile, read_source
from stories.models import StoryIndexPage

CREATED = "created"
UPDATED = "updated"
UNCHANGED = "unchanged"
KEPT = "kept"
FAILED = "failed"
_INDEXES: dict[str, type[Page]] = {
    "coalition": CoalitionIndexPage,
    "event": EventIndexPage,
    "interview": StoryIndexPage,
    "exploration": StoryIndexPage,
    "report": StoryIndexPage,
    "story": StoryIndexPage,
}


class ImportRefused(Exception):
    """What was asked cannot be done at all; the message says why, in the active language."""


@dataclass
class DocumentReport:
    """What became of one document of a file.

    `outcome` is created, updated (a new revision of an untouched draft), unchanged (imported
    before), kept (changed since, but its draft was edited or published) or failed. `recognised`
    gives for each field how many entries it has, or its value; `words_in_body` and
    `words_in_furniture` count words.
    """

    source: str
    title: str
    kind: str
    outcome: str
    page_id: int | None = None
    parent: str = ""
    incomplete: bool = False
    why: list[str] = field(default_factory=list)
    recognised: dict[str, object] = field(default_factory=dict)
    words_in_body: int = 0
    furniture: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    to_check: list[str] = field(default_factory=list)


@dataclass
class FileReport:
    """What became of one file: its documents, or the line that says why there is none."""

    source: str
    error: str = ""
    words: int = 0
    missing_words: list[str] = field(default_factory=list)
    documents: list[DocumentReport] = field(default_factory=list)


@dataclass
class ImportReport:
    """What a run did, file by file."""

    files: list[FileReport] = field(default_factory=list)
    dry_run: bool = False

    @property
    def documents(self) -> list[DocumentReport]:
        return [document for file in self.files for document in file.documents]

    def figures(self) -> dict:
        """Return the report as one object, figures by name."""
        outcomes = Counter(document.outcome for document in self.documents)
        kinds = Counter(document.kind for document in self.documents)
        return {
            "dry_run": self.dry_run,
            "files": len(self.files),
            "unreadable": sum(bool(file.error) for file in self.files),
            "documents": len(self.documents),
            **{name: outcomes[name] for name in (CREATED, UPDATED, UNCHANGED, KEPT, FAILED)},
            "kinds": dict(sorted(kinds.items())),
            "words": sum(file.words for file in self.files),
            "words_missing": sum(len(file.missing_words) for file in self.files),
            "by_file": [asdict(file) for file in self.files],
        }


def import_paths(
    paths: Iterable[str | Path],
    language: str,
    under: Page | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> ImportReport:
    """Import files, folders and ZIP archives as drafts; return what was done.

    The drafts go to the tree of `language`. `progress` is called with the number of files done.

    `under` puts every page under one parent; else each type goes where it lives. With `dry_run`
    everything is tried and nothing is kept. Raises `ImportRefused` without a home for the
    language; a file or a document that fails is a line of the report.
    """
    importer = Importer(home_of(language, under), under, dry_run)
    report = ImportReport(dry_run=dry_run)
    for file in find_files(paths):
        report.files.append(importer.file(file))
        progress(len(report.files))
    return report


def home_of(language: str, under: Page | None = None) -> HomePage:
    """Return the home whose tree receives the pages: that of the parent, or of the language.

    Raises `ImportRefused` if the language is not open.
    """
    locale_code = under.locale.language_code if under else language
    homes = HomePage.objects.filter(locale__language_code=locale_code, alias_of__isnull=True)
    home = homes.select_related("locale").first()
    if home is None:
        raise ImportRefused(
            _("No home in the language “%(language)s”: open it first (open_locale %(language)s).")
            % {"language": locale_code}
        )
    return home


def find_page(wanted: str) -> Page:
    """Return the page of an id or of an address ("/fr/recits/"); raise `ImportRefused`."""
    pages = Page.objects.filter(depth__gt=1)
    if wanted.isdigit():
        found = pages.filter(pk=int(wanted)).first()
    else:
        parts = [part for part in wanted.split("/") if part]
        found = _page_at(parts) if parts else None
    if found is None:
        raise ImportRefused(_("No page “%(page)s”.") % {"page": wanted})
    return found.specific


def _page_at(parts: list[str]) -> Page | None:
    home = HomePage.objects.filter(locale__language_code=parts[0], alias_of__isnull=True).first()
    page = home
    for slug in parts[1:] if home else []:
        page = page.get_children().filter(slug=slug).first()
        if page is None:
            return None
    return page


def printable(name: str) -> str:
    """Return the name of a file on one line, whatever characters its author put in it."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def descriptions_of(source: Source, kinds: Mapping[int, str] | None = None) -> list[Description]:
    """Return the documents of a source; raise `UnreadableFile` if it has no word.

    `kinds` imposes the kind of a document by its rank.
    """
    descriptions = recognise(source.text, Path(source.name).name, kinds)
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
    the permission to add pages there.
    """

    def __init__(self, home: HomePage, under: Page | None = None, dry_run: bool = False, user=None):
        self.home = home
        self.locale: Locale = home.locale
        self.under = under
        self.dry_run = dry_run
        self.user = user

    def file(self, file: IncomingFile) -> FileReport:
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
        except (ValidationError, ImportRefused) as error:
            report.outcome = FAILED
            messages = error.messages if isinstance(error, ValidationError) else [str(error)]
            report.to_check.extend(messages)
        if self.dry_run and report.outcome == CREATED:
            report.page_id = None
        return report

    def _create(
        self, source: Source, description: Description, key: str, report: DocumentReport
    ) -> None:
        # A page is saved more than once; what it refers to is listed once, at the end.
        model = MODELS[description.kind]
        page = model(live=False, locale=self.locale, owner=self.user)
        parent = self._parent(description, model, report)
        draft = fill(page, description, self.locale)
        _free_number(draft, parent)
        with disable_reference_index_auto_update():
            parent.add_child(instance=page)
            revision = self._revision(page, "wagtail.create")
        ReferenceIndex.create_or_update_for_object(page)
        ImportedDocument.objects.create(
            source=source.name[-255:], key=key, digest=source.digest, page=page, revision=revision
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
        draft = fill(page, description, self.locale)
        _free_number(draft, page.get_parent())
        with disable_reference_index_auto_update():
            page.save()
            record.revision = self._revision(page, "wagtail.edit")
        ReferenceIndex.create_or_update_for_object(page)
        record.digest = source.digest
        record.save()
        report.outcome, report.parent = UPDATED, page.get_parent().title
        _add(report, draft)

    def _revision(self, page: Page, action: str) -> Revision:
        """Save a revision of a page and note who did it."""
        revision = page.save_revision(user=self.user)
        log(instance=page, action=action, user=self.user, revision=revision, content_changed=True)
        return revision

    def _check_permission(self, parent: Page) -> None:
        if self.user and not parent.permissions_for_user(self.user).can_add_subpage():
            raise ImportRefused(
                _("You may not add pages under “%(parent)s”.") % {"parent": parent.title}
            )

    def _parent(self, description: Description, model: type[Page], report: DocumentReport) -> Page:
        """Return the page under which a document belongs; make its kit if it has none."""
        if self.under is not None:
            parent = self.under
        elif description.kind == "chapter":
            parent = self._kit(description.fields.get("kit_title", ""), report)
        elif description.kind in _INDEXES:
            parent = self._index(_INDEXES[description.kind])
        else:
            parent = self.home
        if model not in parent.specific_class.allowed_subpage_models() or not model.can_create_at(
            parent
        ):
            raise ImportRefused(
                _("A page of type “%(type)s” cannot be placed under “%(parent)s”.")
                % {"type": model._meta.verbose_name, "parent": parent.title}
            )
        self._check_permission(parent)
        return parent

    def _index(self, model: type[Page]) -> Page:
        index = model.objects.child_of(self.home).filter(alias_of__isnull=True).first()
        if index is None:
            raise ImportRefused(
                _("The tree of this language has no “%(index)s”.")
                % {"index": model._meta.verbose_name}
            )
        return index

    def _kit(self, title: str, report: DocumentReport) -> KitPage:
        """Return the kit of that name; a draft is made if there is none."""
        kits = list(KitPage.objects.child_of(self.home).filter(alias_of__isnull=True))
        if not title and len(kits) == 1:
            return kits[0]
        title = title or _("Kit")
        found = next((kit for kit in kits if _kit_name(kit.title) == _kit_name(title)), None)
        if found:
            return found
        self._check_permission(self.home)
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


def _kit_name(title: str) -> str:
    """Return the name of a kit without the word itself: "Kit Agir" and "Agir" are one."""
    words = fold(title).split()
    return " ".join(word for word in words if word != "kit") or "kit"


def _free_number(draft: Draft, parent: Page) -> None:
    """Leave out the number of a chapter that another chapter of the same parent has."""
    page = draft.page
    if not isinstance(page, ChapterPage) or not page.number:
        return
    taken = ChapterPage.objects.child_of(parent).filter(number=page.number).exclude(pk=page.pk)
    if taken.exists():
        draft.to_check.append(_("Another chapter has number %(number)s.") % {"number": page.number})
        page.number = ""


def keys_of(descriptions: list[Description]) -> list[str]:
    """Return a name for each document in its file: its folded title, and a rank if shared."""
    seen: Counter[str] = Counter()
    keys = []
    for description in descriptions:
        title = fold(description.title)[:250]
        seen[title] += 1
        keys.append(title if seen[title] == 1 else f"{title} #{seen[title]}")
    return keys


def record_of(source: Source, key: str, alone: bool) -> ImportedDocument | None:
    """Return the record of a document that came in before.

    The same bytes under another name are the same document; a file that holds one document
    still is the same one when its title changes.
    """
    records = ImportedDocument.objects.select_related("page")
    same = records.filter(digest=source.digest, key=key).first()
    named = records.filter(source=source.name[-255:])
    if same or (same := named.filter(key=key).first()) or not alone:
        return same
    others = list(named[:2])
    return others[0] if len(others) == 1 else None


def described(source: Source, description: Description) -> DocumentReport:
    """Return the report on a document of which nothing was made yet."""
    words = Description(body=description.body)
    return DocumentReport(
        source=source.name,
        title=description.title,
        kind=description.kind,
        outcome=FAILED,
        incomplete=description.incomplete,
        why=[_said(note) for note in description.reasons if not note.to_check],
        recognised=_recognised(description),
        words_in_body=len(described_words(words)),
        furniture=list(description.furniture),
        to_check=[_said(note) for note in description.reasons if note.to_check],
    )


def _said(note: Note) -> str:
    return _(note.message) % note.values


def _recognised(description: Description) -> dict[str, object]:
    found = {name: _figure(value) for name, value in description.fields.items()}
    for name in ("content_language", "resources_language", "interface_language"):
        if value := getattr(description, name):
            found[name] = value
    blocks = Counter(name for name, _value in description.body)
    found.update(blocks)
    if description.attachments:
        found["attachments"] = len(description.attachments)
    return found


def _figure(value: object) -> object:
    """Return how many entries a list has, how many words a text has, or a short value."""
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return " ".join(str(entry) for entry in value.values() if entry)
    if isinstance(value, Rich) or (isinstance(value, str) and len(value) > 80):
        return len(words_of_markup(value))
    return value


def _add(report: DocumentReport, draft: Draft) -> None:
    report.made.extend(draft.made)
    report.to_check.extend(draft.to_check)
