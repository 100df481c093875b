"""The one door to what the public may see.

`is_public(page)` and `public(queryset)` say the same thing of a page: it is live and not
expired; nothing above it is unpublished or expired; nothing restricts it or a page above it;
it is not an alias; its language is open, that is, its home is live. All of it is evaluated
when read and none of it is stored, since a move, a restriction or a closed language sends no
signal for the pages below.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.db.models.lookups import In
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site, SiteRootPath, get_page_models

from content.sites import site_for

DEEPEST = "Z" * 40


@dataclass(frozen=True)
class Home:
    """The home of an open language."""

    path: str
    url_path: str
    language: str
    locale_id: int
    page_id: int
    translation_key: object


@dataclass(frozen=True)
class Rules:
    """What hides pages at one moment, as tree paths.

    `hidden_ids` are the ids of the pages at the paths of `unpublished` and `restricted`.
    """

    homes: tuple[Home, ...]
    unpublished: tuple[str, ...]
    restricted: tuple[str, ...]
    now: object
    hidden_ids: tuple[int, ...] = ()

    @property
    def open_locales(self) -> tuple[int, ...]:
        return tuple(home.locale_id for home in self.homes)

    @property
    def open_languages(self) -> tuple[str, ...]:
        """The codes of the open languages, in the order of the settings."""
        return tuple(home.language for home in self.homes)

    def home(self, language: str) -> Home | None:
        """Return the home of an open language, or None."""
        return next((home for home in self.homes if home.language == language), None)

    def restricts(self, path: str) -> bool:
        """Return whether the page at `path`, or one above it, asks for a password or a login."""
        return any(path.startswith(private) for private in self.restricted)

    def hides_branch(self, path: str) -> bool:
        """Return whether the page at `path`, or one above it, is unpublished."""
        return any(path.startswith(hidden) for hidden in self.unpublished)

    def hidden_pages(self):
        """Return the pages in the homes of open languages that are not public though live.

        They have expired, or something above them or on them hides them.
        """
        condition = Q(expire_at__lte=self.now)
        for path in topmost((*self.unpublished, *self.restricted)):
            if any(path.startswith(home.path) for home in self.homes):
                condition |= branch(path)
        return Page.objects.filter(condition).order_by()

    def filter(self, prefix: str = "") -> Q:
        """Return the condition for pages reached through `prefix` (for instance "page__")."""
        # Sources and locales are asked so that no index serves them: nearly every page passes,
        # and SQLite would read them all by such an index rather than by a path.
        condition = Q(**{f"{prefix}live": True}) & ~Q(**{f"{prefix}alias_of__gt": 0})
        condition &= Q(In(F(f"{prefix}locale_id") + Value(0), self.open_locales))
        condition &= Q(**{f"{prefix}expire_at__isnull": True}) | Q(
            **{f"{prefix}expire_at__gt": self.now}
        )
        in_a_home = Q(pk__in=[])
        for home in self.homes:
            in_a_home |= branch(home.path, prefix)
        condition &= in_a_home
        for hidden in topmost((*self.unpublished, *self.restricted)):
            condition &= ~branch(hidden, prefix)
        return condition


def branch(path: str, prefix: str = "") -> Q:
    """Return the condition for the page at `path` and all below it, as a range an index serves.

    Tree paths are written in 0-9A-Z, so that no descendant sorts after a tail of Z.
    """
    return Q(**{f"{prefix}path__gte": path, f"{prefix}path__lte": path + DEEPEST})


def topmost(paths) -> list[str]:
    """Return the paths that have no other of them above."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not (kept and path.startswith(kept[-1])):
            kept.append(path)
    return kept


def current_rules(site: Site | None = None) -> Rules:
    """Return the rules as they are now, in one query.

    `site` is the site whose homes are open; the default site when None.
    """
    now = timezone.now()
    columns = ("path", "url_path", "locale__language_code", "locale_id", "pk", "translation_key")
    branches = _branches()
    restricted = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page_id"))
    homes = Page.objects.filter(
        Q(expire_at__isnull=True) | Q(expire_at__gt=now),
        translation_key=site.root_page.translation_key if site else _default_homes(),
        live=True,
        alias_of__isnull=True,
    )
    sources = [
        # "In", since SQLite uses no index for a bare boolean. Drafts may be many, and most are of
        # types that take no children.
        (branches.filter(live__in=[False], content_type__in=_types_of_parents()), "hidden"),
        (branches.filter(expire_at__lte=now), "hidden"),
        (restricted, "restricted"),
        (homes, "home"),
    ]
    first, *others = [
        pages.order_by().annotate(why=Value(why)).values_list("why", *columns)
        for pages, why in sources
    ]
    rows = list(first.union(*others, all=True))
    unpublished = tuple(row[1] for row in rows if row[0] == "hidden")
    private = tuple(row[1] for row in rows if row[0] == "restricted")
    closed = {*unpublished, *private}
    found = [Home(*row[1:]) for row in rows if row[0] == "home" and row[1] not in closed]
    return Rules(
        homes=_in_order_of_settings(found),
        unpublished=unpublished,
        restricted=private,
        now=now,
        hidden_ids=tuple(row[5] for row in rows if row[0] != "home"),
    )


def _default_homes() -> Subquery:
    """Return what the homes of the default site share; no page has it where there is none."""
    roots = Page.objects.filter(sites_rooted_here__is_default_site=True)
    return Subquery(roots.values("translation_key")[:1])


def _branches():
    """Return the pages below the root that have others under them.

    The tree is asked, since the save of a stale page may write a wrong `numchild`.
    """
    below = Page.objects.filter(
        path__gt=OuterRef("path"), path__lte=Concat(OuterRef("path"), Value(DEEPEST))
    )
    return Page.objects.filter(Exists(below), depth__gt=1)


def _types_of_parents():
    """Return the query of the content types of the pages that may have others under them."""
    parents = [model for model in get_page_models() if model.allowed_subpage_models()]
    names = [model._meta.model_name for model in parents]
    return ContentType.objects.filter(model__in=names).order_by()


def _in_order_of_settings(homes: list[Home]) -> tuple[Home, ...]:
    order = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    known = [home for home in homes if home.language in order]
    return tuple(sorted(known, key=lambda home: order.index(home.language)))


def rules_for(request) -> Rules:
    """Return the rules of a request, read once and kept on the request."""
    rules = getattr(request, "visibility_rules", None)
    if rules is None:
        site = site_for(request)
        rules = request.visibility_rules = current_rules(site)
        # Where Wagtail keeps what addresses start with; by itself it asks for it in two queries.
        request._wagtail_cached_site_root_paths = [
            SiteRootPath(site.pk, home.url_path, site.root_url, home.language)
            for home in rules.homes
        ]
    return rules


def public(queryset, rules: Rules | None = None):
    """Return the pages of `queryset` that anybody may see."""
    return queryset.filter((rules or current_rules()).filter())


def is_public(page, rules: Rules | None = None) -> bool:
    """Return whether anybody may see `page`; agrees with `public`."""
    rules = rules or current_rules()
    return (
        page.live
        and page.alias_of_id is None
        and (page.expire_at is None or page.expire_at > rules.now)
        and page.locale_id in rules.open_locales
        and any(page.path.startswith(home.path) for home in rules.homes)
        and not any(page.path.startswith(path) for path in (*rules.unpublished, *rules.restricted))
    )


def open_languages() -> tuple[str, ...]:
    """Return the codes of the languages that readers may choose."""
    return current_rules().open_languages
