"""From an upload to drafts: read the files, let the editor decide, make the drafts.

Each file is read, and each document imported, in a transaction of its own that takes a lock on
its row: whoever comes second, or again after a crash, goes on where the work stopped.
"""

import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import timedelta
from itertools import chain

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from operations.archives import LARGEST_ARCHIVE, read_archive
from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.imports import Importer, absent_lines, descriptions_of
from operations.links import tie
from operations.pictures import Curator, Gallery, is_picture, largest_size, refusal_of
from operations.places import home_of
from operations.recogniser import Description, missing_words
from operations.records import keys_of, record_of
from operations.reports import (
    CREATED,
    UNCHANGED,
    UPDATED,
    DocumentReport,
    described,
    picture_name,
)
from operations.sources import (
    LARGEST_FILE,
    IncomingFile,
    Source,
    UnreadableFile,
    printable,
    source_of,
)
from outbox import services as outbox

READ = "operations.read_upload"
IMPORT = "operations.import_upload"
# Done within the request; more is for the worker.
AT_ONCE_FILES = 10
AT_ONCE_BYTES = 500_000
# Well below the lease of the outbox: the rest is asked for again.
SLICE_SECONDS = 60
KEPT = timedelta(days=30)


def receive(user, uploads: Iterable[UploadedFile], locale: Locale) -> ImportBatch:
    """Store the files of an upload, archives unpacked; read them now if they are few."""
    size = 0
    with transaction.atomic():
        batch = ImportBatch.objects.create(user=user, locale=locale)
        incoming = chain.from_iterable(_files(upload) for upload in uploads)
        for position, file in enumerate(incoming):
            stored = _stored(file, LARGEST_ARCHIVE - size)
            stored.batch, stored.position = batch, position
            stored.save()
            size += len(stored.data)
        outbox.post(READ, batch.pk)
    if size <= AT_ONCE_BYTES and batch.files.count() <= AT_ONCE_FILES:
        read_batch(batch.pk)
    return batch


def _files(upload: UploadedFile) -> Iterable[IncomingFile]:
    if upload.name.lower().endswith(".zip"):
        return read_archive(upload.name, upload)
    return [IncomingFile(upload.name, upload.size, upload.read)]


def _stored(file: IncomingFile, room: int) -> ImportFile:
    """Return the row of a file, with its bytes or the line that says why it has none."""
    stored = ImportFile(name=printable(file.name)[-255:], archive=printable(file.root)[-255:])
    try:
        stored.data = file.read(min(largest_size(file.name, LARGEST_FILE), max(room, 0)))
    except UnreadableFile as error:
        stored.error, stored.is_read = str(error), True
    return stored


@outbox.handler(READ)
def _read_upload(subject: str, payload: dict) -> None:
    if not read_batch(int(subject)):
        outbox.post(READ, subject)


@outbox.handler(IMPORT)
def _import_upload(subject: str, payload: dict) -> None:
    if not import_batch(int(subject)):
        outbox.post(IMPORT, subject)


def read_batch(pk: int) -> bool:
    """Read the files of an upload; return whether all are read, False if time ran out."""
    batch = ImportBatch.objects.select_related("user").filter(pk=pk).first()
    if batch is None:
        return True
    end = time.monotonic() + SLICE_SECONDS
    with translation.override(_language_of(batch.user)):
        gallery = _gallery(batch)
        for file_pk in batch.files.filter(is_read=False).values_list("pk", flat=True):
            if time.monotonic() > end:
                return False
            _read(file_pk, gallery)
        _note_unused(batch)
    ImportBatch.objects.filter(pk=pk, state=ImportBatch.State.READING).update(
        state=ImportBatch.State.READY
    )
    return True


def _language_of(user) -> str:
    return UserProfile.get_for_user(user).get_preferred_language()


def _note_unused(batch: ImportBatch) -> None:
    """Say of each picture that no document of the upload shows that it is left out."""
    shown = batch.files.filter(is_shown=True).values_list("pk", flat=True)
    pictures = batch.files.filter(error="").exclude(pk__in=shown).values_list("pk", "name")
    unused = [pk for pk, name in pictures if is_picture(name)]
    error = _("a picture that no document shows: left out.")
    batch.files.filter(pk__in=unused).update(error=error, data=b"")


def _gallery(batch: ImportBatch) -> Gallery:
    """Return the pictures of an upload; the bytes of one are read when it is taken in."""
    files = batch.files.filter(error="").values_list("pk", "name", "archive")
    return Gallery(
        IncomingFile(name, 0, _bytes_of(pk), root=archive)
        for pk, name, archive in files
        if is_picture(name)
    )


def _bytes_of(pk: int):
    return lambda limit: bytes(ImportFile.objects.values_list("data", flat=True).get(pk=pk))


def _source_of(file: ImportFile) -> Source:
    return replace(source_of(file.name, bytes(file.data)), root=file.archive)


@transaction.atomic
def _read(file_pk: int, gallery: Gallery) -> None:
    file = ImportFile.objects.select_for_update().filter(pk=file_pk, is_read=False).first()
    if file is None:
        return
    file.is_read = True
    if is_picture(file.name):
        file.save(update_fields=["is_read"])
        return
    try:
        source = _source_of(file)
        descriptions = descriptions_of(source)
    except UnreadableFile as error:
        file.error, file.data = str(error), b""
        file.save()
        return
    file.missing_words = missing_words(source.words, descriptions)[:200]
    file.save()
    for rank, (description, key) in enumerate(
        zip(descriptions, keys_of(descriptions), strict=True)
    ):
        report = described(source, description)
        found = _find_pictures(report, description, source, gallery)
        for picture in found:
            file.batch.files.filter(name=picture.name, archive=picture.root).update(is_shown=True)
        record = record_of(source, key, alone=len(descriptions) == 1)
        if record:
            report.outcome = UNCHANGED if record.digest == source.digest else UPDATED
            report.page_id = record.page_id
        else:
            report.outcome = CREATED
        ImportItem.objects.create(
            file=file, rank=rank, kind=description.kind, report=asdict(report)
        )


def _find_pictures(
    report: DocumentReport, description: Description, source: Source, gallery: Gallery
) -> list[IncomingFile]:
    """Return the pictures of a document that came along; say which did not."""
    found = []
    pictures = [value for name, value in description.body if name == "picture"]
    pictures += [description.lead] if description.lead else []
    for picture in pictures:
        why = refusal_of(picture)
        if not why and (file := gallery.find(source, picture.address)):
            found.append(file)
        else:
            said = {
                "picture": picture_name(picture),
                "why": why or _("not found beside the document"),
            }
            report.to_check.append(_("Picture %(picture)s: %(why)s.") % said)
    return found


def choose(batch: ImportBatch, shown: set[int], chosen: set[int]) -> None:
    """Keep which of the documents that were shown are to be imported, until it is confirmed."""
    if batch.state == ImportBatch.State.READY:
        items = ImportItem.objects.filter(file__batch=batch)
        items.filter(pk__in=shown & chosen).update(is_wanted=True)
        items.filter(pk__in=shown - chosen).update(is_wanted=False)


def confirm(batch: ImportBatch) -> None:
    """Import the documents that are wanted: now if they are few, else by the worker."""
    with transaction.atomic():
        ready = ImportBatch.objects.filter(pk=batch.pk, state=ImportBatch.State.READY)
        if not ready.update(state=ImportBatch.State.IMPORTING):
            return
        outbox.post(IMPORT, batch.pk)
    wanted = ImportItem.objects.filter(file__batch=batch, is_wanted=True)
    if wanted.count() <= AT_ONCE_FILES:
        import_batch(batch.pk)


def purge() -> int:
    """Delete uploads older than `KEPT`, with their bytes and reports; return how many.

    What was uploaded may name people; the drafts made of it stay.
    """
    old = ImportBatch.objects.filter(created_at__lt=timezone.now() - KEPT)
    return sum(batch.delete()[0] > 0 for batch in old)


def import_batch(pk: int) -> bool:
    """Make the drafts of an upload; return whether all is done, False if time ran out.

    Once all is done the bytes of the files are dropped.
    """
    batch = ImportBatch.objects.select_related("user", "locale").filter(pk=pk).first()
    if batch is None or batch.state != ImportBatch.State.IMPORTING:
        return True
    end = time.monotonic() + SLICE_SECONDS
    with translation.override(_language_of(batch.user)):
        curator = Curator(_gallery(batch), user=batch.user)
        left = batch.files.filter(items__outcome="", items__is_wanted=True).distinct()
        for file_pk in left.values_list("pk", flat=True):
            if time.monotonic() > end:
                return False
            _import_file(batch, ImportFile.objects.get(pk=file_pk), curator)
        _finish(batch)
    batch.files.update(data=b"")
    ImportBatch.objects.filter(pk=pk).update(state=ImportBatch.State.DONE)
    return True


def _finish(batch: ImportBatch) -> None:
    """Link the drafts of an upload together; say which links and pictures are left."""
    items = list(ImportItem.objects.filter(file__batch=batch).exclude(outcome=""))
    absent = tie(page_id for item in items if (page_id := item.report.get("page_id")))
    for item in items:
        lines = absent_lines(absent.get(item.report.get("page_id"), ()))
        if new := [line for line in lines if line not in item.report["to_check"]]:
            item.report["to_check"] += new
            item.save(update_fields=["report"])


def _import_file(batch: ImportBatch, file: ImportFile, curator: Curator) -> None:
    source = _source_of(file)
    items = list(file.items.select_related("parent"))
    descriptions = descriptions_of(source, {item.rank: item.kind for item in items})
    home = home_of(batch.locale.language_code)
    for item, key in zip(items, keys_of(descriptions), strict=True):
        with transaction.atomic():
            waiting = ImportItem.objects.select_for_update().filter(
                pk=item.pk, outcome="", is_wanted=True
            )
            if not waiting.exists():
                continue
            parent = item.parent.specific if item.parent else None
            importer = Importer(home, under=parent, user=batch.user, curator=curator)
            report = importer.document(
                source, descriptions[item.rank], key, alone=len(descriptions) == 1
            )
            item.report, item.outcome = asdict(report), report.outcome
            item.save()
