"""The catalogue's own pages: search, vocabulary pages, "not translated yet"."""

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from content import visibility
from content.consent import public_title
from content.folding import fold
from content.languages import own_name
from content.models import Organisation, Tag, Territory, Theme
from content.typography import french
from search import asked, facets, feeds
from search import suggestions as suggest
from search.counting import own_language_first
from search.engines.base import DATE, RELEVANCE
from search.listings import Listing
from search.results import open_list, results_context, results_of


def _locale_id(request) -> int:
    """Return the locale of the address; `Http404` if that language is not open."""
    home = visibility.rules_for(request).home(get_language())
    if home is None:
        raise Http404
    return home.locale_id


def _urls(name: str, arguments: dict[str, list]) -> dict[str, str]:
    """Return the address of a view in each language of `arguments`."""
    urls = {}
    for language, values in arguments.items():
        with override(language):
            urls[language] = reverse(name, args=values)
    return urls


def search(request):
    """Answer a question of words and filters, best pages first."""
    languages = visibility.rules_for(request).open_languages
    request.translated_urls = _urls("search", {code: [] for code in languages})
    found = results_of(request, _locale_id(request))
    asked.note(request, found)
    return render(request, "search/search.html", results_context(found))


def search_results(request, form):
    """Return a page of results for machines: an Atom feed, JSON or GeoJSON."""
    if form not in feeds.FORMS:
        raise Http404
    sort = DATE if form == "atom" else RELEVANCE
    return feeds.answer(form, request, open_list(results_of(request, _locale_id(request), sort)))


def suggestions(request):
    """Suggest titles for what is being typed, as JSON; any question has an answer, if empty."""
    language = get_language()
    typed = request.GET.get("q", "")
    documents = suggest.suggestions(request, typed, language, _locale_id(request))
    message = ngettext("%(count)s suggestion", "%(count)s suggestions", len(documents))
    response = JsonResponse(
        {
            "message": message % {"count": len(documents)} if documents else _("No suggestion"),
            "suggestions": [
                {
                    "url": one.url,
                    "title": french(one.title) if language == "fr" else one.title,
                    "label": str(one.label),
                    "language": one.text_language,
                }
                for one in documents
            ],
        }
    )
    # For this reader only: a page that is hidden meanwhile is suggested to nobody else.
    response["Cache-Control"] = "private, max-age=60"
    response["X-Robots-Tag"] = "noindex"
    return response


def _vocabulary_page(request, model, facet: str, slug: str):
    """List everything public about one term of a vocabulary."""
    locale_id = _locale_id(request)
    found = model.objects.filter(slug=slug, live=True).order_by(own_language_first(locale_id))
    term = found.first()
    if term is None:
        raise Http404(_("There is no such page."))
    versions = model.objects.filter(translation_key=term.translation_key, live=True)
    slugs = dict(versions.values_list("locale__language_code", "slug"))
    # A term without a name in a language still lists what that language has about it.
    languages = visibility.rules_for(request).open_languages
    arguments = {code: [slugs.get(code, term.slug)] for code in languages}
    request.translated_urls = _urls(facet, arguments)
    own = request.translated_urls[get_language()]
    if own != request.path:
        return redirect(own, permanent=False)
    return _term_listing(request, term, facet, str(term.translation_key), locale_id)


def _term_listing(request, term, facet: str, value: str, locale_id: int):
    listing = Listing(request=request, locale_id=locale_id, fixed={facet: value})
    if listing.form:
        return feeds.answer(listing.form, request, listing.open_list(term.name))
    context = {**listing.context(), "term": term, "facet": facet}
    return render(request, "search/term.html", context)


def theme(request, slug):
    return _vocabulary_page(request, Theme, facets.THEME, slug)


def territory(request, slug):
    return _vocabulary_page(request, Territory, facets.TERRITORY, slug)


def organisation(request, slug):
    return _vocabulary_page(request, Organisation, facets.ORGANISATION, slug)


def tag(request, slug):
    """List everything public that bears a tag; a merged tag leads to the one that took it in."""
    locale_id = _locale_id(request)
    found = Tag.objects.select_related("replaced_by").filter(slug=slug).first()
    if found is None:
        raise Http404(_("There is no such tag."))
    if found.replaced_by:
        return redirect("tag", slug=found.replaced_by.slug, permanent=True)
    languages = visibility.rules_for(request).open_languages
    request.translated_urls = _urls("tag", {code: [slug] for code in languages})
    return _term_listing(request, found, facets.TAG, fold(found.name)[:64], locale_id)


def not_translated(request, page_id):
    """Say that a page is not in this language yet, and what to read instead.

    Status 404: the address asked for has no page. When the translation has come since, the
    reader is sent to it; a page that is not public is not spoken of.
    """
    _locale_id(request)
    rules = visibility.rules_for(request)
    page = visibility.public(
        Page.objects.filter(pk=page_id).select_related("locale"), rules
    ).first()
    if page is None:
        raise Http404
    versions = visibility.public(
        Page.objects.filter(translation_key=page.translation_key).select_related("locale"), rules
    )
    urls = {one.locale.language_code: one for one in versions}
    if get_language() in urls:
        return redirect(urls[get_language()].get_url(request))
    request.translated_urls = {code: one.get_url(request) for code, one in urls.items()}
    context = {
        "page": page,
        "page_title": public_title(page),
        "page_language": page.locale.language_code,
        "versions": [
            {"language": own_name(code), "code": code, "url": one.get_url(request)}
            for code, one in urls.items()
        ],
        "nearest": _nearest_translated_ancestor(page, rules, request),
    }
    return render(request, "search/not_translated.html", context, status=404)


def _nearest_translated_ancestor(page, rules, request) -> dict | None:
    """Return the title and address of the closest page above that this language has."""
    home = rules.home(get_language())
    keys = list(page.get_ancestors().order_by("-depth").values_list("translation_key", flat=True))
    candidates = Page.objects.filter(translation_key__in=keys, locale_id=home.locale_id)
    nearest = max(
        visibility.public(candidates, rules),
        key=lambda candidate: candidate.depth,
        default=None,
    )
    return {"title": public_title(nearest), "url": nearest.get_url(request)} if nearest else None
