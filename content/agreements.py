"""Recording that a person agrees to be named, or not: at once, and without publishing a draft."""

import json

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from content.consent import sources_of
from content.people import initials, name_key
from content.publication import announce
from content.rows import PersonRow

ACTION = "content.consent"


class NobodyOfThatName(LookupError):
    """The page names nobody so."""


@transaction.atomic
def record(page: Page, name: str, consent: str, user=None) -> None:
    """Record the consent of the person that the specific `page` names `name`.

    It holds for every mention of the name on the page, its translations and its aliases, in what
    is public, in every revision, and in what translations are made from: neither a pending draft
    nor an older revision brings a withdrawn name back. Nothing else of a draft is published; the
    catalogue follows. Raises `NobodyOfThatName`, and `ValueError` for an unknown consent.
    """
    consent, key = PersonRow.Consent(consent).value, name_key(name)
    versions = list(_versions(page))
    changed = sum(_set_rows(version, key, consent) for version in versions)
    changed += sum(_set_revisions(version, key, consent) for version in versions)
    if not changed:
        raise NobodyOfThatName(name)
    for source in TranslationSource.objects.filter(object_id=page.translation_key):
        content = json.loads(source.content_json)
        if _set_in_content(type(page), content, key, consent):
            TranslationSource.objects.filter(pk=source.pk).update(content_json=json.dumps(content))
    log(
        instance=page,
        action=ACTION,
        user=user,
        data={"initials": initials(name), "consent": consent},
    )
    announce(version.pk for version in versions)


def _versions(page: Page):
    """Return the page, its translations and the aliases of either, specific."""
    family = Page.objects.filter(translation_key=page.translation_key)
    either = Q(pk__in=family.values("pk")) | Q(alias_of__in=family.values("pk"))
    return Page.objects.filter(either).specific()


def _set_rows(page: Page, key: tuple[str, ...], consent: str) -> int:
    changed = 0
    for source in sources_of(type(page)):
        rows = [
            row
            for _page, row, name, _old in source.rows().filter(of_page=page.pk)
            if name_key(name) == key
        ]
        changed += len(rows)
        source.model.objects.filter(pk__in=rows).update(**{source.consent: consent})
    return changed


def _set_revisions(page: Page, key: tuple[str, ...], consent: str) -> int:
    changed = 0
    for revision in page.revisions.iterator(chunk_size=20):
        if found := _set_in_content(type(page), revision.content, key, consent):
            type(revision).objects.filter(pk=revision.pk).update(content=revision.content)
            changed += found
    return changed


def _set_in_content(model, content: dict, key: tuple[str, ...], consent: str) -> int:
    """Set the consent in the stored form of a page; return how many mentions it has."""
    changed = 0
    for source in sources_of(model):
        for row in content.get(source.relation, ()) if source.relation else (content,):
            if name_key(row.get(source.name) or "") == key:
                row[source.consent] = consent
                changed += 1
    return changed
