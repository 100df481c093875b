"""The vocabularies, tags and pictures of a generated site; their number does not grow with it."""

import io
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from django.core.files.images import ImageFile
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Locale

from content.folding import fold
from content.models import (
    CoalitionFamily,
    Licence,
    Organisation,
    PortalImage,
    Tag,
    Territory,
    Theme,
)
from search.listings import CARD_RENDITION

LANGUAGES = ("fr", "en")
WORDS = {
    Theme: {"fr": "Thème", "en": "Theme"},
    Territory: {"fr": "Territoire", "en": "Territory"},
    Organisation: {"fr": "Organisme", "en": "Organisation"},
    CoalitionFamily: {"fr": "Famille", "en": "Family"},
    Licence: {"fr": "Licence", "en": "Licence"},
}


@dataclass(frozen=True)
class Size:
    """How many terms of each vocabulary a site has."""

    themes: int = 12
    territories: int = 40
    organisations: int = 30
    families: int = 3
    tags: int = 120
    pictures: int = 6


@dataclass
class Terms:
    """The terms by language, in the same order in each; tags and pictures have no language."""

    themes: dict[str, list[Theme]]
    territories: dict[str, list[Territory]]
    organisations: dict[str, list[Organisation]]
    families: dict[str, list[CoalitionFamily]]
    licences: dict[str, list[Licence]]
    tags: list[Tag] = field(default_factory=list)
    pictures: list[PortalImage] = field(default_factory=list)


def make_terms(random: Random, size: Size) -> Terms:
    """Insert the vocabularies, the tags and the pictures and return them."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    terms = Terms(
        themes=_insert(Theme, size.themes, random, locales),
        territories=_insert(Territory, size.territories, random, locales, kind="municipality"),
        organisations=_insert(Organisation, size.organisations, random, locales),
        families=_insert(CoalitionFamily, size.families, random, locales),
        licences=_insert(Licence, 1, random, locales, code="CC-BY-4.0"),
    )
    for language in LANGUAGES:
        _nest(terms.territories[language])
    names = [f"mot {number}" for number in range(size.tags)]
    terms.tags = Tag.objects.bulk_create(
        Tag(name=name, slug=slugify(name), folded=fold(name)) for name in names
    )
    terms.pictures = [_picture(number) for number in range(size.pictures)]
    return terms


def _insert(model, count: int, random: Random, locales: dict, **fields) -> dict[str, list]:
    keys = [UUID(int=random.getrandbits(128), version=4) for _number in range(count)]
    made = {}
    for language in LANGUAGES:
        word = WORDS[model][language]
        made[language] = model.objects.bulk_create(
            model(
                name=f"{word} {number + 1}",
                slug=slugify(f"{word} {number + 1}"),
                locale=locales[language],
                translation_key=key,
                **fields,
            )
            for number, key in enumerate(keys)
        )
    return made


def _nest(territories: list[Territory]) -> None:
    """Put each territory but the first six under one of those six."""
    for number, territory in enumerate(territories):
        territory.kind = Territory.Kind.REGION if number < 6 else Territory.Kind.MUNICIPALITY
        territory.parent = None if number < 6 else territories[number % 6]
    Territory.objects.bulk_update(territories, ["kind", "parent"])


def _picture(number: int) -> PortalImage:
    """Return a picture with the rendition of cards, so that no request has to make one."""
    output = io.BytesIO()
    Image.new("RGB", (800, 600), (40 * number % 256, 90, 70)).save(output, "PNG")
    output.seek(0)
    title = f"bench-{number}"
    picture = PortalImage.objects.create(title=title, file=ImageFile(output, name=f"{title}.png"))
    picture.get_rendition(CARD_RENDITION)
    return picture
