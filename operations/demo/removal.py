"""Take the demo away: all that it made, and nothing else."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex

from content.models import Tag, Term
from contributions.models import Proposal
from operations.demo.models import DemoRecord
from operations.demo.pages import plain


@dataclass
class Removed:
    """How many objects were removed; the names of those that something else still needs."""

    removed: int = 0
    kept: list[str] = field(default_factory=list)


def remove() -> Removed:
    """Remove what the demo made and return what became of it.

    A page stays while it holds pages that the demo did not make; a term, a tag, a picture or
    a file stays while a page that the demo did not make uses it. The languages that were
    opened stay open. Run again once they are free to remove the rest.
    """
    report = Removed()
    with transaction.atomic():
        _stop_following()
        _remove_pages(report)
        _empty_filled_pages(report)
    # Only now is nothing of the demo left among what refers to these.
    with transaction.atomic():
        _remove_library(report)
        _remove_accounts(report)
    return report


def _records(prefix: str = "") -> list[DemoRecord]:
    rows = DemoRecord.objects.filter(name__startswith=prefix).select_related("content_type")
    return list(rows.order_by("pk"))


def _forget_lost(rows: list[DemoRecord]) -> list[tuple[DemoRecord, Model]]:
    """Return the records with their objects; those whose object is gone are dropped."""
    found = []
    for row in rows:
        target = row.target
        if target is None:
            row.delete()
        else:
            found.append((row, target))
    return found


def _stop_following() -> None:
    """Forget what translators were given of the pages of the demo."""
    for row, translation in _forget_lost(_records("followed.")):
        translation.source.delete()
        row.delete()


def _remove_pages(report: Removed) -> None:
    found = _forget_lost(_records("page."))
    for row, page in sorted(found, key=lambda one: one[1].depth, reverse=True):
        # Read again: its children may have gone, and paths change with every removal.
        current = Page.objects.get(pk=page.pk)
        if current.numchild:
            report.kept.append(row.name)
            continue
        # Before its page, and without its author: nobody is told that it goes.
        proposals = Proposal.objects.filter(page=current)
        proposals.update(author=None)
        proposals.delete()
        current.specific.delete()
        PageLogEntry.objects.filter(page_id=page.pk).delete()
        row.delete()
        report.removed += 1


def _empty_filled_pages(report: Removed) -> None:
    """Blank the fields that still say what the demo wrote into them."""
    for row, page in _forget_lost(_records("filled.")):
        if page.has_unpublished_changes:
            report.kept.append(row.name)
            continue
        for name, written in row.filled.items():
            if plain(getattr(page, name)) in (written, None):
                blank = page._meta.get_field(name)
                setattr(page, name, None if blank.is_relation else "")
        revision = page.save_revision()
        if page.live:
            revision.publish()
        row.delete()


def _remove_library(report: Removed) -> None:
    """Remove terms, tags, pictures and files, again until no more of them is free.

    A term stays with its translations; what contains it, or is named by it, stays as well.
    """
    found = [
        one
        for one in _forget_lost(_records())
        if not one[0].name.startswith(("page.", "filled.", "account.", "followed."))
    ]
    groups: dict[object, list[tuple[DemoRecord, Model]]] = {}
    for row, target in found:
        key = target.translation_key if isinstance(target, Term) else row.name
        groups.setdefault(key, []).append((row, target))
    while free := [key for key, group in groups.items() if not any(map(_in_use, group))]:
        for key in free:
            for row, target in groups.pop(key):
                _remove_log(target)
                target.delete()
                row.delete()
                report.removed += 1
    report.kept.extend(row.name for group in groups.values() for row, _target in group)


def _in_use(one: tuple[DemoRecord, Model]) -> bool:
    target = one[1]
    if isinstance(target, Tag):
        return target.page_tags.exists() or target.replaces.exists()
    return ReferenceIndex.get_references_to(target).exists()


def _remove_log(target: Model) -> None:
    content_type = ContentType.objects.get_for_model(target)
    ModelLogEntry.objects.filter(content_type=content_type, object_id=str(target.pk)).delete()


def _remove_accounts(report: Removed) -> None:
    for row, user in _forget_lost(_records("account.")):
        _remove_log(user)
        user.delete()
        row.delete()
        report.removed += 1
