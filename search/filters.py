"""The filters of a list as its address says them, and the addresses that change them.

A filter that names nothing known is a 404, not an empty list: the address is wrong.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _

from content import visibility
from content.folding import without_accents
from content.languages import name_for_reader
from search.counting import VOCABULARIES, terms_by_key, terms_by_slug
from search.facets import FILTERS, FacetType
from search.kinds import kind_labels
from search.translations import translated_urls


@dataclass(frozen=True)
class Option:
    """A value that a reader may choose."""

    value: str
    label: str
    count: int | None = None
    selected: bool = False


@dataclass(frozen=True)
class FacetFilter:
    """A facet of the list with its options."""

    name: str
    label: str
    options: list[Option]
    single: bool = True


@dataclass(frozen=True)
class Chosen:
    """A filter in force, and the address of the list without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Elsewhere:
    """What the list leaves out: so many pages in another text language."""

    count: int
    language: str
    url: str


@dataclass
class Filters:
    """The facets that a reader may choose in a list, and those that the address has chosen.

    `kinds` are the kinds of the list, `fixed` the facets that the address itself sets (a theme on
    the page of the theme); `kept` the other parameters that addresses keep.
    """

    request: object
    locale_id: int
    kinds: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    facets: tuple[FacetType, ...] = FILTERS
    kept: tuple[str, ...] = ()

    def __post_init__(self):
        self.path = self.request.path
        self._chosen = self._read()

    @property
    def values(self) -> dict[str, str]:
        """The stored value of each filter in force."""
        return {name: value for name, (value, _label) in self._chosen.items()}

    @cached_property
    def shown(self) -> frozenset[str]:
        """The names of the facets that have a choice to offer."""
        names = {facet.name for facet in self.facets if facet.name not in self.fixed}
        return frozenset(names - {"kind"} if len(self.kinds) == 1 else names)

    @property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(label=label, url=self._url_without(name))
            for name, (_value, label) in self._chosen.items()
        ]

    def with_counts(self, counts: dict[str, Counter]) -> list[FacetFilter]:
        """Return the facets that have something to choose, with the number of each value."""
        terms = terms_by_key(
            {name: counts[name] for name in VOCABULARIES if name in self.shown}, self.locale_id
        )
        built = [
            FacetFilter(facet.name, facet.label, self._options(facet.name, counts, terms))
            for facet in self.facets
            if facet.name in self.shown
        ]
        return [facet for facet in built if facet.options]

    def elsewhere(self, found: Counter) -> list[Elsewhere]:
        """Return the pages left out for the language of their text, most first."""
        counts, places = Counter(), {}
        for (language, locale_id), pages in sorted(found.items(), key=lambda item: item[1]):
            counts[language] = max(counts[language], pages)
            places[language] = locale_id
        return [
            Elsewhere(count, name_for_reader(language), self._url_in(places[language], language))
            for language, count in counts.most_common()
        ]

    def _read(self) -> dict[str, tuple[str, str]]:
        """Return the filters in force as name → (stored value, label); `Http404` if unknown."""
        names = [facet.name for facet in self.facets if facet.name not in self.fixed]
        values = {name: self.request.GET.get(name, "") for name in names}
        given = {name: value for name, value in values.items() if value}
        if not all(value.isprintable() for value in given.values()):
            raise Http404(_("This filter is unknown."))
        slugs = {name: slug for name, slug in given.items() if name in VOCABULARIES}
        terms = terms_by_slug(slugs, self.locale_id)
        return {name: self._known(name, value, terms) for name, value in given.items()}

    def _known(self, name: str, value: str, terms: dict) -> tuple[str, str]:
        labels = {
            "kind": self._kind_label,
            "year": _year_label,
            "text_language": _language_label,
        }
        choices = self._choices(name)
        label = choices.get if choices else labels.get(name)
        found = (value, label(value)) if label else terms.get(name, ("", ""))
        if not found[1]:
            raise Http404(_("This filter is unknown."))
        return found

    def _choices(self, name: str) -> dict[str, str]:
        return next((dict(facet.choices) for facet in self.facets if facet.name == name), {})

    def _kind_label(self, value: str) -> str:
        return str(kind_labels().get(value, "")) if not self.kinds or value in self.kinds else ""

    def _options(self, name: str, all_counts: dict[str, Counter], terms: dict) -> list[Option]:
        counts = all_counts[name]
        selected = self._chosen.get(name, ("", ""))[0]
        if name in VOCABULARIES:
            options = [
                Option(terms[key].slug, terms[key].name, pages, key == selected)
                for key, pages in counts.items()
                if key in terms
            ]
        else:
            columns = {"kind": self._kind_label, "text_language": _language_label}
            label = self._choices(name).get if self._choices(name) else columns.get(name, str)
            options = [
                Option(value, label(value), pages, value == selected)
                for value, pages in counts.items()
            ]
        if name == "year":
            return sorted(options, key=lambda option: option.value, reverse=True)
        return sorted(options, key=lambda option: without_accents(option.label))

    @property
    def unfiltered_url(self) -> str:
        """The address of this list with its words and without its filters."""
        kept = [(key, value) for key, value in self._parameters() if key in self.kept]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def url_with(self, **values: str) -> str:
        """Return the address of the first page of this list with other values."""
        return self.url_at(self.path, **values)

    def url_at(self, path: str, **values: str) -> str:
        """Return the address at `path` of what is chosen here, with other values if given."""
        parameters = sorted({**dict(self._parameters()), **values}.items())
        return f"{path}?{urlencode(parameters)}" if parameters else path

    def _url_without(self, name: str) -> str:
        kept = [(key, value) for key, value in self._parameters() if key != name]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def _url_in(self, locale_id: int, language: str) -> str:
        """Return the address of this list in the version language `locale_id`."""
        rules = visibility.rules_for(self.request)
        home = next((one for one in rules.homes if one.locale_id == locale_id), None)
        kept = [
            (key, value)
            for key, value in self._parameters()
            if key not in {"text_language", *VOCABULARIES}
        ]
        own = locale_id == self.locale_id
        path = (
            self.path
            if own
            else translated_urls(self.request).get(home.language, f"/{home.language}/")
        )
        kept = sorted([*kept, ("text_language", language)]) if own else kept
        return f"{path}?{urlencode(kept)}" if kept else path

    def _parameters(self) -> list[tuple[str, str]]:
        names = {*self.kept, *(facet.name for facet in self.facets)}
        return sorted(
            (key, value) for key, value in self.request.GET.items() if key in names and value
        )


def _year_label(value: str) -> str:
    return value if value.isdecimal() and len(value) == 4 else ""


def _language_label(value: str) -> str:
    name = name_for_reader(value) if len(value) <= 35 else ""
    return name if name != value else ""
