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
COALITION = "coalition"
TEXT_LANGUAGE = "text_language"
CONTENT_LANGUAGE = "content_language"
# The language of the version: chosen among the open ones, that of the address by default.
LOCALE = "locale"
# The column that holds a value.
LONGEST_VALUE = 64


@dataclass(frozen=True)
class FacetType:
    """A facet that readers see: its name in the address and its label.

    `choices` gives the words of its values when they are neither a vocabulary nor a column.
    """

    name: str
    label: str
    choices: Mapping[str, str] = field(default_factory=dict)


_KIND = FacetType("kind", _("Kind"))
_THEME = FacetType(THEME, _("Theme"))
_TERRITORY = FacetType(TERRITORY, _("Territory"))
_YEAR = FacetType("year", _("Year"))
_TEXT_LANGUAGE = FacetType(TEXT_LANGUAGE, _("Language of the text"))

# The facets of a list, and those of the search page.
FILTERS = (_KIND, _THEME, _TERRITORY, _TEXT_LANGUAGE, _YEAR)
SEARCH_FILTERS = (
    _KIND,
    _THEME,
    _TERRITORY,
    FacetType(TAG, _("Tag")),
    FacetType(COALITION, _("Coalition")),
    _YEAR,
    FacetType(LOCALE, _("Version")),
    _TEXT_LANGUAGE,
    FacetType(CONTENT_LANGUAGE, _("Language of the contribution")),
    FacetType(RESOURCE_LANGUAGE, _("Language of the files")),
)


def facet_values(page) -> set[tuple[str, str]]:
    """Return the (facet, value) pairs of a specific page."""
    values = {(THEME, str(theme.translation_key)) for theme in page.themes}
    for territory in page.territories:
        values |= {(TERRITORY, str(one.translation_key)) for one in _with_parents(territory)}
    values |= {(TAG, tag.folded[:LONGEST_VALUE]) for tag in page.tags.all()}
    values |= {(ORGANISATION, str(one.translation_key)) for one in _organisations(page)}
    values |= {(RESOURCE_LANGUAGE, code) for code in page.resource_languages}
    for facet, attribute in page.search_mapping.facets.items():
        values |= {(facet, value) for value in _mapped(getattr(page, attribute))}
    return values


def subject_words(page) -> list[str]:
    """Return the names by which the subjects of a page are searched, each once.

    Territories are found by their codes and aliases too, and by those they are part of.
    """
    names = [theme.name for theme in page.themes]
    for territory in page.territories:
        for one in _with_parents(territory):
            names += [one.name, one.code, *one.aliases.splitlines()]
    names += [tag.name for tag in page.tags.all()]
    for organisation in _organisations(page):
        names += [organisation.name, organisation.acronym]
    return sorted(set(filter(None, names)))


def _with_parents(territory) -> list:
    """Return a territory and those it is part of: a region finds its towns."""
    found = []
    while territory is not None and len(found) < 10:
        found.append(territory)
        territory = territory.parent
    return found


def _organisations(page) -> list:
    """Return every organisation that the page or one of its rows points to."""
    found = {}
    for holder in (page, *_rows(page)):
        for column in holder._meta.concrete_fields:
            related = column.related_model
            if related is not None and related._meta.label == "content.Organisation":
                organisation = getattr(holder, column.name)
                if organisation is not None:
                    found[organisation.pk] = organisation
    return list(found.values())


def _rows(page):
    for relation in get_all_child_relations(type(page)):
        names = {column.name for column in relation.related_model._meta.concrete_fields}
        if "organisation" in names:
            yield from getattr(page, relation.get_accessor_name()).all()


def _mapped(value) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [one for each in value for one in _mapped(each)]
    if isinstance(value, Model):
        return [str(getattr(value, "translation_key", value.pk))]
    return [str(value)[:LONGEST_VALUE]]
