"""Lists read from the catalogue, with their filters and pages in the address.

A filter that names nothing known is a 404, not an empty list: the address is wrong.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Case, Count, IntegerField, Prefetch, QuerySet, When
from django.http import Http404
from django.utils.translation import gettext as _

from content import visibility
from content.folding import without_accents
from content.languages import name_for_reader
from content.models import PortalImage, Territory, Theme
from search.facets import FILTERS, TERRITORY, THEME
from search.kinds import kind_labels
from search.models import Document, Facet
from search.translations import translated_urls

PAGE_SIZE = 24
CARD_RENDITION = "fill-640x360|format-webp"
LONGEST_QUERY = 200
MOST_TERMS = 16
_WITH_RENDITION = Prefetch(
    "image", queryset=PortalImage.objects.prefetch_renditions(CARD_RENDITION)
)
VOCABULARIES = {THEME: Theme, TERRITORY: Territory}
COLUMNS = {"kind", "text_language", "year"}


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
    (a theme on the page of the theme).
    """

    request: object
    locale_id: int
    kinds: tuple[str, ...] = ()
    fixed: dict[str, str] = field(default_factory=dict)
    searched: bool = False

    def __post_init__(self):
        self.rules = visibility.rules_for(self.request)
        self.path = self.request.path
        self.chosen_values = self._chosen_values()

    @cached_property
    def query(self) -> str:
        return self.request.GET.get("q", "")[:LONGEST_QUERY].strip() if self.searched else ""

    @cached_property
    def page(self):
        """The `Page` of a paginator that holds cards; raises `Http404` for a wrong number."""
        documents = self._filtered(self.chosen_values).in_locale(self.locale_id)
        paginator = Paginator(documents, PAGE_SIZE)
        paginator.count = self.total
        try:
            page = paginator.page(self.request.GET.get("page", "1") or "1")
        except InvalidPage as error:
            raise Http404(_("This list has no such page.")) from error
        page.object_list = cards(page.object_list.public(self.rules), self.request)
        return page

    @cached_property
    def total(self) -> int:
        """How many pages the list has, counted on the catalogue."""
        return self._counted(self._filtered(self.chosen_values).in_locale(self.locale_id)).count()

    @cached_property
    def facets(self) -> list[FacetFilter]:
        """The facets that have something to choose, each counted without its own filter."""
        shown = [facet for facet in FILTERS if facet.name not in self.fixed]
        if len(self.kinds) == 1:
            shown = [facet for facet in shown if facet.name != "kind"]
        built = [
            FacetFilter(name=facet.name, label=facet.label, options=self._options(facet.name))
            for facet in shown
        ]
        return [facet for facet in built if facet.options]

    @cached_property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(label=label, url=self._url_without(name))
            for name, (_value, label) in self.chosen_values.items()
        ]

    @cached_property
    def elsewhere(self) -> list[Elsewhere]:
        """The pages left out for the language of their text, most first: one query."""
        values = {
            name: value for name, value in self.chosen_values.items() if name != "text_language"
        }
        everywhere = self._filtered(values)
        shown = self._filtered(self.chosen_values).in_locale(self.locale_id)
        left_out = self._counted(everywhere).exclude(
            translation_key__in=shown.order_by().values("translation_key")
        )
        rows = (
            left_out.order_by()
            .values_list("text_language", "locale_id")
            .annotate(pages=Count("translation_key", distinct=True))
        )
        counts, places = Counter(), {}
        for language, locale_id, pages in sorted(rows, key=lambda row: row[2]):
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
        """Return `documents` as they are counted.

        The page is joined only while something above hides live pages: the join makes counts
        forty times slower, and the rows that are shown are checked again anyhow.
        """
        if self.rules.hide_branches:
            return documents.filter(self.rules.filter("page__"))
        return documents.filter(locale_id__in=self.rules.open_locales)

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
        chosen = {}
        for facet in FILTERS:
            value = self.request.GET.get(facet.name, "")
            if value and facet.name not in self.fixed:
                chosen[facet.name] = self._known(facet.name, value)
        return chosen

    def _known(self, name: str, value: str) -> tuple[str, str]:
        labels = {
            "kind": self._kind_label,
            "year": _year_label,
            "text_language": _language_label,
        }
        label = labels.get(name)
        found = (value, label(value)) if label else self._known_term(name, value)
        if not found[1]:
            raise Http404(_("This filter is unknown."))
        return found

    def _kind_label(self, value: str) -> str:
        return str(kind_labels().get(value, "")) if not self.kinds or value in self.kinds else ""

    def _known_term(self, name: str, slug: str) -> tuple[str, str]:
        terms = VOCABULARIES[name].objects.filter(slug=slug, live=True)
        term = terms.order_by(own_language_first(self.locale_id)).first()
        return (str(term.translation_key), term.name) if term else ("", "")

    def _options(self, name: str) -> list[Option]:
        others = {key: value for key, value in self.chosen_values.items() if key != name}
        documents = self._counted(self._filtered(others).in_locale(self.locale_id))
        if name in COLUMNS:
            rows = documents.order_by().values_list(name).annotate(pages=Count("pk"))
        else:
            rows = (
                Facet.objects.filter(facet=name, document_id__in=documents.order_by().values("pk"))
                .values_list("value")
                .annotate(pages=Count("document_id"))
            )
        counts = {str(value): pages for value, pages in rows}
        selected = self.chosen_values.get(name, ("", ""))[0]
        return self._labelled(name, counts, selected)

    def _labelled(self, name: str, counts: dict[str, int], selected: str) -> list[Option]:
        if name in VOCABULARIES:
            terms = terms_by_key(VOCABULARIES[name], counts, self.locale_id)
            options = [
                Option(term.slug, term.name, counts[key], key == selected)
                for key, term in terms.items()
            ]
        else:
            label = {"kind": self._kind_label, "text_language": _language_label}.get(name, str)
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
        path = self.path if own else translated_urls(self.request).get(home.language, f"/{home.language}/")
        kept = sorted([*kept, ("text_language", language)]) if own else kept
        return f"{path}?{urlencode(kept)}" if kept else path

    def _parameters(self) -> list[tuple[str, str]]:
        names = {"q", *(facet.name for facet in FILTERS)}
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


def terms_by_key(model, keys, locale_id: int) -> dict:
    """Return the live terms of a vocabulary by translation key, as strings.

    The term of the reader's language when there is one, else the first of any language.
    """
    terms = {}
    for term in model.objects.filter(translation_key__in=list(keys), live=True).order_by("pk"):
        key = str(term.translation_key)
        if key not in terms or term.locale_id == locale_id:
            terms[key] = term
    return terms


def cards(documents, request) -> list[Document]:
    """Return documents with what a card shows: address, label, picture. Two queries at most."""
    found = list(documents.prefetch_related(_WITH_RENDITION))
    labels = kind_labels()
    for document in found:
        document.url = document.page.get_url(request) or ""
        document.label = labels.get(document.kind, "")
    return found


class ListingPage:
    """Mixin of the index pages: a list of some kinds from the catalogue."""

    listed_kinds: tuple[str, ...] = ()
    group_by_year = False

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = Listing(request=request, locale_id=self.locale_id, kinds=self.listed_kinds)
        return {**context, **listing.context(), "group_by_year": self.group_by_year}
