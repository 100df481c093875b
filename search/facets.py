"""The facets of the catalogue: what a document may be filtered by.

A vocabulary term is stored by its translation key, so that one value serves all languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations

THEME = "theme"
TERRITORY = "territory"
FAMILY = "family"
TAG = "tag"
ORGANISATION = "organisation"
RESOURCE_LANGUAGE = "resource_language"


@dataclass(frozen=True)
class FacetType:
    """A facet that readers see: its name in the address and its label.

    `choices` gives the words of its values when they are neither a vocabulary nor a column.
    """

    name: str
    label: str
    choices: Mapping[str, str] = field(default_factory=dict)


FILTERS = (
    FacetType("kind", _("Kind")),
    FacetType(THEME, _("Theme")),
    FacetType(TERRITORY, _("Territory")),
    FacetType("text_language", _("Language of the text")),
    FacetType("year", _("Year")),
)


def facet_values(page) -> set[tuple[str, str]]:
    """Return the (facet, value) pairs of a specific page."""
    values = {(THEME, str(theme.translation_key)) for theme in page.themes}
    for territory in page.territories:
        values |= {(TERRITORY, key) for key in _with_parents(territory)}
    values |= {(TAG, tag.folded[:64]) for tag in page.tags.all()}
    values |= {(ORGANISATION, key) for key in _organisation_keys(page)}
    values |= {(RESOURCE_LANGUAGE, code) for code in page.resource_languages}
    for facet, attribute in page.search_mapping.facets.items():
        values |= {(facet, value) for value in _mapped(getattr(page, attribute))}
    return values


def _with_parents(territory) -> list[str]:
    """Return the keys of a territory and of those it is part of: a region finds its towns."""
    keys = []
    while territory is not None and len(keys) < 10:
        keys.append(str(territory.translation_key))
        territory = territory.parent
    return keys


def _organisation_keys(page) -> set[str]:
    """Return the keys of every organisation that the page or one of its rows points to."""
    found = set()
    for holder in (page, *_rows(page)):
        for column in holder._meta.concrete_fields:
            related = column.related_model
            if related is not None and related._meta.label == "content.Organisation":
                organisation = getattr(holder, column.name)
                if organisation is not None:
                    found.add(str(organisation.translation_key))
    return found


def _rows(page):
    for relation in get_all_child_relations(type(page)):
        names = {column.name for column in relation.related_model._meta.concrete_fields}
        if "organisation" in names:
            yield from getattr(page, relation.get_accessor_name()).all()


def _mapped(value) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, Model):
        return [str(getattr(value, "translation_key", value.pk))]
    return [str(value)[:64]]
