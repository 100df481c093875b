"""The rules of the house as system checks, and migrations that hold no block."""

import re
from types import SimpleNamespace

import pytest
from django.core import checks
from django.core.management import call_command
from wagtail.blocks import Block

from content import checks as house_checks
from content.catalogue import SearchMapping
from content.checks import check_page_types, portal_page_models
from content.fields import StreamField
from home.models import StandardPage
from tests.test_rooms import ROOMS, ROOT

OWN_DECLARATIONS = {
    "parent_page_types": "declares no parent page types",
    "subpage_types": "declares no subpage types",
    "page_description": "has no description",
    "search_mapping": "has no search mapping",
    "public_label": "has no public label",
    "translatable_fields": "classifies no field for translation",
}


def checked(monkeypatch, model) -> list[str]:
    """Return what the check says of `model` alone."""
    monkeypatch.setattr(house_checks, "portal_page_models", lambda: [model])
    return [error.msg for error in check_page_types(None)]


def like_a_page_type(**changes):
    """Return a class that declares what a page type declares, with `changes`."""
    names = [*OWN_DECLARATIONS, "template", "sample"]
    declared = {name: getattr(StandardPage, name) for name in names}
    kept = {name: value for name, value in {**declared, **changes}.items() if value is not None}
    return type("NewPage", (SimpleNamespace,), kept)


@pytest.mark.django_db
def test_the_portal_passes_every_check_with_no_silence():
    assert checks.run_checks(include_deployment_checks=False) == []


def test_a_complete_page_type_passes(monkeypatch):
    assert checked(monkeypatch, like_a_page_type()) == []


@pytest.mark.parametrize("name", OWN_DECLARATIONS)
def test_a_page_type_that_inherits_a_declaration_is_refused(monkeypatch, name):
    assert checked(monkeypatch, like_a_page_type(**{name: None})) == [
        f"NewPage {OWN_DECLARATIONS[name]}."
    ]


def test_a_page_type_without_a_template_on_disk_is_refused(monkeypatch):
    model = like_a_page_type(template="home/nowhere.html")
    assert checked(monkeypatch, model) == ["NewPage has no template."]


@pytest.mark.parametrize("path", ["home.samples.nowhere", "nowhere", None])
def test_a_page_type_without_a_sample_is_refused(monkeypatch, path):
    assert checked(monkeypatch, like_a_page_type(sample=path)) == ["NewPage has no sample."]


def test_a_search_mapping_of_another_kind_is_refused(monkeypatch):
    assert checked(monkeypatch, like_a_page_type(search_mapping={"kind": "page"})) == [
        "NewPage has no search mapping."
    ]


@pytest.mark.parametrize("model", portal_page_models(), ids=lambda model: model.__name__)
def test_the_search_mapping_names_fields_and_methods_that_exist(model):
    mapping: SearchMapping = model.search_mapping
    names = {field.name for field in model._meta.get_fields()}
    assert set(mapping.text) <= names
    assert not mapping.date or mapping.date in names
    assert callable(getattr(model, mapping.facts))
    assert all(hasattr(model, attribute) for attribute in mapping.facets.values())


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_migration_names_a_block():
    names = {block.__name__ for block in _all_subclasses(Block)}
    pattern = re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\b|block_lookup")
    migrations = [path for room in ROOMS for path in (ROOT / room / "migrations").glob("0*.py")]
    found = {path.name for path in migrations if pattern.search(path.read_text(encoding="utf-8"))}
    assert len(migrations) > 5
    assert not found


@pytest.mark.parametrize("model", portal_page_models(), ids=lambda model: model.__name__)
def test_a_stream_deconstructs_without_its_blocks(model):
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            _name, path, args, kwargs = field.deconstruct()
            assert path == "content.fields.StreamField"
            assert args == []
            assert set(kwargs) <= {"blank", "verbose_name", "help_text"}


def _all_subclasses(cls) -> set[type]:
    found = set(cls.__subclasses__())
    return found.union(*(_all_subclasses(one) for one in found)) if found else found
