"""Fill the child rows of any page type, each row pointing to a target of its own."""

from django.core.files.base import ContentFile
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.documents.models import Document
from wagtail.models import Page, TranslatableMixin

from coalitions.models import CoalitionPage, EventPage
from content.models import Organisation, Tag, Territory, Theme
from home.models import StandardPage
from kit.models import ChapterPage
from stories.models import StoryPage
from tests.factories import Tree, kit_in, many, term
from tests.test_rooms import FLOORS


def targets(tree: Tree, count: int) -> dict[type, list]:
    """Return `count` public things of each model that a row may point to."""
    document = ContentFile(b"%PDF-1.4", "notes.pdf")
    pool = {
        model: [term(model, f"{model.__name__} {n}", tree.locale) for n in range(count)]
        for model in (Theme, Organisation)
    }
    pool[Territory] = [
        term(Territory, f"Pays {n}", tree.locale, kind="region") for n in range(count)
    ]
    pool[Tag] = [Tag.objects.create(name=f"mot{n}") for n in range(count)]
    pool[Document] = [
        Document.objects.create(title=f"Notes {n}", file=document) for n in range(count)
    ]
    for model, parent in (
        (StoryPage, tree.stories),
        (ChapterPage, kit_in(tree)),
        (CoalitionPage, tree.coalitions),
        (EventPage, tree.events),
        (StandardPage, tree.home),
    ):
        pool[model] = many(parent, model, count)
    pool[Page] = pool[StoryPage]
    return pool


def fill_rows(page, pool: dict, count: int) -> None:
    """Give `page` exactly `count` rows in each of its child relations of the house."""
    for relation in get_all_child_relations(type(page)):
        model = relation.related_model
        if model._meta.app_label in FLOORS:
            rows = [_row(model, page.locale, pool, number) for number in range(count)]
            getattr(page, relation.get_accessor_name()).set(rows)


def _row(model, locale, pool, number: int):
    values = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, ParentalKey) or not field.editable or field.primary_key:
            continue
        if isinstance(field, models.ForeignKey):
            if field.related_model in pool:
                values[field.name] = pool[field.related_model][number]
        elif field.choices:
            values[field.name] = field.choices[number % len(field.choices)][0]
        elif isinstance(field, models.CharField | models.TextField):
            values[field.name] = _words(field, number)
    if issubclass(model, TranslatableMixin):
        values["locale"] = locale
    return model(**values)


def _words(field, number: int) -> str:
    if isinstance(field, models.URLField):
        return f"https://example.org/{number}"
    return "fr" if field.name == "language" else f"{field.name} {number}"[: field.max_length]
