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
from content.languages import name_for_reader
from search.engines.base import EVERY_VERSION
from search.facets import FILTERS, LOCALE, TEXT_LANGUAGE, FacetType
from search.labels import NAMED, labels_by_slug
from search.options import FacetFilter, Options, words_of
from search.translations import translated_urls


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
        self.rules = visibility.rules_for(self.request)
        self._chosen = self._read()

    @property
    def values(self) -> dict[str, str]:
        """The stored value of each filter in force."""
        return {name: value for name, (value, _label) in self._chosen.items()}

    @cached_property
    def offered(self) -> list[FacetType]:
        """The facets that a reader may choose from."""
        return [
            facet
            for facet in self.facets
            if facet.name not in self.fixed and not (facet.name == "kind" and len(self.kinds) == 1)
        ]

    @property
    def shown(self) -> frozenset[str]:
        """The names of the facets that a reader may choose from."""
        return frozenset(facet.name for facet in self.offered)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the open languages."""
        return self.rules.open_languages

    @property
    def own_language(self) -> str:
        """The language of the versions that the list has by itself."""
        homes = self.rules.homes
        return next((one.language for one in homes if one.locale_id == self.locale_id), "")

    @property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(label=label, url=self.url_without(name))
            for name, (_value, label) in self._chosen.items()
        ]

    def selected(self, name: str) -> tuple[str, str] | None:
        """Return the stored value and the label of a filter in force."""
        return self._chosen.get(name)

    def given(self, name: str) -> str:
        """Return what the address says of a filter, "" if nothing."""
        return self.request.GET.get(name, "")

    def with_counts(
        self, counts: dict[str, Counter], total: int, estimated: frozenset[str] = frozenset()
    ) -> list[FacetFilter]:
        """Return the facets that have something to choose in a list of `total` pages."""
        return Options(self, counts, total, estimated).facets()

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
        facets = {facet.name: facet for facet in self.facets if facet.name not in self.fixed}
        given = {name: value for name in facets if (value := self.given(name))}
        if not all(value.isprintable() for value in given.values()):
            raise Http404(_("This filter is unknown."))
        slugs = {name: slug for name, slug in given.items() if name in NAMED}
        named = labels_by_slug(slugs, self.locale_id, self.rules)
        chosen = {
            name: named.get(name, ("", ""))
            if name in NAMED
            else (value, self._words(facets[name], value))
            for name, value in given.items()
        }
        if not all(label for _value, label in chosen.values()):
            raise Http404(_("This filter is unknown."))
        return chosen

    def _words(self, facet: FacetType, value: str) -> str:
        if facet.name != LOCALE:
            return words_of(facet, value, self.kinds)
        if value == EVERY_VERSION:
            return _("all versions")
        return name_for_reader(value) if value in self.languages else ""

    @property
    def unfiltered_url(self) -> str:
        """The address of this list with its words and without its filters."""
        kept = [(key, value) for key, value in self._parameters() if key in self.kept]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def url_with(self, **values: str) -> str:
        """Return the address of the first page of this list with other values."""
        return self.url_at(self.path, **values)

    def url_at(self, path: str, **values: str) -> str:
        """Return the address at `path` of what is chosen here, with other values if given.

        A value that is given empty leaves the address.
        """
        every = {**dict(self._parameters()), **values}
        parameters = sorted((name, value) for name, value in every.items() if value)
        return f"{path}?{urlencode(parameters)}" if parameters else path

    def url_without(self, name: str) -> str:
        """Return the address of the first page of this list without a filter."""
        kept = [(key, value) for key, value in self._parameters() if key != name]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def _url_in(self, locale_id: int, language: str) -> str:
        """Return the address of this list in the version language `locale_id`."""
        home = next((one for one in self.rules.homes if one.locale_id == locale_id), None)
        kept = [
            (key, value)
            for key, value in self._parameters()
            if key not in {TEXT_LANGUAGE, LOCALE, *NAMED}
        ]
        own = locale_id == self.locale_id
        path = (
            self.path
            if own
            else translated_urls(self.request).get(home.language, f"/{home.language}/")
        )
        kept = sorted([*kept, (TEXT_LANGUAGE, language)]) if own else kept
        return f"{path}?{urlencode(kept)}" if kept else path

    def _parameters(self) -> list[tuple[str, str]]:
        names = {*self.kept, *(facet.name for facet in self.facets)}
        return sorted(
            (key, value) for key, value in self.request.GET.items() if key in names and value
        )
