"""Where people are named, and what they agreed to.

A person is named in a child row (`content.rows.PersonRow`) or in fields of the page itself, which
its type lists in `person_fields`. What is asked here of several pages costs one query, and none
when no page among them is of a type that names people.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db.models import CharField, F
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations

from content.people import Names, Person
from content.rows import PersonRow


@dataclass(frozen=True)
class Source:
    """One place where pages of a type name people: child rows, or fields of the page.

    `relation` is the name of the child relation, empty for fields of the page.
    """

    model: type
    relation: str
    name: str
    consent: str
    page: str

    @property
    def label(self) -> str:
        """The role of the people named there: "participant", "held by"."""
        meta = self.model._meta
        return str(meta.verbose_name if self.relation else meta.get_field(self.name).verbose_name)

    def rows(self):
        """Return the rows where somebody is named, as (page id, row id, name, consent)."""
        columns = {
            "of_page": F(self.page),
            "row": F("pk"),
            "said": Cast(self.name, CharField()),
            "agreed": Cast(self.consent, CharField()),
        }
        named = self.model._default_manager.exclude(**{self.name: ""}).order_by()
        return named.annotate(**columns).values_list(*columns)


@cache
def sources_of(model: type) -> tuple[Source, ...]:
    """Return the places where a page type names people."""
    own = [
        Source(model, "", name, consent, "pk")
        for name, consent in getattr(model, "person_fields", ())
    ]
    rows = [
        Source(
            relation.related_model,
            relation.get_accessor_name(),
            "name",
            "consent",
            f"{relation.remote_field.name}_id",
        )
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, PersonRow)
    ]
    return (*rows, *own)


def people_of(page) -> list[Person]:
    """Return the people named on the specific `page`, as they stand on it, saved or not."""
    people = []
    for source in sources_of(type(page)):
        holders = page.rows_of(source.relation) if source.relation else [page]
        people += [
            Person(name, _agreed(getattr(holder, source.consent)))
            for holder in holders
            if (name := getattr(holder, source.name))
        ]
    return people


def names_by_page(pages: Iterable) -> dict[int, Names]:
    """Return by page id the names of pages that name somebody, in one query at most."""
    ids, sources = [], {}
    for page in pages:
        model = page.specific_class
        if model and sources_of(model):
            ids.append(page.pk)
            sources.update(dict.fromkeys(sources_of(model)))
    people = defaultdict(list)
    for page_id, _row, name, consent in _together(sources, ids):
        people[page_id].append(Person(name, _agreed(consent)))
    return {page_id: Names(named) for page_id, named in people.items()}


def public_title(page) -> str:
    """Return the title of any page as readers see it."""
    return public_titles([page])[page.pk]


def public_titles(pages: Iterable) -> dict[int, str]:
    """Return by page id the titles of pages as readers see them, in one query at most."""
    pages = list(pages)
    names = names_by_page(pages)
    return {page.pk: names.get(page.pk, Names()).mask(page.title) for page in pages}


def _together(sources: Iterable[Source], page_ids: list[int]) -> Iterable[tuple]:
    if not page_ids:
        return ()
    first, *others = [source.rows().filter(of_page__in=page_ids) for source in sources]
    # Django 6.1 gives a union the ordering of its first model, of a column that is not read here.
    return first.union(*others, all=True).order_by() if others else first


def _agreed(consent: str) -> bool:
    return consent == PersonRow.Consent.GIVEN
