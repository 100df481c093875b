"""The vocabularies, tags, pictures and files that the pages of the demo use."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Locale

from content import models as vocabularies
from content.folding import fold
from content.models import PortalImage, Tag
from operations.demo.description import FileEntry, PictureEntry, TermEntry
from operations.demo.pdf import write_pdf
from operations.demo.pictures import DRAWINGS
from operations.demo.records import Records, stable_id
from operations.demo.values import Values


def load_terms(entries: list[TermEntry], records: Records, values: dict[str, Values]) -> None:
    """Make the terms in each language, published; parents come before their parts."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    for entry in entries:
        for language, words in entry.words.items():
            name = f"{entry.key}@{language}"
            if not records.knows(name):
                _term(entry, words, name, locales[language], records, values[language])


def _term(entry: TermEntry, words, name, locale, records: Records, values: Values) -> None:
    model = getattr(vocabularies, entry.model)
    existing = model.objects.filter(slug=words["slug"], locale=locale).first()
    if existing:
        records.adopt(name, existing)
        return
    described = {**entry.fields, **words}
    term = model(
        locale=locale,
        translation_key=stable_id(entry.key),
        live=False,
        **{field: values.field(value) for field, value in described.items()},
    )
    term.save()
    term.save_revision().publish()
    records.remember(name, term)


def tags_named(names, records: Records) -> list[Tag]:
    """Return the tags of these names; one that differs by accents or plural only is the same."""
    return [_tag(name, records) for name in names]


def _tag(name: str, records: Records) -> Tag:
    found = Tag.objects.filter(folded=fold(name)).first()
    if found:
        return found.replaced_by or found
    tag = Tag.objects.create(name=name)
    if not records.knows(f"tag.{tag.folded}"):
        records.remember(f"tag.{tag.folded}", tag)
    return tag


def load_pictures(entries: list[PictureEntry], records: Records, user) -> None:
    for entry in entries:
        if records.knows(entry.key):
            continue
        data = DRAWINGS[entry.drawing](**entry.arguments)
        image = PortalImage(
            title=entry.title,
            description=entry.description,
            credit=entry.credit,
            uploaded_by_user=user,
            file=ContentFile(data, name=f"{entry.key.replace('.', '-')}.webp"),
        )
        image.save()
        records.remember(entry.key, image)


def load_files(entries: list[FileEntry], records: Records, user) -> None:
    for entry in entries:
        if records.knows(entry.key):
            continue
        data, _pages = write_pdf(entry.title, entry.language, entry.lines, entry.colour)
        file = get_document_model()(
            title=entry.title,
            uploaded_by_user=user,
            file=ContentFile(data, name=entry.file_name),
            file_size=len(data),
        )
        file.save()
        records.remember(entry.key, file)
