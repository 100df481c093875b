"""What operations keep about a person: uploads of documents, exports, what waits to be sent."""

import json

from django.utils.translation import gettext_lazy as _

from accounts.personal_data import Keeper, not_personal, register
from operations.batches import ImportBatch, ImportItem
from operations.personal.models import DataExport
from outbox.models import Entry


def _export_imports(user) -> list[dict]:
    return [
        {
            "at": batch.created_at.isoformat(),
            "state": batch.state,
            "files": list(batch.files.values_list("name", flat=True)),
            "documents": [item.report for item in ImportItem.objects.filter(file__batch=batch)],
        }
        for batch in ImportBatch.objects.filter(user=user).order_by("created_at")
    ]


def _erase_imports(user) -> None:
    ImportBatch.objects.filter(user=user).delete()


def _export_exports(user) -> list[dict]:
    exports = DataExport.objects.filter(user=user)
    return [{"asked_for": export.asked_at.isoformat()} for export in exports]


def _erase_exports(user) -> None:
    DataExport.objects.filter(user=user).delete()


def _waiting_for(user) -> list[Entry]:
    return [
        entry
        for entry in Entry.objects.iterator()
        if user.email in json.dumps(entry.payload, ensure_ascii=False).lower()
    ]


def _export_waiting(user) -> list[dict]:
    return [
        {"at": entry.created_at.isoformat(), "what": entry.topic} for entry in _waiting_for(user)
    ]


def _erase_waiting(user) -> None:
    Entry.objects.filter(pk__in=[entry.pk for entry in _waiting_for(user)]).delete()


register(
    Keeper(
        "imports",
        _export_imports,
        _erase_imports,
        label=_("The documents that you uploaded to be imported, for thirty days"),
        fields=("operations.ImportBatch.user",),
    )
)
register(
    Keeper(
        "exports",
        _export_exports,
        _erase_exports,
        label=_("The last export of your data, for seven days"),
        fields=("operations.DataExport.user",),
    )
)
register(
    Keeper(
        "waiting",
        _export_waiting,
        _erase_waiting,
        label=_("Mails to you that wait to be sent"),
    )
)
not_personal("operations.ImportFile.name", "operations.DemoRecord.name")
