"""Addresses and file names that say nobody who has not agreed to be named."""

from itertools import count

from django.utils.text import slugify
from wagtail.models import Page

from content.folding import without_accents
from content.people import Names, Person
from operations.recogniser import Description

LONGEST_SLUG = 200


def people_named(description: Description) -> Names:
    """Return the people whom a document names; nobody has been asked for consent yet.

    The person of an interview is among them: a page that is published shows the name, but the
    address of a draft would keep it even if the interview never appears.
    """
    said = description.fields.get
    rows = [*said("participants", ()), *said("facilitators", ())]
    names = [row["name"] for row in rows]
    names += [point["speaker"] for point in said("key_points", ())]
    names += [holder["name"] for holder in (said("holder"),) if holder]
    names.append(said("person", ""))
    return Names(Person(name, agreed=False) for name in names if name)


def free_slug(title: str, names: Names, parent: Page, otherwise: str) -> str:
    """Return a slug for a page under `parent`, with initials in place of the names to hide.

    `otherwise` is the slug of a title without a single letter that an address can hold.
    """
    base = slugify(without_accents(names.mask(title)))[:LONGEST_SLUG].strip("-") or otherwise
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
