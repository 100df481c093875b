"""What operations remember between two runs; each model lives beside what uses it."""

from operations.batches import ImportBatch, ImportFile, ImportItem
from operations.demo.models import DemoRecord
from operations.imported import ImportedDocument, ImportedPicture
from operations.personal.models import DataExport

__all__ = [
    "DataExport",
    "DemoRecord",
    "ImportBatch",
    "ImportFile",
    "ImportItem",
    "ImportedDocument",
    "ImportedPicture",
]
