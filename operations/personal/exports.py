"""Everything that the portal keeps about a person, in one archive that opens anywhere."""

import io
import json
import zipfile
from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.personal_data import Keeper, keepers
from operations.personal.models import DataExport
from outbox import services as outbox
from outbox.mails import mail_later

EXPORT = "operations.export_person"
KEPT = timedelta(days=7)
# Files beyond are named in the archive and not held by it.
MOST_BYTES_OF_FILES = 200_000_000
# Made within the request; more is for the worker.
AT_ONCE_FILES = 30


def archive_of(user) -> bytes:
    """Return a ZIP of all that the rooms declared: JSON for machines, HTML for people, files.

    `data.json` has one entry a kind of data; `index.html` says the same in words.
    """
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        left_out = _add_files(archive, user)
        data = {keeper.name: keeper.export(user) for keeper in keepers()}
        text = json.dumps(data, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
        archive.writestr("data.json", text)
        archive.writestr("index.html", _as_html(user, data, left_out))
    return output.getvalue()


def _add_files(archive: zipfile.ZipFile, user) -> list[str]:
    """Write the files of the person; return the paths of those that did not fit or are gone."""
    left_out, size = [], 0
    for keeper in keepers():
        for file in keeper.files(user):
            try:
                content = file.read()
            except OSError:
                left_out.append(file.path)
                continue
            if size + len(content) > MOST_BYTES_OF_FILES:
                left_out.append(file.path)
                continue
            size += len(content)
            archive.writestr(file.path, content)
    return left_out


def _as_html(user, data: dict, left_out: list[str]) -> str:
    parts = [{"label": label_of(keeper), "data": data[keeper.name]} for keeper in keepers()]
    context = {"user": user, "parts": parts, "left_out": left_out, "now": timezone.now()}
    return render_to_string("operations/personal/archive.html", context)


def label_of(keeper: Keeper) -> str:
    """Return what a kind of data is called for the person."""
    return str(keeper.label or keeper.name)


def ask(user) -> DataExport:
    """Ask for the archive of `user`: made now if it is small, else by the worker, with a mail."""
    with transaction.atomic():
        export, _made = DataExport.objects.update_or_create(
            user=user,
            defaults={
                "language": translation.get_language(),
                "asked_at": timezone.now(),
                "finished_at": None,
                "data": b"",
            },
        )
        outbox.post(EXPORT, user.pk)
    if sum(len(list(keeper.files(user))) for keeper in keepers()) <= AT_ONCE_FILES:
        build(user.pk, tell=False)
        export.refresh_from_db()
    return export


def build(user_pk: int, tell: bool) -> None:
    """Make the archive that was asked for, once; `tell` the person by mail if they wait."""
    export = DataExport.objects.select_related("user").filter(user=user_pk).first()
    if export is None or export.finished_at:
        return
    with translation.override(export.language):
        data = archive_of(export.user)
        with transaction.atomic():
            # Asked for again meanwhile: the newer demand is carried out by its own entry.
            done = DataExport.objects.filter(
                pk=export.pk, asked_at=export.asked_at, finished_at=None
            ).update(data=data, finished_at=timezone.now())
            if done and tell:
                mail_later(
                    export.user.email,
                    _("Your data are ready"),
                    "operations/personal/export_ready.txt",
                    {"days": KEPT.days},
                    path=reverse("account_data"),
                )


@outbox.handler(EXPORT)
def _export_person(subject: str, payload: dict) -> None:
    build(int(subject), tell=True)


def purge() -> int:
    """Delete archives older than `KEPT`; return how many."""
    old = DataExport.objects.filter(asked_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
