"""Lists read from the catalogue, with their filters and pages in the address.

A filter that names nothing known is a 404, not an empty list: the address is wrong.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Case, IntegerField, Prefetch, QuerySet, When
from django.http import Http404
from django.utils.translation import gettext as _

from content import visibility
from content.folding import without_accents
from content.languages import name_for_reader
from content.models import PortalRendition
from search.counting import (
    COLUMNS,
    ELSEWHERE,
    TOTAL,
    VOCABULARIES,
    Counting,
    count_together,
    terms_by_key,
    terms_by_slug,
)
from search.facets import FILTERS, FacetType
from search.kinds import kind_labels
from search.models import Document
from search.translations import translated_urls

# Four rows of three cards on a wide screen: what a reader of a telephone scrolls without losing
# the way to the next page, and pictures within the weight that a list may have.
PAGE_SIZE = 12
CARD_RENDITION = "fill-480x270|format-webp|webpquality-60"
LONGEST_QUERY = 200
MOST_TERMS = 16
_RENDITION = Prefetch(
    "image__renditions",
    queryset=PortalRendition.objects.filter(filter_spec=CARD_RENDITION),
    to_attr="prefetched_renditions",
)


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
class Listing:
    """A list of public pages of one language, as the request filters and pages it.

    `kinds` limits it to some kinds; `fixed` holds the facets that the address itself sets
    (a theme on the page of the theme); `filters` are the facets that a reader may choose.
    """

    request: object
    locale_id: int
    kinds: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    searched: bool = False
    filters: tuple[FacetType, ...] = FILTERS
    page_size: int = PAGE_SIZE

    def __post_init__(self):
        self.rules = visibility.rules_for(self.request)
        self.path = self.request.path
        self.chosen_values = self._chosen_values()

    @cached_property
    def query(self) -> str:
        typed = self.request.GET.get("q", "") if self.searched else ""
        return "".join(character for character in typed if character.isprintable())[
            :LONGEST_QUERY
        ].strip()

    @cached_property
    def page(self):
        """The `Page` of a paginator that holds cards; raises `Http404` for a wrong number."""
        documents = self._filtered(self.chosen_values).in_locale(self.locale_id)
        paginator = Paginator(documents.public(self.rules), self.page_size)
        paginator.count = self.total
        try:
            page = paginator.page(self.request.GET.get("page", "1") or "1")
        except InvalidPage as error:
            raise Http404(_("This list has no such page.")) from error
        page.object_list = cards(page.object_list, self.request)
        return page

    @cached_property
    def counts(self) -> dict[str, Counter]:
        """How many pages the list, each facet value and each left-out language have."""
        return count_together(self._countings())

    @property
    def total(self) -> int:
        """How many pages the list has, counted on the catalogue."""
        return self.counts[TOTAL][""]

    @cached_property
    def facets(self) -> list[FacetFilter]:
        """The facets that have something to choose, each counted without its own filter."""
        terms = terms_by_key(
            {name: self.counts[name] for name in VOCABULARIES if name in self._shown_facets},
            self.locale_id,
        )
        built = [
            FacetFilter(facet.name, facet.label, self._options(facet.name, terms))
            for facet in self.filters
            if facet.name in self._shown_facets
        ]
        return [facet for facet in built if facet.options]

    @cached_property
    def _shown_facets(self) -> set[str]:
        names = {facet.name for facet in self.filters if facet.name not in self.fixed}
        return names - {"kind"} if len(self.kinds) == 1 else names

    @cached_property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(label=label, url=self._url_without(name))
            for name, (_value, label) in self.chosen_values.items()
        ]

    @cached_property
    def elsewhere(self) -> list[Elsewhere]:
        """The pages left out for the language of their text, most first."""
        counts, places = Counter(), {}
        found = self.counts[ELSEWHERE].items()
        for (language, locale_id), pages in sorted(found, key=lambda item: item[1]):
            counts[language] = max(counts[language], pages)
            places[language] = locale_id
        return [
            Elsewhere(count, name_for_reader(language), self._url_in(places[language], language))
            for language, count in counts.most_common()
        ]

    def context(self) -> dict:
        """Return what the listing templates read."""
        page = self.page
        return {
            "listing": self,
            "rows": page.object_list,
            "page_obj": page,
            "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
            "facets": self.facets,
            "filters_count": len(self.chosen_values),
            "chosen": self.chosen,
            "clear_url": self.path if len(self.chosen_values) > 1 else "",
            "elsewhere": self.elsewhere,
            "query": self.query,
            "total": self.total,
        }

    def _counted(self, documents: QuerySet) -> QuerySet:
        """Return `documents` as they are counted: without the pages that something hides.

        Those are few and found by themselves. Joining the page of each document to ask it
        makes counts many times slower.
        """
        hidden = self.rules.hidden_pages().values("pk")
        return documents.filter(locale_id__in=self.rules.open_locales).exclude(pk__in=hidden)

    def _countings(self) -> list[Counting]:
        """Return all that is counted for this list; one query serves them together.

        The choices of a facet in force are counted as if nothing had been chosen of it.
        """
        shown = self._filtered(self.chosen_values).in_locale(self.locale_id)
        unchosen = self._shown_facets - self.chosen_values.keys()
        countings = [Counting(self._counted(shown), frozenset({TOTAL, *unchosen}))]
        for name in sorted(self._shown_facets & self.chosen_values.keys()):
            documents = self._filtered(self._chosen_without(name)).in_locale(self.locale_id)
            countings.append(Counting(self._counted(documents), frozenset({name})))
        in_any_language = self._filtered(self._chosen_without("text_language"))
        left_out = self._counted(in_any_language).exclude(
            translation_key__in=shown.order_by().values("translation_key")
        )
        return [*countings, Counting(left_out, frozenset({ELSEWHERE}))]

    def _chosen_without(self, name: str) -> dict[str, tuple[str, str]]:
        return {key: value for key, value in self.chosen_values.items() if key != name}

    def _filtered(self, chosen: dict) -> QuerySet:
        documents = Document.objects.filter(listed=True)
        if self.kinds:
            documents = documents.filter(kind__in=self.kinds)
        for facet, value in self.fixed.items():
            documents = documents.with_facet(facet, [value])
        for name, (value, _label) in chosen.items():
            documents = self._narrowed(documents, name, value)
        for word in without_accents(self.query).split()[:MOST_TERMS]:
            documents = documents.filter(words__folded__contains=word)
        return documents

    @staticmethod
    def _narrowed(documents: QuerySet, name: str, value: str) -> QuerySet:
        if name in COLUMNS:
            return documents.filter(**{name: value})
        return documents.with_facet(name, [value])

    def _chosen_values(self) -> dict[str, tuple[str, str]]:
        """Return the filters in force as name → (stored value, label); `Http404` if unknown."""
        names = [facet.name for facet in self.filters if facet.name not in self.fixed]
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
        return next((dict(facet.choices) for facet in self.filters if facet.name == name), {})

    def _kind_label(self, value: str) -> str:
        return str(kind_labels().get(value, "")) if not self.kinds or value in self.kinds else ""

    def _options(self, name: str, terms: dict) -> list[Option]:
        counts = self.counts[name]
        selected = self.chosen_values.get(name, ("", ""))[0]
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

    def _url_without(self, name: str) -> str:
        kept = [(key, value) for key, value in self._parameters() if key != name]
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def _url_in(self, locale_id: int, language: str) -> str:
        """Return the address of this list in the version language `locale_id`."""
        home = next((one for one in self.rules.homes if one.locale_id == locale_id), None)
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
        names = {"q", *(facet.name for facet in self.filters)}
        return sorted(
            (key, value) for key, value in self.request.GET.items() if key in names and value
        )


def _year_label(value: str) -> str:
    return value if value.isdecimal() and len(value) == 4 else ""


def _language_label(value: str) -> str:
    name = name_for_reader(value) if len(value) <= 35 else ""
    return name if name != value else ""


def own_language_first(locale_id: int):
    """Return an ordering that puts rows of `locale_id` before those of other languages."""
    return Case(When(locale_id=locale_id, then=0), default=1, output_field=IntegerField())


def cards(documents, request) -> list[Document]:
    """Return documents with what a card shows: address, label, picture. Two queries."""
    found = list(documents.select_related("image").prefetch_related(_RENDITION))
    labels = kind_labels()
    for document in found:
        document.url = document.page.get_url(request) or ""
        document.label = labels.get(document.kind, "")
    return found


class ListingPage:
    """Mixin of the index pages: a list of some kinds from the catalogue."""

    listed_kinds: tuple[str, ...] = ()
    group_by_year = False
    filters: tuple[FacetType, ...] = FILTERS
    page_size = PAGE_SIZE

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = Listing(
            request=request,
            locale_id=self.locale_id,
            kinds=self.listed_kinds,
            filters=self.filters,
            page_size=self.page_size,
        )
        return {**context, **listing.context(), "group_by_year": self.group_by_year}
