"""One look-up from address to page, whatever the depth."""

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from content import carried, visibility


class PathRouting:
    """Routing for a home: the page is found by slug and `url_path` in one query.

    Wagtail asks twice a level. `url_path` alone would scan the table; the slug is selective
    enough to be looked at first (docs/adr/0005).
    """

    def route(self, request, path_components):
        """Return the page under this home at `path_components`.

        Raises `Http404` if there is none, if it or a page above it is not published, or if
        this home is not of the language in the address: a closed language never answers
        with the pages of another one.
        """
        if self.locale.language_code != get_language():
            raise Http404
        return route_in(self.url_path, self, request, path_components)


def route_in(url_path: str, home, request, path_components) -> RouteResult:
    """Return the published page at `path_components` under the home at `url_path`.

    `home` is returned itself when there are no components. Raises `Http404`.
    """
    page = _find(url_path, path_components) if path_components else home
    rules = visibility.rules_for(request)
    if page is None or not page.live or rules.hides_branch(page.path):
        raise Http404
    specific = _with_relations(page)
    specific.known_unrestricted = not rules.restricts(page.path)
    return RouteResult(specific)


def _find(url_path: str, path_components) -> Page | None:
    address = "/".join([url_path.rstrip("/"), *path_components, ""])
    return Page.objects.filter(slug=path_components[-1], url_path=address).first()


def _with_relations(page: Page) -> Page:
    """Return the specific page with what its foreign keys point to, in one query.

    What the rooms above show on every page comes along.
    """
    model = type(page) if type(page) is not Page else page.specific_class
    if model is None:
        raise Http404
    own = [
        field.name
        for field in model._meta.local_concrete_fields
        if field.many_to_one and not field.remote_field.parent_link
    ]
    pages = model._base_manager.select_related("locale", *own)
    return pages.annotate(**carried.expressions()).get(pk=page.pk)
