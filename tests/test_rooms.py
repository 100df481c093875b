"""The floors of the house: a room uses only what is below it.

The table is that of the architecture. Imports are read from the source, templates from their tags,
foreign keys and page types from the models.
"""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from content.checks import portal_page_models

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    "outbox": 0,
    "accounts": 1,
    "content": 1,
    "search": 2,
    "home": 3,
    "kit": 3,
    "stories": 3,
    "coalitions": 3,
    "contributions": 4,
    "translation": 4,
    "operations": 5,
    "portal": 6,
}
# Beside the rooms: what every room uses, or what uses no room.
BESIDE = {"templates", "static", "locale", "tests", "docs", "deploy", "benchmarks"}
# Templates under every page, and Wagtail's that the house rewrites.
SHARED_TEMPLATES = {"site", "allauth", "base.html", "wagtailcore", "wagtailadmin", "wagtailusers"}
PROJECT_TEMPLATES = {"patterns", *(f"{code}.html" for code in (400, 403, 404, 429, 500))}
ROOMS = sorted(room for room in FLOORS if (ROOT / room).is_dir())


def is_package(path: Path) -> bool:
    return path.is_dir() and (path / "__init__.py").exists()


def imported_rooms(source: str) -> set[str]:
    """Return the rooms that a Python source imports, also inside its functions."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module)
    return {name.split(".")[0] for name in names} & set(FLOORS)


def used_templates(source: str) -> set[str]:
    """Return the names of the templates that a template extends or includes."""
    return set(re.findall(r"{%-?\s*(?:extends|include)\s+[\"']([^\"']+)[\"']", source))


def loaded_libraries(source: str) -> set[str]:
    """Return the names of the tag libraries that a template loads."""
    loads = re.findall(r"{%\s*load\s+(.*?)%}", source)
    return {name for load in loads for name in load.split(" from ")[-1].split()}


def named_templates(source: str) -> set[str]:
    """Return the first folder of each template that a Python source names."""
    return {
        node.value.split("/")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[\w/]+\.(?:html|xml|txt)", node.value)
    }


def tag_libraries() -> dict[str, str]:
    """Return the room of each tag library of the house."""
    return {
        path.stem: room
        for room in ROOMS
        for path in (ROOT / room / "templatetags").glob("*.py")
        if path.stem != "__init__"
    }


def upward(room: str, used: set[str]) -> set[str]:
    """Return the rooms of `used` that `room` may not use: of its own floor or above."""
    return {other for other in used - {room} if FLOORS[other] >= FLOORS[room]}


def test_every_package_of_the_house_has_a_floor():
    packages = {path.name for path in ROOT.iterdir() if is_package(path)}
    assert packages - BESIDE <= set(FLOORS)


def test_every_room_is_installed_except_the_project_itself():
    own = {app.label for app in apps.get_app_configs() if Path(app.path).parent == ROOT}
    assert own == set(ROOMS) - {"portal"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_floors_below(room):
    wrong = {
        f"{path.relative_to(ROOT)} imports {', '.join(sorted(upper))}"
        for path in (ROOT / room).rglob("*.py")
        if (upper := upward(room, imported_rooms(path.read_text(encoding="utf-8"))))
        # A generated migration names the models that its foreign keys point to.
        and "migrations" not in path.parts
    }
    assert not wrong


def template_files() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def template_room(path: Path) -> str:
    """Return the room of a template, empty for one that every page shares."""
    own = path.relative_to(ROOT / "templates").parts[0]
    if own in SHARED_TEMPLATES:
        return ""
    return "portal" if own in PROJECT_TEMPLATES else own


def test_every_template_belongs_to_a_room_or_is_shared():
    assert {template_room(path) for path in template_files()} - {""} <= set(FLOORS)


def test_a_template_uses_only_templates_and_tags_of_floors_below():
    libraries = tag_libraries()
    wrong = {}
    for path in template_files():
        source = path.read_text(encoding="utf-8")
        names = used_templates(source)
        used = {template_room(ROOT / "templates" / name) for name in names} & set(FLOORS)
        used |= {libraries[name] for name in loaded_libraries(source) if name in libraries}
        # What every page shares lies on the floor of content.
        upper = upward(template_room(path) or "content", used - {"content"})
        if upper:
            wrong[str(path.relative_to(ROOT))] = upper
    assert not wrong


def test_code_names_no_template_of_a_floor_above():
    wrong = {}
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            names = named_templates(path.read_text(encoding="utf-8"))
            if upper := upward(room, names & set(FLOORS)):
                wrong[str(path.relative_to(ROOT))] = upper
    assert not wrong


def house_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in FLOORS]


def test_a_foreign_key_never_points_to_a_floor_above():
    wrong = {
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in house_models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many)
        and field.concrete
        and FLOORS.get(field.related_model._meta.app_label, 0) > FLOORS[model._meta.app_label]
    }
    assert not wrong


def test_a_page_type_never_names_a_parent_or_child_of_a_floor_above():
    wrong = {
        f"{model._meta.label} → {name}"
        for model in portal_page_models()
        for name in (*model.parent_page_types, *model.subpage_types)
        if FLOORS.get(name.split(".")[0], 0) > FLOORS[model._meta.app_label]
    }
    assert not wrong


def test_an_import_from_above_would_be_seen():
    inside = "def serve():\n    from search.models import Document\n    import portal.settings\n"
    assert upward("content", imported_rooms(inside)) == {"search", "portal"}
    assert upward("kit", imported_rooms("from stories import models")) == {"stories"}
    assert upward("home", imported_rooms("from content.models import Tag\nimport json")) == set()


def test_an_include_from_above_would_be_seen():
    source = (
        '{% extends "site/reading.html" %}{% load i18n portal %}{% include "kit/summary.html" %}'
    )
    assert used_templates(source) == {"site/reading.html", "kit/summary.html"}
    assert loaded_libraries(source) == {"i18n", "portal"}
    assert tag_libraries()["portal"] == "content"
