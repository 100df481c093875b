"""Every field is either translated, or the same in all languages, or a version's own."""

import pytest
from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from content.checks import portal_page_models
from content.models import Term
from tests.test_rooms import FLOORS

# What Wagtail keeps for itself in every page: state, dates, tree, owner.
WAGTAIL_OWN = {field.name for field in Page._meta.get_fields()}
PAGE_WORDS = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
NOT_CONTENT = {"id", "page_ptr", "locale"}
DRAFT_STATE = {"first_published_at", "go_live_at", "expire_at"}
SHARED_CHILDREN = {"page_tags", "page_themes", "page_territories", "page_credits", "attachments"}


def classified(model) -> list[str]:
    return [field.field_name for field in model.translatable_fields]


def own_fields(model) -> set[str]:
    """Return the editable columns of `model` that are its own content."""
    return {
        field.name
        for field in model._meta.concrete_fields
        if field.editable and field.name not in NOT_CONTENT and not isinstance(field, ParentalKey)
    }


def child_relations(model) -> set[str]:
    return {relation.get_accessor_name() for relation in get_all_child_relations(model)}


def child_models() -> list[type[models.Model]]:
    """Return the models of the rows that belong to a page."""
    return sorted(
        {
            relation.related_model
            for page_model in portal_page_models()
            for relation in get_all_child_relations(page_model)
            if relation.related_model._meta.app_label in FLOORS
        },
        key=lambda model: model._meta.label,
    )


def vocabularies() -> list[type[Term]]:
    return [model for model in apps.get_models() if issubclass(model, Term)]


def by_name(model) -> str:
    return model.__name__


@pytest.mark.parametrize("model", portal_page_models(), ids=by_name)
def test_every_field_of_a_page_type_is_classified_once(model):
    own = (own_fields(model) - WAGTAIL_OWN) | PAGE_WORDS
    versions = set(model.version_fields)
    children = {
        name
        for name in child_relations(model)
        if name in SHARED_CHILDREN or name not in WAGTAIL_OWN
    }
    names = classified(model)
    assert sorted(names) == sorted((own | children) - versions)


def test_the_shared_children_are_those_of_every_page():
    assert {
        relation.get_accessor_name()
        for relation in get_all_child_relations(Page)
        if relation.related_model._meta.app_label in FLOORS
    } == SHARED_CHILDREN


@pytest.mark.parametrize("model", child_models(), ids=by_name)
def test_every_field_of_a_row_of_a_page_is_classified_once(model):
    if model.__name__ == "PageTag":
        return  # Its one column is the tag itself, the same in every language.
    assert sorted(classified(model)) == sorted(own_fields(model))


@pytest.mark.parametrize("model", child_models(), ids=by_name)
def test_rows_with_words_to_translate_have_a_version_in_each_language(model):
    fields = getattr(model, "translatable_fields", [])
    has_words = any(isinstance(field, TranslatableField) for field in fields)
    assert issubclass(model, TranslatableMixin) == has_words


@pytest.mark.parametrize("model", portal_page_models(), ids=by_name)
def test_a_page_type_translates_exactly_the_rows_that_have_words(model):
    by_relation = {
        relation.get_accessor_name(): relation.related_model
        for relation in get_all_child_relations(model)
    }
    for field in model.translatable_fields:
        if field.field_name in by_relation:
            translated = isinstance(field, TranslatableField)
            related = by_relation[field.field_name]
            assert translated == issubclass(related, TranslatableMixin), field


@pytest.mark.parametrize("model", vocabularies(), ids=by_name)
def test_every_field_of_a_vocabulary_is_classified_once(model):
    assert sorted(classified(model)) == sorted(own_fields(model) - DRAFT_STATE)


@pytest.mark.parametrize("model", [*portal_page_models(), *vocabularies()], ids=by_name)
def test_codes_dates_choices_and_addresses_are_never_offered_to_a_translator(model):
    wordless = (models.DateField, models.BooleanField, models.IntegerField, models.DecimalField)
    for classification in model.translatable_fields:
        if isinstance(classification, TranslatableField):
            field = model._meta.get_field(classification.field_name)
            assert not isinstance(field, (*wordless, models.URLField, models.SlugField))
            assert not getattr(field, "choices", None)


@pytest.mark.parametrize("model", portal_page_models(), ids=by_name)
def test_the_language_of_the_contribution_is_one_in_all_versions(model):
    [language] = [one for one in model.translatable_fields if one.field_name == "content_language"]
    assert isinstance(language, SynchronizedField)
    assert not language.overridable
    assert "text_language" in model.version_fields
