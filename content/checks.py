"""Rules of the house as Django system checks: a new page type that breaks one is refused."""

from django.core.checks import Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.module_loading import import_string
from wagtail.models import Page, get_page_models

from content.catalogue import SearchMapping


def portal_page_models() -> list[type[Page]]:
    """Return the page types of the portal, without Wagtail's own base page."""
    return [model for model in get_page_models() if model is not Page]


@register("portal")
def check_page_types(app_configs, **kwargs):
    """Each page type declares its place, its words, its template, its mapping and a sample."""
    errors = []
    for model in portal_page_models():
        for number, (hint, holds) in enumerate(_RULES, start=1):
            if not holds(model):
                errors.append(
                    Error(
                        f"{model.__name__} {hint}.",
                        hint="See docs/adr/0006 and the other page types of the portal.",
                        obj=model,
                        id=f"portal.E{number:03}",
                    )
                )
    return errors


def _has_template(model) -> bool:
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        return False
    return True


def _has_sample(model) -> bool:
    try:
        return callable(import_string(model.sample))
    except (AttributeError, ImportError, TypeError):
        return False


_RULES = [
    ("declares no parent page types", lambda model: "parent_page_types" in vars(model)),
    ("declares no subpage types", lambda model: "subpage_types" in vars(model)),
    ("has no description", lambda model: bool(vars(model).get("page_description"))),
    ("has no template", _has_template),
    (
        "has no search mapping",
        lambda model: isinstance(vars(model).get("search_mapping"), SearchMapping),
    ),
    ("has no public label", lambda model: bool(vars(model).get("public_label"))),
    ("has no sample", _has_sample),
    ("classifies no field for translation", lambda model: "translatable_fields" in vars(model)),
]
