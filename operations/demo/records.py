"""What the demo made before, and under which names."""

import uuid

from django.contrib.contenttypes.models import ContentType

from operations.demo.models import DemoRecord

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/demo")


def stable_id(name: str) -> uuid.UUID:
    """Return the identifier that `name` has in each run and on each machine."""
    return uuid.uuid5(NAMESPACE, name)


class Records:
    """The objects of the demo by name, those of earlier runs included."""

    def __init__(self):
        self._rows = {row.name: row for row in DemoRecord.objects.select_related("content_type")}
        self._found: dict[str, object] = {}
        self._new: list[str] = []

    def knows(self, name: str) -> bool:
        """Return whether the demo made `name` once, even if it was deleted since."""
        return name in self._rows

    def get(self, name: str):
        """Return the object called `name`, or None if there is none or it was deleted."""
        if name not in self._found:
            row = self._rows.get(name)
            self._found[name] = row.target if row else None
        return self._found[name]

    def version(self, name: str, language: str):
        """Return the version of `name` in `language`, else the version in any language."""
        own = self.get(f"{name}@{language}") or self.get(name)
        if own is not None:
            return own
        others = sorted(one for one in {*self._rows, *self._found} if one.startswith(f"{name}@"))
        return next((found for found in map(self.get, others) if found is not None), None)

    def remember(self, name: str, made, filled: dict | None = None) -> None:
        """Note that the demo made `made`, or filled the values `filled` into it."""
        self._found[name] = made
        self._rows[name] = DemoRecord(
            name=name,
            content_type=ContentType.objects.get_for_model(made),
            object_id=str(made.pk),
            filled=filled,
        )
        self._new.append(name)

    def save(self) -> dict[str, object]:
        """Write what was noted since the last time; return those objects by name."""
        DemoRecord.objects.bulk_create(self._rows[name] for name in self._new)
        saved = {name: self._found[name] for name in self._new}
        self._new = []
        return saved

    def adopt(self, name: str, existing) -> None:
        """Use something that was there before under `name`; removal leaves it alone."""
        self._found[name] = existing
