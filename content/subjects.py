"""The vocabulary of a page as its readers see it: in their language where it is translated."""

from typing import NamedTuple

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from content.models.children import Tag
from content.models.vocabularies import Term, Territory, Theme

# By the name of the public address, in the order of reading: the child rows and what they hold.
_ROWS = {
    "theme": ("page_themes", Theme),
    "territory": ("page_territories", Territory),
    "tag": ("page_tags", Tag),
}


class Subject(NamedTuple):
    """A subject to read: the name of its address (`theme`, `territory`, `tag`), slug, name."""

    kind: str
    slug: str
    name: str


def subjects_of(page) -> list[Subject]:
    """Return the subjects of the specific `page`, by kind and name, in one query.

    A theme or a territory that is not published in the language of the page is given in the one
    it was chosen in.
    """
    first, *others = [_columns(kind, terms_of(page, kind)) for kind in _ROWS]
    found: dict[tuple, Subject] = {}
    for kind, term, locale_id, slug, name in first.union(*others, all=True).order_by():
        if locale_id == page.locale_id or (kind, term) not in found:
            found[kind, term] = Subject(kind, slug, name)
    kinds = list(_ROWS)
    return sorted(found.values(), key=lambda one: (kinds.index(one.kind), one.name.casefold()))


def terms_of(page, kind: str) -> QuerySet:
    """Return the terms of `page` (`theme`, `territory`, `tag`), published, in every language."""
    relation, model = _ROWS[kind]
    rows = getattr(page, relation).all()
    # A preview holds its rows in memory.
    stored = isinstance(rows, QuerySet)
    chosen = (
        rows.order_by().values(f"{kind}_id")
        if stored
        else [getattr(row, f"{kind}_id") for row in rows]
    )
    if model is Tag:
        return model.objects.filter(pk__in=chosen)
    keys = model.objects.filter(pk__in=chosen).values("translation_key")
    return model.objects.filter(translation_key__in=keys, live=True)


def localised_terms(page, kind: str) -> list:
    """Return the themes or territories of `page` as instances, in its own language if published."""
    terms = {}
    for term in terms_of(page, kind).order_by("name"):
        if term.locale_id == page.locale_id or term.translation_key not in terms:
            terms[term.translation_key] = term
    return list(terms.values())


def term_of(page, field: str) -> Term | None:
    """Return the term that a foreign key of `page` names, in the language of the page: one query.

    The term itself where its translation is not published.
    """
    chosen = getattr(page, f"{field}_id")
    if chosen is None:
        return None
    model = page._meta.get_field(field).related_model
    same = model.objects.filter(pk=chosen).values("translation_key")
    return min(
        model.objects.filter(translation_key__in=same),
        key=lambda term: (not (term.live and term.locale_id == page.locale_id), term.pk != chosen),
    )


def _columns(kind: str, terms: QuerySet) -> QuerySet:
    """Return (kind, what the versions of a term share, locale, slug, name) of each."""
    shared, locale = ("pk", Value(None)) if kind == "tag" else ("translation_key", F("locale_id"))
    columns = {
        "address": Value(kind),
        "term": Cast(shared, CharField()),
        "of_locale": Cast(locale, BigIntegerField()),
    }
    return terms.order_by().annotate(**columns).values_list(*columns, "slug", "name")
