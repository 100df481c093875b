"""The values that a reader may choose of each facet, with their counts and addresses.

A value is a link, not the field of a form: one step each, and one address for one list, whatever
the order in which filters were chosen.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext as _

from content.folding import without_accents
from content.languages import name_for_reader
from search.engines.base import EVERY_VERSION
from search.facets import CONTENT_LANGUAGE, LOCALE, RESOURCE_LANGUAGE, TEXT_LANGUAGE
from search.kinds import kind_labels
from search.labels import NAMED, labels_by_value

LANGUAGES = frozenset({TEXT_LANGUAGE, CONTENT_LANGUAGE, RESOURCE_LANGUAGE})
# How many values are read at a glance, and how many behind "more values".
SHOWN = 12
MOST = 50


@dataclass(frozen=True)
class Option:
    """A value that a reader may choose; `url` chooses it, or takes it away once chosen.

    `count` is the number of its pages, rounded where it is `about` so many.
    """

    value: str
    label: str
    url: str = ""
    count: int | None = None
    selected: bool = False
    about: bool = False


@dataclass(frozen=True)
class FacetFilter:
    """A facet of the list: the values that have most pages, and in `more` the others."""

    name: str
    label: str
    options: list[Option]
    more: list[Option] = field(default_factory=list)
    opened: bool = False


class Options:
    """Builds the options of a list of `total` pages from its counts.

    `choice` is what the address says (`search.filters.Filters`); the counts of the facets in
    `estimated` are near only.
    """

    def __init__(
        self,
        choice,
        counts: dict[str, Counter],
        total: int,
        estimated: frozenset[str] = frozenset(),
    ):
        self.estimated = estimated
        self.choice = choice
        self.counts = counts
        self.total = total

    def facets(self) -> list[FacetFilter]:
        """Return the facets of the list in which there is something to choose."""
        return list(filter(None, map(self._facet, self.choice.offered)))

    def _facet(self, facet) -> FacetFilter | None:
        selected = self.choice.selected(facet.name)
        options = self._versions() if facet.name == LOCALE else self._options(facet, selected)
        if not self._is_a_choice(options):
            return None
        shown, more = options[:SHOWN], options[SHOWN:MOST]
        # What is in force is always among what is shown.
        shown += [option for option in options[SHOWN:] if option.selected]
        return FacetFilter(
            name=facet.name,
            label=facet.label,
            options=_in_order(facet.name, shown),
            more=_in_order(facet.name, [option for option in more if not option.selected]),
            opened=bool(selected),
        )

    def _is_a_choice(self, options: list[Option]) -> bool:
        """Return whether some option is in force, or would leave some pages out."""
        if len(options) == 1 and not options[0].selected:
            return options[0].count != self.total
        return bool(options)

    def _options(self, facet, selected: tuple[str, str]) -> list[Option]:
        """Return the options of a facet, those with most pages first."""
        counts = self.counts[facet.name]
        value, label = selected or ("", "")
        found = []
        for one, pages in counts.most_common():
            words, stands_for = self._words(facet, one)
            if words:
                option = self._option(facet.name, stands_for, words, pages, one == value)
                found.append(option)
        if value and not any(option.selected for option in found):
            address = self.choice.given(facet.name)
            found.append(self._option(facet.name, address, label, counts[value], True))
        return found

    def _option(self, name: str, value: str, label: str, count, selected: bool) -> Option:
        url = self.choice.url_without(name) if selected else self.choice.url_with(**{name: value})
        about = name in self.estimated
        count = _rounded(count) if about else count
        return Option(value, label, url, count, selected, about)

    def _versions(self) -> list[Option]:
        """Return the open versions, that of the reader first chosen, and all of them together."""
        own, languages = self.choice.own_language, self.choice.languages
        chosen = self.choice.given(LOCALE) or own
        if len(languages) < 2:
            return []
        options = []
        for language in (*languages, EVERY_VERSION):
            every = language == EVERY_VERSION
            label = _("all versions") if every else name_for_reader(language)
            count = None if every else self.counts[LOCALE][language]
            # The reader's own version needs no word in the address.
            back = language in (own, chosen)
            options.append(self._option(LOCALE, language, label, count, back))
        return [replace(option, selected=option.value == chosen) for option in options]

    @cached_property
    def _labels(self) -> dict:
        names = [facet.name for facet in self.choice.offered if facet.name in NAMED]
        values = {
            name: [value for value, _pages in self.counts[name].most_common(MOST)] for name in names
        }
        return labels_by_value(values, self.choice.locale_id, self.choice.rules)

    def _words(self, facet, value: str) -> tuple[str, str]:
        """Return what readers see of a stored value, and what stands for it in an address."""
        if facet.name in NAMED:
            label = self._labels.get((facet.name, value))
            return (label.name, label.slug) if label else ("", "")
        return words_of(facet, value, self.choice.kinds), value


def words_of(facet, value: str, kinds: Iterable[str] = ()) -> str:
    """Return the words for a value of a facet without names of its own; "" if it is unknown.

    `kinds` are those of the list, if it is limited to some.
    """
    if facet.choices:
        return str(facet.choices.get(value, ""))
    if facet.name == "kind":
        return str(kind_labels().get(value, "")) if not kinds or value in kinds else ""
    if facet.name == "year":
        return value if value.isdecimal() and len(value) == 4 else ""
    if facet.name in LANGUAGES:
        name = name_for_reader(value) if len(value) <= 35 else ""
        return name if name != value else ""
    return ""


def _rounded(count: int) -> int:
    """Return a number with its first two digits only: an estimate knows no more."""
    return round(count, 2 - len(str(count)))


def _in_order(name: str, options: list[Option]) -> list[Option]:
    """Return options as they are read: years newest first, versions as they are, by name else."""
    if name == LOCALE:
        return options
    if name == "year":
        return sorted(options, key=lambda option: option.value, reverse=True)
    return sorted(options, key=lambda option: without_accents(option.label))
