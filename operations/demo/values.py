"""From the values of the descriptions to what model fields and blocks take."""

from datetime import date, datetime, time

from django.db.models import Model
from django.utils import timezone
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from operations.demo.description import Opening, Prose, Ref, SaturdayAhead
from operations.demo.markup import to_html
from operations.demo.records import Records, stable_id


class Missing(LookupError):
    """A reference leads to something that an editor has deleted since."""


class Values:
    """Resolves references, prose and relative dates for one language."""

    def __init__(self, records: Records, language: str, today: date):
        self.records = records
        self.language = language
        self.today = today

    def field(self, value):
        """Return what a model field takes for a described `value`."""
        if isinstance(value, Ref):
            return self.records.version(value.name, self.language)
        if isinstance(value, SaturdayAhead):
            return value.after(self.today)
        if isinstance(value, Opening):
            return timezone.make_aware(
                datetime.combine(value.day.after(self.today), time(value.hour))
            )
        if isinstance(value, Prose):
            return to_html(value, self._anchor)
        return value

    def row(self, described: dict) -> dict:
        """Return the fields of a child row; `Missing` if one of its references is gone."""
        values = {name: self.field(value) for name, value in described.items()}
        for name, value in described.items():
            if isinstance(value, Ref) and values[name] is None:
                raise Missing(value.name)
        return values

    def body(self, stream_block: StreamBlock, blocks, name: str) -> list[dict]:
        """Return the raw value of a stream whose ids are the same in each run."""
        children = stream_block.child_blocks
        return [
            {
                "type": kind,
                "id": str(stable_id(f"{name}/{index}")),
                "value": self._raw(children[kind], value, f"{name}/{index}"),
            }
            for index, (kind, value) in enumerate(blocks)
        ]

    def _raw(self, block, value, path: str):
        if isinstance(block, StructBlock) and isinstance(value, dict):
            return {
                name: self._raw(block.child_blocks[name], part, f"{path}/{name}")
                for name, part in value.items()
            }
        if isinstance(block, ListBlock):
            return [
                {
                    "type": "item",
                    "id": str(stable_id(f"{path}/{index}")),
                    "value": self._raw(block.child_block, part, f"{path}/{index}"),
                }
                for index, part in enumerate(value)
            ]
        resolved = self.field(value)
        if isinstance(resolved, Model):
            return resolved.pk
        return resolved.isoformat() if isinstance(resolved, date) else resolved

    def _anchor(self, target: str) -> str:
        if target.startswith(("https://", "http://", "mailto:")):
            return f'href="{target}"'
        found = self.records.version(target, self.language)
        if isinstance(found, Page):
            return f'linktype="page" id="{found.pk}"'
        if isinstance(found, AbstractDocument):
            return f'linktype="document" id="{found.pk}"'
        return ""
